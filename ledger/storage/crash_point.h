// Named places at which a test may end the process, between two steps whose order matters. A
// crash point costs one relaxed load while it is off, which it is in every process that was not
// told otherwise at its start.
//
//   TANJI_CRASH_POINT("before_block_write");
#pragma once

#include <absl/status/status.h>

#include <atomic>
#include <string_view>

namespace tanji::ledger {

// How a process ends at a crash point: at once, through _exit, without destructors or flushes.
inline constexpr int kCrashPointExitCode = 85;

// Arms the crash point of a name: "name" at the first hit, "name:n" at the n-th, n = 1, 2, ... up
// to 9 digits; "" arms none. Call once, at start, before the process has other threads.
// InvalidArgument for any other text.
absl::Status ArmCrashPoint(std::string_view name_and_hit);

namespace internal {
extern std::atomic<bool> crash_point_armed;
void HitCrashPoint(std::string_view name);
}  // namespace internal

}  // namespace tanji::ledger

#define TANJI_CRASH_POINT(name)                                                         \
  do {                                                                                  \
    if (::tanji::ledger::internal::crash_point_armed.load(std::memory_order_relaxed)) { \
      ::tanji::ledger::internal::HitCrashPoint(name);                                   \
    }                                                                                   \
  } while (false)
