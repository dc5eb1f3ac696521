// Instants, and what calendar day they are at a fixed offset. There is no clock and no time-zone
// database: a scheme names the offset of its dates, and block time comes from the block.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/date.h"

namespace tanji::ledger {

inline constexpr std::int64_t kMillisPerSecond = 1'000;
inline constexpr std::int64_t kMillisPerMinute = 60 * kMillisPerSecond;
inline constexpr std::int64_t kMillisPerHour = 60 * kMillisPerMinute;
inline constexpr std::int64_t kMillisPerDay = 24 * kMillisPerHour;

// Milliseconds since 1970-01-01T00:00:00Z without leap seconds; always within the years 1970 to
// 9999.
class Timestamp {
 public:
  static constexpr std::int64_t kMaxMillis = 253'402'300'799'999;  // 9999-12-31T23:59:59.999Z

  constexpr Timestamp() = default;
  // nullopt below 0 and above kMaxMillis.
  static constexpr std::optional<Timestamp> FromMillis(std::int64_t millis) {
    if (millis < 0 || millis > kMaxMillis) return std::nullopt;
    return Timestamp(millis);
  }

  constexpr std::int64_t millis() const { return millis_; }
  auto operator<=>(const Timestamp&) const = default;

 private:
  explicit constexpr Timestamp(std::int64_t millis) : millis_(millis) {}
  std::int64_t millis_ = 0;
};

// nullopt outside the range of a Timestamp.
std::optional<Timestamp> AddMillis(Timestamp time, std::int64_t millis);

// "2026-03-01T08:00:00.000Z": RFC 3339 in UTC with milliseconds.
std::string ToText(Timestamp time);
// Accepts exactly what ToText writes; no leap second.
std::optional<Timestamp> ParseTimestamp(std::string_view text);

// Hours since 1970-01-01T00:00:00Z.
constexpr std::uint64_t HourOf(Timestamp time) {
  return static_cast<std::uint64_t>(time.millis() / kMillisPerHour);
}

// A fixed offset from UTC, whole minutes from -12:00 to +14:00.
class UtcOffset {
 public:
  constexpr UtcOffset() = default;  // UTC
  static constexpr std::optional<UtcOffset> FromMinutes(int minutes) {
    if (minutes < -12 * 60 || minutes > 14 * 60) return std::nullopt;
    return UtcOffset(minutes);
  }
  static constexpr UtcOffset China() { return UtcOffset(8 * 60); }

  constexpr int minutes() const { return minutes_; }
  auto operator<=>(const UtcOffset&) const = default;

 private:
  explicit constexpr UtcOffset(int minutes) : minutes_(minutes) {}
  int minutes_ = 0;
};

// "+08:00"; UTC is "+00:00".
std::string ToText(UtcOffset offset);
// Accepts exactly what ToText writes.
std::optional<UtcOffset> ParseUtcOffset(std::string_view text);

// The calendar day on which `time` falls at `offset`.
Date DateAt(Timestamp time, UtcOffset offset);

// First and last millisecond of a day at an offset; nullopt where that is no Timestamp. `date` is
// valid (asserted). A period up to and with a day ends, as [from, to), at the start of the next.
// A question about a day's status means its end.
std::optional<Timestamp> StartOfDay(const Date& date, UtcOffset offset);
std::optional<Timestamp> EndOfDay(const Date& date, UtcOffset offset);

}  // namespace tanji::ledger
