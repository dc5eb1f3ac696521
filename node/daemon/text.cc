#include "node/daemon/text.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <memory>

namespace tanji::node {
namespace {

using Clock = std::chrono::steady_clock;

struct Shown {
  std::string stage;
  Clock::time_point last;
};

std::string_view StageName(std::string_view stage) {
  if (stage == "files") return Say("校验文件", "checking files");
  if (stage == "log") return Say("核对日志", "checking the log");
  if (stage == "state") return Say("核对状态", "checking the state");
  if (stage == "replay") return Say("重新执行", "replaying");
  return stage;
}

}  // namespace

ledger::Language OperatorLanguage() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("zh") ? ledger::Language::kZh
                                                     : ledger::Language::kEn;
  }
  return ledger::Language::kEn;
}

std::string_view Say(std::string_view zh, std::string_view en) {
  return OperatorLanguage() == ledger::Language::kZh ? zh : en;
}

Progress StderrProgress() {
  const bool terminal = isatty(STDERR_FILENO) == 1;
  const auto pause = terminal ? std::chrono::milliseconds(200) : std::chrono::milliseconds(10'000);
  auto shown = std::make_shared<Shown>();
  return [=](std::string_view stage, std::uint64_t done, std::uint64_t total) {
    const auto now = Clock::now();
    const bool finished = done >= total;
    if (shown->stage == stage && !finished && now - shown->last < pause) return;
    shown->stage = stage;
    shown->last = now;
    fmt::print(stderr, "{}{}: {} / {}{}", terminal ? "\r\033[K" : "", StageName(stage), done, total,
               terminal && !finished ? "" : "\n");
    std::fflush(stderr);
  };
}

}  // namespace tanji::node
