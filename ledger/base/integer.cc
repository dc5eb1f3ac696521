#include "ledger/base/integer.h"

#include <cassert>
#include <cstdint>

namespace tanji::ledger {

// By halves of 64 bits, because Boost's own conversions depend on how the compiler treats __int128.
Integer ToInteger(Int128 value) {
  const bool negative = value < 0;
  __extension__ typedef unsigned __int128 UInt128;
  const UInt128 magnitude = negative ? -static_cast<UInt128>(value) : static_cast<UInt128>(value);
  Integer out = static_cast<std::uint64_t>(magnitude >> 64);
  out <<= 64;
  out += static_cast<std::uint64_t>(magnitude);
  return negative ? Integer(-out) : out;
}

std::optional<Int128> ToInt128(const Integer& value) {
  const Integer magnitude = boost::multiprecision::abs(value);
  const Integer high = magnitude >> 64;
  if (high > INT64_MAX) return std::nullopt;
  const Integer low = magnitude & UINT64_MAX;
  const Int128 out = (static_cast<Int128>(static_cast<std::uint64_t>(high)) << 64) |
                     static_cast<Int128>(static_cast<std::uint64_t>(low));
  return value.sign() < 0 ? -out : out;
}

// Newton's iteration from above: it falls until it has reached the root.
Integer IntegerSquareRoot(const Integer& n) {
  assert(n.sign() >= 0);
  if (n.is_zero()) return 0;
  Integer root = Integer(1) << (boost::multiprecision::msb(n) / 2 + 1);
  while (true) {
    const Integer next = (root + n / root) / 2;
    if (next >= root) return root;
    root = next;
  }
}

Rational ToRational(const Integer& value) {
  return Rational(RationalValue{boost::multiprecision::cpp_rational(value)});
}

Rational Ratio(const Integer& numerator, const Integer& denominator) {
  assert(!denominator.is_zero());
  return Rational(RationalValue{boost::multiprecision::cpp_rational(numerator, denominator)});
}

Integer Numerator(const Rational& value) {
  return boost::multiprecision::numerator(value.value().number);
}

Integer Denominator(const Rational& value) {
  return boost::multiprecision::denominator(value.value().number);
}

Integer Floor(const Rational& value) {
  const Integer numerator = Numerator(value);
  const Integer denominator = Denominator(value);
  Integer quotient = numerator / denominator;  // towards 0
  if (numerator.sign() < 0 && quotient * denominator != numerator) --quotient;
  return quotient;
}

Integer RoundHalfEven(const Rational& value) {
  Integer below = Floor(value);
  const Rational half(1, 2);
  const Rational rest = value - ToRational(below);
  const bool odd = boost::multiprecision::bit_test(Integer(boost::multiprecision::abs(below)), 0);
  if (rest > half || (rest == half && odd)) ++below;
  return below;
}

}  // namespace tanji::ledger
