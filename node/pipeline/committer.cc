// Commit: one synced write per block. Nothing about a block leaves the node before that write has
// returned.
#include "ledger/state/record.h"
#include "ledger/storage/crash_point.h"
#include "node/pipeline/pipeline.h"

namespace tanji::node {
namespace {

void Count(const ledger::ExecutedBlock& block, PipelineCounters& counters) {
  ++counters.blocks;
  for (const auto& [result, index] : block.results) {
    switch (result.fate) {
      case ledger::Fate::kApplied:
        ++counters.applied;
        break;
      case ledger::Fate::kFailed:
        ++counters.failed;
        break;
      case ledger::Fate::kDropped:
        ++counters.dropped_at_execution;
        break;
    }
    if (result.outcome.code() == v1::CODE_INVARIANT_VIOLATED) ++counters.invariant_violations;
  }
}

}  // namespace

void Pipeline::CommitLoop() {
  std::int64_t refresh_at_ms = clock_.MonotonicMs() + options_.freshness_interval_ms;
  while (true) {
    const auto wait_ms = std::max<std::int64_t>(0, refresh_at_ms - clock_.MonotonicMs());
    auto some = executed_.PopSome({1, SIZE_MAX}, std::chrono::milliseconds(wait_ms));
    if (some.empty()) {
      if (executed_.closed()) return;
      Refreshen();
      refresh_at_ms = clock_.MonotonicMs() + options_.freshness_interval_ms;
      continue;
    }
    if (CommitBlock(std::move(some.front()))) {
      refresh_at_ms = clock_.MonotonicMs() + options_.freshness_interval_ms;
    }
  }
}

bool Pipeline::CommitBlock(Executed executed) {
  const auto& block = *executed.block;
  std::shared_ptr<const ServedState> served;
  if (!failed_) {
    TANJI_CRASH_POINT("before_commit");
    absl::Status status;
    {
      const Stopwatch stopwatch(counters_.commit_micros);
      status = ledger_.Commit(block);
    }
    if (status.ok()) {
      durable_height_ = block.tip.height();
      Count(block, counters_);
      TANJI_CRASH_POINT("after_commit_before_checkpoint");
      served = MakeServed(block.tip, block.tree);
      if (served) {
        PublishAdmissionState(block.tip);
        served_.Publish(served, clock_.MonotonicMs());
        TANJI_CRASH_POINT("after_checkpoint_before_reply");
      }
    } else {
      Fail(status);
    }
  }
  if (!served) {
    for (const auto& submission : executed.submissions) {
      Submitted out;
      out.id = submission.envelope->id;
      out.unknown = true;
      submission.done(std::move(out));
    }
    return false;
  }
  completed_.PushWhenRoom({std::move(executed), std::move(served)}, 0);
  return true;
}

std::shared_ptr<const ServedState> Pipeline::MakeServed(const v1::Tip& tip,
                                                        const crypto::StateTree& tree) {
  auto served = std::make_shared<ServedState>();
  served->view = store_.Snapshot();
  served->tip = tip;
  served->tree = tree;
  served->log_size = tip.block_entry_index() + 1;
  served->log_root = *crypto::Hash::FromBytes(tip.log_root());
  const auto entries = served->view->ReadEntries(tip.block_entry_index(), 1);
  if (!entries.ok() || entries->empty()) {
    Fail(absl::DataLossError("the newest block entry cannot be read back"));
    return nullptr;
  }
  served->block_entry = entries->front();
  served->header = ledger::ParseRecord<v1::LogEntry>(served->block_entry).block();
  auto checkpoint = signer_.Sign(served->log_size, served->log_root, clock_.WallMs());
  if (!checkpoint.ok()) {
    Fail(checkpoint.status());
    return nullptr;
  }
  served->checkpoint = *std::move(checkpoint);
  return served;
}

void Pipeline::Refreshen() {
  const auto newest = served_.Newest();
  auto checkpoint = signer_.Sign(newest->log_size, newest->log_root, clock_.WallMs());
  if (!checkpoint.ok()) {
    Fail(checkpoint.status());
    return;
  }
  auto fresher = std::make_shared<ServedState>(*newest);
  fresher->checkpoint = *std::move(checkpoint);
  served_.Publish(std::move(fresher), clock_.MonotonicMs());
}

}  // namespace tanji::node
