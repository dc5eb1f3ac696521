// Remembers which transactions had all their signatures verified at admission, so that execution
// need not verify them again. It changes speed, never results, and may forget at any time.
#pragma once

#include <mutex>
#include <span>
#include <unordered_map>

#include "crypto/hash/hash.h"
#include "ledger/engine/executor.h"

namespace tanji::node {

// Thread-safe. Holds at most 2 * capacity entries of 32 bytes each and forgets the older half at
// once.
class RecentSignatures final : public ledger::SignatureMemory {
 public:
  explicit RecentSignatures(std::size_t capacity) : capacity_(capacity) {}

  void Remember(const crypto::Hash& whole_hash, std::span<const crypto::PublicKey> keys);
  bool Remembers(const crypto::Hash& whole_hash,
                 std::span<const crypto::PublicKey> keys) const override;

 private:
  // SHA-256 of the whole Transaction -> SHA-256 of the public keys, in order.
  using Generation = std::unordered_map<crypto::Hash, crypto::Hash>;

  const std::size_t capacity_;
  mutable std::mutex mutex_;
  Generation young_, old_;
};

}  // namespace tanji::node
