#include "node/audit/replay.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "ledger/base/outcome_text.h"
#include "ledger/engine/genesis.h"
#include "ledger/engine/ledger.h"
#include "ledger/state/record.h"
#include "node/pipeline/signature_memory.h"

namespace tanji::node {
namespace {

// Enough for two blocks: what is not remembered is verified when it is executed.
constexpr std::size_t kRemembered = 2 * ledger::kMaxBlockTransactions;
// Transactions that one thread takes at a time.
constexpr std::size_t kSlice = 32;

std::string Describe(const v1::Receipt& receipt) {
  if (receipt.code() == v1::CODE_OK) return "applied";
  return fmt::format("operation {} refused with {}", receipt.refused_operation(),
                     ledger::CodeName(receipt.code()));
}

// Why two entries at one index differ, as far as it can be said.
std::string Difference(const std::string& stored, const std::string& replayed) {
  v1::LogEntry was, is;
  if (!was.ParseFromString(stored) || !is.ParseFromString(replayed)) return "cannot be read";
  if (was.has_transaction() && is.has_transaction()) {
    return fmt::format("the log says '{}', the rules say '{}'",
                       Describe(was.transaction().receipt()), Describe(is.transaction().receipt()));
  }
  if (was.has_block() && is.has_block() && was.block().state_root() != is.block().state_root()) {
    return "the block's state root is not that of its transactions";
  }
  return "the entries differ";
}

class Replayer {
 public:
  Replayer(const ledger::Store& store, ledger::Store& scratch, const Progress& progress)
      : store_(store), scratch_(scratch), progress_(progress), memory_(kRemembered) {}

  absl::StatusOr<ReplayReport> Run(const ReplayRules& rules, std::optional<crypto::Hash> explain) {
    absl::Status status = Begin(rules);
    if (status.ok() && explain) status = FindAsked(*explain);
    if (!status.ok()) return status;
    BlockWalk walk(store_.Now(), tip_.block_entry_index() + 1);
    while (!walk.AtEnd() && !report_.explanation) {
      const auto block = walk.Next();
      if (!block.ok()) return block.status();
      status = block->first_index == 0 ? CompareGenesis(*block) : ReplayBlock(*block);
      if (!status.ok()) return status;
      ++report_.blocks;
      progress_("replay", walk.next_index(), tip_.block_entry_index() + 1);
    }
    if (!report_.explanation) status = CompareTip();
    if (!status.ok()) return status;
    return report_;
  }

 private:
  absl::Status Begin(const ReplayRules& rules) {
    const auto tip = store_.Now().ReadTip();
    if (!tip.ok()) return tip.status();
    if (!*tip) return absl::DataLossError("the store holds no ledger");
    tip_ = ledger::ParseRecord<v1::Tip>(**tip);
    const auto genesis = store_.ReadGenesis();
    if (!genesis.ok()) return genesis.status();
    absl::Status status = ledger::InitialiseStore(scratch_, *genesis, rules.modules);
    if (!status.ok()) return status;
    auto ledger = ledger::Ledger::Open(scratch_, rules.modules, *rules.authority);
    if (!ledger.ok()) return ledger.status();
    ledger_ = *std::move(ledger);
    return absl::OkStatus();
  }

  absl::Status FindAsked(const crypto::Hash& id) {
    const auto index = store_.Now().FindId(id);
    if (!index.ok()) return index.status();
    if (!*index) {
      return absl::NotFoundError(fmt::format("transaction {} was never logged", id.Hex()));
    }
    asked_ = **index;
    return absl::OkStatus();
  }

  absl::Status CompareGenesis(const StoredBlock& block) {
    const auto made = scratch_.Now().ReadEntries(0, block.entries.size() + 1);
    if (!made.ok()) return made.status();
    return Compare(block, *made);
  }

  absl::Status ReplayBlock(const StoredBlock& stored) {
    absl::Status status = SkipTo(stored.header.height());
    if (!status.ok()) return status;
    ledger::BlockInput input;
    input.height = stored.header.height();
    input.time_ms = stored.header.time();
    input.notices.assign(stored.header.notices().begin(), stored.header.notices().end());
    status = Prepare(stored, input);
    if (!status.ok()) return status;
    const auto block = ledger_->Finalize(input, memory_);
    if (!block.ok()) return block.status();
    status = CheckResults(stored, **block);
    if (status.ok()) status = Compare(stored, (*block)->write.entries);
    if (status.ok()) status = ledger_->Commit(**block);
    if (!status.ok()) return status;
    ledger_->Retire(input.height);
    report_.transactions += input.transactions.size();
    return absl::OkStatus();
  }

  // Heights at which nothing was logged are not in the log; when they were is not known and does
  // not matter.
  absl::Status SkipTo(std::uint64_t height) {
    while (ledger_->tip().height() + 1 < height) {
      ledger::BlockInput empty;
      empty.height = ledger_->tip().height() + 1;
      empty.time_ms = ledger_->tip().time() + 1;
      const auto block = ledger_->Finalize(empty, memory_);
      if (!block.ok()) return block.status();
      ledger_->Retire(empty.height);
    }
    return absl::OkStatus();
  }

