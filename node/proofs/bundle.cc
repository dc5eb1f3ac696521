#include "node/proofs/bundle.h"

#include "crypto/note/tlog_proof.h"
#include "crypto/tree/format.h"
#include "crypto/tree/ics23.h"
#include "ledger/answers/answer.h"
#include "ledger/answers/bundle.h"
#include "ledger/answers/closure.h"
#include "ledger/state/record.h"
#include "node/proofs/receipt.h"

namespace tanji::node {
namespace {

// Exactly the records that the answer asks for, and the neighbours of those that are absent.
absl::StatusOr<std::string> ProveRecords(const ServedState& served,
                                         const std::vector<std::string>& keys) {
  const crypto::ValueSource values = [&](std::string_view key) -> absl::StatusOr<std::string> {
    auto record = served.view->Get(key);
    if (!record) return absl::DataLossError("the state tree holds a key that the state does not");
    return *std::move(record);
  };
  return crypto::ProveBatch(served.tree, keys, values);
}

ledger::Outcome TooLarge(std::size_t bytes) {
  return ledger::Refuse(
      v1::CODE_BUNDLE_TOO_LARGE,
      {{"size", std::to_string(bytes)}, {"limit", std::to_string(ledger::kMaxBundleBytes)}});
}

}  // namespace

absl::StatusOr<BundleAnswer> BuildBundle(const ServedState& served, const v1::Question& question,
                                         bool as_of) {
  const ledger::RecordingReader reader(*served.view);
  v1::Answer unused;
  auto outcome = ledger::AnswerQuestion(question, served.header.time(), reader, unused);
  if (!outcome.ok()) return BundleAnswer{std::move(outcome), ""};

  auto state_proof = ProveRecords(served, reader.keys());
  if (absl::IsResourceExhausted(state_proof.status())) {
    return BundleAnswer{TooLarge(crypto::kMaxBatchBytes), ""};
  }
  if (!state_proof.ok()) return state_proof.status();
  auto log_proof = ProveEntry(served, served.log_size - 1);
  if (!log_proof.ok()) return log_proof.status();

  v1::ProofBundle bundle;
  *bundle.mutable_question() = question;
  bundle.set_state_proof(*std::move(state_proof));
  bundle.set_block_entry(served.block_entry);
  bundle.set_log_proof(*std::move(log_proof));
  bundle.set_as_of(as_of);
  BundleAnswer answer{ledger::Outcome::Ok(), ledger::EncodeRecord(bundle)};
  if (answer.bundle.size() > ledger::kMaxBundleBytes) {
    return BundleAnswer{TooLarge(answer.bundle.size()), ""};
  }
  return answer;
}

}  // namespace tanji::node
