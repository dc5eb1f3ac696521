// Processes that the crash loop starts: the node, and the commands that audit its store.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace tanji::crash {

using Milliseconds = std::chrono::milliseconds;

// How a process ended: by itself with `code`, or by `signal`.
struct Ending {
  std::optional<int> code;
  std::optional<int> signal;
  std::string Text() const;
};

// One child process. Its output is appended to a file. It is killed when this object goes, and by
// the kernel when we go. Only to be used from the main thread: the kernel's promise is bound to the
// thread that forked.
class Child {
 public:
  // `environment` is added to ours, as NAME=VALUE. Fails if it cannot be started.
  Child(const std::vector<std::string>& arguments, const std::vector<std::string>& environment,
        const std::string& output_file);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  pid_t pid() const { return pid_; }
  void Signal(int signal) const;
  // Looks once. After the process has ended always its ending.
  std::optional<Ending> Poll();
  // nullopt: it is still there after `limit`.
  std::optional<Ending> Wait(Milliseconds limit);

 private:
  pid_t pid_ = 0;
  std::optional<Ending> ending_;
};

// Runs a command to its end and returns what it wrote to standard output and error. Fails unless
// it ends with code 0 within `limit`.
std::string RunToEnd(const std::vector<std::string>& arguments, const std::string& output_file,
                     Milliseconds limit);

// The last `count` lines of a file; for messages.
std::string LastLines(const std::string& file, std::size_t count);

std::string ReadWholeFile(const std::string& path);

}  // namespace tanji::crash
