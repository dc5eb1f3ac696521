// Calendar dates of the proleptic Gregorian calendar and their arithmetic. No time zone, no clock.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tanji::ledger {

// A date of the years 1 to 9999. Aggregates may hold anything; IsValid() says whether it is a date.
struct Date {
  int year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31

  auto operator<=>(const Date&) const = default;
};

inline constexpr int kMinYear = 1;
inline constexpr int kMaxYear = 9999;

bool IsLeapYear(int year);
// 28 to 31; `month` is 1 to 12 (asserted).
int DaysInMonth(int year, int month);
bool IsValid(const Date& date);

// Days since 1970-01-01, negative before it. `date` is valid (asserted).
std::int64_t DaysSinceEpoch(const Date& date);
// nullopt outside the years 1 to 9999.
std::optional<Date> DateFromDays(std::int64_t days_since_epoch);

// The functions below expect a valid date (asserted) and yield nullopt outside the years 1 to 9999.
std::optional<Date> AddDays(const Date& date, std::int64_t days);
// The same day of another month or year; where that month is shorter, its last day. So two years
// after 29 February is 28 February (facts of the rules: "2 years = same month and day").
std::optional<Date> AddMonths(const Date& date, int months);
std::optional<Date> AddYears(const Date& date, int years);

// "2026-03-01". `date` is valid (asserted).
std::string ToText(const Date& date);
// Accepts exactly what ToText writes.
std::optional<Date> ParseDate(std::string_view text);

}  // namespace tanji::ledger
