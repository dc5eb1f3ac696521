// UTF-8 exactly as RFC 3629 defines it: no overlong form, no surrogate, nothing above U+10FFFF.
// Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tanji::crypto {

// Reads the code point that starts at `at` and moves `at` behind it. nullopt, with `at` unmoved,
// if the bytes there are not valid UTF-8 or `at` is the end.
std::optional<char32_t> DecodeUtf8(std::string_view text, std::size_t& at);

// Offset of the first byte that does not start a valid code point; nullopt if there is none.
std::optional<std::size_t> FindInvalidUtf8(std::string_view text);

inline bool IsValidUtf8(std::string_view text) {
  return !FindInvalidUtf8(text);
}

// Appends the UTF-8 form of a scalar value: `code` ≤ 0x10FFFF and no surrogate (asserted).
void AppendUtf8(char32_t code, std::string& out);

}  // namespace tanji::crypto
