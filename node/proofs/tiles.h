// The log as C2SP tlog-tiles, cut out of the store for HTTP and gRPC alike.
#pragma once

#include <absl/status/statusor.h>

#include <optional>
#include <string>

#include "crypto/log/tile.h"
#include "node/pipeline/served_state.h"

namespace tanji::node {

// The bytes of a hash tile or entry bundle. nullopt where the log under `served.checkpoint` does
// not reach that far: a tile is as wide as was asked, never wider and never narrower. An error is
// the store's. Thread-safe.
absl::StatusOr<std::optional<std::string>> ReadTile(const ServedState& served,
                                                    const crypto::ParsedTilePath& path);

}  // namespace tanji::node
