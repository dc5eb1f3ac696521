// Proof that a transaction's entry is in the log: the C2SP tlog-proof that completes a submission.
#pragma once

#include <absl/status/statusor.h>

#include <cstdint>
#include <string>

#include "node/pipeline/served_state.h"
#include "node/pipeline/submission.h"

namespace tanji::node {

// The tlog-proof of the entry at `index` under the checkpoint of `served`. InvalidArgument if that
// log is not so long; otherwise an error is the store's.
absl::StatusOr<std::string> ProveEntry(const ServedState& served, std::uint64_t index);

// Of a logged submission (asserted). Needs no storage if the block is at hand and is the newest of
// the checkpoint. Thread-safe.
absl::StatusOr<std::string> ProveReceipt(const Submitted& submitted);

}  // namespace tanji::node
