// A queue between threads, bounded by count and by bytes: what does not fit is refused, not kept.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace tanji::node {

struct QueueBounds {
  std::size_t count = 0;
  std::size_t bytes = 0;
};

// Thread-safe.
template <class Item>
class BoundedQueue {
 public:
  explicit BoundedQueue(QueueBounds bounds) : bounds_(bounds) {}

  // False if the queue is full or closed; `item` is then unchanged.
  bool Push(Item& item, std::size_t bytes) {
    {
      const std::lock_guard lock(mutex_);
      if (closed_ || items_.size() >= bounds_.count || bytes_ + bytes > bounds_.bytes) return false;
      items_.emplace_back(std::move(item), bytes);
      bytes_ += bytes;
    }
    ready_.notify_one();
    return true;
  }

  // Waits for room; gives up only on a closed queue, where it returns false.
  bool PushWhenRoom(Item item, std::size_t bytes) {
    {
      std::unique_lock lock(mutex_);
      room_.wait(lock, [&] {
        return closed_ || items_.empty() ||
               (items_.size() < bounds_.count && bytes_ + bytes <= bounds_.bytes);
      });
      if (closed_) return false;
      items_.emplace_back(std::move(item), bytes);
      bytes_ += bytes;
    }
    ready_.notify_one();
    return true;
  }

  // Waits for something, then takes all there is up to the limits, but at least one item. Empty:
  // the queue is closed and drained, or `timeout` passed.
  std::vector<Item> PopSome(QueueBounds limits, std::optional<std::chrono::milliseconds> timeout) {
    std::unique_lock lock(mutex_);
    const auto something = [this] { return closed_ || !items_.empty(); };
    if (timeout) {
      ready_.wait_for(lock, *timeout, something);
    } else {
      ready_.wait(lock, something);
    }
    std::vector<Item> out;
    std::size_t taken_bytes = 0;
    while (!items_.empty() && out.size() < limits.count) {
      auto& [item, bytes] = items_.front();
      if (!out.empty() && taken_bytes + bytes > limits.bytes) break;
      taken_bytes += bytes;
      bytes_ -= bytes;
      out.push_back(std::move(item));
      items_.pop_front();
    }
    lock.unlock();
    room_.notify_all();
    return out;
  }

  // Refuses what comes from now on; what is inside can still be taken.
  void Close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    ready_.notify_all();
    room_.notify_all();
  }

  bool closed() const {
    const std::lock_guard lock(mutex_);
    return closed_;
  }
  std::size_t size() const {
    const std::lock_guard lock(mutex_);
    return items_.size();
  }

 private:
  const QueueBounds bounds_;
  mutable std::mutex mutex_;
  std::condition_variable ready_, room_;
  std::deque<std::pair<Item, std::size_t>> items_;
  std::size_t bytes_ = 0;
  bool closed_ = false;
};

}  // namespace tanji::node
