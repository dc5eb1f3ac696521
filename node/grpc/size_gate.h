// Lets a call wait, without holding a thread, until the served log has reached a size.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>

#include "node/pipeline/served_state.h"

namespace tanji::node {

class SizeGate {
 public:
  using Clock = std::chrono::system_clock;
  // Called once, with a state of at least the size asked for, or null where the deadline came
  // first, the gate was stopped, or too many wait already.
  using Then = std::function<void(std::shared_ptr<const ServedState>)>;

  static constexpr std::size_t kMaxWaiting = 16'384;

  // `states` must outlive the gate.
  explicit SizeGate(ServedStates& states);
  ~SizeGate();

  // If the newest state is there already, `then` is called before this returns; otherwise on a
  // thread of gRPC. Returns a token for Cancel(), which ascends from call to call; 0 if there is
  // nothing to cancel.
  std::uint64_t When(std::uint64_t size, Clock::time_point deadline, Then then);
  // Calls `then` with the newest state on a thread of gRPC, soon: a long job in pieces lets others
  // have a turn.
  void Yield(Then then);

  // Has `then` called soon, with null unless the state has come.
  void Cancel(std::uint64_t token);

  // Wakes all that wait; nothing waits any more from then on. Returns when the last of those has
  // been called.
  void Stop();

 private:
  struct Waiter;

  // The waiter's token; 0 if there is no room.
  std::uint64_t Enter(const std::shared_ptr<Waiter>& waiter, Clock::time_point deadline);
  void OnPublished();
  void Wake(const std::shared_ptr<Waiter>& waiter);

  ServedStates& states_;
  std::uint64_t subscription_ = 0;
  std::mutex mutex_;
  std::condition_variable idle_;
  std::uint64_t next_token_ = 1;
  std::map<std::uint64_t, std::shared_ptr<Waiter>> waiting_;
  bool stopped_ = false;
};

}  // namespace tanji::node
