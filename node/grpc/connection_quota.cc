#include "node/grpc/connection_quota.h"

namespace tanji::node {

std::shared_ptr<ConnectionQuota::Share> ConnectionQuota::Take(const std::string& peer,
                                                              QueueBounds wanted) {
  {
    const std::lock_guard lock(mutex_);
    QueueBounds& used = used_[peer];
    const bool fits =
        used.count + wanted.count <= bounds_.count && used.bytes + wanted.bytes <= bounds_.bytes;
    if (used.count != 0 && !fits) return nullptr;
    used.count += wanted.count;
    used.bytes += wanted.bytes;
  }
  return std::make_shared<Share>(*this, peer, wanted);
}

void ConnectionQuota::Release(const std::string& peer, QueueBounds used) {
  const std::lock_guard lock(mutex_);
  const auto it = used_.find(peer);
  it->second.count -= used.count;
  it->second.bytes -= used.bytes;
  if (it->second.count == 0) used_.erase(it);
}

}  // namespace tanji::node
