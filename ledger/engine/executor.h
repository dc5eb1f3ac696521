// Decides what becomes of one transaction: dropped, failed or applied. Deterministic: the same
// transaction over the same state in the same block context comes to the same end everywhere,
// whether or not admission has seen it before.
#pragma once

#include <functional>
#include <optional>

#include "ledger/engine/authority.h"
#include "ledger/engine/context.h"
#include "ledger/engine/envelope.h"
#include "ledger/engine/registry.h"
#include "ledger/state/overlay.h"
#include "tanji/v1/log.pb.h"

namespace tanji::ledger {

// What admission remembers of signatures it has verified: SHA-256 of the whole Transaction with the
// public keys used. It changes speed, never results; it may forget at any time.
class SignatureMemory {
 public:
  virtual ~SignatureMemory() = default;
  // True only if each signature of this very transaction was verified under these keys, in the
  // order of the signatures.
  virtual bool Remembers(const crypto::Hash& whole_hash,
                         std::span<const crypto::PublicKey> keys) const = 0;
};

// Remembers nothing: every signature is verified.
const SignatureMemory& NoMemory();

enum class Fate { kDropped, kFailed, kApplied };

// What the signatures of an authentic transaction come to.
struct Authentication {
  // Of each signature, in order.
  std::vector<SigningKeyRecord> keys;
  // For each operation, those that may sign for it.
  std::vector<std::vector<Signer>> signers;

  std::vector<crypto::PublicKey> PublicKeys() const;
};

struct TransactionResult {
  Fate fate = Fate::kDropped;
  Outcome outcome;
  // Index of the refused operation, for a failed one.
  std::optional<std::uint32_t> refused_operation;
};

// The receipt of a logged transaction.
v1::Receipt ReceiptOf(const TransactionResult& result);

class Executor {
 public:
  Executor(const Registry& registry, const Authority& authority)
      : registry_(&registry), authority_(&authority) {}

  // The part of Execute that comes before the operations: times, author, keys, signatures,
  // thresholds. Does not look at the window of ids. Also what admission runs, against the newest
  // durable state.
  Outcome Authenticate(const Envelope& envelope, const BlockContext& block,
                       const StateReader& state, const SignatureMemory& memory,
                       Authentication& out) const;

  // `Check` of every operation: shape and bounds, no state.
  Outcome CheckOperations(const v1::TransactionBody& body, const Flags& flags,
                          std::uint32_t& refused_operation) const;

  // Executes over `state`, which changes only if the transaction is applied.
  TransactionResult Execute(const Envelope& envelope, const BlockContext& block, Overlay& state,
                            const SignatureMemory& memory) const;

 private:
  Outcome FindKeys(const Envelope& envelope, const BlockContext& block, const StateReader& state,
                   std::vector<SigningKeyRecord>& keys) const;
  Outcome AssignSigners(const Envelope& envelope, const StateReader& state,
                        Authentication& out) const;
  TransactionResult RunOperations(const Envelope& envelope, const BlockContext& block,
                                  Overlay& state, std::vector<std::vector<Signer>> signers) const;
  Outcome RunOperation(const v1::Operation& operation, const OperationContext& context,
                       StateWriter& state) const;
  Outcome CheckInvariants(const ChangeSet& changes, const StateReader& before,
                          const StateReader& after) const;

  const Registry* registry_;
  const Authority* authority_;
};

}  // namespace tanji::ledger
