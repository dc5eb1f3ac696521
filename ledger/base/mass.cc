#include "ledger/base/mass.h"

namespace tanji::ledger {

std::optional<Mass> Mass::FromQuantity(const Quantity& quantity) {
  const auto kilograms = Convert(quantity, Unit::Kilogram());
  if (!kilograms || kilograms->amount.sign() < 0) return std::nullopt;
  const auto rounded = RoundToDecimal(kilograms->amount);
  return rounded ? FromKilograms(*rounded) : std::nullopt;
}

std::optional<Mass> Add(Mass a, Mass b) {
  const auto sum = Add(a.kilograms(), b.kilograms());
  return sum ? Mass::FromKilograms(*sum) : std::nullopt;
}

std::optional<Mass> Subtract(Mass from, Mass taken) {
  const auto left = Subtract(from.kilograms(), taken.kilograms());
  return left ? Mass::FromKilograms(*left) : std::nullopt;
}

}  // namespace tanji::ledger
