// What a document's description may look like. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tanji::ledger {

inline constexpr std::size_t kMaxMediaTypeBytes = 127;
inline constexpr std::size_t kMaxUrlBytes = 512;
// 1 TiB.
inline constexpr std::uint64_t kMaxDocumentBytes = std::uint64_t{1} << 40;

// RFC 6838 section 4.2, `type/subtype` without parameters, and in lower case only: the names are
// case-insensitive, and a record has one spelling.
bool IsMediaType(std::string_view text);

// An absolute http or https address that shows where it leads: printable ASCII without spaces,
// quotes or angle brackets, a host, and no user name before it.
bool IsUrl(std::string_view text);

}  // namespace tanji::ledger
