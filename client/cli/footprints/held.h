// Footprints as the ledger holds them, every record proved.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "client/sdk/proved_state.h"
#include "tanji/v1/footprints.pb.h"

namespace tanji::client::cli {

struct HeldFootprint {
  v1::Footprint footprint;
  v1::FootprintProgress progress;
  // Of a declared one.
  std::optional<v1::FootprintResult> result;
};

// `name` is well-formed; nullopt: proved absent.
Result<std::optional<HeldFootprint>> FindFootprint(ProvedState& state, const std::string& name);

// FootprintProgress.lines_digest of a footprint with exactly these lines.
std::string DigestOfLines(std::span<const v1::InventoryLine> lines);

}  // namespace tanji::client::cli
