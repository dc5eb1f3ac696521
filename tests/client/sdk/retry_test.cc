#include "client/sdk/retry.h"

#include <gtest/gtest.h>

#include <numeric>

#include "client/sdk/faults.h"

namespace tanji::client {
namespace {

// A clock that only sleeping moves.
struct FakePacing {
  std::int64_t now_ms = 0;
  std::vector<std::int64_t> pauses_ms;
  Pacing pacing() {
    return {[this] { return now_ms; },
            [this](std::int64_t pause_ms) {
              now_ms += pause_ms;
              pauses_ms.push_back(pause_ms);
            },
            [](std::uint32_t n) { return n - 1; }};
  }
};

Error Busy() {
  return Error(kUnreachable, {{"node", "n"}, {"reason", "busy"}}).Retryable();
}

TEST(Retrier, StopsAtTheFirstSuccess) {
  FakePacing fake;
  int calls = 0;
  const auto result = Retrier({}, fake.pacing()).Run([&](std::int64_t) -> Result<int> {
    if (++calls < 3) return Busy();
    return 7;
  });
  EXPECT_EQ(*result, 7);
  EXPECT_EQ(calls, 3);
  EXPECT_EQ(fake.pauses_ms, (std::vector<std::int64_t>{100, 200}));
}

TEST(Retrier, DoesNotRepeatWhatFailedForGood) {
  FakePacing fake;
  int calls = 0;
  const auto result = Retrier({}, fake.pacing()).Run([&](std::int64_t) -> Result<int> {
    ++calls;
    return Error(ErrorKind::kRefused, v1::CODE_EXPIRED);
  });
  EXPECT_FALSE(result.ok());
  EXPECT_EQ(calls, 1);
}

TEST(Retrier, IsBoundedInAttemptsAndGrowsItsPauses) {
  FakePacing fake;
  int calls = 0;
  const auto result = Retrier({}, fake.pacing()).Run([&](std::int64_t) -> Result<int> {
    ++calls;
    return Busy();
  });
  EXPECT_EQ(result.error().name(), "UNREACHABLE");
  EXPECT_EQ(calls, 6);
  EXPECT_EQ(fake.pauses_ms, (std::vector<std::int64_t>{100, 200, 400, 800, 1600}));
}

TEST(Retrier, IsBoundedInTimeAndPassesOnWhatIsLeft) {
  FakePacing fake;
  RetryPolicy policy;
  policy.attempts_max = 1000;
  policy.total_ms = 10'000;
  std::int64_t last_timeout_ms = policy.total_ms + 1;
  const auto result =
      Retrier(policy, fake.pacing()).Run([&](std::int64_t timeout_ms) -> Result<int> {
        EXPECT_GT(timeout_ms, 0);
        EXPECT_LT(timeout_ms, last_timeout_ms);
        last_timeout_ms = timeout_ms;
        fake.now_ms += 5;
        return Busy();
      });
  EXPECT_FALSE(result.ok());
  EXPECT_LE(fake.now_ms, policy.total_ms + 5);
  for (const auto pause_ms : fake.pauses_ms) EXPECT_LE(pause_ms, policy.longest_pause_ms);
}

TEST(Retrier, HalfOfEachPauseIsChance) {
  FakePacing fake;
  Pacing pacing = fake.pacing();
  pacing.below = [](std::uint32_t) { return 0u; };
  (void)Retrier({}, pacing).Run([&](std::int64_t) -> Result<int> { return Busy(); });
  EXPECT_EQ(fake.pauses_ms, (std::vector<std::int64_t>{50, 100, 200, 400, 800}));
}

}  // namespace
}  // namespace tanji::client
