#include "node/pipeline/served_state.h"

#include <algorithm>

namespace tanji::node {

std::shared_ptr<const ServedState> ServedStates::Newest() const {
  const std::lock_guard lock(mutex_);
  return newest_;
}

std::shared_ptr<const ServedState> ServedStates::AtMost(std::uint64_t size) const {
  const std::lock_guard lock(mutex_);
  if (newest_ && newest_->log_size <= size) return newest_;
  for (auto it = older_.rbegin(); it != older_.rend(); ++it) {
    if (it->second->log_size <= size) return it->second;
  }
  return nullptr;
}

void ServedStates::Publish(std::shared_ptr<const ServedState> state, std::int64_t now_ms) {
  std::shared_ptr<const ServedState> dropped;  // freed after the lock: it may be large
  {
    const std::lock_guard lock(mutex_);
    const bool keep_old = newest_ && newest_->log_size != state->log_size &&
                          (older_.empty() || newest_ms_ - older_.back().first >= kMinSpacingMs);
    if (keep_old) older_.emplace_back(newest_ms_, newest_);
    if (older_.size() > kMaxOlder) {
      dropped = std::move(older_.front().second);
      older_.erase(older_.begin());
    }
    newest_ = std::move(state);
    newest_ms_ = now_ms;
  }
  const std::lock_guard lock(listeners_mutex_);
  for (const auto& [token, listener] : listeners_) listener();
}

std::uint64_t ServedStates::Subscribe(std::function<void()> listener) {
  const std::lock_guard lock(listeners_mutex_);
  listeners_.emplace_back(next_token_, std::move(listener));
  return next_token_++;
}

void ServedStates::Unsubscribe(std::uint64_t token) {
  const std::lock_guard lock(listeners_mutex_);
  std::erase_if(listeners_, [&](const auto& row) { return row.first == token; });
}

}  // namespace tanji::node
