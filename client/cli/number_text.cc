#include "client/cli/number_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "client/cli/table.h"
#include "ledger/base/rational.h"

namespace tanji::client::cli {

namespace {

using ledger::Decimal;

// Places behind the point that three significant digits take. Digits before it are never dropped.
int ShortPlaces(Decimal value) {
  constexpr int kDigits = 3;
  ledger::Int128 units = value.IsNegative() ? -value.units() : value.units();
  int digits = 0;
  for (; units > 0; units /= 10) ++digits;
  return std::clamp(Decimal::kPlaces + kDigits - digits, 0, Decimal::kPlaces);
}

std::optional<Decimal> Rounded(Decimal value, int places) {
  return ledger::RoundToDecimal(ledger::Rational(value), places);
}

// With just so many places: a zero that was reckoned is a digit, too.
std::string Fixed(Decimal value, int places) {
  std::string out = Rounded(value, places).value_or(value).Text();
  if (places == 0) return out;
  if (out.find('.') == std::string::npos) out += '.';
  const auto behind = out.size() - out.find('.') - 1;
  if (behind < static_cast<std::size_t>(places)) {
    out.append(static_cast<std::size_t>(places) - behind, '0');
  }
  return out;
}

// Whether with so many places each number is still on its own side of the other, exact or rounded.
bool IsTrueAt(Decimal value, Decimal limit, int places) {
  const auto order = value <=> limit;
  if (order == 0) return true;
  const auto short_value = Rounded(value, places), short_limit = Rounded(limit, places);
  return short_value && short_limit && (*short_value <=> *short_limit) == order &&
         (*short_value <=> limit) == order && (value <=> *short_limit) == order;
}

}  // namespace

std::string ThreeDigits(std::string_view text) {
  const auto value = Decimal::Parse(text);
  if (!value) return Safe(text);
  return value->IsZero() ? "0" : Fixed(*value, ShortPlaces(*value));
}

ShortPair ShortenTogether(std::string_view value_text, std::string_view limit_text) {
  const auto value = Decimal::Parse(value_text), limit = Decimal::Parse(limit_text);
  if (!value || !limit) return {Safe(value_text), Safe(limit_text)};
  const int value_places = value->IsZero() ? 0 : ShortPlaces(*value);
  int places = std::max(value_places, limit->IsZero() ? 0 : ShortPlaces(*limit));
  while (places < Decimal::kPlaces && !IsTrueAt(*value, *limit, places)) ++places;
  return {Fixed(*value, places), Fixed(*limit, places)};
}

std::string Percent(std::int64_t share) {
  return fmt::format("{}{}.{:02d} %", share < 0 ? "-" : "", std::abs(share) / 100,
                     std::abs(share) % 100);
}

}  // namespace tanji::client::cli
