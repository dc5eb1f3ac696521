#include "node/daemon/start.h"

#include <fmt/format.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <thread>

#include "ledger/storage/crash_point.h"
#include "node/config/config.h"
#include "node/daemon/layout.h"
#include "node/daemon/log.h"
#include "node/daemon/node.h"
#include "node/daemon/ready_file.h"
#include "node/daemon/text.h"
#include "node/grpc/grpc_log.h"

namespace tanji::node {
namespace {

// How often the node looks at itself for something to report.
constexpr timespec kWatchInterval{1, 0};
// After a fatal failure an orderly end has this long, then the process ends anyhow.
constexpr std::chrono::seconds kFatalGrace{15};

// The signals this process answers to, taken one by one by the main thread. Blocked before any
// other thread is started, which then inherits the mask.
class Signals {
 public:
  Signals() : main_thread_(pthread_self()) {
    sigemptyset(&set_);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGUSR2}) sigaddset(&set_, signal);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
  }

  // The next signal; 0 when the interval has passed.
  int Next() const {
    const int signal = sigtimedwait(&set_, nullptr, &kWatchInterval);
    return signal > 0 ? signal : 0;
  }
  // Wakes Next() from any thread.
  void Wake() const { pthread_kill(main_thread_, SIGUSR2); }

 private:
  const pthread_t main_thread_;
  sigset_t set_;
};

// The first fatal failure, handed from whatever thread to the main one.
class Fatal {
 public:
  explicit Fatal(const Signals& signals) : signals_(signals) {}

  void Set(const absl::Status& status) {
    {
      const std::lock_guard lock(mutex_);
      if (!status_) status_ = status;
    }
    signals_.Wake();
  }
  std::optional<absl::Status> Get() const {
    const std::lock_guard lock(mutex_);
    return status_;
  }

 private:
  const Signals& signals_;
  mutable std::mutex mutex_;
  std::optional<absl::Status> status_;
};

// Reports what changes by itself: whether the node takes writes, and violated invariants.
class Watcher {
 public:
  explicit Watcher(const Pipeline& pipeline) : pipeline_(pipeline) {}

  void Look() {
    const auto reason = pipeline_.ReadOnlyReason();
    const std::string now = reason ? reason->en : "";
    if (now != read_only_) {
      if (reason) {
        LogLine(LogLevel::kWarn, "read_only").With("reason", now).With("reason_zh", reason->zh);
      } else {
        LogLine(LogLevel::kInfo, "writable");
      }
      read_only_ = now;
    }
    const std::uint64_t violations = pipeline_.counters().invariant_violations;
    if (violations != violations_) {
      LogLine(LogLevel::kError, "invariant_violated").WithNumber("total", violations);
      violations_ = violations;
    }
  }

 private:
  const Pipeline& pipeline_;
  std::string read_only_;
  std::uint64_t violations_ = 0;
};

void ReloadLogLevel(const std::string& config_file) {
  const auto config = LoadConfig(config_file);
  if (!config.ok()) {
    LogLine(LogLevel::kError, "reload_failed").With("reason", MessageOf(config.status()));
    return;
  }
  SetLogLevel(config->log.level);
  LogLine(LogLevel::kInfo, "reloaded").With("log_level", config->log.level);
}

// Serves until a signal or a fatal failure ends it.
void Serve(const StartOptions& options, const Signals& signals, const Fatal& fatal,
           const Pipeline& pipeline) {
  Watcher watcher(pipeline);
  while (!fatal.Get()) {
    const int signal = signals.Next();
    if (signal == SIGTERM || signal == SIGINT) {
      LogLine(LogLevel::kInfo, "stopping").With("signal", signal == SIGTERM ? "TERM" : "INT");
      return;
    }
    if (signal == SIGHUP) ReloadLogLevel(options.config_file);
    watcher.Look();
  }
}

int Refuse(const absl::Status& status) {
  LogLine(LogLevel::kError, "start_failed").With("reason", MessageOf(status));
  return 1;
}

void Announce(const Node& node, const std::string& version) {
  const auto* http = node.http_endpoint();
  const std::string http_text = http != nullptr ? http->Text() : "off";
  const auto& tip = node.pipeline().served().Newest()->tip;
  LogLine(LogLevel::kInfo, "ready")
      .With("version", version)
      .With("chain_id", node.chain_id())
      .WithNumber("height", tip.height())
      .WithNumber("log_size", tip.block_entry_index() + 1)
      .With("grpc", node.grpc_endpoint().Text())
      .With("http", http_text);
  fmt::print("ready chain_id={} grpc={} http={}\n", node.chain_id(), node.grpc_endpoint().Text(),
             http_text);
  std::fflush(stdout);
}

// The end after a failed write: what is on disk is unknown until the store is opened again.
int EndAfter(const absl::Status& fatal, Node& node) {
  LogLine(LogLevel::kError, "fatal").With("reason", MessageOf(fatal));
  fmt::print(stderr, "{}: {}\n",
             Say("节点因写入失败而停止；重新启动时会自行恢复",
                 "the node stops because a write failed; starting it again recovers"),
             MessageOf(fatal));
  std::thread([] {
    std::this_thread::sleep_for(kFatalGrace);
    _exit(kExitFatal);
  }).detach();
  node.Stop();
  return kExitFatal;
}

absl::Status ArmCrashPoint() {
  const char* name = std::getenv("TANJI_CRASH_AT");
  return ledger::ArmCrashPoint(name == nullptr ? "" : name);
}

void LogGrpc(bool is_error, const std::string& where, const std::string& text) {
  LogLine(is_error ? LogLevel::kWarn : LogLevel::kDebug, "grpc")
      .With("where", where)
      .With("text", text);
}

NodeOptions MakeNodeOptions(const StartOptions& options, Fatal& fatal) {
  NodeOptions out;
  out.accept_clock = options.accept_clock;
  out.version = TANJI_VERSION;
  out.on_fatal = [&fatal](const absl::Status& status) { fatal.Set(status); };
  out.on_failure = [](const absl::Status& status) {
    LogLine(LogLevel::kError, "call_failed").With("reason", MessageOf(status));
  };
  return out;
}

}  // namespace

int RunNode(const StartOptions& options) {
  const Signals signals;
  const auto config = LoadConfig(options.config_file);
  StartLog(config.ok() ? config->log.level : "info");
  if (!config.ok()) return Refuse(config.status());
  SendGrpcLogTo(&LogGrpc);
  if (absl::Status armed = ArmCrashPoint(); !armed.ok()) return Refuse(armed);

  Fatal fatal(signals);
  const auto node = Node::Open(*config, MakeNodeOptions(options, fatal));
  if (!node.ok()) return Refuse(node.status());
  // Only now: a second process must not touch the file of the one that is running.
  ReadyFile ready(RunPath(*config));
  if (const std::string& note = (*node)->store().recovery_note(); !note.empty()) {
    LogLine(LogLevel::kWarn, "recovered").With("note", note);
  }
  absl::Status status = (*node)->Serve(*config);
  if (status.ok()) status = ready.Write(**node, TANJI_VERSION);
  if (!status.ok()) return Refuse(status);
  Announce(**node, TANJI_VERSION);
  Serve(options, signals, fatal, (*node)->pipeline());
  if (!fatal.Get()) (*node)->Stop();
  // A write may also fail while the node drains.
  if (const auto failure = fatal.Get()) return EndAfter(*failure, **node);
  LogLine(LogLevel::kInfo, "stopped");
  return 0;
}

}  // namespace tanji::node
