// Fixed-width decimal fields of the texts in this folder.
#pragma once

#include <cassert>
#include <optional>
#include <string_view>

namespace tanji::ledger {

constexpr bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

// The number that `text`, of at most nine characters (asserted), writes in nothing but digits.
inline std::optional<int> ReadDigits(std::string_view text) {
  assert(!text.empty() && text.size() <= 9);
  int value = 0;
  for (const char c : text) {
    if (!IsDigit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace tanji::ledger
