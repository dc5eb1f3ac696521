// Serial numbers that people read, type and scan: labels and the like.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "crypto/hash/hash.h"

namespace tanji::ledger {

// A serial is `prefix` + 12 characters + 1 check character, such as "HN15" "3C9KX07WQMZB" "T",
// written as one word of Crockford's base-32 digits 0-9 A-Z without I, L, O and U (upper case).
//
// - The prefix belongs to the scheme: 2 to 7 of these digits, the first a letter. The serial so has
//   at most 20 characters, the limit of a GS1 serial (AI 21) and of a lot (AI 10).
// - The 12 characters are the first 60 bits of the IdHash, most significant first.
// - The check character is one more base-32 digit. Crockford's own check (mod 37) needs the symbols
//   * ~ $ =, which do not survive URLs, and ISO 7064 MOD 37,36 misses some transpositions and adds
//   the very letters that Crockford leaves out. Instead the digits are elements of GF(32) =
//   GF(2)[x]/(x^5 + x^2 + 1), where 2 (= x) generates all 31 others: with position 0 at the check
//   character, the sum of digit_i * 2^i must be 0. As the weights of different positions differ and
//   none is 0, every substitution of one character is detected and every exchange of two, adjacent
//   or not, the check character and the prefix included. A character too many or too few shows in
//   the length, since a scheme's prefix is known.
inline constexpr std::size_t kMinSerialPrefix = 2;
inline constexpr std::size_t kMaxSerialPrefix = 7;
inline constexpr std::size_t kSerialDigits = 12;
inline constexpr std::size_t kMaxSerialSize = kMaxSerialPrefix + kSerialDigits + 1;

bool IsSerialPrefix(std::string_view prefix);

// `prefix` satisfies IsSerialPrefix (asserted). The rest as for DeriveId.
std::string DeriveSerial(std::string_view prefix, const crypto::Hash& transaction_id,
                         std::uint16_t operation_index, std::uint16_t position);

// A serial in its only written form, with the right check character.
bool IsSerial(std::string_view text);

// Reads what a person typed: ignores spaces and hyphens, takes lower case, I and L for 1, O for 0
// (Crockford's rules for reading). nullopt if that is no serial.
std::optional<std::string> ReadTypedSerial(std::string_view typed);

}  // namespace tanji::ledger
