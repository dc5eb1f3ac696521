#include "tests/crash/fail.h"

#include <unistd.h>

#include <cstdio>
#include <mutex>

#include "tests/crash/child.h"

namespace tanji::crash {
namespace {

constexpr std::size_t kLogLines = 30;

struct Evidence {
  std::string note, log_file;
};

Evidence& TheEvidence() {
  static Evidence evidence;
  return evidence;
}

}  // namespace

void SetFailureNote(std::string note, std::string log_file) {
  TheEvidence() = {std::move(note), std::move(log_file)};
}

void FailWith(std::string_view message) {
  // Never released: the first failure is the one that is told.
  static std::mutex mutex;
  mutex.lock();
  std::fflush(stdout);
  const auto& [note, log_file] = TheEvidence();
  fmt::print(stderr, "\nThe node's last words:\n{}\nFAILED: {}\n{}\n",
             LastLines(log_file, kLogLines), message, note);
  std::fflush(stderr);
  _exit(1);
}

}  // namespace tanji::crash
