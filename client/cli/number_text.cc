#include "client/cli/number_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>

#include "client/cli/table.h"
#include "ledger/base/rational.h"

namespace tanji::client::cli {

std::string ThreeDigits(std::string_view text) {
  constexpr int kDigits = 3;
  const auto value = ledger::Decimal::Parse(text);
  if (!value) return Safe(text);
  if (value->IsZero()) return "0";
  ledger::Int128 units = value->IsNegative() ? -value->units() : value->units();
  int digits = 0;
  for (; units > 0; units /= 10) ++digits;
  // Digits before the point are never dropped.
  const int places =
      std::clamp(ledger::Decimal::kPlaces + kDigits - digits, 0, ledger::Decimal::kPlaces);
  const auto rounded = ledger::RoundToDecimal(ledger::Rational(*value), places);
  std::string out = rounded ? rounded->Text() : std::string(text);
  if (places == 0) return out;
  if (out.find('.') == std::string::npos) out += '.';
  // A zero that was reckoned is a digit, too.
  const auto behind = out.size() - out.find('.') - 1;
  if (behind < static_cast<std::size_t>(places)) {
    out.append(static_cast<std::size_t>(places) - behind, '0');
  }
  return out;
}

std::string Percent(std::int64_t share) {
  return fmt::format("{}{}.{:02d} %", share < 0 ? "-" : "", std::abs(share) / 100,
                     std::abs(share) % 100);
}

}  // namespace tanji::client::cli
