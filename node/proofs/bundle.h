// Proof bundles: one file that answers one question, offline (ARCHITECTURE section 3).
#pragma once

#include <absl/status/statusor.h>

#include <string>

#include "ledger/base/outcome.h"
#include "node/pipeline/served_state.h"
#include "tanji/v1/proof.pb.h"

namespace tanji::node {

struct BundleAnswer {
  // Why there is no bundle: a question that is malformed, that asks about the future of the state,
  // or whose answer is too large to prove. CODE_OK: there is one.
  ledger::Outcome refusal;
  // A ProofBundle.
  std::string bundle;
};

// The bundle that answers `question` under the checkpoint of `served`. `as_of`: it is shown as
// history. An error is the store's. Thread-safe.
absl::StatusOr<BundleAnswer> BuildBundle(const ServedState& served, const v1::Question& question,
                                         bool as_of);

}  // namespace tanji::node
