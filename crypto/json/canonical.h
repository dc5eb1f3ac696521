// Canonical JSON: RFC 8785 (JCS) for documents without fractions, so that a JSON text can be hashed
// and signed. Numbers are whole and within ±(2^53-1), which every reader of JSON holds exactly;
// amounts stand in strings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tanji::crypto {

inline constexpr std::size_t kMaxJsonBytes = std::size_t{1} << 20;
inline constexpr int kMaxJsonDepth = 32;  // arrays and objects within each other
inline constexpr std::int64_t kMaxJsonInteger = (std::int64_t{1} << 53) - 1;

enum class JsonRule : std::uint8_t {
  kSyntax,         // not JSON (RFC 8259), or something after the value
  kInvalidUtf8,    // RFC 3629; a byte order mark is kSyntax
  kLoneSurrogate,  // an escape \uD800..\uDFFF that is not one half of a pair
  kNotInteger,     // a number with a fraction or an exponent
  kIntegerRange,   // beyond ±kMaxJsonInteger
  kDuplicateKey,   // the same key twice in one object, however escaped
  kTooDeep,        // more than kMaxJsonDepth
  kTooLarge,       // more than kMaxJsonBytes
};

// The rule's own name, such as "DUPLICATE_KEY".
std::string_view Name(JsonRule rule);

struct JsonFault {
  JsonRule rule;
  std::size_t offset;  // of the byte, escape, number or key at fault
  bool operator==(const JsonFault&) const = default;
};

// The one canonical text of the value that `json` writes: no white space, members sorted by the
// UTF-16 code units of their keys, strings with the fewest escapes. nullopt if `json` breaks a
// rule; then `fault`, if not nullptr, says which. A duplicate key is seen when its object ends, all
// else in reading order. Thread-safe.
std::optional<std::string> Canonicalise(std::string_view json, JsonFault* fault = nullptr);

// Whether `json` is canonical already, as what is hashed must be.
bool IsCanonicalJson(std::string_view json);

}  // namespace tanji::crypto
