// From operations to an entry in the ledger: build, show, ask, sign, submit, report. Every command
// that writes ends here.
#pragma once

#include <vector>

#include "client/cli/session.h"
#include "client/sdk/submitted.h"
#include "client/sdk/transaction.h"
#include "tanji/v1/transaction_service.pb.h"

namespace tanji::client::cli {

// One transaction of these operations, all or none. With --out it is signed and written to a file;
// otherwise submitted, and a refusal by the ledger is an Error.
Result<Exit> WriteOperations(Session& session, const std::vector<v1::Operation>& operations);

// The same for one operation, filled in by the caller:
//   return WriteOperation(session, [&](v1::Operation& op) { *op.mutable_retire_key() = ...; });
template <class FillIn>
Result<Exit> WriteOperation(Session& session, FillIn fill_in) {
  std::vector<v1::Operation> operations(1);
  fill_in(operations.front());
  return WriteOperations(session, operations);
}

// The chain id to sign for: that of the trusted ledger, or with --out of --ledger alone, so that a
// machine that never sees a network can sign.
Result<std::string> ChainToSignFor(Session& session);

// When a transaction that is made now expires: as --expire says, else after ten minutes, or with
// --out after most of a day.
Result<std::int64_t> ExpireTime(const Session& session);

// The body of a transaction of these operations, whose form is right, to be signed.
Result<std::string> BuildBody(const Session& session, const std::string& chain_id,
                              const std::string& author,
                              const std::vector<v1::Operation>& operations);

// What --wait asks for.
v1::Wait WantedWait(const Session& session);

// Shows the transaction and asks; kNotConfirmed unless the person agrees.
Done ShowAndConfirm(Session& session, const OpenTransaction& transaction, const Text& question);

// Sends a finished transaction and reports.
Result<Exit> SubmitAndReport(Session& session, const OpenTransaction& transaction);

// Prints what became of a transaction. Its names of new objects follow from `body`.
void Report(Session& session, const Submitted& submitted, const v1::TransactionBody& body);

// The names of the objects that the operations of a transaction make, by operation; empty where one
// makes none, and for labels, whose names follow from the ledger too (product_labels/released.h).
std::vector<std::string> CreatedNames(const crypto::Hash& id, const v1::TransactionBody& body);

// "Verified: …" for a checkpoint, and the same for JSON.
std::string VerifiedLine(const Session& session, const crypto::VerifiedCheckpoint& log);
Session::Json VerifiedJson(const crypto::VerifiedCheckpoint& log);

}  // namespace tanji::client::cli
