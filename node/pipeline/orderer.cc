// Solo ordering: takes all that is queued, as soon as the block before is on its way to disk. There
// is no timer, so latency is low when idle and blocks grow under load.
#include "ledger/storage/crash_point.h"
#include "node/pipeline/pipeline.h"

namespace tanji::node {
namespace {

// How long an idle orderer sleeps before it looks at the clock again.
constexpr std::chrono::milliseconds kIdlePoll{1'000};

Submitted Unknown(const Submission& submission) {
  Submitted out;
  out.id = submission.envelope->id;
  out.unknown = true;
  return out;
}

}  // namespace

void Pipeline::OrderLoop() {
  while (true) {
    auto objection = guard_.Check(ledger_.tip().time());
    {
      const std::lock_guard lock(state_mutex_);
      objection_ = objection;
    }
    auto batch =
        verified_.PopSome({ledger::kMaxBlockTransactions, ledger::kMaxBlockBytes}, kIdlePoll);
    if (batch.empty()) {
      if (verified_.closed()) return;
      continue;
    }
    if (failed_) {
      for (const auto& submission : batch) submission.done(Unknown(submission));
      continue;
    }
    // Again, because the clock may have jumped while we waited.
    if (objection || guard_.Check(ledger_.tip().time())) {
      for (const auto& submission : batch) {
        Submitted out;
        out.id = submission.envelope->id;
        out.result.outcome = ledger::Refuse(v1::CODE_NODE_READ_ONLY);
        submission.done(std::move(out));
      }
      continue;
    }
    ExecuteBatch(std::move(batch));
  }
}

void Pipeline::ExecuteBatch(std::vector<Submission> batch) {
  ledger_.Retire(durable_height_);
  ledger::BlockInput input;
  input.height = ledger_.tip().height() + 1;
  input.time_ms = guard_.BlockTimeMs(ledger_.tip().time());
  for (const auto& submission : batch) input.transactions.push_back(submission.envelope);

  absl::StatusOr<std::shared_ptr<const ledger::ExecutedBlock>> block;
  {
    const Stopwatch stopwatch(counters_.execute_micros);
    block = ledger_.Finalize(input, memory_);
  }
  if (!block.ok()) {
    Fail(block.status());
    for (const auto& submission : batch) submission.done(Unknown(submission));
    return;
  }
  TANJI_CRASH_POINT("after_execute");
  // Waits while the committer is still writing the block before.
  executed_.PushWhenRoom({*std::move(block), std::move(batch)}, 0);
}

}  // namespace tanji::node
