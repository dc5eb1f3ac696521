// The numbers of a Plan: each cell rounded once (D1), and how far each ranged value moves the whole
// (D2), found by reckoning again only the cells that it touches.
#pragma once

#include <span>
#include <vector>

#include "ledger/base/decimal.h"
#include "ledger/base/outcome.h"
#include "ledger/modules/footprints/reckon/plan.h"

namespace tanji::ledger {

struct CellValue {
  // kg of gas and kgCO2e per unit.
  Decimal mass, co2e;
  // Whether anything in it has a range.
  bool ranged = false;
};

// What the footprint loses and gains with one ranged value at its bounds; never negative.
struct Shift {
  Decimal down, up;
};

struct Evaluated {
  // As in Plan::cells.
  std::vector<CellValue> cells;
  Decimal total;
  // As in Plan::ranged.
  std::vector<Shift> shifts;
  Decimal low, high;
};

// `lines` are for the field names in refusals. CODE_FOOTPRINT_OVERFLOW, CODE_POWER_INEXACT,
// CODE_EXPONENT_UNUSABLE; `out` counts only if the outcome is OK.
Outcome Evaluate(const Plan& plan, std::span<const v1::InventoryLine> lines, Evaluated& out);

}  // namespace tanji::ledger
