#include "client/cli/time_text.h"

#include <gtest/gtest.h>

namespace tanji::client::cli {
namespace {

using ledger::UtcOffset;

constexpr std::int64_t kMarch = 1'772'323'200'000;  // 2026-03-01T00:00:00Z

TEST(ShowTime, CarriesItsOffset) {
  EXPECT_EQ(ShowTime(kMarch, UtcOffset()), "2026-03-01T00:00:00+00:00");
  EXPECT_EQ(ShowTime(kMarch, UtcOffset::China()), "2026-03-01T08:00:00+08:00");
  EXPECT_EQ(ShowTime(kMarch + 5, *UtcOffset::FromMinutes(-90)), "2026-02-28T22:30:00.005-01:30");
  EXPECT_EQ(ShowTime(-1, UtcOffset()), "-1");
  EXPECT_EQ(ShowTime(ledger::Timestamp::kMaxMillis + 1, UtcOffset()),
            std::to_string(ledger::Timestamp::kMaxMillis + 1));
}

std::int64_t Parse(std::string_view text, DayEdge edge = DayEdge::kStart,
                   UtcOffset offset = UtcOffset::China()) {
  const auto time = ParseTimeText(text, offset, edge, "--on");
  return time.ok() ? *time : -1;
}

TEST(ParseTimeText, ADateIsADayAtTheOffset) {
  EXPECT_EQ(Parse("2026-03-01"), kMarch - 8 * 3'600'000);
  EXPECT_EQ(Parse("2026-03-01", DayEdge::kEnd), kMarch + 16 * 3'600'000 - 1);
  EXPECT_EQ(Parse("2026-03-01", DayEdge::kStart, UtcOffset()), kMarch);
}

TEST(ParseTimeText, AnInstantHasItsOwnOffset) {
  EXPECT_EQ(Parse("2026-03-01T00:00:00Z"), kMarch);
  EXPECT_EQ(Parse("2026-03-01T08:00:00+08:00"), kMarch);
  EXPECT_EQ(Parse("2026-03-01T08:00+08:00"), kMarch);
  EXPECT_EQ(Parse("2026-03-01T00:00:30.5Z"), kMarch + 30'500);
  EXPECT_EQ(Parse("2026-03-01T00:00:30.005Z"), kMarch + 30'005);
}

TEST(ParseTimeText, WhatIsShownIsRead) {
  for (const std::int64_t time_ms : {kMarch, kMarch + 1, kMarch + 999, std::int64_t{0}}) {
    for (const auto offset : {UtcOffset(), UtcOffset::China(), *UtcOffset::FromMinutes(-90)}) {
      if (time_ms + offset.minutes() * 60'000 < 0) continue;
      EXPECT_EQ(Parse(ShowTime(time_ms, offset)), time_ms);
    }
  }
}

TEST(ParseTimeText, RefusesWhatIsUnclear) {
  for (const auto* const text :
       {"", "2026-3-1", "2026-02-30", "01.03.2026", "2026-03-01T08:00:00", "2026-03-01 08:00Z",
        "2026-03-01T24:00Z", "2026-03-01T08:60Z", "2026-03-01T08:00:61Z", "2026-03-01T8:00Z",
        "2026-03-01T08:00:00.Z", "2026-03-01T08:00:00.0001Z", "2026-03-01T-1:00Z", "tomorrow",
        "2026-03-01T08:00:00+8:00", "1969-12-31T00:00:00Z"}) {
    const auto time = ParseTimeText(text, UtcOffset(), DayEdge::kStart, "--on");
    ASSERT_FALSE(time.ok()) << text;
    EXPECT_EQ(time.error().name(), "BAD_TIME");
    EXPECT_EQ(time.error().kind(), ErrorKind::kUsage);
  }
}

TEST(ParseDuration, NumberAndUnit) {
  EXPECT_EQ(*ParseDuration("250ms", "--x"), 250);
  EXPECT_EQ(*ParseDuration("90s", "--x"), 90'000);
  EXPECT_EQ(*ParseDuration("10m", "--x"), 600'000);
  EXPECT_EQ(*ParseDuration("24h", "--x"), 86'400'000);
  EXPECT_EQ(*ParseDuration("3650d", "--x"), 3650LL * 86'400'000);
  for (const auto* const text :
       {"", "5", "h", "-1h", "1.5h", "1 h", "0s", "3651d", "1w", "99999999999999999999s", "1hh"}) {
    EXPECT_FALSE(ParseDuration(text, "--x").ok()) << text;
  }
}

TEST(ShowAge, IsRough) {
  EXPECT_EQ(ShowAge(119'000, Language::kEn), "119 s");
  EXPECT_EQ(ShowAge(7'199'000, Language::kEn), "119 min");
  EXPECT_EQ(ShowAge(7'200'000, Language::kZh), "2 小时");
  EXPECT_EQ(ShowAge(172'800'000, Language::kEn), "2 d");
  EXPECT_EQ(ShowAge(-5, Language::kEn), "0 s");
}

}  // namespace
}  // namespace tanji::client::cli