  // Parses the block's transactions and verifies their signatures, on all cores. Whatever is not
  // in order is left to execution, which finds it again.
  absl::Status Prepare(const StoredBlock& stored, ledger::BlockInput& input) {
    const ledger::BlockContext context = ledger_->ContextOf(input.height, input.time_ms);
    input.transactions.resize(stored.entries.size() - 1);
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
      while (true) {
        const std::size_t begin = next.fetch_add(kSlice);
        if (begin >= input.transactions.size()) return;
        const std::size_t end = std::min(begin + kSlice, input.transactions.size());
        for (std::size_t i = begin; i < end; ++i) {
          input.transactions[i] = PrepareOne(stored.entries[i], context);
        }
      }
    };
    const std::size_t slices = (input.transactions.size() + kSlice - 1) / kSlice;
    const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::thread> helpers;
    for (std::size_t i = 1; i < std::min(cores, slices); ++i) helpers.emplace_back(work);
    work();
    for (auto& helper : helpers) helper.join();
    const auto& made = input.transactions;
    const auto malformed = std::find(made.begin(), made.end(), nullptr);
    if (malformed == made.end()) return absl::OkStatus();
    return EntryFault(stored.first_index + static_cast<std::uint64_t>(malformed - made.begin()),
                      "holds a transaction that was never acceptable");
  }

  // Null: not a transaction at all.
  std::shared_ptr<const ledger::Envelope> PrepareOne(const std::string& entry_bytes,
                                                     const ledger::BlockContext& context) {
    v1::LogEntry entry;
    auto envelope = std::make_shared<ledger::Envelope>();
    if (!entry.ParseFromString(entry_bytes) || !entry.has_transaction() ||
        !ledger::ParseEnvelope(entry.transaction().transaction(), context.chain_id, context.flags,
                               *envelope)
             .ok()) {
      return nullptr;
    }
    try {
      ledger::Authentication authentication;
      const auto outcome = ledger_->executor().Authenticate(*envelope, context, scratch_.Now(),
                                                            ledger::NoMemory(), authentication);
      if (outcome.ok()) memory_.Remember(envelope->whole_hash, authentication.PublicKeys());
    } catch (const ledger::StorageFailure&) {
      // Not remembered: execution meets the same failure on the thread that can report it.
    }
    return envelope;
  }

  absl::Status CheckResults(const StoredBlock& stored, const ledger::ExecutedBlock& block) {
    for (std::size_t i = 0; i < block.results.size(); ++i) {
      const auto& [result, index] = block.results[i];
      if (result.fate == ledger::Fate::kDropped) {
        return EntryFault(stored.first_index + i,
                          fmt::format("the log holds it, but the rules drop it: {}",
                                      Render(result.outcome, ledger::Language::kEn)));
      }
      if (index == asked_)
        report_.explanation = Explanation{*index, stored.header.height(), result};
    }
    return absl::OkStatus();
  }

  absl::Status Compare(const StoredBlock& stored, const std::vector<std::string>& replayed) const {
    const std::size_t count = std::min(stored.entries.size(), replayed.size());
    for (std::size_t i = 0; i < count; ++i) {
      if (stored.entries[i] == replayed[i]) continue;
      return EntryFault(stored.first_index + i, Difference(stored.entries[i], replayed[i]));
    }
    if (stored.entries.size() == replayed.size()) return absl::OkStatus();
    return EntryFault(stored.first_index + count, "the block has another number of entries");
  }

  absl::Status CompareTip() const {
    const v1::Tip& made = ledger_->tip();
    if (made.log_root() == tip_.log_root() && made.state_root() == tip_.state_root() &&
        made.frontier() == tip_.frontier() && made.state_size() == tip_.state_size() &&
        made.block_entry_index() == tip_.block_entry_index()) {
      return absl::OkStatus();
    }
    return absl::DataLossError("tip: it is not that of the replayed log");
  }

  const ledger::Store& store_;
  ledger::Store& scratch_;
  const Progress& progress_;
  RecentSignatures memory_;
  std::unique_ptr<ledger::Ledger> ledger_;
  v1::Tip tip_;
  std::optional<std::uint64_t> asked_;
  ReplayReport report_;
};

}  // namespace

absl::StatusOr<ReplayReport> Replay(const ledger::Store& store, ledger::Store& scratch,
                                    const ReplayRules& rules, const Progress& progress,
                                    std::optional<crypto::Hash> explain) {
  try {
    return Replayer(store, scratch, progress).Run(rules, explain);
  } catch (const ledger::StorageFailure& failure) {
    return absl::DataLossError(failure.what());
  }
}

}  // namespace tanji::node
