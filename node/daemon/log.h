// Structured log lines on standard error: `time=… level=info event=ready grpc=127.0.0.1:7050`.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

namespace tanji::node {

enum class LogLevel { kDebug, kInfo, kWarn, kError };

// Sends this process's log lines from now on; `level` is one of the configuration's names.
void StartLog(const std::string& level);
void SetLogLevel(const std::string& level);

// One line, written when it goes: LogLine(LogLevel::kInfo, "ready").With("grpc", address). Keys
// are `[a-z_]+`; values are quoted where they have to be. Thread-safe.
class LogLine {
 public:
  LogLine(LogLevel level, std::string_view event);
  ~LogLine();
  LogLine(const LogLine&) = delete;
  LogLine& operator=(const LogLine&) = delete;

  LogLine& With(std::string_view key, std::string_view value);
  template <class Number>
  LogLine& WithNumber(std::string_view key, Number value) {
    return With(key, fmt::to_string(value));
  }

 private:
  const LogLevel level_;
  std::string text_;
};

}  // namespace tanji::node
