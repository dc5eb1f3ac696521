// A whole node in one object: store, ledger, pipeline, gRPC and HTTP, put together from a
// configuration and taken apart in the right order.
#pragma once

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include <functional>
#include <memory>
#include <string>

#include "node/config/config.h"
#include "node/grpc/server.h"
#include "node/http/server.h"
#include "node/pipeline/pipeline.h"

namespace tanji::node {

struct NodeOptions {
  // The operator's word that the clock is right.
  bool accept_clock = false;
  std::string version;
  // Called from any thread when the node must stop: what is on disk is unknown.
  std::function<void(const absl::Status&)> on_fatal;
  // Told of failures of the machine that cost single calls. Thread-safe.
  std::function<void(const absl::Status&)> on_failure;
};

class Node {
 public:
  // Opens the store, which from then on is this process's alone, and checks it. Errors: NotFound
  // (no store), FailedPrecondition (in use), DataLoss (the store contradicts itself).
  static absl::StatusOr<std::unique_ptr<Node>> Open(const Config& config, NodeOptions options);
  // Starts the pipeline and the servers. Once. Errors: InvalidArgument (keys that are not this
  // node's), Unavailable (an address in use), PermissionDenied (a key file that others may read).
  absl::Status Serve(const Config& config);
  // Stops without a grace for calls under way if Stop() was not called.
  ~Node();

  const std::string& chain_id() const { return ledger_->chain_id(); }
  const Endpoint& grpc_endpoint() const { return grpc_->endpoint(); }
  // Null where HTTP is off.
  const Endpoint* http_endpoint() const { return http_ ? &http_->endpoint() : nullptr; }
  const Pipeline& pipeline() const { return *pipeline_; }
  const ledger::Store& store() const { return *store_; }

  // Finishes what is under way, takes nothing new. Idempotent.
  void Stop();

 private:
  explicit Node(NodeOptions options) : options_(std::move(options)) {}

  absl::Status OpenLedger(const Config& config);
  absl::Status StartPipeline(const Config& config);
  absl::Status StartServers(const Config& config);
  absl::StatusOr<SignerKeys> LoadKeys(const Config& config) const;

  const NodeOptions options_;
  // In the order in which they come up; they go down the other way round.
  std::unique_ptr<ledger::Store> store_;
  std::unique_ptr<ledger::Ledger> ledger_;
  std::unique_ptr<CheckpointSigner> signer_;
  std::unique_ptr<Pipeline> pipeline_;
  HttpCounters http_counters_;
  std::unique_ptr<HttpServer> http_;
  std::unique_ptr<GrpcServer> grpc_;
};

}  // namespace tanji::node
