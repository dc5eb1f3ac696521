// Units of measurement with exact ratios, and the texts by which tables and records name them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ledger/base/rational.h"

namespace tanji::ledger {

// Powers of base units that are not 0, such as {"kWh": -1, "kgCO2": 1}. Base units are kg, m2, m3,
// Nm3, MJ, d and km, and the kg of each substance: a kilogram of nitrogen is not one of fertiliser.
using Dimension = std::map<std::string, int>;

inline constexpr std::size_t kMaxUnitText = 64;

// A unit such as "kWh", "kg N", "t.km", "kgCO2e/t.km" or "kgCH4/ha/d":
//
//   unit    = "1" | product *("/" product)
//   product = simple *("." simple)
//   simple  = one of those in unit.cc, or kg, g, mg, t with a substance: "kgCO2e", "kg N"
//
// A simple unit is read in several spellings ("斤" and "jin", "kgN" and "kg N") and written in one:
// records hold the canonical text.
class Unit {
 public:
  // nullopt for what is not in the grammar or longer than kMaxUnitText bytes.
  static std::optional<Unit> Parse(std::string_view text);
  static Unit One();
  static Unit Kilogram();

  // The canonical text; Parse(code()) is this unit.
  const std::string& code() const { return code_; }
  const Dimension& dimension() const { return dimension_; }
  // How many of the product of base units one of this unit is; positive.
  const Rational& ratio() const { return ratio_; }

  bool operator==(const Unit& other) const { return code_ == other.code_; }

 private:
  Unit(std::string code, Dimension dimension, Rational ratio)
      : code_(std::move(code)), dimension_(std::move(dimension)), ratio_(std::move(ratio)) {}

  std::string code_;
  Dimension dimension_;
  Rational ratio_;
};

}  // namespace tanji::ledger
