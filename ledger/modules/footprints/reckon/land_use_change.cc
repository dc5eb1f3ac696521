#include "ledger/modules/footprints/reckon/land_use_change.h"

#include <algorithm>

namespace tanji::ledger {
namespace {

// Beyond the last date there is nothing to charge.
Date YearsAfter(const Date& date, int years) {
  return AddYears(date, years).value_or(Date{kMaxYear, 12, 31});
}

}  // namespace

Rational YearsCharged(const Date& first, const Date& last, const Date& conversion) {
  const Date from = std::max(first, conversion);
  const Date until =
      std::min(AddDays(last, 1).value_or(last), YearsAfter(conversion, kYearsOfConversion));
  if (from >= until) return Rational();
  int whole = 0;
  while (whole < kYearsOfConversion && YearsAfter(from, whole + 1) <= until) ++whole;
  const auto begun = DaysSinceEpoch(YearsAfter(from, whole));
  const auto rest = DaysSinceEpoch(until) - begun;
  if (rest == 0) return Rational(whole);
  return Rational(whole) + Rational(rest, DaysSinceEpoch(YearsAfter(from, whole + 1)) - begun);
}

}  // namespace tanji::ledger
