// The rules of shape for what is known or a typed unknown in a scheme. A refusal names the field by
// its path, as in ledger/modules/common/checks.h. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/modules/common/checks.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

inline constexpr std::uint32_t kMaxDays = 3'660;
inline constexpr std::uint32_t kMaxMonths = 240;
inline constexpr int kMaxNames = 16;
inline constexpr std::size_t kMaxNameBytes = 128;

// CODE_FIELD_MISSING unless the value or the reason for its absence is given.
Outcome CheckKnownBilingual(const v1::KnownBilingualText& text, std::string_view field);
Outcome CheckKnownDays(const v1::KnownDays& days, std::string_view field);
Outcome CheckKnownMonths(const v1::KnownMonths& months, std::string_view field);
Outcome CheckKnownShare(const v1::KnownShare& share, std::string_view field);
// Texts of 1 to kMaxNameBytes, ascending; resource names of `collection` unless that is empty.
Outcome CheckKnownNames(const v1::KnownNames& names, std::string_view field,
                        std::string_view collection);

// 1 to kMaxSourceBytes: a figure without a source does not enter.
Outcome CheckSource(std::string_view source, std::string_view field);

// ISO 3166 or "EU" (CODE_REGION_MALFORMED), also "world" where `or_world`.
Outcome CheckArea(std::string_view area, bool or_world);

// `schemes/{id}/versions/{v}`: CODE_FIELD_MISSING, CODE_NAME_MALFORMED.
Outcome CheckVersionName(std::string_view name, std::string_view field);

// A calendar day of the years 2000 to 2200: CODE_FIELD_MISSING, CODE_DAY_MALFORMED,
// CODE_FIELD_OUT_OF_RANGE.
Outcome CheckSchemeDay(std::string_view day, std::string_view field);

// CODE_NOT_WANTED unless `is_empty`.
Outcome CheckNotWanted(bool is_empty, std::string_view field);

}  // namespace tanji::ledger
