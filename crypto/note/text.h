// The characters of notes, policies and proof files. Used within crypto/note.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "crypto/hash/hash.h"

namespace tanji::crypto {

inline constexpr std::size_t kMaxKeyNameBytes = 255;

// Valid UTF-8: shortest form, no surrogates, at most U+10FFFF.
bool IsUtf8(std::string_view text);

// A key name of C2SP signed-note: valid UTF-8 without Unicode spaces and pluses, 1..255 bytes.
// We also refuse control characters, which no note can contain.
bool IsKeyName(std::string_view name);

// Decimal digits without leading zeros, up to 2^63 - 1; nullopt for anything else.
std::optional<std::uint64_t> ParseCanonicalDecimal(std::string_view text);

// Base64 of exactly 32 bytes.
std::optional<Hash> ParseBase64Hash(std::string_view text);

// Takes the first line from `rest` and returns it without its newline; nullopt, and nothing taken,
// if there is no newline.
std::optional<std::string_view> TakeLine(std::string_view* rest);

}  // namespace tanji::crypto
