// The node's figures for Prometheus. Names and labels are a contract with dashboards and alarms:
// they are added to, never renamed.
#pragma once

#include <string>

#include "ledger/storage/store.h"
#include "node/http/server.h"
#include "node/pipeline/pipeline.h"

namespace tanji::node {

struct MetricsSources {
  const Pipeline* pipeline = nullptr;
  const ledger::Store* store = nullptr;
  const HttpCounters* http = nullptr;
  std::string version;
};

// Prometheus text format, version 0.0.4. Thread-safe.
std::string MetricsText(const MetricsSources& sources);

}  // namespace tanji::node
