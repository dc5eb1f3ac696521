// Fractional powers, exactly rounded: rule D3 of the computation rules. Their only use is the
// exponent 0.59 of the organic amendments of rice fields (IPCC 2019 Refinement, Vol. 4, eq. 5.3).
#pragma once

#include <optional>

#include "ledger/base/decimal.h"

namespace tanji::ledger {

inline constexpr int kMaxRootDegree = 100;

// x^(p/q), the nearest Decimal. With x = n * 10^-9 it is found on whole numbers alone:
// y = floor((n^p * 10^(9(q-p)))^(1/q)), then y + 1 if (2y+1)^q < 2^q * n^p * 10^(9(q-p)).
// 0 < p <= q <= kMaxRootDegree (asserted); nullopt if x is negative. The result is never out of
// range.
std::optional<Decimal> Power(Decimal x, int p, int q);

}  // namespace tanji::ledger
