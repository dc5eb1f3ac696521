// The numbers that the ledger stores: decimal fractions with nine places, without floating point.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tanji::ledger {

__extension__ typedef __int128 Int128;

enum class DecimalError : std::uint8_t {
  kMalformed,      // not the canonical text of any number
  kTooManyDigits,  // more than nine places
  kOverflow,       // 10^29 or more in magnitude
};

// units * 10^-9 with |units| < 10^38: 29 digits before the point and 9 behind it. Never anything
// else, so comparing and negating cannot fail, and what can leave the range is an optional.
class Decimal {
 public:
  static constexpr int kPlaces = 9;
  static constexpr std::int64_t kUnitsPerOne = 1'000'000'000;
  static constexpr Int128 kMaxUnits =
      Int128{1'000'000'000'000'000'000} * 100 * 1'000'000'000'000'000'000 - 1;  // 10^38 - 1

  constexpr Decimal() = default;
  // nullopt out of range.
  static constexpr std::optional<Decimal> FromUnits(Int128 units) {
    if (units < -kMaxUnits || units > kMaxUnits) return std::nullopt;
    return Decimal(units);
  }
  static constexpr Decimal FromInteger(std::int64_t value) {
    return Decimal(Int128{value} * kUnitsPerOne);
  }

  // Canonical text: `-?(0|[1-9][0-9]*)(\.[0-9]{0,8}[1-9])?`, no `-0`. Parse accepts exactly what
  // Text writes; if not nullptr, `error` says why it did not.
  static std::optional<Decimal> Parse(std::string_view text, DecimalError* error = nullptr);
  std::string Text() const;

  constexpr Int128 units() const { return units_; }
  constexpr bool IsZero() const { return units_ == 0; }
  constexpr bool IsNegative() const { return units_ < 0; }
  constexpr Decimal operator-() const { return Decimal(-units_); }
  constexpr std::strong_ordering operator<=>(const Decimal&) const = default;

 private:
  explicit constexpr Decimal(Int128 units) : units_(units) {}
  Int128 units_ = 0;
};

// nullopt if the result is out of range.
std::optional<Decimal> Add(Decimal a, Decimal b);
std::optional<Decimal> Subtract(Decimal a, Decimal b);

}  // namespace tanji::ledger
