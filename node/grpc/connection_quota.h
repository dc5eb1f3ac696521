// Bounds what one connection may have on its way through the node, so that one client cannot fill
// the queues for all.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "node/pipeline/bounded_queue.h"

namespace tanji::node {

// Thread-safe. Must outlive what it hands out.
class ConnectionQuota {
 public:
  explicit ConnectionQuota(QueueBounds bounds) : bounds_(bounds) {}

  // A share of a connection's quota, given back when it goes.
  class Share {
   public:
    Share(ConnectionQuota& quota, std::string peer, QueueBounds used)
        : quota_(quota), peer_(std::move(peer)), used_(used) {}
    ~Share() { quota_.Release(peer_, used_); }
    Share(const Share&) = delete;
    Share& operator=(const Share&) = delete;

   private:
    ConnectionQuota& quota_;
    const std::string peer_;
    const QueueBounds used_;
  };

  // Null if the quota of `peer` does not reach. What comes alone is always let in.
  std::shared_ptr<Share> Take(const std::string& peer, QueueBounds wanted);

 private:
  void Release(const std::string& peer, QueueBounds used);

  const QueueBounds bounds_;
  std::mutex mutex_;
  std::unordered_map<std::string, QueueBounds> used_;
};

}  // namespace tanji::node
