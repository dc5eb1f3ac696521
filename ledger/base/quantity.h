// An amount with its unit, exact: what a computation carries from line to line.
#pragma once

#include <optional>

#include "ledger/base/rational.h"
#include "ledger/base/unit.h"

namespace tanji::ledger {

struct Quantity {
  Rational amount;
  Unit unit;
};

// The same quantity in another unit, exactly. nullopt if the dimensions differ.
std::optional<Quantity> Convert(const Quantity& quantity, const Unit& to);

// a * b in the unit `in`, as 1000 kWh * 0.5366 kgCO2/kWh in kgCO2. nullopt if the dimensions of the
// factors do not multiply to that of `in`.
std::optional<Quantity> Product(const Quantity& a, const Quantity& b, const Unit& in);

}  // namespace tanji::ledger
