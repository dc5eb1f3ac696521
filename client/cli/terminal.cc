#include "client/cli/terminal.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <iostream>

namespace tanji::client::cli {
namespace {

constexpr std::size_t kMaxLineBytes = 4096;

// The controlling terminal, whatever standard input and output are.
class Console {
 public:
  Console() : fd_(open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)) {}
  ~Console() {
    if (fd_ >= 0) close(fd_);
  }
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  std::optional<std::string> Ask(const std::string& prompt, bool echo) {
    if (fd_ < 0) return std::nullopt;
    termios before{};
    const bool silent = !echo && tcgetattr(fd_, &before) == 0;
    if (!echo && !silent) return std::nullopt;
    if (silent) {
      termios quiet = before;
      quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
      if (tcsetattr(fd_, TCSAFLUSH, &quiet) != 0) return std::nullopt;
    }
    Write(prompt);
    auto line = ReadLine();
    if (silent) {
      tcsetattr(fd_, TCSAFLUSH, &before);
      Write("\n");
    }
    return line;
  }

 private:
  void Write(std::string_view text) { (void)!write(fd_, text.data(), text.size()); }

  std::optional<std::string> ReadLine() {
    std::string line;
    line.reserve(kMaxLineBytes);  // no copies of a passphrase left behind by growing
    char c = 0;
    while (line.size() < kMaxLineBytes) {
      const ssize_t count = read(fd_, &c, 1);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return std::nullopt;
      if (c == '\n') return line;
      line.push_back(c);
    }
    return std::nullopt;
  }

  int fd_;
};

}  // namespace

Terminal Terminal::Real() {
  Terminal terminal;
  terminal.out = &std::cout;
  terminal.err = &std::cerr;
  terminal.err_is_terminal = isatty(STDERR_FILENO) == 1;
  terminal.variable = [](const char* name) -> std::optional<std::string> {
    const char* const value = std::getenv(name);
    if (value == nullptr || *value == '\0') return std::nullopt;
    return value;
  };
  terminal.now_ms = [] {
    return std::int64_t{std::chrono::duration_cast<std::chrono::milliseconds>(
                            std::chrono::system_clock::now().time_since_epoch())
                            .count()};
  };
  terminal.ask_secret = [](const std::string& prompt) -> std::optional<Secret> {
    auto line = Console().Ask(prompt, /*echo=*/false);
    if (!line) return std::nullopt;
    return Secret(std::move(*line));
  };
  terminal.ask_line = [](const std::string& prompt) {
    return Console().Ask(prompt, /*echo=*/true);
  };
  terminal.connect = ConnectNode;
  terminal.pacing = Pacing::Real();
  terminal.kdf_cost = kModerateCost;
  return terminal;
}

}  // namespace tanji::client::cli
