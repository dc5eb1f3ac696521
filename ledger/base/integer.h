// Unbounded whole numbers, and what they are to rationals. The only header that includes
// Boost.Multiprecision, which costs seconds of compile time: most code needs rational.h alone.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <optional>

#include "ledger/base/decimal.h"
#include "ledger/base/rational.h"

namespace tanji::ledger {

using Integer = boost::multiprecision::cpp_int;

Integer ToInteger(Int128 value);
// nullopt beyond 127 bits.
std::optional<Int128> ToInt128(const Integer& value);

// Largest r with r * r <= n; `n` is not negative (asserted).
Integer IntegerSquareRoot(const Integer& n);

Rational ToRational(const Integer& value);
// `denominator` is not 0 (asserted).
Rational Ratio(const Integer& numerator, const Integer& denominator);

Integer Numerator(const Rational& value);
// Positive, without a common factor with the numerator.
Integer Denominator(const Rational& value);

// Largest whole number not above `value`.
Integer Floor(const Rational& value);
// Nearest whole number; of two equally near ones the even one.
Integer RoundHalfEven(const Rational& value);

// What a Rational keeps behind its pointer.
struct RationalValue {
  boost::multiprecision::cpp_rational number;
};

}  // namespace tanji::ledger
