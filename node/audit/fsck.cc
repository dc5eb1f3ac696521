#include "node/audit/fsck.h"

#include <fmt/format.h>

#include "crypto/hash/hex.h"
#include "crypto/tree/state_tree.h"
#include "crypto/wire/strict_check.h"
#include "ledger/engine/flags.h"
#include "ledger/engine/genesis.h"
#include "ledger/state/key.h"
#include "node/audit/log_check.h"

namespace tanji::node {
namespace {

constexpr std::uint64_t kKeysPerProgress = 4'096;

absl::StatusOr<v1::Tip> ReadTip(const ledger::StoreView& view) {
  const auto bytes = view.ReadTip();
  if (!bytes.ok()) return bytes.status();
  if (!*bytes) return absl::DataLossError("tip: there is none; the ledger was never begun");
  v1::Tip tip;
  if (crypto::CheckStrict(**bytes, v1::Tip::descriptor()) || !tip.ParseFromString(**bytes)) {
    return absl::DataLossError("tip: is not a canonical record");
  }
  return tip;
}

// That entry 0 commits to the genesis file; returns the chain id.
absl::StatusOr<std::string> CheckGenesis(const ledger::Store& store) {
  const auto file = store.ReadGenesis();
  if (!file.ok()) return file.status();
  const auto first = store.Now().ReadEntries(0, 1);
  if (!first.ok()) return first.status();
  v1::LogEntry entry;
  if (first->empty() || !entry.ParseFromString(first->front()) || !entry.has_genesis()) {
    return EntryFault(0, "is not a genesis entry");
  }
  const auto& genesis = entry.genesis();
  if (genesis.genesis_sha256() != crypto::Sha256(*file).view() ||
      genesis.genesis_size_bytes() != file->size()) {
    return absl::DataLossError("genesis: the file is not the one that entry 0 commits to");
  }
  const auto parsed = ledger::ParseGenesis(*file);
  if (!parsed.ok()) return parsed.status();
  if (genesis.chain_id() != parsed->chain_id() || genesis.origin() != parsed->chain_id()) {
    return EntryFault(0, "names another chain than the genesis file");
  }
  return genesis.chain_id();
}

// One pass over the records: their root, and the window's records against those of the log.
absl::Status CheckState(const ledger::StoreView& view, const v1::Tip& tip, const LogCheck& log,
                        const Progress& progress, FsckReport& report) {
  const std::string window_prefix = ledger::MakeKey(ledger::KeySpace::kReplayWindow);
  const auto& expected = log.window_records().records();
  auto next_window = expected.begin();
  absl::Status fault;
  crypto::StateTreeBuilder builder;
  const absl::Status scanned =
      view.ScanState("", [&](std::string_view key, std::string_view record) {
        if (key.starts_with(window_prefix)) {
          const bool agrees = next_window != expected.end() && next_window->first == key &&
                              next_window->second == record;
          if (!agrees) {
            fault = absl::DataLossError(
                fmt::format("state {}: the digest of the window of ids is not that of the log",
                            crypto::ToHex(key)));
            return false;
          }
          ++next_window;
        }
        if (record.empty()) {
          fault =
              absl::DataLossError(fmt::format("state {}: the record is empty", crypto::ToHex(key)));
          return false;
        }
        builder.Add(key, crypto::Sha256(record));
        if (++report.state_keys % kKeysPerProgress == 0) {
          progress("state", report.state_keys, tip.state_size());
        }
        return true;
      });
  if (!scanned.ok()) return scanned;
  if (!fault.ok()) return fault;
  if (next_window != expected.end()) {
    return absl::DataLossError(
        fmt::format("state {}: is missing", crypto::ToHex(next_window->first)));
  }
  if (report.state_keys != tip.state_size()) {
    return absl::DataLossError(fmt::format("state: holds {} records, but the tip counts {}",
                                           report.state_keys, tip.state_size()));
  }
  if (builder.Finish().root().view() != tip.state_root()) {
    return absl::DataLossError(
        "state: the records do not give the state root that the log commits to; `tanjid replay` "
        "shows what they should be");
  }
  return absl::OkStatus();
}

absl::StatusOr<FsckReport> Check(const ledger::Store& store, const Progress& progress) {
  progress("files", 0, 1);
  if (absl::Status files = store.VerifyFiles(); !files.ok()) return files;
  progress("files", 1, 1);

  const ledger::StoreView& view = store.Now();
  const auto tip = ReadTip(view);
  if (!tip.ok()) return tip.status();
  const auto chain_id = CheckGenesis(store);
  if (!chain_id.ok()) return chain_id.status();

  FsckReport report;
  report.entries = tip->block_entry_index() + 1;
  LogCheck log(view, *chain_id, ledger::FlagsAt(view, tip->height()));
  BlockWalk walk(view, report.entries);
  while (!walk.AtEnd()) {
    const auto block = walk.Next();
    if (!block.ok()) return block.status();
    if (absl::Status status = log.Take(*block); !status.ok()) return status;
    progress("log", walk.next_index(), report.entries);
  }
  if (absl::Status status = log.Finish(*tip); !status.ok()) return status;
  report.blocks = log.blocks();
  report.transactions = log.transactions();
  absl::Status state = CheckState(view, *tip, log, progress, report);
  if (!state.ok()) return state;
  return report;
}

}  // namespace

absl::StatusOr<FsckReport> Fsck(const ledger::Store& store, const Progress& progress) {
  try {
    return Check(store, progress);
  } catch (const ledger::StorageFailure& failure) {
    return absl::DataLossError(failure.what());
  }
}

}  // namespace tanji::node
