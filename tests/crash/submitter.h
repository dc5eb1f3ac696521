// Keeps several SubmitBatch calls in flight until the node is gone or the work of this run of the
// node is done. What was sent and not answered is sent again first in the next run.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "tests/crash/client.h"
#include "tests/crash/journal.h"
#include "tests/crash/workload.h"

namespace tanji::crash {

// The batches of the workload, given out in order, each until it is answered. Thread-safe.
class BatchQueue {
 public:
  explicit BatchQueue(const Workload& workload) : workload_(workload) {}

  // A new run of the node: all that is unanswered, then `extra`, then at most `new_batches` new
  // ones.
  void StartRun(std::vector<Item> extra, std::uint64_t new_batches);
  // The next batch; waits while the oldest one without an answer is too far behind. nullopt: there
  // is nothing more to do in this run, or it was ended.
  std::optional<Batch> Take();
  void Done(const Batch& batch);
  // Nobody waits any more: the node is gone.
  void EndRun();

  // Transactions on their way or to be sent again, and how many batches there have been.
  std::vector<Item> Unanswered() const;
  std::uint64_t next_batch() const;

 private:
  bool MayMakeNew() const;

  const Workload& workload_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::uint64_t, Batch> open_;  // by number
  std::deque<Batch> again_;              // parts of `open_`, and the extra one
  std::uint64_t next_ = 0;
  std::uint64_t new_left_ = 0;
  bool ended_ = false;
};

// The threads of one run of the node.
class Submitter {
 public:
  static constexpr int kThreads = 3;

  Submitter(Client& client, BatchQueue& queue, Journal& journal);
  ~Submitter() { Join(); }

  // True once no thread has anything to do; with `lost`, because the node no longer answers.
  bool idle() const { return running_ == 0; }
  bool lost() const { return lost_; }
  void Join();

 private:
  void Run();
  // False: the node is gone.
  bool Send(const Batch& batch);
  void LookAtCheckpoint();

  Client& client_;
  BatchQueue& queue_;
  Journal& journal_;
  std::atomic<int> running_{kThreads};
  std::atomic<bool> lost_{false};
  std::vector<std::thread> threads_;
};

}  // namespace tanji::crash
