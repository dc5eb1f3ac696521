// The node's clocks, and the guard that keeps a wrong one out of the ledger: one block stamped 2036
// would end the ledger for ten years.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "ledger/base/outcome_text.h"

namespace tanji::node {

class Clock {
 public:
  virtual ~Clock() = default;
  // Milliseconds since 1970-01-01T00:00:00Z.
  virtual std::int64_t WallMs() const = 0;
  // Milliseconds since some fixed moment; never jumps.
  virtual std::int64_t MonotonicMs() const = 0;
};

// The operating system's.
const Clock& SystemClock();

// Decides whether a block may be made now. Not thread-safe: used by the thread that orders.
class ClockGuard {
 public:
  // ARCHITECTURE section 4.3.
  static constexpr std::int64_t kMaxBehindMs = 10'000;
  static constexpr std::int64_t kMaxDriftMs = 10'000;
  static constexpr std::int64_t kMaxGapAtStartMs = std::int64_t{30} * 86'400'000;

  // `last_block_ms` is the newest block's time at start. `accept` is the operator's word that the
  // clock is right as it is now.
  ClockGuard(const Clock& clock, std::int64_t last_block_ms, bool accept);

  struct Objection {
    std::string zh, en;
  };
  // nullopt: the clock may be used. An objection of drift stays until the operator accepts it.
  std::optional<Objection> Check(std::int64_t last_block_ms);

  // Block time = max(previous + 1 ms, clock).
  std::int64_t BlockTimeMs(std::int64_t last_block_ms) const;

 private:
  const Clock& clock_;
  const bool accepted_;
  std::int64_t wall_minus_monotonic_ms_;
  std::optional<Objection> standing_;
};

}  // namespace tanji::node
