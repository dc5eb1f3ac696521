// The stored log as the hash functions want it.
#pragma once

#include "crypto/log/log_tree.h"
#include "ledger/storage/store.h"

namespace tanji::ledger {

// Reads hashes of any complete subtree from the stored levels 0, 8, 16, ... The view must outlive
// it.
class StoredHashes final : public crypto::HashReader {
 public:
  explicit StoredHashes(const StoreView& view) : view_(&view) {}
  absl::StatusOr<std::vector<crypto::Hash>> ReadHashes(
      std::span<const crypto::HashCoordinate> coordinates) const override;

 private:
  absl::StatusOr<crypto::Hash> ReadOne(const crypto::HashCoordinate& at) const;

  const StoreView* view_;
};

}  // namespace tanji::ledger
