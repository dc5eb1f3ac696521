// Exact rationals: what the ledger computes with between its inputs and the one rounding at the end
// (`Decimal` is what it stores). Numbers grow with every operation: a computation bounds its
// inputs, not its intermediate results.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "ledger/base/decimal.h"

namespace tanji::ledger {

struct RationalValue;  // integer.h

class Rational {
 public:
  Rational();  // 0
  explicit Rational(std::int64_t value);
  // The denominator is not 0 (asserted). For unbounded ones see Ratio() in integer.h.
  Rational(std::int64_t numerator, std::int64_t denominator);
  explicit Rational(Decimal value);

  Rational(const Rational& other);
  Rational(Rational&& other) noexcept;  // leaves `other` good for nothing but a new value
  Rational& operator=(const Rational& other);
  Rational& operator=(Rational&& other) noexcept;
  ~Rational();

  int sign() const;  // -1, 0 or 1
  bool IsZero() const { return sign() == 0; }

  Rational operator-() const;
  Rational& operator+=(const Rational& other);
  Rational& operator-=(const Rational& other);
  Rational& operator*=(const Rational& other);
  // `other` is not 0 (asserted): whoever divides by an input has refused 0 before.
  Rational& operator/=(const Rational& other);

  friend Rational operator+(Rational a, const Rational& b) { return std::move(a += b); }
  friend Rational operator-(Rational a, const Rational& b) { return std::move(a -= b); }
  friend Rational operator*(Rational a, const Rational& b) { return std::move(a *= b); }
  friend Rational operator/(Rational a, const Rational& b) { return std::move(a /= b); }

  friend bool operator==(const Rational& a, const Rational& b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

  // For integer.h.
  explicit Rational(RationalValue value);
  const RationalValue& value() const { return *value_; }

 private:
  // Behind a pointer, so that who computes does not compile Boost.Multiprecision.
  std::unique_ptr<RationalValue> value_;
};

// Nearest multiple of 10^-places, half to even: the one rounding of a computation has nine places
// (D1 of the computation rules), shown means and quality scores have fewer. `places` is 0 to 9
// (asserted). nullopt if the result is out of a Decimal's range.
std::optional<Decimal> RoundToDecimal(const Rational& value, int places = Decimal::kPlaces);
// The Decimal that equals `value`; nullopt if there is none.
std::optional<Decimal> ExactDecimal(const Rational& value);

}  // namespace tanji::ledger
