// All that an operation may know besides its message and the state. There is no clock, randomness,
// locale or I/O behind any of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "crypto/hash/hash.h"
#include "ledger/base/id.h"
#include "ledger/engine/flags.h"
#include "ledger/state/history.h"
#include "tanji/v1/transaction.pb.h"

namespace tanji::ledger {

// A signature that counts: which key, held by whom. Pseudonym within the author.
struct Signer {
  crypto::Hash key_id;
  std::string holder;
};

struct BlockContext {
  std::string chain_id;
  std::uint64_t height = 0;
  // Block time, milliseconds since 1970.
  std::int64_t time_ms = 0;
  Flags flags;
  // Root of the log before this block.
  crypto::Hash log_root_before;
};

struct OperationContext {
  const BlockContext& block;
  crypto::Hash transaction_id;
  // Position of the operation in the transaction.
  std::uint32_t index = 0;
  // `participants/{id}` and its id alone.
  std::string author;
  std::string author_id;
  // Signatures whose key may sign for this operation, ascending by key id; their distinct holders
  // meet the author's threshold.
  std::vector<Signer> signers;
  // The whole transaction: an operation may name what an earlier one creates by its index.
  const v1::TransactionBody& body;

  std::int64_t time_ms() const { return block.time_ms; }
  EventStamp stamp() const { return {block.time_ms, author}; }
  // Id of the object that this operation creates at `position`.
  Id NewId(std::uint16_t position = 0) const {
    return DeriveId(transaction_id, static_cast<std::uint16_t>(index), position);
  }
  // Id of the object that the earlier operation `operation` of this transaction creates.
  Id IdOfOperation(std::uint32_t operation) const {
    return DeriveId(transaction_id, static_cast<std::uint16_t>(operation), 0);
  }
};

// Copies the key ids of the signers into a record's `signed_by`.
template <class Record>
void RecordSigners(const OperationContext& context, Record& record) {
  for (const auto& signer : context.signers) record.add_signed_by(signer.key_id.str());
}

}  // namespace tanji::ledger
