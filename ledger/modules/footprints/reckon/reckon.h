// The result of an inventory, exactly: rules D1 (cells), D2 (range), D3 (powers) and D4 (shares) of
// the computation rules, and the farm models of the IPCC 2019 Refinement. A pure function of its
// input: no state, no clock; the same bytes on every machine. Thread-safe.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "ledger/base/outcome.h"
#include "tanji/v1/factors.pb.h"
#include "tanji/v1/footprints.pb.h"

namespace tanji::ledger {

// An inventory with upstream footprints is one deeper than the deepest of them.
inline constexpr std::uint32_t kMaxFootprintDepth = 4;

// A declared footprint that another one names.
struct UpstreamValue {
  // Its parts by gas and PACT component are what is carried on; its range is not: its value enters
  // as one that has no range.
  v1::FootprintResult result;
  v1::FootprintBoundary boundary = v1::FOOTPRINT_BOUNDARY_UNSPECIFIED;
  // `gwpSets/{id}` that it was reckoned with. In another set than the inventory's, what is split by
  // gas is reckoned again from its masses, and the rest is carried unchanged, as with factors.
  std::string gwp_set;
};

struct ReckonInput {
  // Have passed CheckInventory and what it demands.
  const v1::InventoryHeader& header;
  std::span<const v1::InventoryLine> lines;
  // By name: those of ReferencesOf at least.
  const std::map<std::string, v1::Factor, std::less<>>& factors;
  // The header's.
  const v1::GwpSet& gwp_set;
  const std::map<std::string, UpstreamValue, std::less<>>& upstream;
};

struct Reckoned {
  // `closure_count` is the caller's to fill.
  v1::FootprintResult result;
  // One per line of the inventory, in its order.
  std::vector<v1::FootprintLineResult> lines;
  // Ascending by name.
  std::vector<v1::FactorReference> factors;
};

// Refuses what cannot be reckoned: a factor of a kind, unit or boundary that
// does not belong there, a value or a GWP that is not known, what leaves the range of a Decimal.
// `out` counts only if the outcome is OK.
Outcome Reckon(const ReckonInput& input, Reckoned& out);

}  // namespace tanji::ledger
