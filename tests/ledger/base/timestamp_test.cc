#include "ledger/base/timestamp.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tanji::ledger {
namespace {

Timestamp At(std::int64_t millis) {
  return Timestamp::FromMillis(millis).value();
}
Timestamp At(std::string_view text) {
  return ParseTimestamp(text).value();
}
UtcOffset Offset(int minutes) {
  return UtcOffset::FromMinutes(minutes).value();
}

TEST(Timestamp, Range) {
  EXPECT_EQ(ToText(At(0)), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(ToText(At(Timestamp::kMaxMillis)), "9999-12-31T23:59:59.999Z");
  EXPECT_FALSE(Timestamp::FromMillis(-1));
  EXPECT_FALSE(Timestamp::FromMillis(Timestamp::kMaxMillis + 1));
  EXPECT_EQ(AddMillis(At(5), -5), At(0));
  EXPECT_EQ(AddMillis(At(5), -6), std::nullopt);
  EXPECT_EQ(AddMillis(At(5), INT64_MAX), std::nullopt);
  EXPECT_LT(At(1), At(2));
}

// RFC 3339 section 5.8 and known instants.
TEST(Timestamp, Text) {
  EXPECT_EQ(At("1985-04-12T23:20:50.520Z").millis(), 482196050520);
  EXPECT_EQ(At("2000-02-29T12:00:00.001Z").millis(), 951825600001);
  EXPECT_EQ(ToText(At(1234567890123)), "2009-02-13T23:31:30.123Z");
  for (const auto* text :
       {"", "1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50Z", "1985-04-12t23:20:50.520Z",
        "1985-04-12T23:20:50.520z", "1985-04-12 23:20:50.520Z", "1985-04-12T24:00:00.000Z",
        "1985-04-12T23:60:00.000Z", "1990-12-31T23:59:60.000Z", "1985-04-12T23:20:50,520Z",
        "1985-04-12T23:20:50.520+00:00", "1969-12-31T23:59:59.999Z", "1985-02-29T00:00:00.000Z",
        "1985-04-12T-1:20:50.520Z", "1985-04-12T23:20:50.5200Z"}) {
    EXPECT_EQ(ParseTimestamp(text), std::nullopt) << text;
  }
}

TEST(Timestamp, HourOf) {
  EXPECT_EQ(HourOf(At(0)), 0u);
  EXPECT_EQ(HourOf(At(kMillisPerHour - 1)), 0u);
  EXPECT_EQ(HourOf(At(kMillisPerHour)), 1u);
  EXPECT_EQ(HourOf(At("2026-03-01T08:59:59.999Z")), HourOf(At("2026-03-01T08:00:00.000Z")));
}

TEST(UtcOffset, Text) {
  EXPECT_EQ(ToText(UtcOffset::China()), "+08:00");
  EXPECT_EQ(ToText(UtcOffset()), "+00:00");
  EXPECT_EQ(ToText(Offset(-210)), "-03:30");
  EXPECT_EQ(ParseUtcOffset("-03:30"), Offset(-210));
  EXPECT_EQ(ParseUtcOffset("+14:00"), Offset(840));
  for (int minutes = -12 * 60; minutes <= 14 * 60; ++minutes) {
    EXPECT_EQ(ParseUtcOffset(ToText(Offset(minutes))), Offset(minutes));
  }
  for (const auto* text : {"", "Z", "-00:00", "+8:00", "+08:60", "+14:01", "-12:01", "08:00 ",
                           "+0800", "+08:0x", "+08-00", "*08:00"}) {
    EXPECT_EQ(ParseUtcOffset(text), std::nullopt) << text;
  }
}

TEST(CalendarDay, AtAFixedOffset) {
  EXPECT_EQ(DateAt(At("2026-02-28T15:59:59.999Z"), UtcOffset::China()), (Date{2026, 2, 28}));
  EXPECT_EQ(DateAt(At("2026-02-28T16:00:00.000Z"), UtcOffset::China()), (Date{2026, 3, 1}));
  EXPECT_EQ(DateAt(At(0), Offset(-60)), (Date{1969, 12, 31}));
  EXPECT_EQ(DateAt(At(Timestamp::kMaxMillis), UtcOffset::China()), (Date{9999, 12, 31}));

  EXPECT_EQ(StartOfDay({2026, 3, 1}, UtcOffset::China()), At("2026-02-28T16:00:00.000Z"));
  EXPECT_EQ(EndOfDay({2026, 3, 1}, UtcOffset::China()), At("2026-03-01T15:59:59.999Z"));
  EXPECT_EQ(StartOfDay({1970, 1, 1}, UtcOffset::China()), std::nullopt);
  EXPECT_EQ(EndOfDay({1970, 1, 1}, UtcOffset::China()), At("1970-01-01T15:59:59.999Z"));
  EXPECT_EQ(EndOfDay({9999, 12, 31}, UtcOffset()), At(Timestamp::kMaxMillis));
  EXPECT_EQ(EndOfDay({9999, 12, 31}, Offset(-60)), std::nullopt);
}

// A day away from both ends, so that its day has both ends at every offset.
std::int64_t AnyMillis() {
  return *rc::gen::inRange(kMillisPerDay, Timestamp::kMaxMillis - kMillisPerDay);
}

RC_GTEST_PROP(TimestampProperty, TextRoundTrips, ()) {
  const auto time = At(AnyMillis());
  RC_ASSERT(ParseTimestamp(ToText(time)) == time);
}

RC_GTEST_PROP(TimestampProperty, EveryInstantLiesWithinItsDay, ()) {
  const auto time = At(AnyMillis());
  const auto offset = Offset(*rc::gen::inRange(-12 * 60, 14 * 60 + 1));
  const auto day = DateAt(time, offset);
  const auto start = StartOfDay(day, offset);
  const auto end = EndOfDay(day, offset);
  RC_ASSERT(start.has_value());
  RC_ASSERT(end.has_value());
  RC_ASSERT(*start <= time);
  RC_ASSERT(time <= *end);
  RC_ASSERT(end->millis() - start->millis() == kMillisPerDay - 1);
}

}  // namespace
}  // namespace tanji::ledger
