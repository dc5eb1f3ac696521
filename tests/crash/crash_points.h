// Every named crash point of the node (ledger/storage/crash_point.h). crash_points_test compares
// this list with the sources, so that a new point cannot be forgotten.
#pragma once

#include <cstddef>
#include <string_view>

namespace tanji::crash {

struct CrashPoint {
  std::string_view name;
  // How often the loop below may have to pass it before the process ends; the hit is drawn from
  // 1 to this.
  unsigned largest_hit;
};

// In the order in which a block passes them.
inline constexpr CrashPoint kCrashPoints[] = {
    {"after_execute", 40},
    {"before_commit", 40},
    {"before_block_write", 40},
    {"after_block_write_before_return", 40},
    {"after_commit_before_checkpoint", 40},
    {"after_checkpoint_before_reply", 40},
};
inline constexpr std::size_t kCrashPointCount = std::size(kCrashPoints);

}  // namespace tanji::crash
