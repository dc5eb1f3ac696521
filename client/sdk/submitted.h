// What became of a transaction, as far as the node can prove it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "client/sdk/trust.h"
#include "tanji/v1/transaction_service.pb.h"

namespace tanji::client {

struct Submitted {
  crypto::Hash id;
  v1::Fate fate = v1::FATE_UNSPECIFIED;
  // CODE_OK iff applied.
  v1::Code code = v1::CODE_OK;
  std::optional<std::uint32_t> refused_operation;
  // Parameters of the code's message. Never proved: the ledger keeps the code only.
  Detail detail;
  // Of the log entry; absent if dropped. What is dropped leaves no trace and cannot be proved.
  std::optional<std::uint64_t> index;
  // The LogEntry as hashed.
  std::string entry;
  // Null unless the entry was proved to be in the log.
  std::shared_ptr<const CheckedProof> proof;

  bool applied() const { return fate == v1::FATE_APPLIED; }
};

// Checks a node's word about the transaction with this id: that the entry holds the body of which
// it is the hash and the receipt that the node reports, and, where there is a proof, that it holds.
// The entry may bear other signatures than ours: an id that was recorded keeps its receipt whoever
// signs the same body once more. `needs_proof`: kProofMissing if a logged result comes without.
Result<Submitted> CheckSubmitResult(const v1::SubmitResult& result, const crypto::Hash& id,
                                    bool needs_proof, const Trust& trust);

// A failed or dropped transaction as an error; only for what was not applied.
Error RefusalOf(const Submitted& submitted);

}  // namespace tanji::client
