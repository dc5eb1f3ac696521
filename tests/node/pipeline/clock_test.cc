#include "node/pipeline/clock.h"

#include <gtest/gtest.h>

namespace tanji::node {
namespace {

constexpr std::int64_t kStartMs = 1'767'225'600'000;
constexpr std::int64_t kDayMs = 86'400'000;

class FakeClock final : public Clock {
 public:
  std::int64_t WallMs() const override { return wall_ms; }
  std::int64_t MonotonicMs() const override { return monotonic_ms; }
  void Pass(std::int64_t ms) {
    wall_ms += ms;
    monotonic_ms += ms;
  }

  std::int64_t wall_ms = kStartMs;
  std::int64_t monotonic_ms = 5'000;
};

TEST(ClockGuard, LetsAGoodClockBe) {
  FakeClock clock;
  ClockGuard guard(clock, kStartMs - 1'000, /*accept=*/false);
  EXPECT_FALSE(guard.Check(kStartMs - 1'000));
  clock.Pass(7 * kDayMs);
  EXPECT_FALSE(guard.Check(kStartMs));
}

TEST(ClockGuard, ObjectsToEveryJumpUntilTheOperatorAcceptsIt) {
  // An hour, a day, ten years, either way.
  for (const std::int64_t jump_ms :
       {std::int64_t{3'600'000}, kDayMs, 3'650 * kDayMs, -std::int64_t{3'600'000}, -kDayMs,
        -3'650 * kDayMs, std::int64_t{10'001}, -std::int64_t{10'001}}) {
    FakeClock clock;
    ClockGuard guard(clock, kStartMs, false);
    EXPECT_FALSE(guard.Check(kStartMs));
    clock.wall_ms += jump_ms;
    const auto objection = guard.Check(kStartMs);
    ASSERT_TRUE(objection) << jump_ms;
    EXPECT_NE(objection->zh, objection->en);
    clock.wall_ms -= jump_ms;
    EXPECT_TRUE(guard.Check(kStartMs)) << "a clock that jumped and jumped back is no good clock";
    EXPECT_FALSE(ClockGuard(clock, kStartMs, true).Check(kStartMs));
  }
}

TEST(ClockGuard, ObjectsWhileBehindTheLastBlock) {
  FakeClock clock;
  ClockGuard guard(clock, kStartMs + 10'001, false);
  EXPECT_TRUE(guard.Check(kStartMs + 10'001));
  clock.Pass(1);
  EXPECT_FALSE(guard.Check(kStartMs + 10'001)) << "it has caught up";
  EXPECT_EQ(guard.BlockTimeMs(kStartMs + 10'001), kStartMs + 10'002);
}

TEST(ClockGuard, ObjectsAtStartAfterAMonthOfSilence) {
  FakeClock clock;
  EXPECT_TRUE(ClockGuard(clock, kStartMs - 31 * kDayMs, false).Check(kStartMs - 31 * kDayMs));
  EXPECT_FALSE(ClockGuard(clock, kStartMs - 31 * kDayMs, true).Check(kStartMs - 31 * kDayMs));
  EXPECT_FALSE(ClockGuard(clock, kStartMs - 29 * kDayMs, false).Check(kStartMs - 29 * kDayMs));
}

TEST(ClockGuard, FollowsASlewedClock) {
  FakeClock clock;
  ClockGuard guard(clock, kStartMs, false);
  for (int i = 0; i < 100; ++i) {
    clock.Pass(1'000);
    clock.wall_ms += 500;
    EXPECT_FALSE(guard.Check(kStartMs));
  }
}

TEST(ClockGuard, BlockTimeNeverGoesBack) {
  FakeClock clock;
  ClockGuard guard(clock, kStartMs, false);
  EXPECT_EQ(guard.BlockTimeMs(kStartMs - 5), kStartMs);
  EXPECT_EQ(guard.BlockTimeMs(kStartMs), kStartMs + 1);
  EXPECT_EQ(guard.BlockTimeMs(kStartMs + 9), kStartMs + 10);
}

}  // namespace
}  // namespace tanji::node
