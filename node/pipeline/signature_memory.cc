#include "node/pipeline/signature_memory.h"

namespace tanji::node {
namespace {

crypto::Hash Digest(std::span<const crypto::PublicKey> keys) {
  crypto::Sha256Stream stream;
  for (const auto& key : keys) stream.Update(key.view());
  return stream.Finish();
}

}  // namespace

void RecentSignatures::Remember(const crypto::Hash& whole_hash,
                                std::span<const crypto::PublicKey> keys) {
  const crypto::Hash digest = Digest(keys);
  const std::lock_guard lock(mutex_);
  if (young_.size() >= capacity_) {
    old_ = std::move(young_);
    young_ = {};
  }
  young_.insert_or_assign(whole_hash, digest);
}

bool RecentSignatures::Remembers(const crypto::Hash& whole_hash,
                                 std::span<const crypto::PublicKey> keys) const {
  const crypto::Hash digest = Digest(keys);
  const std::lock_guard lock(mutex_);
  for (const Generation* generation : {&young_, &old_}) {
    const auto it = generation->find(whole_hash);
    if (it != generation->end()) return it->second == digest;
  }
  return false;
}

}  // namespace tanji::node
