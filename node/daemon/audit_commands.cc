#include "node/daemon/audit_commands.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <filesystem>

#include "ledger/base/outcome_text.h"
#include "ledger/modules/all.h"
#include "ledger/modules/membership/authority.h"
#include "node/audit/fsck.h"
#include "node/audit/replay.h"
#include "node/config/config.h"
#include "node/daemon/layout.h"
#include "node/daemon/text.h"

namespace tanji::node {
namespace {

absl::StatusOr<std::unique_ptr<ledger::Store>> OpenStore(const Config& config) {
  ledger::StoreOptions options;
  options.path = StorePath(config);
  options.mode = ledger::StoreOptions::Mode::kOpenReadOnly;
  return ledger::Store::Open(options);
}

// A store that is gone when the command ends.
class Scratch {
 public:
  ~Scratch() {
    store_.reset();
    std::error_code ignored;
    if (!directory_.empty()) std::filesystem::remove_all(directory_, ignored);
  }

  absl::Status Open(const std::string& data_directory) {
    std::string pattern = data_directory + "/replay-XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr) {
      return absl::PermissionDeniedError(
          fmt::format("cannot make a scratch directory in {}", data_directory));
    }
    directory_ = pattern;
    ledger::StoreOptions options;
    options.path = directory_ + "/store";
    options.mode = ledger::StoreOptions::Mode::kCreate;
    auto store = ledger::Store::Open(options);
    if (store.ok()) store_ = *std::move(store);
    return store.status();
  }
  ledger::Store& store() { return *store_; }

 private:
  std::string directory_;
  std::unique_ptr<ledger::Store> store_;
};

int Disagreement(const absl::Status& status) {
  const bool damage = absl::IsDataLoss(status);
  fmt::print(stderr, "{}: {}\n",
             damage ? Say("不一致", "disagreement") : Say("无法核对", "cannot check"),
             MessageOf(status));
  return 1;
}

void PrintExplanation(const std::string& id, const Explanation& explanation) {
  const auto& result = explanation.result;
  fmt::print("{} {}\n", Say("交易", "transaction"), id);
  fmt::print("{}: {}  {}: {}\n", Say("日志序号", "log index"), explanation.index,
             Say("区块高度", "block height"), explanation.height);
  if (result.outcome.ok()) {
    fmt::print("{}\n", Say("已执行", "applied"));
    return;
  }
  fmt::print("{}: {}\n", Say("被拒绝的操作", "refused operation"),
             result.refused_operation.value_or(0));
  fmt::print("{}\n{}\n{}\n", ledger::CodeName(result.outcome.code()),
             Render(result.outcome, ledger::Language::kZh),
             Render(result.outcome, ledger::Language::kEn));
}

}  // namespace

int RunFsck(const std::string& config_file) {
  const auto config = LoadConfig(config_file);
  if (!config.ok()) return Disagreement(config.status());
  const auto store = OpenStore(*config);
  if (!store.ok()) return Disagreement(store.status());
  const auto report = Fsck(**store, StderrProgress());
  if (!report.ok()) return Disagreement(report.status());
  fmt::print("{}: entries={} blocks={} transactions={} state_keys={}\n", Say("一致", "sound"),
             report->entries, report->blocks, report->transactions, report->state_keys);
  return 0;
}

int RunReplay(const std::string& config_file, const std::string& explain) {
  std::optional<crypto::Hash> id;
  if (!explain.empty()) {
    id = crypto::Hash::FromHex(explain);
    if (!id) {
      return Disagreement(absl::InvalidArgumentError(
          fmt::format("'{}' is not a transaction id: 64 hexadecimal digits", explain)));
    }
  }
  const auto config = LoadConfig(config_file);
  if (!config.ok()) return Disagreement(config.status());
  const auto store = OpenStore(*config);
  if (!store.ok()) return Disagreement(store.status());
  Scratch scratch;
  if (absl::Status status = scratch.Open(config->node.data_directory); !status.ok()) {
    return Disagreement(status);
  }
  const auto report =
      Replay(**store, scratch.store(), {ledger::AllModules(), &ledger::MembershipAuthority()},
             StderrProgress(), id);
  if (!report.ok()) return Disagreement(report.status());
  if (report->explanation) {
    PrintExplanation(explain, *report->explanation);
    return 0;
  }
  fmt::print("{}: blocks={} transactions={}\n", Say("重放结果一致", "replayed alike"),
             report->blocks, report->transactions);
  return 0;
}

}  // namespace tanji::node
