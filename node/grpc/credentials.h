// How the gRPC server proves who it is.
#pragma once

#include <absl/status/statusor.h>

#include <memory>

#include "node/config/config.h"

namespace grpc {
class ServerCredentials;
}

namespace tanji::node {

// Plaintext, TLS, or TLS with client certificates, as configured. The files are checked now and
// read again within a minute when they change. InvalidArgument for files that are not a certificate
// with its key; PermissionDenied for a key that others may read.
absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> MakeCredentials(const GrpcConfig& config);

}  // namespace tanji::node
