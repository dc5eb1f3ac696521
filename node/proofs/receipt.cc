#include "node/proofs/receipt.h"

#include <cassert>

#include "crypto/note/tlog_proof.h"
#include "ledger/engine/log_reader.h"

namespace tanji::node {

absl::StatusOr<std::string> ProveEntry(const ServedState& served, std::uint64_t index) {
  auto hashes = crypto::ProveInclusion(index, served.log_size, ledger::StoredHashes(*served.view));
  if (!hashes.ok()) return hashes.status();
  return crypto::TlogProof{index, *std::move(hashes), served.checkpoint}.Print();
}

absl::StatusOr<std::string> ProveReceipt(const Submitted& submitted) {
  assert(submitted.index && submitted.served);
  const auto& served = *submitted.served;
  const bool at_hand =
      submitted.block != nullptr && submitted.block->frontier.size() == served.log_size;
  if (!at_hand) return ProveEntry(served, *submitted.index);
  return crypto::TlogProof{*submitted.index, ProveInBlock(*submitted.block, *submitted.index),
                           served.checkpoint}
      .Print();
}

}  // namespace tanji::node
