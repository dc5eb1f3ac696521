// What a reckoning needs from the state.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "ledger/modules/footprints/reckon/reckon.h"
#include "ledger/state/reader.h"

namespace tanji::ledger {

struct Inputs {
  std::map<std::string, v1::Factor, std::less<>> factors;
  v1::GwpSet gwp_set;
  std::map<std::string, UpstreamValue, std::less<>> upstream;

  // Ascending.
  std::vector<std::string> upstream_names() const;
};

// All that the inventory names, each usable at `time_ms`: what FindUsableFactor and FindGwpSet
// refuse, and of an upstream footprint CODE_NOT_FOUND, CODE_FOOTPRINT_IS_DRAFT (itself included),
// CODE_NOT_IN_FORCE, naming what of it or below it is not. Fields are named by line,
// `lines[fert-urea]`.
Outcome ReadInputs(const StateReader& reader, const v1::InventoryHeader& header,
                   std::span<const v1::InventoryLine> lines, std::int64_t time_ms, Inputs& out);

}  // namespace tanji::ledger
