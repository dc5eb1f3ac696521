#include "client/sdk/trust.h"

#include <set>

#include "client/sdk/faults.h"
#include "crypto/log/log_tree.h"
#include "ledger/answers/note_refusal.h"

namespace tanji::client {
Result<Trust> ParsePolicy(std::string text) {
  auto policy = crypto::Policy::Parse(text);
  if (!policy.ok()) {
    return Error(ErrorKind::kLocal, v1::CODE_POLICY_MALFORMED,
                 {{"value", std::string(policy.status().message())}});
  }
  std::set<std::string> names;
  for (const auto& log : policy->logs()) names.insert(log.key.name);
  if (names.size() != 1) return Error(kPolicyNameless, {{"count", std::to_string(names.size())}});
  return Trust{*names.begin(), std::move(text), *std::move(policy)};
}

Error NoteError(crypto::NoteFault fault, const Trust& trust) {
  const ledger::Outcome refusal = ledger::RefuseNote(fault, trust.policy);
  return Error(ErrorKind::kUnverified, refusal.code(), refusal.detail());
}

Result<crypto::VerifiedCheckpoint> CheckCheckpoint(std::string_view note, const Trust& trust) {
  auto verified = crypto::VerifyCheckpoint(note, trust.policy, trust.chain_id);
  if (!verified.ok()) return NoteError(verified.fault(), trust);
  return *std::move(verified);
}

Result<CheckedProof> CheckLogProof(std::string_view proof, std::string_view entry,
                                   const Trust& trust) {
  auto verified =
      crypto::VerifyTlogProof(proof, crypto::LeafHash(entry), trust.policy, trust.chain_id);
  if (!verified.ok()) return NoteError(verified.fault(), trust);
  auto parsed = crypto::TlogProof::Parse(proof);
  if (!parsed.ok()) return NoteError(parsed.fault(), trust);
  return CheckedProof{verified->index, verified->log, parsed->checkpoint};
}

}  // namespace tanji::client
