// What a failed call says: the gRPC status with its details as an Error in the user's language.
#pragma once

#include <string>
#include <string_view>

#include "client/sdk/error.h"

namespace tanji::client {

// The parts of a gRPC status; the numbers of `code` are gRPC's.
struct FailedCall {
  int code = 0;
  std::string message;
  // Trailer grpc-status-details-bin: a serialised ErrorStatus, or empty.
  std::string details;
};

// Which exit code a refusal of the ledger leads to: most are refusals, some say that this node
// cannot answer now, some that the question was wrong.
ErrorKind KindOf(v1::Code code);

// `node` and `timeout_ms` are for messages. A code that this program knows is rendered here, in the
// user's language; of a newer one the node's own texts are passed on.
Error ErrorOf(const FailedCall& call, const std::string& node, std::int64_t timeout_ms);

}  // namespace tanji::client
