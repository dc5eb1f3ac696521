// Times as people write and read them. Everything is RFC 3339 with an explicit offset from UTC; the
// offset is one setting for reading and showing (default +08:00), the same in both languages, so
// that a date means the same day whoever asks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "client/sdk/result.h"
#include "ledger/base/timestamp.h"

namespace tanji::client::cli {

// "2026-03-01T16:00:00+08:00", with milliseconds where there are any. What is no instant of the
// years 1970 to 9999 is shown as its number.
std::string ShowTime(std::int64_t time_ms, ledger::UtcOffset offset);

// What a date without a time of day stands for.
enum class DayEdge { kStart, kEnd };

// "2026-03-01", or RFC 3339 with an offset; seconds and fractions may be left out.
// `option` is for the message.
Result<std::int64_t> ParseTimeText(std::string_view text, ledger::UtcOffset offset, DayEdge edge,
                                   std::string_view option);

// "250ms", "90s", "10m", "12h", "7d": milliseconds, at most 3650 days.
Result<std::int64_t> ParseDuration(std::string_view text, std::string_view option);

// "3 min", "2 h", "5 d": how old something is, roughly.
std::string ShowAge(std::int64_t age_ms, Language language);

}  // namespace tanji::client::cli
