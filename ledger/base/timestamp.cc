#include "ledger/base/timestamp.h"

#include <fmt/format.h>

#include <cassert>
#include <cstdlib>

#include "ledger/base/digits.h"

namespace tanji::ledger {
namespace {

constexpr std::int64_t FloorDivide(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

struct TimeOfDay {
  int hour;
  int minute;
  int second;
  int millis;
};

// "08:00:00.000Z"
std::optional<TimeOfDay> ParseTimeOfDay(std::string_view text) {
  if (text.size() != 13 || text[2] != ':' || text[5] != ':' || text[8] != '.' || text[12] != 'Z') {
    return std::nullopt;
  }
  const auto hour = ReadDigits(text.substr(0, 2));
  const auto minute = ReadDigits(text.substr(3, 2));
  const auto second = ReadDigits(text.substr(6, 2));
  const auto millis = ReadDigits(text.substr(9, 3));
  if (!hour || !minute || !second || !millis) return std::nullopt;
  if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return TimeOfDay{*hour, *minute, *second, *millis};
}

}  // namespace

std::optional<Timestamp> AddMillis(Timestamp time, std::int64_t millis) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(time.millis(), millis, &sum)) return std::nullopt;
  return Timestamp::FromMillis(sum);
}

std::string ToText(Timestamp time) {
  const std::int64_t in_day = time.millis() % kMillisPerDay;
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", ToText(DateAt(time, UtcOffset())),
                     in_day / kMillisPerHour, in_day / kMillisPerMinute % 60,
                     in_day / kMillisPerSecond % 60, in_day % kMillisPerSecond);
}

std::optional<Timestamp> ParseTimestamp(std::string_view text) {
  if (text.size() != 24 || text[10] != 'T') return std::nullopt;
  const auto date = ParseDate(text.substr(0, 10));
  const auto time = ParseTimeOfDay(text.substr(11));
  if (!date || !time) return std::nullopt;
  return Timestamp::FromMillis(DaysSinceEpoch(*date) * kMillisPerDay + time->hour * kMillisPerHour +
                               time->minute * kMillisPerMinute + time->second * kMillisPerSecond +
                               time->millis);
}

std::string ToText(UtcOffset offset) {
  const int minutes = std::abs(offset.minutes());
  return fmt::format("{}{:02}:{:02}", offset.minutes() < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::optional<UtcOffset> ParseUtcOffset(std::string_view text) {
  if (text.size() != 6 || text[3] != ':' || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto hours = ReadDigits(text.substr(1, 2));
  const auto minutes = ReadDigits(text.substr(4, 2));
  if (!hours || !minutes || *minutes > 59) return std::nullopt;
  const int total = *hours * 60 + *minutes;
  // RFC 3339 section 4.3 gives "-00:00" a meaning of its own: an unknown offset.
  if (text[0] == '-' && total == 0) return std::nullopt;
  return UtcOffset::FromMinutes(text[0] == '-' ? -total : total);
}

Date DateAt(Timestamp time, UtcOffset offset) {
  const std::int64_t local = time.millis() + offset.minutes() * kMillisPerMinute;
  const auto date = DateFromDays(FloorDivide(local, kMillisPerDay));
  // The last hours of 9999 are of the year 10000 east of Greenwich: there the calendar stops.
  return date.value_or(Date{kMaxYear, 12, 31});
}

std::optional<Timestamp> StartOfDay(const Date& date, UtcOffset offset) {
  return Timestamp::FromMillis(DaysSinceEpoch(date) * kMillisPerDay -
                               offset.minutes() * kMillisPerMinute);
}

std::optional<Timestamp> EndOfDay(const Date& date, UtcOffset offset) {
  return Timestamp::FromMillis((DaysSinceEpoch(date) + 1) * kMillisPerDay -
                               offset.minutes() * kMillisPerMinute - 1);
}

}  // namespace tanji::ledger
