#include "tests/property/model/model.h"

#include <fmt/core.h>

#include <algorithm>

namespace tanji::property {
namespace {

constexpr std::int64_t kHourMs = 3'600'000, kDayMs = 24 * kHourMs;

std::string IdOfAuthor(const v1::TransactionBody& body) {
  return body.author().substr(std::string_view("participants/").size());
}

}  // namespace

std::string Verdict::Text() const {
  constexpr const char* kFates[] = {"dropped", "failed", "applied"};
  return fmt::format("{} {}{}", kFates[static_cast<int>(fate)], v1::Code_Name(code),
                     operation ? fmt::format(" (operation {})", *operation) : "");
}

Verdict VerdictOf(const ledger::TransactionResult& result) {
  return {result.fate, result.outcome.code(), result.refused_operation};
}

Model::Model(const v1::Genesis& genesis) : world_(WorldOf(genesis)), now_ms_(genesis.time()) {}

void Model::BeginBlock(std::int64_t time_ms) {
  now_ms_ = time_ms;
  ++height_;
  logged_ = false;
}

// An hour is forgotten by the first block with something in it that comes more than a day after it.
void Model::EndBlock() {
  if (!logged_) return;
  std::erase_if(spent_,
                [&](const auto& entry) { return (entry.second + 1) * kHourMs + kDayMs < now_ms_; });
}

Code Model::AssignSigners(const Sent& sent, std::vector<std::vector<std::string>>& signers) const {
  const auto& members = world_.members;
  std::set<std::string> used;
  for (const auto& operation : sent.body.operations()) {
    const auto permission = FindModel(operation.kind_case())->permission;
    auto& of_operation = signers.emplace_back();
    std::set<std::string> holders;
    for (const auto& key_id : sent.key_ids) {
      const auto& key = members.keys.at(key_id);
      if (!key.permissions.contains(permission)) continue;
      of_operation.push_back(key_id);
      holders.insert(key.holder);
      used.insert(key_id);
    }
    if (holders.size() < members.Find(IdOfAuthor(sent.body))->Threshold(permission)) {
      return v1::CODE_THRESHOLD_NOT_MET;
    }
  }
  return used.size() == sent.key_ids.size() ? v1::CODE_OK : v1::CODE_SIGNATURE_UNUSED;
}

Code Model::Authenticate(const Sent& sent, std::vector<std::vector<std::string>>& signers) const {
  const auto& members = world_.members;
  if (sent.body.expire_time() <= now_ms_) return v1::CODE_EXPIRED;
  if (sent.body.expire_time() > now_ms_ + members.LifetimeMs()) return v1::CODE_EXPIRES_TOO_LATE;
  const auto author = IdOfAuthor(sent.body);
  if (members.Find(author) == nullptr) return v1::CODE_AUTHOR_UNKNOWN;
  for (const auto& key_id : sent.key_ids) {
    const auto key = members.keys.find(key_id);
    if (key == members.keys.end()) return v1::CODE_KEY_UNKNOWN;
    if (key->second.owner != author) return v1::CODE_KEY_OF_ANOTHER;
    if (!key->second.Counts(now_ms_)) return v1::CODE_KEY_NOT_IN_FORCE;
  }
  if (const Code code = AssignSigners(sent, signers)) return code;
  return sent.false_signature ? v1::CODE_SIGNATURE_FALSE : v1::CODE_OK;
}

Verdict Model::Run(const Sent& sent) {
  using ledger::Fate;
  if (spent_.contains(sent.id)) return {Fate::kDropped, v1::CODE_REPLAYED, {}};
  std::vector<std::vector<std::string>> signers;
  if (const Code code = Authenticate(sent, signers)) return {Fate::kDropped, code, {}};
  spent_[sent.id] = now_ms_ / kHourMs;
  logged_ = true;
  return RunOperations(sent, std::move(signers));
}

Verdict Model::RunOperations(const Sent& sent, std::vector<std::vector<std::string>> signers) {
  using ledger::Fate;
  // One operation changes nothing when it is refused; of several, none stays.
  std::optional<World> before;
  if (sent.body.operations_size() > 1) before = world_;
  const auto author = IdOfAuthor(sent.body);
  const bool in_standing = world_.members.Find(author)->life.InForce(now_ms_);
  for (int i = 0; i < sent.body.operations_size(); ++i) {
    const auto index = static_cast<std::uint32_t>(i);
    const auto& operation = sent.body.operations(i);
    const auto& model = *FindModel(operation.kind_case());
    // Keys are protected whatever the standing.
    Code code = v1::CODE_NOT_IN_FORCE;
    if (in_standing || model.permission == v1::PERMISSION_MANAGE_KEYS) {
      const Act act{now_ms_, height_, sent.body.author(), author, std::move(signers[index]),
                    sent.id, index,   &sent.body};
      code = model.run(operation, act, world_);
    }
    if (code == v1::CODE_OK) continue;
    if (before) world_ = *std::move(before);
    return {Fate::kFailed, code, index};
  }
  return {Fate::kApplied, v1::CODE_OK, {}};
}

}  // namespace tanji::property
