// Reads over one RocksDB snapshot, or over the newest state.
#pragma once

#include <rocksdb/db.h>
#include <rocksdb/snapshot.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/storage/column_families.h"
#include "ledger/storage/store.h"

namespace tanji::ledger {

// Thread-safe. `db` and `families` must outlive it.
class RocksView final : public StoreView {
 public:
  enum class Moment { kNewest, kSnapshot };
  RocksView(rocksdb::DB& db, const FamilyHandles& families, Moment moment);

  std::optional<std::string> Get(std::string_view key) const override;
  absl::Status ScanState(std::string_view first,
                         const std::function<bool(std::string_view key, std::string_view record)>&
                             visit) const override;
  absl::StatusOr<std::vector<std::string>> ReadEntries(std::uint64_t first_index,
                                                       std::uint64_t count) const override;
  absl::StatusOr<std::vector<crypto::Hash>> ReadHashes(std::uint8_t level,
                                                       std::uint64_t first_index,
                                                       std::uint64_t count) const override;
  absl::StatusOr<std::optional<std::uint64_t>> FindId(const crypto::Hash& id) const override;
  absl::StatusOr<std::optional<std::string>> ReadDetail(std::uint64_t index) const override;
  absl::StatusOr<std::optional<std::string>> ReadTip() const override;

  // A record of `meta`.
  absl::StatusOr<std::optional<std::string>> ReadMeta(std::string_view key) const;
  // One past the index of the last stored entry, from the last chunk itself.
  absl::StatusOr<std::uint64_t> EndOfEntries() const;

 private:
  rocksdb::ReadOptions Options() const;
  absl::StatusOr<std::optional<std::string>> ReadValue(Family family, std::string_view key) const;

  rocksdb::DB* db_;
  const FamilyHandles* families_;
  std::unique_ptr<rocksdb::ManagedSnapshot> snapshot_;  // null: newest
};

}  // namespace tanji::ledger
