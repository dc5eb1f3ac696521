// Refusals and failures as gRPC has them. A refusal carries a tanji.v1.ErrorStatus with an
// ErrorInfo (AIP-193) in the trailer `grpc-status-details-bin`: reason = the code's name, domain =
// the chain id, metadata = the parameters with `message_zh` and `message_en`.
#pragma once

#include <absl/status/status.h>
#include <grpcpp/support/status.h>

#include <string_view>

#include "ledger/base/outcome.h"

namespace tanji::node {

// OK for CODE_OK.
grpc::Status ToGrpc(const ledger::Outcome& outcome, std::string_view chain_id);

// A failure of the machine: what it is stays in the node's log.
grpc::Status StorageFailed();

// The status code under which a refusal travels.
grpc::StatusCode StatusCodeOf(v1::Code code);

}  // namespace tanji::node
