// Signs checkpoints with the node's two keys: the log signature (type 0x01) and its cosignature
// (type 0x04), and says whether that is a quorum.
#pragma once

#include <absl/status/statusor.h>

#include <cstdint>
#include <mutex>
#include <string>

#include "crypto/hash/hash.h"
#include "crypto/sign/keys.h"

namespace tanji::node {

struct SignerKeys {
  // Names the node in its signature lines; `origin` for the log key.
  std::string cosigner_name;
  crypto::SigningKey log_key;
  crypto::SigningKey cosigner_key;
};

// Thread-safe. Never signs two different roots for one size: it remembers the largest it signed.
class CheckpointSigner {
 public:
  CheckpointSigner(std::string origin, SignerKeys keys);

  // The signed note over (size, root), cosigned at `time_ms` (rounded down to seconds).
  // FailedPrecondition if it would contradict one signed before.
  absl::StatusOr<std::string> Sign(std::uint64_t size, const crypto::Hash& root,
                                   std::int64_t time_ms);

 private:
  const std::string origin_;
  const SignerKeys keys_;
  std::mutex mutex_;
  std::uint64_t largest_size_ = 0;
  crypto::Hash root_of_largest_;
};

}  // namespace tanji::node
