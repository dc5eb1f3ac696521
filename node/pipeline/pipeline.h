// The way of a transaction through a solo node: admission -> ordering and execution -> commit ->
// completion, each on threads of its own, with bounded queues between. Knows no gRPC.
//
//   Submit()        any thread; enqueues or refuses, never blocks
//   verifiers       parse, check, verify signatures against the newest durable state
//   orderer         takes all that is ready as soon as the block before is on its way to disk,
//                   executes it
//   committer       synced write; then, and only then, the checkpoint is signed and served
//   completer       calls back
//
// Verification of N+1, execution of N+1 and the write of N overlap.
#pragma once

#include <absl/status/status.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "ledger/engine/ledger.h"
#include "node/pipeline/bounded_queue.h"
#include "node/pipeline/checkpoint_signer.h"
#include "node/pipeline/clock.h"
#include "node/pipeline/served_state.h"
#include "node/pipeline/signature_memory.h"
#include "node/pipeline/submission.h"

namespace tanji::node {

struct PipelineOptions {
  // 0: one per core.
  unsigned verify_threads = 0;
  QueueBounds unverified{20'000, 64u << 20};
  QueueBounds verified{20'000, 64u << 20};
  std::size_t remembered_transactions = 100'000;
  // While nothing is logged the newest checkpoint is signed again this often.
  std::int64_t freshness_interval_ms = 600'000;
  // The operator's word that the clock is right.
  bool accept_clock = false;
};

// Counters for metrics; monotonic.
struct PipelineCounters {
  std::atomic<std::uint64_t> submitted{0}, refused_queue_full{0}, dropped_at_admission{0},
      dropped_at_execution{0}, failed{0}, applied{0}, replayed{0}, blocks{0},
      invariant_violations{0}, commit_micros{0}, execute_micros{0}, verify_micros{0};
};

// Adds the time until it goes to a counter.
class Stopwatch {
 public:
  explicit Stopwatch(std::atomic<std::uint64_t>& micros) : micros_(micros) {}
  ~Stopwatch() {
    micros_ += static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(
                                              std::chrono::steady_clock::now() - start_)
                                              .count());
  }

 private:
  std::atomic<std::uint64_t>& micros_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

class Pipeline {
 public:
  // All references must outlive the pipeline. `on_fatal` is called once, from any thread, when the
  // node must stop: a write failed, so that what is on disk is unknown.
  Pipeline(ledger::Ledger& ledger, ledger::Store& store, CheckpointSigner& signer,
           const Clock& clock, PipelineOptions options,
           std::function<void(const absl::Status&)> on_fatal);
  ~Pipeline();

  // Publishes the newest durable state, then starts the threads.
  absl::Status Start();
  // Refuses new work, finishes what is queued, stops the threads. Idempotent.
  void Drain();

  // False: the queue is full, or the node is stopping; `done` is then never called.
  bool Submit(Submission submission);

  const ServedStates& served() const { return served_; }
  ServedStates& served() { return served_; }
  const PipelineCounters& counters() const { return counters_; }
  // Queued submissions, for metrics: not yet verified, and verified.
  std::pair<std::size_t, std::size_t> QueueDepths() const;
  // Why no block is made now, if so.
  std::optional<ClockGuard::Objection> ReadOnlyReason() const;

 private:
  // The durable state as admission sees it.
  struct AdmissionState {
    ledger::BlockContext context;
    std::uint64_t first_window_index = 0;
  };
  struct Executed {
    std::shared_ptr<const ledger::ExecutedBlock> block;
    std::vector<Submission> submissions;
  };
  struct Completed {
    Executed executed;
    std::shared_ptr<const ServedState> served;
  };

  void VerifyLoop();
  void OrderLoop();
  void CommitLoop();
  void CompleteLoop();

  void Admit(Submission submission);
  // True: the submission was answered from the log, because its id is spent already.
  bool AnswerFromLog(const Submission& submission, const AdmissionState& state);
  std::vector<Submission> NextBatch();
  void ExecuteBatch(std::vector<Submission> batch);
  bool CommitBlock(Executed executed);
  std::shared_ptr<const ServedState> MakeServed(const v1::Tip& tip, const crypto::StateTree& tree);
  void Refreshen();
  void Complete(Completed completed);
  void Fail(const absl::Status& status);
  void PublishAdmissionState(const v1::Tip& tip);
  std::shared_ptr<const AdmissionState> admission_state() const;

  ledger::Ledger& ledger_;
  ledger::Store& store_;
  CheckpointSigner& signer_;
  const Clock& clock_;
  const PipelineOptions options_;
  std::function<void(const absl::Status&)> on_fatal_;

  RecentSignatures memory_;
  ClockGuard guard_;
  ServedStates served_;
  PipelineCounters counters_;

  BoundedQueue<Submission> unverified_;
  BoundedQueue<Submission> verified_;
  BoundedQueue<Executed> executed_;
  BoundedQueue<Completed> completed_;

  mutable std::mutex state_mutex_;
  std::shared_ptr<const AdmissionState> admission_state_;
  std::optional<ClockGuard::Objection> objection_;
  std::atomic<std::uint64_t> durable_height_{0};
  std::atomic<bool> failed_{false};

  std::vector<std::thread> verifiers_;
  std::thread orderer_, committer_, completer_;
  bool running_ = false;
};

}  // namespace tanji::node
