#include "client/sdk/retry.h"

#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace tanji::client {

Pacing Pacing::Real() {
  return {[] {
            return std::chrono::duration_cast<std::chrono::milliseconds>(
                       std::chrono::steady_clock::now().time_since_epoch())
                .count();
          },
          [](std::int64_t pause_ms) {
            std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms));
          },
          [](std::uint32_t n) { return randombytes_uniform(n); }};
}

Retrier::Retrier(RetryPolicy policy, Pacing pacing)
    : policy_(policy), pacing_(std::move(pacing)), started_ms_(pacing_.now_ms()) {}

std::int64_t Retrier::RemainingMs() const {
  return std::max<std::int64_t>(1, policy_.total_ms - (pacing_.now_ms() - started_ms_));
}

bool Retrier::PauseBefore(int number) {
  if (number > policy_.attempts_max) return false;
  std::int64_t pause_ms = policy_.first_pause_ms;
  for (int i = 2; i < number && pause_ms < policy_.longest_pause_ms; ++i) pause_ms *= 2;
  pause_ms = std::min(pause_ms, policy_.longest_pause_ms);
  // Half of it at random, so that many clients do not come back at once.
  const auto half = static_cast<std::uint32_t>(pause_ms / 2);
  pause_ms = pause_ms - half + (half == 0 ? 0 : pacing_.below(half + 1));
  if (pause_ms >= RemainingMs()) return false;
  pacing_.sleep(pause_ms);
  attempts_ = number;
  return true;
}

}  // namespace tanji::client
