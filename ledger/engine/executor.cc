#include "ledger/engine/executor.h"

#include <algorithm>
#include <set>

#include "ledger/engine/bounds.h"

namespace tanji::ledger {
namespace {

class ForgetfulMemory final : public SignatureMemory {
 public:
  bool Remembers(const crypto::Hash&, std::span<const crypto::PublicKey>) const override {
    return false;
  }
};

Outcome CheckTimes(const v1::TransactionBody& body, const BlockContext& block,
                   const StateReader& state) {
  // Valid iff block time < expire_time <= block time + lifetime.
  if (body.expire_time() <= block.time_ms) {
    return Refuse(v1::CODE_EXPIRED, {{"expire_time", std::to_string(body.expire_time())},
                                     {"block_time", std::to_string(block.time_ms)}});
  }
  const auto lifetime_ms = ParameterAt(state, v1::PARAMETER_TRANSACTION_LIFETIME_MS);
  if (body.expire_time() - block.time_ms > lifetime_ms) {
    return Refuse(v1::CODE_EXPIRES_TOO_LATE, {{"expire_time", std::to_string(body.expire_time())},
                                              {"block_time", std::to_string(block.time_ms)},
                                              {"lifetime_ms", std::to_string(lifetime_ms)}});
  }
  return Outcome::Ok();
}

Outcome VerifySignatures(const Envelope& envelope, const Authentication& authentication,
                         const SignatureMemory& memory) {
  const auto public_keys = authentication.PublicKeys();
  if (memory.Remembers(envelope.whole_hash, public_keys)) return Outcome::Ok();

  const std::string message = SignedMessage(envelope.body_bytes);
  for (std::size_t i = 0; i < public_keys.size(); ++i) {
    if (!crypto::Verify(public_keys[i], message, envelope.signatures[i].signature)) {
      return Refuse(v1::CODE_SIGNATURE_FALSE, {{"key", envelope.signatures[i].key_id.Hex()}});
    }
  }
  return Outcome::Ok();
}

bool MayWithoutStanding(const OperationRow& row) {
  // A suspended participant can still protect its keys.
  return row.permission == v1::PERMISSION_MANAGE_KEYS;
}

TransactionResult Dropped(Outcome outcome) {
  return {Fate::kDropped, std::move(outcome), {}};
}

TransactionResult Failed(Outcome outcome, std::optional<std::uint32_t> operation) {
  return {Fate::kFailed, std::move(outcome), operation};
}

}  // namespace

std::vector<crypto::PublicKey> Authentication::PublicKeys() const {
  std::vector<crypto::PublicKey> out;
  for (const auto& key : keys) out.push_back(key.public_key);
  return out;
}

const SignatureMemory& NoMemory() {
  static const ForgetfulMemory memory;
  return memory;
}

v1::Receipt ReceiptOf(const TransactionResult& result) {
  v1::Receipt receipt;
  receipt.set_code(result.outcome.code());
  if (result.refused_operation) receipt.set_refused_operation(*result.refused_operation);
  return receipt;
}

Outcome Executor::FindKeys(const Envelope& envelope, const BlockContext& block,
                           const StateReader& state, std::vector<SigningKeyRecord>& keys) const {
  for (const auto& signature : envelope.signatures) {
    auto key = authority_->FindKey(state, signature.key_id, block.time_ms);
    const Detail detail{{"key", signature.key_id.Hex()}};
    if (!key) return Refuse(v1::CODE_KEY_UNKNOWN, detail);
    if (key->participant_id != envelope.author_id) {
      return Refuse(v1::CODE_KEY_OF_ANOTHER, {detail[0], {"author", envelope.body.author()}});
    }
    if (!key->in_force) return Refuse(v1::CODE_KEY_NOT_IN_FORCE, detail);
    keys.push_back(std::move(*key));
  }
  return Outcome::Ok();
}

Outcome Executor::AssignSigners(const Envelope& envelope, const StateReader& state,
                                Authentication& out) const {
  const auto& keys = out.keys;
  std::vector<bool> used(keys.size(), false);
  for (int index = 0; index < envelope.body.operations_size(); ++index) {
    const OperationRow& row = *registry_->Find(envelope.body.operations(index).kind_case());
    std::vector<Signer> of_operation;
    std::set<std::string_view> holders;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const auto& permissions = keys[i].permissions;
      if (std::find(permissions.begin(), permissions.end(), row.permission) == permissions.end()) {
        continue;
      }
      used[i] = true;
      holders.insert(keys[i].holder);
      of_operation.push_back({envelope.signatures[i].key_id, keys[i].holder});
    }
    const auto threshold = authority_->ThresholdOf(state, envelope.author_id, row.permission);
    if (holders.size() < threshold) {
      return Refuse(v1::CODE_THRESHOLD_NOT_MET,
                    {{"operation", std::to_string(index)},
                     {"permission", v1::Permission_Name(row.permission)},
                     {"have", std::to_string(holders.size())},
                     {"need", std::to_string(threshold)}});
    }
    out.signers.push_back(std::move(of_operation));
  }
  // Each signature must count for at least one operation: a signature that means nothing is a
  // second spelling of the same transaction.
  const auto unused = std::find(used.begin(), used.end(), false);
  if (unused != used.end()) {
    const auto& signature = envelope.signatures[static_cast<std::size_t>(unused - used.begin())];
    return Refuse(v1::CODE_SIGNATURE_UNUSED, {{"key", signature.key_id.Hex()}});
  }
  return Outcome::Ok();
}

