#include "ledger/base/date.h"

#include <gtest/gtest.h>

namespace tanji::ledger {
namespace {

// One step after another through the years 1 to 9999, a second way to count: every day of a cycle
// of 400 years, and the first of every month.
TEST(Date, EveryDayOfTheCalendar) {
  Date date{1, 1, 1};
  for (std::int64_t days = -719162;; ++days) {
    if (date.day == 1 || (date.year >= 1801 && date.year <= 2200)) {
      ASSERT_EQ(DaysSinceEpoch(date), days) << ToText(date);
      ASSERT_EQ(DateFromDays(days), date) << days;
      ASSERT_EQ(DateFromDays(days - 1).has_value(), date != (Date{1, 1, 1}));
    }
    if (date == Date{9999, 12, 31}) break;
    if (++date.day > DaysInMonth(date.year, date.month)) {
      date.day = 1;
      if (++date.month > 12) {
        date.month = 1;
        ++date.year;
      }
    }
  }
  EXPECT_EQ(DateFromDays(-719163), std::nullopt);
  EXPECT_EQ(DateFromDays(DaysSinceEpoch({9999, 12, 31}) + 1), std::nullopt);
  EXPECT_EQ(DateFromDays(INT64_MIN), std::nullopt);
  EXPECT_EQ(DateFromDays(INT64_MAX), std::nullopt);
}

TEST(Date, KnownDays) {
  EXPECT_EQ(DaysSinceEpoch({1970, 1, 1}), 0);
  EXPECT_EQ(DaysSinceEpoch({2000, 3, 1}), 11017);
  EXPECT_EQ(DaysSinceEpoch({2024, 2, 29}), 19782);
  EXPECT_EQ(DaysSinceEpoch({1969, 12, 31}), -1);
}

TEST(Date, LeapYears) {
  for (const int year : {4, 1600, 2000, 2024, 2400}) EXPECT_TRUE(IsLeapYear(year)) << year;
  for (const int year : {1, 1700, 1900, 2023, 2100}) EXPECT_FALSE(IsLeapYear(year)) << year;
}

TEST(Date, Validity) {
  EXPECT_TRUE(IsValid({2024, 2, 29}));
  for (const Date& date :
       {Date{2023, 2, 29}, Date{2024, 4, 31}, Date{2024, 0, 1}, Date{2024, 13, 1}, Date{2024, 1, 0},
        Date{2024, 1, 32}, Date{0, 1, 1}, Date{10000, 1, 1}}) {
    EXPECT_FALSE(IsValid(date)) << date.year << " " << date.month << " " << date.day;
  }
}

// "2 years" = same month and day, 29 February becomes 28 February.
TEST(Date, AddsYearsAndMonths) {
  EXPECT_EQ(AddYears({2025, 7, 15}, 2), (Date{2027, 7, 15}));
  EXPECT_EQ(AddYears({2024, 2, 29}, 2), (Date{2026, 2, 28}));
  EXPECT_EQ(AddYears({2024, 2, 29}, 4), (Date{2028, 2, 29}));
  EXPECT_EQ(AddYears({2023, 2, 28}, 1), (Date{2024, 2, 28}));
  EXPECT_EQ(AddYears({2024, 2, 29}, -1), (Date{2023, 2, 28}));
  EXPECT_EQ(AddMonths({2025, 1, 31}, 1), (Date{2025, 2, 28}));
  EXPECT_EQ(AddMonths({2025, 12, 31}, 2), (Date{2026, 2, 28}));
  EXPECT_EQ(AddMonths({2025, 1, 31}, -1), (Date{2024, 12, 31}));
  EXPECT_EQ(AddMonths({1, 1, 1}, -1), std::nullopt);
  EXPECT_EQ(AddMonths({9999, 12, 31}, 1), std::nullopt);
  EXPECT_EQ(AddYears({9998, 1, 1}, 1), (Date{9999, 1, 1}));
  EXPECT_EQ(AddYears({9999, 1, 1}, 1), std::nullopt);
  EXPECT_EQ(AddYears({2000, 1, 1}, INT32_MAX), std::nullopt);
}

TEST(Date, AddsDays) {
  EXPECT_EQ(AddDays({2024, 2, 28}, 1), (Date{2024, 2, 29}));
  EXPECT_EQ(AddDays({2023, 2, 28}, 1), (Date{2023, 3, 1}));
  EXPECT_EQ(AddDays({2024, 3, 1}, -1), (Date{2024, 2, 29}));
  EXPECT_EQ(AddDays({2024, 1, 1}, 366), (Date{2025, 1, 1}));
  EXPECT_EQ(AddDays({2024, 1, 1}, INT64_MAX), std::nullopt);
  EXPECT_EQ(AddDays({1, 1, 1}, -1), std::nullopt);
}

TEST(Date, TextIsStrict) {
  EXPECT_EQ(ToText({2026, 3, 1}), "2026-03-01");
  EXPECT_EQ(ToText({1, 1, 1}), "0001-01-01");
  EXPECT_EQ(ParseDate("2024-02-29"), (Date{2024, 2, 29}));
  for (const auto* text :
       {"", "2024-2-29", "2023-02-29", "2024/02/29", "2024-02-30", "0000-01-01", "2024-13-01",
        "+024-01-01", "2024-01-0a", "2024-01-01 ", " 024-01-01", "2024-01--1", "12024-01-01"}) {
    EXPECT_EQ(ParseDate(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace tanji::ledger
