// The gRPC server of a node: all services, health (grpc.health.v1) and reflection.
#pragma once

#include <absl/status/statusor.h>

#include <chrono>
#include <memory>

#include "node/config/config.h"
#include "node/grpc/serving.h"

namespace tanji::node {

// Of a request.
inline constexpr int kMaxRequestBytes = 8 << 20;
// Of an answer: a page of the longest records fits.
inline constexpr int kMaxResponseBytes = 32 << 20;

class GrpcServer {
 public:
  // Listens and serves until Stop(). Unavailable if the address cannot be had.
  static absl::StatusOr<std::unique_ptr<GrpcServer>> Start(const GrpcConfig& config,
                                                           ServiceSources sources);
  ~GrpcServer();

  // With the actual port.
  const Endpoint& endpoint() const { return endpoint_; }

  // Reports NOT_SERVING, ends the streams, takes no new calls, and waits up to `grace` for those
  // under way, which need the pipeline. Idempotent.
  void Stop(std::chrono::milliseconds grace);

 private:
  struct Impl;
  GrpcServer(std::unique_ptr<Impl> impl, Endpoint endpoint);

  std::unique_ptr<Impl> impl_;
  Endpoint endpoint_;
};

}  // namespace tanji::node
