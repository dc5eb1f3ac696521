#include "node/grpc/submit_result.h"

#include "node/proofs/receipt.h"

namespace tanji::node {
namespace {

v1::Fate FateOf(ledger::Fate fate) {
  switch (fate) {
    case ledger::Fate::kDropped:
      return v1::FATE_DROPPED;
    case ledger::Fate::kFailed:
      return v1::FATE_FAILED;
    case ledger::Fate::kApplied:
      return v1::FATE_APPLIED;
  }
  return v1::FATE_UNSPECIFIED;
}

}  // namespace

void FillResult(const Submitted& submitted, v1::SubmitResult& out) {
  const auto& result = submitted.result;
  out.set_transaction_id(submitted.id.str());
  out.set_fate(FateOf(result.fate));
  out.set_code(result.outcome.code());
  if (result.refused_operation) out.set_refused_operation(*result.refused_operation);
  for (const auto& [name, value] : result.outcome.detail()) (*out.mutable_detail())[name] = value;
  if (submitted.index) out.set_index(*submitted.index);
  out.set_entry(submitted.entry);
}

absl::Status FillResult(const Submitted& submitted, WaitFor wait, v1::SubmitResult& out) {
  FillResult(submitted, out);
  if (!submitted.index || wait != WaitFor::kQuorum) return absl::OkStatus();
  auto proof = ProveReceipt(submitted);
  if (!proof.ok()) return proof.status();
  out.set_log_proof(*std::move(proof));
  return absl::OkStatus();
}

}  // namespace tanji::node
