#include "ledger/base/serial.h"

#include <cassert>

#include "ledger/base/id.h"

namespace tanji::ledger {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr unsigned kBitsPerDigit = 5;

// 0 to 31, or -1.
int DigitValue(char c) {
  const auto at = kDigits.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

// Twice `a` in GF(32), reduced by x^5 + x^2 + 1.
constexpr int Double(int a) {
  return a < 16 ? a * 2 : (a * 2) ^ 0b100101;
}

// Sum of digit_i * 2^i with the last character at i = 0, by Horner's rule. nullopt if a character
// is no digit.
std::optional<int> WeightedSum(std::string_view text) {
  int sum = 0;
  for (const char c : text) {
    const int value = DigitValue(c);
    if (value < 0) return std::nullopt;
    sum = Double(sum) ^ value;
  }
  return sum;
}

}  // namespace

bool IsSerialPrefix(std::string_view prefix) {
  if (prefix.size() < kMinSerialPrefix || prefix.size() > kMaxSerialPrefix) return false;
  return WeightedSum(prefix).has_value() && DigitValue(prefix[0]) >= 10;
}

std::string DeriveSerial(std::string_view prefix, const crypto::Hash& transaction_id,
                         std::uint16_t operation_index, std::uint16_t position) {
  assert(IsSerialPrefix(prefix));
  const auto hash = IdHash(transaction_id, operation_index, position);
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < sizeof bits; ++i) bits = bits << 8 | hash.bytes[i];

  std::string serial(prefix);
  for (std::size_t i = 0; i < kSerialDigits; ++i) {
    const unsigned shift = static_cast<unsigned>(64 - kBitsPerDigit * (i + 1));
    serial.push_back(kDigits[bits >> shift & 31]);
  }
  // The check digit itself has the weight 1, and in GF(32) a value is its own negative.
  serial.push_back(kDigits[static_cast<std::size_t>(Double(*WeightedSum(serial)))]);
  return serial;
}

bool IsSerial(std::string_view text) {
  if (text.size() < kMinSerialPrefix + kSerialDigits + 1 || text.size() > kMaxSerialSize) {
    return false;
  }
  return IsSerialPrefix(text.substr(0, text.size() - kSerialDigits - 1)) && WeightedSum(text) == 0;
}

std::optional<std::string> ReadTypedSerial(std::string_view typed) {
  std::string serial;
  for (char c : typed) {
    if (c == ' ' || c == '-') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    serial.push_back(c == 'I' || c == 'L' ? '1' : c == 'O' ? '0' : c);
    if (serial.size() > kMaxSerialSize) return std::nullopt;
  }
  if (!IsSerial(serial)) return std::nullopt;
  return serial;
}

}  // namespace tanji::ledger
