#include "ledger/storage/crash_point.h"

#include <fmt/format.h>
#include <unistd.h>

#include <charconv>
#include <string>

namespace tanji::ledger {
namespace internal {

std::atomic<bool> crash_point_armed = false;

}  // namespace internal

namespace {

// Set before the process has a second thread.
std::string armed_name;                   // NOLINT(cert-err58-cpp): empty, cannot throw
std::atomic<std::int64_t> hits_left = 0;  // the hit that takes it to 0 ends the process

constexpr std::size_t kMaxHitDigits = 9;

}  // namespace

absl::Status ArmCrashPoint(std::string_view name_and_hit) {
  const std::size_t colon = name_and_hit.find(':');
  const std::string_view name = name_and_hit.substr(0, colon);
  std::int64_t hit = 1;
  if (colon != std::string_view::npos) {
    const std::string_view digits = name_and_hit.substr(colon + 1);
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, hit);
    if (name.empty() || digits.size() > kMaxHitDigits || stop != end || error != std::errc() ||
        hit < 1) {
      return absl::InvalidArgumentError(
          fmt::format("crash point \"{}\" is not name or name:n with n >= 1", name_and_hit));
    }
  }
  armed_name = name;
  hits_left = hit;
  internal::crash_point_armed = !name.empty();
  return absl::OkStatus();
}

void internal::HitCrashPoint(std::string_view name) {
  if (name != armed_name || hits_left.fetch_sub(1) != 1) return;
  const std::string line = fmt::format("crash point {}: exit {}\n", name, kCrashPointExitCode);
  // Says in a test's log why the process ended; nothing is left to do if it cannot.
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
  _exit(kCrashPointExitCode);
}

}  // namespace tanji::ledger
