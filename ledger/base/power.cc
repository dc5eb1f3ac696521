#include "ledger/base/power.h"

#include <algorithm>
#include <cassert>

#include "ledger/base/integer.h"

namespace tanji::ledger {
namespace {

Integer IntegerPower(const Integer& base, int exponent) {
  return boost::multiprecision::pow(base, static_cast<unsigned>(exponent));
}

// Largest y <= high with y^degree <= n, by bisection; 0^degree <= n.
Integer IntegerRoot(const Integer& n, int degree, Integer high) {
  Integer low = 0;
  while (low < high) {
    const Integer middle = (low + high + 1) / 2;
    if (IntegerPower(middle, degree) <= n) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

}  // namespace

std::optional<Decimal> Power(Decimal x, int p, int q) {
  assert(p > 0 && p <= q && q <= kMaxRootDegree);
  if (x.IsNegative()) return std::nullopt;
  const Integer n = ToInteger(x.units());
  const Integer one = Decimal::kUnitsPerOne;
  const Integer radicand = IntegerPower(n, p) * IntegerPower(one, q - p);

  // A power between 0 and 1 lies between x and 1.
  Integer y = IntegerRoot(radicand, q, std::max(n, one));
  // There is no tie to break: the left side is odd and the right side even.
  if (IntegerPower(2 * y + 1, q) < (radicand << q)) ++y;
  return Decimal::FromUnits(ToInt128(y).value());
}

}  // namespace tanji::ledger
