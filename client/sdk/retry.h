// Asking again when a node is busy or away: bounded exponential backoff with jitter. Everything a
// client sends may be sent twice: reads change nothing, and submitting is idempotent by id.
#pragma once

#include <cstdint>
#include <functional>

#include "client/sdk/result.h"

namespace tanji::client {

struct RetryPolicy {
  int attempts_max = 6;
  std::int64_t first_pause_ms = 100;
  std::int64_t longest_pause_ms = 3000;
  // All attempts and pauses together.
  std::int64_t total_ms = 60'000;
};

// The clock and the dice, replaced in tests.
struct Pacing {
  std::function<std::int64_t()> now_ms;  // monotonic
  std::function<void(std::int64_t pause_ms)> sleep;
  std::function<std::uint32_t(std::uint32_t)> below;  // uniform in [0, n)

  static Pacing Real();
};

class Retrier {
 public:
  Retrier(RetryPolicy policy, Pacing pacing);

  // Calls `attempt(timeout_ms)` until it succeeds, fails for good, or the bounds are reached; then
  // the last error. `timeout_ms` is what remains of the total.
  template <class Attempt>
  auto Run(Attempt attempt) -> decltype(attempt(std::int64_t{})) {
    for (int number = 1;; ++number) {
      auto result = attempt(RemainingMs());
      if (result.ok() || !result.error().retryable() || !PauseBefore(number + 1)) return result;
    }
  }

  int attempts() const { return attempts_; }

 private:
  std::int64_t RemainingMs() const;
  // Sleeps, unless the bounds forbid attempt `number`.
  bool PauseBefore(int number);

  RetryPolicy policy_;
  Pacing pacing_;
  std::int64_t started_ms_;
  int attempts_ = 1;
};

}  // namespace tanji::client
