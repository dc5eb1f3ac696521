#include "ledger/base/quantity.h"

namespace tanji::ledger {

std::optional<Quantity> Convert(const Quantity& quantity, const Unit& to) {
  if (quantity.unit.dimension() != to.dimension()) return std::nullopt;
  return Quantity{quantity.amount * quantity.unit.ratio() / to.ratio(), to};
}

std::optional<Quantity> Product(const Quantity& a, const Quantity& b, const Unit& in) {
  Dimension dimension = a.unit.dimension();
  for (const auto& [base, exponent] : b.unit.dimension()) {
    if ((dimension[base] += exponent) == 0) dimension.erase(base);
  }
  if (dimension != in.dimension()) return std::nullopt;
  return Quantity{a.amount * b.amount * a.unit.ratio() * b.unit.ratio() / in.ratio(), in};
}

}  // namespace tanji::ledger
