// How much of a conversion of land falls on a period. Pure functions, thread-safe.
#pragma once

#include "ledger/base/date.h"
#include "ledger/base/rational.h"

namespace tanji::ledger {

// A conversion is charged in equal yearly shares over this many years.
inline constexpr int kYearsOfConversion = 20;

// Years of the period, from `first` to `last` inclusive, that lie within twenty years from the day
// of conversion. Whole years are counted from the first day that is charged; the rest counts by its
// days in the year that it begins: 115 / 365. 0 if none is charged.
Rational YearsCharged(const Date& first, const Date& last, const Date& conversion);

}  // namespace tanji::ledger
