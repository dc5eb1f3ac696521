// What all services of a node share.
#pragma once

#include <absl/status/status.h>

#include <atomic>
#include <functional>
#include <string>

#include "node/grpc/connection_quota.h"
#include "node/grpc/size_gate.h"
#include "node/pipeline/pipeline.h"

namespace tanji::node {

// What the services answer from. Everything outlives the server.
struct ServiceSources {
  Pipeline* pipeline = nullptr;
  std::string chain_id;
  // Of this node, in the genesis.
  std::string node_id;
  std::string version;
  // Told of failures of the machine, which clients are not told of. Thread-safe.
  std::function<void(const absl::Status&)> on_failure;
};

struct Serving {
  Serving(ServiceSources from, QueueBounds per_connection, std::int64_t watchers_bound)
      : sources(std::move(from)),
        gate(sources.pipeline->served()),
        quota(per_connection),
        max_watchers(watchers_bound) {}

  const ServiceSources sources;
  SizeGate gate;
  ConnectionQuota quota;
  const std::int64_t max_watchers;
  std::atomic<std::int64_t> watchers{0};
  // Set once the server begins to stop: streams then end themselves.
  std::atomic<bool> stopping{false};
};

}  // namespace tanji::node
