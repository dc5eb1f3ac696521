#include "node/pipeline/checkpoint_signer.h"

#include <fmt/format.h>

#include "crypto/note/checkpoint.h"
#include "crypto/note/cosignature.h"

namespace tanji::node {

CheckpointSigner::CheckpointSigner(std::string origin, SignerKeys keys)
    : origin_(std::move(origin)), keys_(std::move(keys)) {}

absl::StatusOr<std::string> CheckpointSigner::Sign(std::uint64_t size, const crypto::Hash& root,
                                                   std::int64_t time_ms) {
  const std::lock_guard lock(mutex_);
  if (size < largest_size_ || (size == largest_size_ && root != root_of_largest_)) {
    return absl::FailedPreconditionError(
        fmt::format("refusing to sign a checkpoint of size {} beside the signed one of size {}",
                    size, largest_size_));
  }
  largest_size_ = size;
  root_of_largest_ = root;

  crypto::SignedNote note;
  note.text = crypto::Checkpoint{origin_, size, root}.Print();
  note.signatures.push_back(crypto::SignNote(origin_, keys_.log_key, note.text));
  note.signatures.push_back(crypto::Cosign(keys_.cosigner_name, keys_.cosigner_key,
                                           static_cast<std::uint64_t>(time_ms / 1000), note.text));
  return note.Print();
}

}  // namespace tanji::node
