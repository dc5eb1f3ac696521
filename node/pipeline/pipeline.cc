#include "node/pipeline/pipeline.h"

#include <algorithm>

namespace tanji::node {
namespace {

// One block being written while the next is executed: that is all the overlap there is to gain.
constexpr QueueBounds kExecutedBounds{1, SIZE_MAX};
constexpr QueueBounds kCompletedBounds{1'024, SIZE_MAX};

unsigned ThreadCount(unsigned wanted) {
  return wanted != 0 ? wanted : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace

Pipeline::Pipeline(ledger::Ledger& ledger, ledger::Store& store, CheckpointSigner& signer,
                   const Clock& clock, PipelineOptions options,
                   std::function<void(const absl::Status&)> on_fatal)
    : ledger_(ledger),
      store_(store),
      signer_(signer),
      clock_(clock),
      options_(options),
      on_fatal_(std::move(on_fatal)),
      memory_(options.remembered_transactions),
      guard_(clock, ledger.tip().time(), options.accept_clock),
      unverified_(options.unverified),
      verified_(options.verified),
      executed_(kExecutedBounds),
      completed_(kCompletedBounds) {}

Pipeline::~Pipeline() {
  Drain();
}

absl::Status Pipeline::Start() {
  try {
    const auto served = MakeServed(ledger_.tip(), ledger_.tree());
    if (!served) return absl::InternalError("the newest checkpoint could not be signed");
    served_.Publish(served, clock_.MonotonicMs());
    PublishAdmissionState(ledger_.tip());
  } catch (const ledger::StorageFailure& failure) {
    return absl::DataLossError(failure.what());
  }
  durable_height_ = ledger_.tip().height();
  running_ = true;
  for (unsigned i = 0; i < ThreadCount(options_.verify_threads); ++i) {
    verifiers_.emplace_back([this] { VerifyLoop(); });
  }
  orderer_ = std::thread([this] { OrderLoop(); });
  committer_ = std::thread([this] { CommitLoop(); });
  completer_ = std::thread([this] { CompleteLoop(); });
  return absl::OkStatus();
}

void Pipeline::Drain() {
  if (!running_) return;
  running_ = false;
  // Upstream first: each stage empties its queue before the next one is closed.
  unverified_.Close();
  for (auto& thread : verifiers_) thread.join();
  verified_.Close();
  orderer_.join();
  executed_.Close();
  committer_.join();
  completed_.Close();
  completer_.join();
}

bool Pipeline::Submit(Submission submission) {
  const std::size_t bytes = submission.bytes.size();
  if (failed_ || !unverified_.Push(submission, bytes)) {
    ++counters_.refused_queue_full;
    return false;
  }
  ++counters_.submitted;
  return true;
}

std::pair<std::size_t, std::size_t> Pipeline::QueueDepths() const {
  return {unverified_.size(), verified_.size()};
}

std::optional<ClockGuard::Objection> Pipeline::ReadOnlyReason() const {
  const std::lock_guard lock(state_mutex_);
  return objection_;
}

std::shared_ptr<const Pipeline::AdmissionState> Pipeline::admission_state() const {
  const std::lock_guard lock(state_mutex_);
  return admission_state_;
}

void Pipeline::PublishAdmissionState(const v1::Tip& tip) {
  auto state = std::make_shared<AdmissionState>();
  const std::uint64_t next = tip.height() + 1;
  state->context = {ledger_.chain_id(), next, tip.time(), ledger::FlagsAt(store_.Now(), next),
                    *crypto::Hash::FromBytes(tip.log_root())};
  state->first_window_index = ledger::IdWindow(tip).first_index();
  const std::lock_guard lock(state_mutex_);
  admission_state_ = std::move(state);
}

void Pipeline::Fail(const absl::Status& status) {
  if (!failed_.exchange(true)) on_fatal_(status);
}

void Pipeline::CompleteLoop() {
  while (true) {
    auto some = completed_.PopSome({1, SIZE_MAX}, std::nullopt);
    if (some.empty()) return;
    Complete(std::move(some.front()));
  }
}

void Pipeline::Complete(Completed completed) {
  const auto& [executed, served] = completed;
  const auto& block = executed.block;
  for (std::size_t i = 0; i < executed.submissions.size(); ++i) {
    const auto& [result, index] = block->results[i];
    Submitted out;
    out.id = executed.submissions[i].envelope->id;
    out.result = result;
    out.index = index;
    out.served = served;
    if (result.outcome.code() == v1::CODE_REPLAYED) {
      // Spent while this one was on its way: the answer is what the log says of the id.
      ++counters_.replayed;
      FillFromLog(*index, out);
    } else if (index) {
      out.entry = block->write.entries[*index - block->write.first_entry_index];
      out.block = block;
    }
    executed.submissions[i].done(std::move(out));
  }
}

}  // namespace tanji::node
