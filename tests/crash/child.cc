#include "tests/crash/child.h"

#include <fcntl.h>
#include <fmt/ranges.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <thread>

#include "tests/crash/fail.h"

namespace tanji::crash {
namespace {

constexpr Milliseconds kPollInterval{2};
constexpr int kCannotExecute = 127;

// The array that execve wants; valid as long as `texts`.
std::vector<char*> Pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (auto& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

std::vector<std::string> OurEnvironmentAnd(const std::vector<std::string>& more) {
  std::vector<std::string> out = more;  // the first of a name counts
  for (char** entry = environ; *entry != nullptr; ++entry) out.emplace_back(*entry);
  return out;
}

Ending EndingOf(int status) {
  Ending ending;
  if (WIFEXITED(status)) ending.code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) ending.signal = WTERMSIG(status);
  return ending;
}

}  // namespace

std::string Ending::Text() const {
  return code ? fmt::format("exit code {}", *code) : fmt::format("signal {}", signal.value_or(0));
}

Child::Child(const std::vector<std::string>& arguments, const std::vector<std::string>& environment,
             const std::string& output_file) {
  std::vector<std::string> argument_texts = arguments;
  std::vector<std::string> environment_texts = OurEnvironmentAnd(environment);
  const auto argv = Pointers(argument_texts);
  const auto envp = Pointers(environment_texts);
  const pid_t parent = getpid();
  const int output = open(output_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  Require(output >= 0, "cannot write {}", output_file);
  pid_ = fork();
  if (pid_ == 0) {
    // Nothing but async-signal-safe calls: the parent has threads.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(kCannotExecute);
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    execve(argv[0], argv.data(), envp.data());
    _exit(kCannotExecute);
  }
  close(output);
  Require(pid_ > 0, "cannot start {}", arguments.front());
}

Child::~Child() {
  if (Poll()) return;
  Signal(SIGKILL);
  int status = 0;
  waitpid(pid_, &status, 0);
}

void Child::Signal(int signal) const {
  // The process is ours until it has been waited for, so its number cannot belong to another.
  if (!ending_) kill(pid_, signal);
}

std::optional<Ending> Child::Poll() {
  if (ending_) return ending_;
  int status = 0;
  if (waitpid(pid_, &status, WNOHANG) == pid_) ending_ = EndingOf(status);
  return ending_;
}

std::optional<Ending> Child::Wait(Milliseconds limit) {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (!Poll() && std::chrono::steady_clock::now() < end) {
    std::this_thread::sleep_for(kPollInterval);
  }
  return ending_;
}

std::string ReadWholeFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string RunToEnd(const std::vector<std::string>& arguments, const std::string& output_file,
                     Milliseconds limit) {
  const std::size_t before = ReadWholeFile(output_file).size();
  Child child(arguments, {"LC_ALL=C"}, output_file);
  const auto ending = child.Wait(limit);
  const std::string output = ReadWholeFile(output_file).substr(before);
  const std::string command = fmt::format("{}", fmt::join(arguments, " "));
  Require(ending.has_value(), "`{}` did not end within {} ms; it printed:\n{}", command,
          limit.count(), output);
  Require(ending->code == 0, "`{}` ended with {}, expected exit code 0; it printed:\n{}", command,
          ending->Text(), output);
  return output;
}

std::string LastLines(const std::string& file, std::size_t count) {
  const std::string text = ReadWholeFile(file);
  std::size_t begin = text.size();
  for (std::size_t lines = 0; begin > 0; --begin) {
    if (text[begin - 1] == '\n' && begin != text.size() && ++lines == count) break;
  }
  return text.substr(begin);
}

}  // namespace tanji::crash