Outcome Executor::Authenticate(const Envelope& envelope, const BlockContext& block,
                               const StateReader& state, const SignatureMemory& memory,
                               Authentication& out) const {
  TANJI_RETURN_IF_REFUSED(CheckTimes(envelope.body, block, state));
  for (int i = 0; i < envelope.body.operations_size(); ++i) {
    const auto* row = registry_->Find(envelope.body.operations(i).kind_case());
    if (row == nullptr || !block.flags.On(row->since)) {
      return Refuse(v1::CODE_OPERATION_NOT_IN_FORCE, {{"operation", std::to_string(i)}});
    }
  }
  if (!authority_->ParticipantExists(state, envelope.author_id)) {
    return Refuse(v1::CODE_AUTHOR_UNKNOWN, {{"value", envelope.body.author()}});
  }
  TANJI_RETURN_IF_REFUSED(FindKeys(envelope, block, state, out.keys));
  TANJI_RETURN_IF_REFUSED(AssignSigners(envelope, state, out));
  // Last, because it is what costs.
  return VerifySignatures(envelope, out, memory);
}

Outcome Executor::CheckOperations(const v1::TransactionBody& body, const Flags& flags,
                                  std::uint32_t& refused_operation) const {
  for (int i = 0; i < body.operations_size(); ++i) {
    const auto* row = registry_->Find(body.operations(i).kind_case());
    refused_operation = static_cast<std::uint32_t>(i);
    if (row == nullptr || !flags.On(row->since)) {
      return Refuse(v1::CODE_OPERATION_NOT_IN_FORCE, {{"operation", std::to_string(i)}});
    }
    TANJI_RETURN_IF_REFUSED(row->check(body.operations(i), flags));
  }
  return Outcome::Ok();
}

TransactionResult Executor::Execute(const Envelope& envelope, const BlockContext& block,
                                    Overlay& state, const SignatureMemory& memory) const {
  Authentication authentication;
  auto authentic = Authenticate(envelope, block, state, memory, authentication);
  if (!authentic.ok()) return Dropped(std::move(authentic));
  return RunOperations(envelope, block, state, std::move(authentication.signers));
}

TransactionResult Executor::RunOperations(const Envelope& envelope, const BlockContext& block,
                                          Overlay& state,
                                          std::vector<std::vector<Signer>> signers) const {
  BoundedState bounded(state);
  const bool in_standing = authority_->ParticipantInForce(state, envelope.author_id, block.time_ms);
  for (int i = 0; i < envelope.body.operations_size(); ++i) {
    const auto index = static_cast<std::uint32_t>(i);
    const auto& operation = envelope.body.operations(i);
    if (!in_standing && !MayWithoutStanding(*registry_->Find(operation.kind_case()))) {
      return Failed(
          Refuse(v1::CODE_NOT_IN_FORCE, {{"field", "author"}, {"value", envelope.body.author()}}),
          index);
    }
    const OperationContext context{block,
                                   envelope.id,
                                   index,
                                   envelope.body.author(),
                                   envelope.author_id,
                                   std::move(signers[index]),
                                   envelope.body};
    bounded.StartOperation();
    auto outcome = RunOperation(operation, context, bounded);
    if (!outcome.ok()) return Failed(std::move(outcome), index);
  }
  auto sound = CheckInvariants(bounded.overlay().changes(), state, bounded.overlay());
  if (!sound.ok()) return Failed(std::move(sound), std::nullopt);
  std::move(bounded.overlay()).MergeInto(state);
  return {Fate::kApplied, Outcome::Ok(), std::nullopt};
}

Outcome Executor::RunOperation(const v1::Operation& operation, const OperationContext& context,
                               StateWriter& state) const {
  const OperationRow& row = *registry_->Find(operation.kind_case());
  try {
    TANJI_RETURN_IF_REFUSED(row.check(operation, context.block.flags));
    TANJI_RETURN_IF_REFUSED(row.authorise(operation, context, state));
    return row.apply(operation, context, state);
  } catch (const BoundedState::BoundExceeded& exceeded) {
    return exceeded.outcome;
  }
}

Outcome Executor::CheckInvariants(const ChangeSet& changes, const StateReader& before,
                                  const StateReader& after) const {
  for (const Module* module : registry_->modules()) {
    for (const InvariantRow& invariant : module->invariants) {
      auto outcome = invariant.check(changes, before, after);
      if (outcome.ok()) continue;
      Detail detail{{"invariant", std::string(invariant.name)}};
      detail.insert(detail.end(), outcome.detail().begin(), outcome.detail().end());
      return Refuse(v1::CODE_INVARIANT_VIOLATED, std::move(detail));
    }
  }
  return Outcome::Ok();
}

}  // namespace tanji::ledger
