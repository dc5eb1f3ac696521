#include "node/pipeline/clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace tanji::node {
namespace {

class OperatingSystemClock final : public Clock {
 public:
  std::int64_t WallMs() const override {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
  }
  std::int64_t MonotonicMs() const override {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
  }
};

}  // namespace

const Clock& SystemClock() {
  static const OperatingSystemClock clock;
  return clock;
}

ClockGuard::ClockGuard(const Clock& clock, std::int64_t last_block_ms, bool accept)
    : clock_(clock),
      accepted_(accept),
      wall_minus_monotonic_ms_(clock.WallMs() - clock.MonotonicMs()) {
  const std::int64_t gap_ms = clock.WallMs() - last_block_ms;
  if (!accept && gap_ms > kMaxGapAtStartMs) {
    const auto days = gap_ms / 86'400'000;
    standing_ = Objection{
        fmt::format("本机时钟比最后一个区块晚 {} 天;请核对时钟,若无误,用 --accept-clock 重新启动",
                    days),
        fmt::format("the clock is {} days past the last block; check it, and if it is right start "
                    "again with --accept-clock",
                    days)};
  }
}

std::optional<ClockGuard::Objection> ClockGuard::Check(std::int64_t last_block_ms) {
  if (standing_) return standing_;
  const std::int64_t wall_ms = clock_.WallMs();
  const std::int64_t drift_ms = wall_ms - clock_.MonotonicMs() - wall_minus_monotonic_ms_;
  if (std::abs(drift_ms) > kMaxDriftMs) {
    standing_ = Objection{
        fmt::format(
            "本机时钟相对单调时钟跳变了 {} 毫秒;请核对时钟,若无误,用 --accept-clock 重新启动",
            drift_ms),
        fmt::format("the clock jumped by {} ms against the monotonic clock; check it, and if it is "
                    "right start again with --accept-clock",
                    drift_ms)};
    return standing_;
  }
  // Slow slewing (NTP) is no jump: go on from where the clock is now.
  wall_minus_monotonic_ms_ += drift_ms;
  if (!accepted_ && last_block_ms - wall_ms > kMaxBehindMs) {
    return Objection{
        fmt::format("本机时钟比最后一个区块早 {} 毫秒;请校正时钟", last_block_ms - wall_ms),
        fmt::format("the clock is {} ms behind the last block; set it right",
                    last_block_ms - wall_ms)};
  }
  return std::nullopt;
}

std::int64_t ClockGuard::BlockTimeMs(std::int64_t last_block_ms) const {
  return std::max(last_block_ms + 1, clock_.WallMs());
}

}  // namespace tanji::node
