#include "tests/ledger/answers/support/archive.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "crypto/note/cosignature.h"
#include "crypto/note/tlog_proof.h"
#include "crypto/tree/ics23.h"
#include "ledger/answers/answer.h"
#include "ledger/answers/closure.h"
#include "ledger/state/record.h"
#include "tanji/v1/log.pb.h"

namespace tanji::ledger::testing {
namespace {

constexpr int kValidators = 4, kWitnesses = 2;

crypto::SigningKey LogKey(int number) {
  return KeyOf("log", number);
}
crypto::SigningKey CosignerKey(int number) {
  return KeyOf("cosigner", number);
}
std::string CosignerName(int number) {
  return fmt::format("{}/cosigner-{}", kChainId, number);
}

crypto::VerifierKey VerifierKeyOf(std::string name, crypto::NoteKeyType type,
                                  const crypto::SigningKey& key) {
  return {std::move(name), type, key.public_key()};
}

// Hashes of all complete subtrees, made by appending.
class MemoryHashes final : public crypto::HashReader {
 public:
  explicit MemoryHashes(const std::vector<std::string>& entries) {
    crypto::Frontier frontier;
    std::vector<crypto::PlacedHash> placed;
    for (const auto& entry : entries) frontier.Append(crypto::LeafHash(entry), &placed);
    for (const auto& hash : placed) hashes_[hash.at] = hash.hash;
    root_ = frontier.Root();
  }
  absl::StatusOr<std::vector<crypto::Hash>> ReadHashes(
      std::span<const crypto::HashCoordinate> coordinates) const override {
    std::vector<crypto::Hash> out;
    for (const auto& at : coordinates) out.push_back(hashes_.at(at));
    return out;
  }
  const crypto::Hash& root() const { return root_; }

 private:
  std::map<crypto::HashCoordinate, crypto::Hash> hashes_;
  crypto::Hash root_;
};

class MapReader final : public StateReader {
 public:
  explicit MapReader(const std::map<std::string, std::string>& records) : records_(&records) {}
  std::optional<std::string> Get(std::string_view key) const override {
    const auto it = records_->find(std::string(key));
    return it == records_->end() ? std::nullopt : std::optional(it->second);
  }

