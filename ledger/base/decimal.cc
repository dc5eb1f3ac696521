#include "ledger/base/decimal.h"

#include <algorithm>

#include "ledger/base/digits.h"

namespace tanji::ledger {
namespace {

constexpr std::size_t kMaxWholeDigits = 29;

bool AllDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), IsDigit);
}

// The two digit strings of a well-formed text, which may be too long.
struct Parts {
  bool negative = false;
  std::string_view whole;
  std::string_view fraction;
};

std::optional<Parts> Split(std::string_view text) {
  Parts out;
  out.negative = text.starts_with('-');
  if (out.negative) text.remove_prefix(1);
  const auto point = text.find('.');
  out.whole = text.substr(0, point);
  if (out.whole.empty() || !AllDigits(out.whole)) return std::nullopt;
  if (out.whole[0] == '0' && out.whole.size() > 1) return std::nullopt;
  if (point == std::string_view::npos) {
    if (out.negative && out.whole == "0") return std::nullopt;
    return out;
  }
  out.fraction = text.substr(point + 1);
  if (out.fraction.empty() || !AllDigits(out.fraction) || out.fraction.back() == '0') {
    return std::nullopt;
  }
  return out;
}

}  // namespace

std::optional<Decimal> Decimal::Parse(std::string_view text, DecimalError* error) {
  const auto fail = [error](DecimalError why) -> std::optional<Decimal> {
    if (error != nullptr) *error = why;
    return std::nullopt;
  };
  const auto parts = Split(text);
  if (!parts) return fail(DecimalError::kMalformed);
  if (parts->fraction.size() > kPlaces) return fail(DecimalError::kTooManyDigits);
  if (parts->whole.size() > kMaxWholeDigits) return fail(DecimalError::kOverflow);

  Int128 units = 0;
  for (const char c : parts->whole) units = units * 10 + (c - '0');
  for (std::size_t i = 0; i < kPlaces; ++i) {
    units = units * 10 + (i < parts->fraction.size() ? parts->fraction[i] - '0' : 0);
  }
  return Decimal(parts->negative ? -units : units);
}

std::string Decimal::Text() const {
  std::string reversed;
  Int128 left = IsNegative() ? -units_ : units_;
  for (int place = 0; place <= kPlaces || left != 0; ++place) {
    if (place == kPlaces && !reversed.empty()) reversed.push_back('.');
    const char digit = static_cast<char>('0' + static_cast<int>(left % 10));
    // Zeros at the end of the fraction are not written.
    if (digit != '0' || place >= kPlaces || !reversed.empty()) reversed.push_back(digit);
    left /= 10;
  }
  if (IsNegative()) reversed.push_back('-');
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

std::optional<Decimal> Add(Decimal a, Decimal b) {
  Int128 sum = 0;
  if (__builtin_add_overflow(a.units(), b.units(), &sum)) return std::nullopt;
  return Decimal::FromUnits(sum);
}

std::optional<Decimal> Subtract(Decimal a, Decimal b) {
  return Add(a, -b);
}

}  // namespace tanji::ledger
