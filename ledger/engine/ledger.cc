#include "ledger/engine/ledger.h"

#include <fmt/format.h>

#include "crypto/wire/strict_check.h"
#include "ledger/engine/block_builder.h"
#include "ledger/engine/log_reader.h"
#include "ledger/state/record.h"

namespace tanji::ledger {
namespace {

absl::Status Disagreement(const std::string& what) {
  return absl::DataLossError(fmt::format(
      "the store contradicts itself: {}; the node does not start. Run `tanjid fsck` to see what is "
      "damaged, then restore a backup",
      what));
}

}  // namespace

Ledger::Ledger(Store& store, ModuleList modules, const Authority& authority)
    : store_(store), registry_(modules), executor_(registry_, authority), newest_(*this) {}

absl::StatusOr<std::unique_ptr<Ledger>> Ledger::Open(Store& store, ModuleList modules,
                                                     const Authority& authority) {
  std::unique_ptr<Ledger> ledger(new Ledger(store, modules, authority));
  try {
    const absl::Status status = ledger->Load();
    if (!status.ok()) return status;
  } catch (const StorageFailure& failure) {
    return absl::DataLossError(failure.what());
  }
  return ledger;
}

absl::Status Ledger::Load() {
  const StoreView& view = store_.Now();
  const auto tip = view.ReadTip();
  if (!tip.ok()) return tip.status();
  if (!*tip) return absl::FailedPreconditionError("the store holds no ledger; run `tanjid init`");
  tip_ = ParseRecord<v1::Tip>(**tip);

  auto frontier = crypto::Frontier::Parse(tip_.frontier());
  if (!frontier) return Disagreement("the tip's frontier is malformed");
  frontier_ = std::move(*frontier);
  if (frontier_.Root().view() != tip_.log_root()) {
    return Disagreement("the frontier does not give the log root of the tip");
  }
  // The frontier is what appending goes on from; the stored hashes are what proofs come from.
  const auto stored = crypto::TreeHash(frontier_.size(), StoredHashes(view));
  if (!stored.ok()) return Disagreement(std::string(stored.status().message()));
  if (stored->view() != tip_.log_root()) {
    return Disagreement("the stored hashes do not give the log root of the tip");
  }

  const auto entries = view.ReadEntries(tip_.block_entry_index(), 1);
  if (!entries.ok()) return entries.status();
  const auto genesis = view.ReadEntries(0, 1);
  if (!genesis.ok()) return genesis.status();
  if (entries->empty() || genesis->empty()) return Disagreement("the log ends before the tip");
  const auto last = ParseRecord<v1::LogEntry>(entries->front());
  if (!last.has_block() || last.block().state_root() != tip_.state_root()) {
    return Disagreement("the last entry is not the block entry of the tip");
  }
  chain_id_ = ParseRecord<v1::LogEntry>(genesis->front()).genesis().chain_id();
  window_ = IdWindow(tip_);
  return LoadTree();
}

absl::Status Ledger::LoadTree() {
  crypto::StateTreeBuilder builder;
  const auto status =
      store_.Now().ScanState("", [&](std::string_view key, std::string_view record) {
        builder.Add(key, crypto::Sha256(record));
        return true;
      });
  if (!status.ok()) return status;
  tree_ = builder.Finish();
  if (tree_.root().view() != tip_.state_root()) {
    return Disagreement("the records do not give the state root of the tip");
  }
  return absl::OkStatus();
}

std::optional<std::string> Ledger::Newest::Get(std::string_view key) const {
  for (auto block = ledger_->pending_.rbegin(); block != ledger_->pending_.rend(); ++block) {
    const auto it = (*block)->write.state.find(key);
    if (it != (*block)->write.state.end()) return it->second;
  }
  return ledger_->store_.Now().Get(key);
}

BlockContext Ledger::ContextOf(std::uint64_t height, std::int64_t time_ms) const {
  const auto log_root = crypto::Hash::FromBytes(tip_.log_root());
  return {chain_id_, height, time_ms, FlagsAt(newest_, height), *log_root};
}

absl::StatusOr<std::optional<std::uint64_t>> Ledger::FindSpentId(const crypto::Hash& id) const {
  for (const auto& block : pending_) {
    for (const auto& [logged, index] : block->write.ids) {
      if (logged == id) return std::optional(index);
    }
  }
  auto index = store_.Now().FindId(id);
  if (index.ok() && *index && **index < window_.first_index()) *index = std::nullopt;
  return index;
}

absl::Status Ledger::Process(const BlockInput& input) const {
  if (input.height != tip_.height() + 1) {
    return absl::InvalidArgumentError(
        fmt::format("block height {} does not follow {}", input.height, tip_.height()));
  }
  if (input.time_ms <= tip_.time()) {
    return absl::InvalidArgumentError(
        fmt::format("block time {} is not after {}", input.time_ms, tip_.time()));
  }
  std::size_t bytes = 0;
  for (const auto& transaction : input.transactions) bytes += transaction->bytes.size();
  if (input.transactions.size() > kMaxBlockTransactions || bytes > kMaxBlockBytes) {
    return absl::InvalidArgumentError("the block exceeds its bounds");
  }
  return absl::OkStatus();
}

ExecutedBlock::Result Ledger::ExecuteOne(const Envelope& envelope, const BlockContext& context,
                                         Overlay& state, BlockBuilder& builder,
                                         const SignatureMemory& memory) const {
  ExecutedBlock::Result out;
  const auto index_here = builder.FindId(envelope.id);
  const auto spent = index_here ? index_here : FindSpentId(envelope.id).value();
  if (spent) {
    out.result = {Fate::kDropped, Refuse(v1::CODE_REPLAYED, {{"transaction", envelope.id.Hex()}}),
                  std::nullopt};
    out.index = spent;
    return out;
  }
  out.result = executor_.Execute(envelope, context, state, memory);
  if (out.result.fate != Fate::kDropped) out.index = builder.Log(envelope, out.result);
  return out;
}

absl::StatusOr<std::shared_ptr<const ExecutedBlock>> Ledger::Execute(
    const BlockInput& input, const SignatureMemory& memory) {
  const BlockContext context = ContextOf(input.height, input.time_ms);
  auto block = std::make_shared<ExecutedBlock>();
  block->header.set_height(input.height);
  block->header.set_time(input.time_ms);
  Overlay state(newest_);
  BlockBuilder builder(frontier_, tree_, window_);
  for (const auto& transaction : input.transactions) {
    if (transaction->flags == context.flags) {
      block->results.push_back(ExecuteOne(*transaction, context, state, builder, memory));
      continue;
    }
    // Parsed under other flags: what counts as declared may have changed since.
    Envelope again;
    auto outcome = ParseEnvelope(transaction->bytes, chain_id_, context.flags, again);
    block->results.push_back(
        outcome.ok() ? ExecuteOne(again, context, state, builder, memory)
                     : ExecutedBlock::Result{{Fate::kDropped, std::move(outcome), {}}, {}});
  }
  std::move(builder).Finish(state, input.notices, *block);
  if (!block->logged) {
    // Nothing appended: the newest block entry is still the one before.
    block->tip.set_block_entry_index(tip_.block_entry_index());
    block->write.tip = EncodeRecord(block->tip);
  }
  return block;
}

absl::StatusOr<std::shared_ptr<const ExecutedBlock>> Ledger::Finalize(
    const BlockInput& input, const SignatureMemory& memory) {
  const absl::Status status = Process(input);
  if (!status.ok()) return status;
  try {
    auto block = Execute(input, memory);
    if (!block.ok()) return block;
    tip_ = (*block)->tip;
    frontier_ = (*block)->frontier;
    tree_ = (*block)->tree;
    window_ = (*block)->window;
    pending_.push_back(*block);
    return block;
  } catch (const StorageFailure& failure) {
    return absl::DataLossError(failure.what());
  }
}

absl::Status Ledger::Commit(const ExecutedBlock& block) {
  return store_.WriteBlock(block.write);
}

void Ledger::Retire(std::uint64_t height) {
  while (!pending_.empty() && pending_.front()->tip.height() <= height) pending_.pop_front();
}

}  // namespace tanji::ledger
