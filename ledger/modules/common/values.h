// The rules of shape for the values of value.proto: numbers, units, ranges and days, known or not.
// A refusal names the field by its path, as in checks.h. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "ledger/base/decimal.h"
#include "ledger/base/outcome.h"
#include "tanji/v1/value.pb.h"

namespace tanji::ledger {

inline constexpr std::size_t kMaxKnownTextBytes = 512;

enum class Sign : unsigned char { kAny, kNotNegative, kPositive };

// CODE_FIELD_MISSING if empty, CODE_DECIMAL_MALFORMED unless it is the canonical text of a Decimal,
// CODE_FIELD_OUT_OF_RANGE unless its sign is as asked for.
Outcome CheckDecimal(std::string_view text, std::string_view field, Sign sign = Sign::kAny);

// CODE_FIELD_MISSING if empty, CODE_UNIT_UNKNOWN, CODE_UNIT_NOT_CANONICAL: a record has one
// spelling.
Outcome CheckUnit(std::string_view unit, std::string_view field);

Outcome CheckAmount(const v1::Amount& amount, std::string_view field, Sign sign = Sign::kAny);

// Each of these: CODE_FIELD_MISSING unless the value or the reason for its absence is given.
Outcome CheckKnownText(const v1::KnownText& text, std::string_view field,
                       std::size_t limit = kMaxKnownTextBytes);
Outcome CheckKnownHash(const v1::KnownHash& hash, std::string_view field);
Outcome CheckKnownDecimal(const v1::KnownDecimal& decimal, std::string_view field,
                          Sign sign = Sign::kAny);

// low <= value <= high, or CODE_FIELD_OUT_OF_RANGE; `value` is the checked number that the range
// belongs to, nullopt where that number is not known.
Outcome CheckRangeOf(const v1::Range& range, const std::optional<Decimal>& value,
                     std::string_view field, Sign sign = Sign::kAny);
Outcome CheckKnownRange(const v1::KnownRange& range, const std::optional<Decimal>& value,
                        std::string_view field, Sign sign = Sign::kAny);

// CODE_FIELD_MISSING if empty, CODE_DAY_MALFORMED unless it is a calendar day, "2026-03-01".
Outcome CheckDay(std::string_view day, std::string_view field);
// Both are checked as days; CODE_FIELD_OUT_OF_RANGE unless first <= last, both included, and there
// are at most `max_days` of them.
Outcome CheckDays(std::string_view first, std::string_view last, std::int64_t max_days,
                  std::string_view first_field, std::string_view last_field);

// For texts that were checked: the number, or nullopt where there is none.
std::optional<Decimal> Known(const v1::KnownDecimal& decimal);

}  // namespace tanji::ledger
