#include "crypto/note/text.h"

#include <algorithm>
#include <charconv>

#include "crypto/hash/hex.h"
#include "crypto/log/log_tree.h"

namespace tanji::crypto {
namespace {

bool IsContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

// Takes one code point, RFC 3629 section 3; nullopt if `rest` does not begin with one.
std::optional<char32_t> TakeCodePoint(std::string_view* rest) {
  const auto lead = static_cast<unsigned char>(rest->front());
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xc0 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                                           : 4;
  if (length == 0 || lead > 0xf4 || rest->size() < length) return std::nullopt;
  char32_t point = length == 1 ? lead : lead & (0x7fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!IsContinuation((*rest)[i])) return std::nullopt;
    point = point << 6 | (static_cast<unsigned char>((*rest)[i]) & 0x3f);
  }
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};  // in the shortest form
  if (point < kSmallest[length] || point > 0x10ffff) return std::nullopt;
  if (point >= 0xd800 && point <= 0xdfff) return std::nullopt;  // surrogates
  rest->remove_prefix(length);
  return point;
}

// The Unicode property White_Space.
bool IsUnicodeSpace(char32_t point) {
  return (point >= 0x09 && point <= 0x0d) || point == 0x20 || point == 0x85 || point == 0xa0 ||
         point == 0x1680 || (point >= 0x2000 && point <= 0x200a) || point == 0x2028 ||
         point == 0x2029 || point == 0x202f || point == 0x205f || point == 0x3000;
}

}  // namespace

bool IsUtf8(std::string_view text) {
  while (!text.empty()) {
    if (!TakeCodePoint(&text)) return false;
  }
  return true;
}

bool IsKeyName(std::string_view name) {
  if (name.empty() || name.size() > kMaxKeyNameBytes) return false;
  while (!name.empty()) {
    const auto point = TakeCodePoint(&name);
    if (!point || *point < 0x20 || *point == '+' || IsUnicodeSpace(*point)) return false;
  }
  return true;
}

std::optional<std::uint64_t> ParseCanonicalDecimal(std::string_view text) {
  if (text.empty() || (text.size() > 1 && text.front() == '0')) return std::nullopt;
  std::uint64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (out > kMaxTreeSize) return std::nullopt;
  return out;
}

std::optional<Hash> ParseBase64Hash(std::string_view text) {
  constexpr std::size_t kBase64Size = (Hash::kSize + 2) / 3 * 4;
  if (text.size() != kBase64Size) return std::nullopt;
  const auto bytes = FromBase64(text);
  return bytes ? Hash::FromBytes(*bytes) : std::nullopt;
}

std::optional<std::string_view> TakeLine(std::string_view* rest) {
  const auto newline = rest->find('\n');
  if (newline == std::string_view::npos) return std::nullopt;
  const auto line = rest->substr(0, newline);
  rest->remove_prefix(newline + 1);
  return line;
}

}  // namespace tanji::crypto
