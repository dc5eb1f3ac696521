#include "crypto/wire/utf8.h"

#include <cassert>
#include <cstdint>
#include <cstring>

namespace tanji::crypto {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080u;

constexpr bool IsSurrogate(char32_t code) {
  return code >= 0xD800 && code <= 0xDFFF;
}

// Length of the run of ASCII that starts at `at`, eight bytes at a step: nearly all text is ASCII.
std::size_t SkipAscii(std::string_view text, std::size_t at) {
  while (text.size() - at >= sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & kHighBits) != 0) break;
    at += sizeof word;
  }
  while (at < text.size() && static_cast<std::uint8_t>(text[at]) < 0x80) ++at;
  return at;
}

}  // namespace

// RFC 3629 section 3 (the table of lengths) and section 4 (what is not allowed in it).
std::optional<char32_t> DecodeUtf8(std::string_view text, std::size_t& at) {
  if (at >= text.size()) return std::nullopt;
  const auto lead = static_cast<std::uint8_t>(text[at]);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() - at < length) return std::nullopt;

  char32_t code = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<std::uint8_t>(text[at + i]);
    if ((byte & 0xC0) != 0x80) return std::nullopt;
    code = code << 6 | (byte & 0x3Fu);
  }
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  if (code < kSmallest[length] || code > 0x10FFFF || IsSurrogate(code)) return std::nullopt;
  at += length;
  return code;
}

std::optional<std::size_t> FindInvalidUtf8(std::string_view text) {
  for (std::size_t at = SkipAscii(text, 0); at < text.size(); at = SkipAscii(text, at)) {
    if (!DecodeUtf8(text, at)) return at;
  }
  return std::nullopt;
}

void AppendUtf8(char32_t code, std::string& out) {
  assert(code <= 0x10FFFF && !IsSurrogate(code));
  if (code < 0x80) {
    out.push_back(static_cast<char>(code));
    return;
  }
  const int continuations = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  const unsigned lead_mark = continuations == 1 ? 0xC0 : continuations == 2 ? 0xE0 : 0xF0;
  out.push_back(static_cast<char>(lead_mark | static_cast<unsigned>(code >> (6 * continuations))));
  for (int i = continuations - 1; i >= 0; --i) {
    out.push_back(static_cast<char>(0x80u | (static_cast<unsigned>(code >> (6 * i)) & 0x3Fu)));
  }
}

}  // namespace tanji::crypto
