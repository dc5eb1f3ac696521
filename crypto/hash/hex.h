// Hexadecimal and base64 text of bytes, strict in both directions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tanji::crypto {

// Lower-case digits, two per byte.
std::string ToHex(std::string_view bytes);
// nullopt for an odd length or anything but [0-9a-f].
std::optional<std::string> FromHex(std::string_view hex);

// RFC 4648 section 4, with padding.
std::string ToBase64(std::string_view bytes);
// Accepts exactly what ToBase64 writes: no line breaks, no missing padding, zero trailing bits.
std::optional<std::string> FromBase64(std::string_view text);

}  // namespace tanji::crypto
