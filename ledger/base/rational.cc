#include "ledger/base/rational.h"

#include <cassert>
#include <utility>

#include "ledger/base/integer.h"

namespace tanji::ledger {
namespace {

using Number = boost::multiprecision::cpp_rational;

std::int64_t PowerOfTen(int exponent) {
  std::int64_t out = 1;
  for (int i = 0; i < exponent; ++i) out *= 10;
  return out;
}

}  // namespace

Rational::Rational(RationalValue value)
    : value_(std::make_unique<RationalValue>(std::move(value))) {}
Rational::Rational() : Rational(RationalValue{}) {}
Rational::Rational(std::int64_t value) : Rational(RationalValue{Number(value)}) {}
Rational::Rational(std::int64_t numerator, std::int64_t denominator)
    : Rational(Ratio(numerator, denominator)) {}
Rational::Rational(Decimal value)
    : Rational(Ratio(ToInteger(value.units()), Decimal::kUnitsPerOne)) {}

Rational::Rational(const Rational& other) : Rational(RationalValue(other.value())) {}
Rational::Rational(Rational&& other) noexcept = default;
Rational& Rational::operator=(const Rational& other) {
  return *this = Rational(other);
}
Rational& Rational::operator=(Rational&& other) noexcept = default;
Rational::~Rational() = default;

int Rational::sign() const {
  return value_->number.sign();
}

Rational Rational::operator-() const {
  return Rational(RationalValue{Number(-value_->number)});
}

Rational& Rational::operator+=(const Rational& other) {
  value_->number += other.value_->number;
  return *this;
}

Rational& Rational::operator-=(const Rational& other) {
  value_->number -= other.value_->number;
  return *this;
}

Rational& Rational::operator*=(const Rational& other) {
  value_->number *= other.value_->number;
  return *this;
}

Rational& Rational::operator/=(const Rational& other) {
  assert(!other.IsZero());
  value_->number /= other.value_->number;
  return *this;
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  return a.value_->number.compare(b.value_->number) <=> 0;
}

std::optional<Decimal> RoundToDecimal(const Rational& value, int places) {
  assert(places >= 0 && places <= Decimal::kPlaces);
  const Integer rounded = RoundHalfEven(value * Rational(PowerOfTen(places)));
  const auto units = ToInt128(rounded * PowerOfTen(Decimal::kPlaces - places));
  return units ? Decimal::FromUnits(*units) : std::nullopt;
}

std::optional<Decimal> ExactDecimal(const Rational& value) {
  const auto rounded = RoundToDecimal(value);
  if (!rounded || Rational(*rounded) != value) return std::nullopt;
  return rounded;
}

}  // namespace tanji::ledger
