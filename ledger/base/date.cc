#include "ledger/base/date.h"

#include <fmt/format.h>

#include <cassert>

#include "ledger/base/digits.h"

namespace tanji::ledger {
namespace {

// Leap days before 1 January of `year`, counted from year 1.
constexpr std::int64_t LeapDaysBefore(std::int64_t year) {
  const std::int64_t full = year - 1;
  return full / 4 - full / 100 + full / 400;
}

// Days from 0001-01-01 to 1 January of `year`.
constexpr std::int64_t DaysBeforeYear(std::int64_t year) {
  return (year - 1) * 365 + LeapDaysBefore(year);
}

constexpr std::int64_t kEpoch = DaysBeforeYear(1970);

int DaysBeforeMonth(int year, int month) {
  int days = 0;
  for (int earlier = 1; earlier < month; ++earlier) days += DaysInMonth(year, earlier);
  return days;
}

}  // namespace

bool IsLeapYear(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int DaysInMonth(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  assert(month >= 1 && month <= 12);
  return month == 2 && IsLeapYear(year) ? 29 : kDays[month - 1];
}

bool IsValid(const Date& date) {
  return date.year >= kMinYear && date.year <= kMaxYear && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= DaysInMonth(date.year, date.month);
}

std::int64_t DaysSinceEpoch(const Date& date) {
  assert(IsValid(date));
  return DaysBeforeYear(date.year) + DaysBeforeMonth(date.year, date.month) + date.day - 1 - kEpoch;
}

std::optional<Date> DateFromDays(std::int64_t days_since_epoch) {
  constexpr std::int64_t kFirst = -kEpoch;
  constexpr std::int64_t kLast = DaysBeforeYear(kMaxYear + 1) - kEpoch - 1;
  if (days_since_epoch < kFirst || days_since_epoch > kLast) return std::nullopt;
  const std::int64_t days = days_since_epoch + kEpoch;
  // 146,097 days are 400 years, so this is the year or the one after it.
  int year = static_cast<int>(days * 400 / 146097) + 1;
  if (DaysBeforeYear(year) > days) --year;
  if (DaysBeforeYear(year + 1) <= days) ++year;

  int left = static_cast<int>(days - DaysBeforeYear(year));
  int month = 1;
  for (; left >= DaysInMonth(year, month); ++month) left -= DaysInMonth(year, month);
  return Date{year, month, left + 1};
}

std::optional<Date> AddDays(const Date& date, std::int64_t days) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(DaysSinceEpoch(date), days, &sum)) return std::nullopt;
  return DateFromDays(sum);
}

std::optional<Date> AddMonths(const Date& date, int months) {
  assert(IsValid(date));
  const std::int64_t month = std::int64_t{date.year} * 12 + (date.month - 1) + months;
  if (month < std::int64_t{kMinYear} * 12 || month >= std::int64_t{kMaxYear + 1} * 12) {
    return std::nullopt;
  }
  Date out{static_cast<int>(month / 12), static_cast<int>(month % 12) + 1, date.day};
  const int last = DaysInMonth(out.year, out.month);
  if (out.day > last) out.day = last;
  return out;
}

std::optional<Date> AddYears(const Date& date, int years) {
  if (years < -kMaxYear || years > kMaxYear) return std::nullopt;
  return AddMonths(date, years * 12);
}

std::string ToText(const Date& date) {
  assert(IsValid(date));
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Date> ParseDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = ReadDigits(text.substr(0, 4));
  const auto month = ReadDigits(text.substr(5, 2));
  const auto day = ReadDigits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date{*year, *month, *day};
  if (!IsValid(date)) return std::nullopt;
  return date;
}

}  // namespace tanji::ledger
