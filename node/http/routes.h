// Which resource each path names:
//
//   /checkpoint               newest checkpoint with a quorum (C2SP tlog-checkpoint)
//   /tile/<L>/<N>[.p/<W>]     hash tiles, and
//   /tile/entries/<N>[.p/<W>] entry bundles (C2SP tlog-tiles)
//   /metrics                  Prometheus text format
//   /healthz                  200 while the process serves at all
//   /readyz                   200 while the node takes writes, else 503 and why not
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "node/http/answer.h"
#include "node/pipeline/served_state.h"

namespace tanji::node {

// Why the node is not ready, in both languages.
struct NotReady {
  std::string zh, en;
};

// What the routes answer from. Everything is thread-safe and outlives them.
struct RouteSources {
  const ServedStates* served = nullptr;
  std::function<std::string()> metrics;
  std::function<std::optional<NotReady>()> not_ready;
};

class Routes {
 public:
  explicit Routes(RouteSources sources) : sources_(std::move(sources)) {}

  // `target` as it stands in the request line of a GET or HEAD. A path is written in one way only:
  // no query, no escapes, no doubled slashes.
  HttpAnswer Answer(std::string_view target) const;

 private:
  HttpAnswer Checkpoint() const;
  HttpAnswer Tile(std::string_view path) const;
  HttpAnswer Ready() const;

  RouteSources sources_;
};

}  // namespace tanji::node
