// An inventory made ready for arithmetic: every factor found, every unit reconciled, and each cell
// a sum of products. Nothing of it is rounded.
//
//   cell = sum over terms of constant x product of ranged values [x power]
//
// Whatever has no range is multiplied into the constants, as are units, allocation, spreading and
// the output; so what is left in a term is exactly what a range can move (D2).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/rational.h"
#include "tanji/v1/footprints.pb.h"

namespace tanji::ledger {

// A factor or an amount with a range.
struct RangedValue {
  Rational value, low, high;
};
using RangedIndex = std::size_t;  // in Plan::ranged

struct Term {
  Rational constant{1};
  std::vector<RangedIndex> ranged;
};

// (1 + sum of terms)^exponent: SFo of rice (D3).
struct PlannedPower {
  std::vector<Term> terms;
  Term exponent;
  // For refusals: the model's field and the exponent's name.
  std::string field;
  std::string exponent_factor;
};

struct PlannedCell {
  std::size_t line = 0;
  v1::CellComponent component = v1::CELL_COMPONENT_UNSPECIFIED;
  v1::Gas gas = v1::GAS_UNSPECIFIED;
  v1::PactComponent pact = v1::PACT_COMPONENT_UNSPECIFIED;
  // kg of gas per unit.
  std::vector<Term> terms;
  std::optional<std::size_t> power;  // in Plan::powers
  Rational gwp{1};
  // Of an upstream footprint in the same GWP set: its CO2e as published, not from its rounded mass.
  std::optional<Rational> co2e;
};

struct PlannedApart {
  std::size_t line = 0;
  v1::ApartKind kind = v1::APART_KIND_UNSPECIFIED;
  // kgCO2 per unit, signed.
  Rational co2;
};

struct PlannedFactor {
  std::string name;
  std::optional<RangedIndex> ranged;
};

struct Plan {
  std::vector<RangedValue> ranged;
  std::vector<PlannedPower> powers;
  // By line, component, gas, PACT component.
  std::vector<PlannedCell> cells;
  std::vector<PlannedApart> apart;
  // Ascending by name.
  std::vector<PlannedFactor> factors;
  // By line: what of it has a range.
  std::vector<std::vector<RangedIndex>> ranged_of_line;
  Rational output_kg;
  std::uint32_t depth = 1;
  std::size_t upstream_count = 0;
};

}  // namespace tanji::ledger
