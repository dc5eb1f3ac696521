// The mass of goods: what a harvest weighs, what a lot holds, what a label covers.
#pragma once

#include <compare>
#include <optional>

#include "ledger/base/decimal.h"
#include "ledger/base/quantity.h"

namespace tanji::ledger {

// Kilograms, never negative, to 10^-9. A type of its own so that no other number can be taken for a
// mass where mass must be conserved.
class Mass {
 public:
  constexpr Mass() = default;  // 0 kg
  // nullopt if negative.
  static constexpr std::optional<Mass> FromKilograms(Decimal kilograms) {
    if (kilograms.IsNegative()) return std::nullopt;
    return Mass(kilograms);
  }
  // From any unit of plain mass (t, kg, 斤), rounded once, half-even, to 10^-9 kg. nullopt for
  // another dimension, a substance ("kg N" is not goods), a negative amount or one out of range.
  static std::optional<Mass> FromQuantity(const Quantity& quantity);

  constexpr Decimal kilograms() const { return kilograms_; }
  constexpr bool IsZero() const { return kilograms_.IsZero(); }
  constexpr auto operator<=>(const Mass&) const = default;

 private:
  explicit constexpr Mass(Decimal kilograms) : kilograms_(kilograms) {}
  Decimal kilograms_;
};

// nullopt if out of range.
std::optional<Mass> Add(Mass a, Mass b);
// nullopt if more is taken than there is.
std::optional<Mass> Subtract(Mass from, Mass taken);

}  // namespace tanji::ledger
