// What became of a transaction, as clients are told.
#pragma once

#include <absl/status/status.h>

#include "node/pipeline/submission.h"
#include "tanji/v1/transaction_service.pb.h"

namespace tanji::node {

// Everything but the proof of the entry.
void FillResult(const Submitted& submitted, v1::SubmitResult& out);

// Likewise with the proof, if the transaction was logged and `wait` asks for it. An error is the
// store's. Thread-safe.
absl::Status FillResult(const Submitted& submitted, WaitFor wait, v1::SubmitResult& out);

}  // namespace tanji::node
