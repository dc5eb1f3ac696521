#include "tests/crash/model.h"

#include <vector>

#include "crypto/sign/keys.h"
#include "tests/crash/fail.h"
#include "tests/crash/node.h"

namespace tanji::crash {
namespace {

constexpr std::string_view kZero("\0", 1);

// What a transaction would write, kept apart until it is known to apply.
class Draft {
 public:
  explicit Draft(const ModelState& below) : below_(below) {}

  v1::Code Run(const v1::Operation& operation, const std::string& author) {
    switch (operation.kind_case()) {
      case v1::Operation::kRegisterDocument:
        return Register(operation.register_document(), author);
      case v1::Operation::kRegisterParticipant:
        return Register(operation.register_participant());
      case v1::Operation::kAddKey:
        return AddKey(operation.add_key().key(), author);
      default:
        Fail("the log holds an operation that was never submitted");
    }
  }
  void WriteTo(ModelState& state) && {
    state.documents.merge(above_.documents);
    for (auto& [id, keys] : above_.participants) state.participants[id] = keys;
    state.keys.merge(above_.keys);
  }

 private:
  v1::Code Register(const v1::RegisterDocument& document, const std::string& author) {
    const auto hash = *crypto::Hash::FromBytes(document.sha256());
    if (below_.documents.count(hash) + above_.documents.count(hash) > 0) {
      return v1::CODE_ALREADY_EXISTS;
    }
    above_.documents[hash] = author;
    return v1::CODE_OK;
  }
  v1::Code Register(const v1::RegisterParticipant& participant) {
    if (below_.participants.count(participant.id()) > 0) return v1::CODE_ALREADY_EXISTS;
    above_.participants[participant.id()] = 0;
    return AddKey(participant.keys(0), "participants/" + participant.id());
  }
  v1::Code AddKey(const v1::KeyGrant& grant, const std::string& owner) {
    const auto key = *crypto::PublicKey::FromBytes(grant.public_key());
    if (below_.keys.count(crypto::KeyId(key)) > 0) return v1::CODE_KEY_TAKEN;
    const std::string message = std::string("tanji-key-possession-v1")
                                    .append(kZero)
                                    .append(kChainId)
                                    .append(kZero)
                                    .append(owner)
                                    .append(kZero)
                                    .append(grant.holder());
    const auto signature = *crypto::Signature::FromBytes(grant.possession_signature());
    if (!crypto::Verify(key, message, signature)) return v1::CODE_POSSESSION_FALSE;
    above_.keys[crypto::KeyId(key)] = owner;
    const std::string id = owner.substr(owner.find('/') + 1);
    const auto there = below_.participants.find(id);
    above_.participants[id] = 1 + (there == below_.participants.end() ? 0 : there->second);
    return v1::CODE_OK;
  }

  const ModelState& below_;
  ModelState above_;
};

template <class Message>
Message Parse(std::string_view what, std::uint64_t index, const std::string& bytes) {
  Message message;
  Require(message.ParseFromString(bytes), "{} of log entry {} cannot be read", what, index);
  return message;
}

}  // namespace

Model::Model(const crypto::Hash& operator_key_id, std::function<bool(const crypto::Hash&)> was_sent)
    : was_sent_(std::move(was_sent)) {
  state_.participants["operator"] = 1;
  state_.keys[operator_key_id] = "participants/operator";
}

std::optional<crypto::Hash> Model::RootAt(std::uint64_t size) const {
  const auto found = roots_.find(size);
  if (found == roots_.end()) return std::nullopt;
  return found->second;
}

const LoggedTransaction* Model::Find(const crypto::Hash& id) const {
  const auto found = transactions_.find(id);
  return found == transactions_.end() ? nullptr : &found->second;
}

void Model::Append(const std::string& bytes) {
  const std::uint64_t index = size();
  const auto entry = Parse<v1::LogEntry>("the bytes", index, bytes);
  Require(entry.has_genesis() == (index == 0), "log entry {} is {}the genesis", index,
          index == 0 ? "not " : "");
  if (entry.has_transaction()) AppendTransaction(index, bytes, entry.transaction());
  if (entry.has_block()) CheckBlockEntry(index, entry.block());
  frontier_.Append(crypto::LeafHash(bytes), nullptr);
  if (entry.has_block()) roots_[size()] = frontier_.Root();
}

void Model::CheckBlockEntry(std::uint64_t index, const v1::BlockHeader& block) {
  Require(block.first_index() == first_of_block_ &&
              block.transaction_count() == index - first_of_block_,
          "block entry {} is of {} transactions from {} on, but {} lie before it from {} on", index,
          block.transaction_count(), block.first_index(), index - first_of_block_, first_of_block_);
  const bool first = index == 1;
  Require(first || (block.height() > height_ && block.time() > time_ms_),
          "block entry {} (height {}, time {}) does not come after height {}, time {}", index,
          block.height(), block.time(), height_, time_ms_);
  height_ = block.height();
  time_ms_ = block.time();
  first_of_block_ = index + 1;
}

void Model::AppendTransaction(std::uint64_t index, const std::string& entry,
                              const v1::TransactionEntry& logged) {
  const auto transaction = Parse<v1::Transaction>("the transaction", index, logged.transaction());
  const auto body = Parse<v1::TransactionBody>("the body", index, transaction.body());
  const auto id = crypto::Sha256({"tanji-transaction-v1", kZero, transaction.body()});
  Require(was_sent_(id), "log entry {} holds transaction {}, which nobody sent", index, id.Hex());
  const auto [at, is_new] = transactions_.emplace(
      id, LoggedTransaction{index, crypto::LeafHash(entry), logged.receipt()});
  Require(is_new, "transaction {} is logged twice, at {} and at {}", id.Hex(), at->second.index,
          index);
  const v1::Receipt expected = Run(body, state_);
  Require(expected.SerializeAsString() == logged.receipt().SerializeAsString(),
          "the receipt of log entry {} is {{{}}}, what lies before it makes it {{{}}}", index,
          logged.receipt().ShortDebugString(), expected.ShortDebugString());
}

v1::Receipt Model::Run(const v1::TransactionBody& body, ModelState& state) const {
  v1::Receipt receipt;
  Draft draft(state);
  for (int i = 0; i < body.operations_size(); ++i) {
    const v1::Code code = draft.Run(body.operations(i), body.author());
    if (code == v1::CODE_OK) continue;
    receipt.set_code(code);
    receipt.set_refused_operation(static_cast<std::uint32_t>(i));
    return receipt;
  }
  std::move(draft).WriteTo(state);
  return receipt;
}

}  // namespace tanji::crash