 private:
  const std::map<std::string, std::string>* records_;
};

}  // namespace

Archive::Archive(World& world, Kind kind) : kind_(kind), block_time_ms_(world.now_ms()) {
  crypto::StateTreeBuilder builder;
  for (const auto& [key, record] : world.state().changes()) {
    if (!record) continue;
    records_[key] = *record;
    builder.Add(key, crypto::Sha256(*record));
  }
  tree_ = builder.Finish();
  signed_s_ = block_time_ms_ / 1000 + 1;
  MakeLog();
  MakePolicy();
}

std::string Archive::BlockEntry(std::uint64_t height, std::int64_t time_ms,
                                const crypto::Hash& root, std::uint64_t first_index,
                                std::uint32_t transactions) const {
  v1::LogEntry entry;
  auto& block = *entry.mutable_block();
  block.set_height(height);
  block.set_time(time_ms);
  block.set_state_root(root.str());
  block.set_first_index(first_index);
  block.set_transaction_count(transactions);
  return EncodeRecord(entry);
}

void Archive::MakeLog() {
  v1::LogEntry genesis, transaction;
  genesis.mutable_genesis()->set_chain_id(std::string(kChainId));
  transaction.mutable_transaction()->set_transaction("a transaction");
  entries_ = {EncodeRecord(genesis),
              BlockEntry(0, kGenesisTimeMs, crypto::Sha256("an older state"), 1, 0),
              EncodeRecord(transaction), BlockEntry(1, block_time_ms_, tree_.root(), 2, 1)};
}

void Archive::AlterLastBlock(const std::function<void(v1::BlockHeader&)>& change) {
  auto entry = ParseRecord<v1::LogEntry>(entries_.back());
  change(*entry.mutable_block());
  entries_.back() = EncodeRecord(entry);
}

void Archive::MakePolicy() {
  crypto::LedgerPolicyParts parts;
  const int validators = kind_ == Kind::kSolo ? 1 : kValidators;
  const int witnesses = kind_ == Kind::kSolo ? 0 : kWitnesses;
  for (int i = 0; i < validators + witnesses; ++i) {
    if (i < validators) {
      parts.logs.push_back(
          {VerifierKeyOf(std::string(kChainId), crypto::NoteKeyType::kEd25519, LogKey(i)), ""});
    }
    auto& list = i < validators ? parts.validators : parts.witnesses;
    list.push_back(
        {fmt::format("cosigner-{}", i),
         VerifierKeyOf(CosignerName(i), crypto::NoteKeyType::kCosignature, CosignerKey(i)), ""});
  }
  parts.witness_threshold = witnesses == 0 ? 0 : 1;
  policy_ = crypto::MakeLedgerPolicy(parts).value().Print();
}

std::vector<crypto::Hash> Archive::Inclusion(std::uint64_t index) const {
  return crypto::ProveInclusion(index, entries_.size(), MemoryHashes(entries_)).value();
}

crypto::Checkpoint Archive::NewestCheckpoint() const {
  return {std::string(kChainId), entries_.size(), MemoryHashes(entries_).root()};
}

Archive::Signers Archive::QuorumOf() const {
  Signers signers;
  signers.cosigners = kind_ == Kind::kSolo ? std::vector<int>{0} : std::vector<int>{0, 1, 2, 4};
  signers.time_s = static_cast<std::uint64_t>(signed_s_);
  return signers;
}

std::string Archive::Note(const crypto::Checkpoint& checkpoint, const Signers& signers) const {
  crypto::SignedNote note;
  note.text = checkpoint.Print();
  for (const int log : signers.logs) {
    note.signatures.push_back(crypto::SignNote(checkpoint.origin, LogKey(log), note.text));
  }
  for (const int cosigner : signers.cosigners) {
    note.signatures.push_back(
        crypto::Cosign(CosignerName(cosigner), CosignerKey(cosigner), signers.time_s, note.text));
  }
  return note.Print();
}

Archive::Parts Archive::PartsFor(const v1::Question& question) const {
  Parts parts;
  parts.question = question;
  const MapReader state(records_);
  const RecordingReader recorder(state);
  v1::Answer answer;
  // A refused question has no closure; any record will do.
  if (!AnswerQuestion(question, block_time_ms_, recorder, answer).ok()) {
    parts.keys = {records_.begin()->first};
  } else {
    parts.keys = recorder.keys();
  }
  parts.block_entry = entries_.back();
  parts.entry_index = entries_.size() - 1;
  parts.inclusion = Inclusion(parts.entry_index);
  parts.checkpoint_note = Note(NewestCheckpoint(), QuorumOf());
  return parts;
}

v1::ProofBundle Archive::Bundle(const Parts& parts) const {
  v1::ProofBundle bundle;
  *bundle.mutable_question() = parts.question;
  bundle.set_state_proof(
      crypto::ProveBatch(tree_, parts.keys,
                         [&](std::string_view key) -> absl::StatusOr<std::string> {
                           return records_.at(std::string(key));
                         })
          .value());
  bundle.set_block_entry(parts.block_entry);
  bundle.set_log_proof(
      crypto::TlogProof{parts.entry_index, parts.inclusion, parts.checkpoint_note}.Print());
  bundle.set_as_of(parts.as_of);
  return bundle;
}

std::string Archive::Bytes(const v1::ProofBundle& bundle) {
  return EncodeRecord(bundle);
}

std::string Archive::BundleFor(const v1::Question& question) const {
  return Bytes(Bundle(PartsFor(question)));
}

Outcome Archive::Verify(const std::string& bundle, VerifiedBundle* out) const {
  VerifiedBundle unused;
  VerifyOptions options;
  options.now_ms = signed_ms() + 60'000;
  return VerifyBundle(bundle, policy_, options, out != nullptr ? *out : unused);
}

}  // namespace tanji::ledger::testing
