// Calendar days, told with the standard library.
#pragma once

#include <cstdint>
#include <string>

namespace tanji::property {

inline constexpr int kChinaMinutes = 480;

// "2026-06-01": the day in which the instant lies, so many minutes ahead of UTC.
std::string DayOf(std::int64_t time_ms, int offset_minutes = kChinaMinutes);
std::string AddDays(const std::string& day, int days);
// The first millisecond of the day.
std::int64_t StartOf(const std::string& day, int offset_minutes = kChinaMinutes);

}  // namespace tanji::property
