#include "client/sdk/submitted.h"

#include <algorithm>
#include <cassert>

#include "client/sdk/faults.h"
#include "client/sdk/status_details.h"
#include "client/sdk/transaction.h"
#include "crypto/hash/hex.h"
#include "crypto/wire/strict_check.h"
#include "tanji/v1/log.pb.h"

namespace tanji::client {
namespace {

Error Mismatch() {
  return Error(ErrorKind::kUnverified, v1::CODE_RECEIPT_MISMATCH);
}

Error AnotherTransaction(const crypto::Hash& id, std::string_view found) {
  return Error(kWrongTransaction, {{"id", id.Hex()}, {"found", crypto::ToHex(found)}});
}

Submitted CopyClaims(const v1::SubmitResult& result, const crypto::Hash& id) {
  Submitted out;
  out.id = id;
  out.fate = result.fate();
  out.code = result.code();
  if (result.has_refused_operation()) out.refused_operation = result.refused_operation();
  out.detail.assign(result.detail().begin(), result.detail().end());
  std::sort(out.detail.begin(), out.detail.end());
  if (result.has_index()) out.index = result.index();
  out.entry = result.entry();
  return out;
}

// The transaction entry of a logged result.
Result<v1::TransactionEntry> EntryOf(const v1::SubmitResult& result) {
  const Error malformed(kEntryMalformed, {{"index", std::to_string(result.index())}});
  if (!result.has_index() || result.entry().empty()) return Mismatch();
  if (crypto::CheckStrict(result.entry(), v1::LogEntry::descriptor())) return malformed;
  v1::LogEntry entry;
  if (!entry.ParseFromString(result.entry()) || !entry.has_transaction()) return malformed;
  return std::move(*entry.mutable_transaction());
}

// What the receipt in the log says must be what the node says.
Done CheckReceipt(const v1::SubmitResult& result, const v1::Receipt& receipt) {
  const bool applied = receipt.code() == v1::CODE_OK;
  const bool same = receipt.code() == result.code() &&
                    receipt.has_refused_operation() == result.has_refused_operation() &&
                    receipt.refused_operation() == result.refused_operation() &&
                    receipt.has_refused_operation() == !applied &&
                    result.fate() == (applied ? v1::FATE_APPLIED : v1::FATE_FAILED);
  if (!same) return Mismatch();
  return {};
}

}  // namespace

Result<Submitted> CheckSubmitResult(const v1::SubmitResult& result, const crypto::Hash& id,
                                    bool needs_proof, const Trust& trust) {
  if (result.transaction_id() != id.view()) return AnotherTransaction(id, result.transaction_id());
  Submitted out = CopyClaims(result, id);
  if (result.fate() == v1::FATE_DROPPED) {
    if (result.code() == v1::CODE_OK || result.has_index()) return Mismatch();
    return out;
  }
  TANJI_ASSIGN(const v1::TransactionEntry entry, EntryOf(result));
  v1::Transaction transaction;
  if (!transaction.ParseFromString(entry.transaction())) {
    return Error(kEntryMalformed, {{"index", std::to_string(result.index())}});
  }
  const crypto::Hash found = TransactionId(transaction.body());
  if (found != id) return AnotherTransaction(id, found.view());
  TANJI_TRY(CheckReceipt(result, entry.receipt()));
  if (result.log_proof().empty()) {
    if (needs_proof) return Error(kProofMissing, {{"id", id.Hex()}});
    return out;
  }
  TANJI_ASSIGN(CheckedProof proof, CheckLogProof(result.log_proof(), result.entry(), trust));
  if (proof.index != result.index()) {
    return Error(kWrongIndex, {{"index", std::to_string(result.index())},
                               {"proved", std::to_string(proof.index)}});
  }
  out.proof = std::make_shared<const CheckedProof>(std::move(proof));
  return out;
}

Error RefusalOf(const Submitted& submitted) {
  assert(!submitted.applied());
  return Error(KindOf(submitted.code), submitted.code, submitted.detail);
}

}  // namespace tanji::client
