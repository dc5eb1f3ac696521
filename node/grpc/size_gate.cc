#include "node/grpc/size_gate.h"

#include <grpcpp/alarm.h>

#include <utility>
#include <vector>

namespace tanji::node {

// One alarm each: it fires at the deadline, or at once when it is cancelled because the state has
// come. Either way `then` runs on a thread of gRPC, never on the one that publishes.
struct SizeGate::Waiter {
  std::uint64_t token = 0;
  std::uint64_t size = 0;
  Then then;
  std::unique_ptr<grpc::Alarm> alarm = std::make_unique<grpc::Alarm>();
};

SizeGate::SizeGate(ServedStates& states) : states_(states) {
  subscription_ = states_.Subscribe([this] { OnPublished(); });
}

SizeGate::~SizeGate() {
  states_.Unsubscribe(subscription_);
  Stop();
}

std::uint64_t SizeGate::When(std::uint64_t size, Clock::time_point deadline, Then then) {
  auto newest = states_.Newest();
  if (newest && newest->log_size >= size) {
    then(std::move(newest));
    return 0;
  }
  auto waiter = std::make_shared<Waiter>();
  waiter->size = size;
  waiter->then = std::move(then);
  const std::uint64_t token = Enter(waiter, deadline);
  if (token == 0) waiter->then(nullptr);
  return token;
}

void SizeGate::Yield(Then then) {
  auto waiter = std::make_shared<Waiter>();
  waiter->then = std::move(then);
  if (Enter(waiter, Clock::now()) == 0) waiter->then(nullptr);
}

std::uint64_t SizeGate::Enter(const std::shared_ptr<Waiter>& waiter, Clock::time_point deadline) {
  const std::lock_guard lock(mutex_);
  if (stopped_ || waiting_.size() >= kMaxWaiting) return 0;
  // What was published before this lock was not seen by the caller; what comes later finds us.
  const auto newest = states_.Newest();
  const bool there = newest && newest->log_size >= waiter->size;
  waiter->token = next_token_++;
  waiting_.emplace(waiter->token, waiter);
  waiter->alarm->Set(there ? Clock::now() : deadline, [this, waiter](bool) { Wake(waiter); });
  return waiter->token;
}

void SizeGate::Cancel(std::uint64_t token) {
  const std::lock_guard lock(mutex_);
  const auto it = waiting_.find(token);
  if (it != waiting_.end() && it->second->alarm) it->second->alarm->Cancel();
}

void SizeGate::OnPublished() {
  const auto newest = states_.Newest();
  const std::lock_guard lock(mutex_);
  for (const auto& [token, waiter] : waiting_) {
    if (waiter->alarm && waiter->size <= newest->log_size) waiter->alarm->Cancel();
  }
}

void SizeGate::Wake(const std::shared_ptr<Waiter>& waiter) {
  std::unique_ptr<grpc::Alarm> alarm;  // holds `waiter`, which holds it: the circle ends here
  bool stopped = false;
  {
    const std::lock_guard lock(mutex_);
    alarm = std::move(waiter->alarm);
    stopped = stopped_;
  }
  auto newest = states_.Newest();
  const bool there = !stopped && newest && newest->log_size >= waiter->size;
  waiter->then(there ? std::move(newest) : nullptr);
  const std::lock_guard lock(mutex_);
  waiting_.erase(waiter->token);
  if (waiting_.empty()) idle_.notify_all();
}

void SizeGate::Stop() {
  std::unique_lock lock(mutex_);
  stopped_ = true;
  for (const auto& [token, waiter] : waiting_) {
    if (waiter->alarm) waiter->alarm->Cancel();
  }
  idle_.wait(lock, [this] { return waiting_.empty(); });
}

}  // namespace tanji::node
