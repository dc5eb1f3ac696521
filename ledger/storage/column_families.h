// How RocksDB is set up: one row per column family, and the settings of the database as a whole.
#pragma once

#include <rocksdb/db.h>
#include <rocksdb/options.h>

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "ledger/storage/store.h"

namespace tanji::ledger {

// Order of the handles; not stored.
enum class Family : std::size_t { kMeta, kEntries, kHashes, kIds, kState, kDetails };
inline constexpr std::size_t kFamilyCount = 6;

// Names on disk: never rename. `meta` lies in the family that RocksDB always has, so that the
// format of a store can be read without knowing its other families.
inline constexpr std::array<std::string_view, kFamilyCount> kFamilyNames = {
    "default", "entries", "hashes", "ids", "state", "details"};

// Handles of an open database, by Family. Not owned.
class FamilyHandles {
 public:
  std::vector<rocksdb::ColumnFamilyHandle*>& all() { return handles_; }
  rocksdb::ColumnFamilyHandle* operator[](Family family) const {
    return handles_[static_cast<std::size_t>(family)];
  }

 private:
  std::vector<rocksdb::ColumnFamilyHandle*> handles_;
};

// Settings without `env`, `listeners` and what creating needs; the caller adds them.
rocksdb::DBOptions DatabaseOptions(const StoreOptions& options);
// In the order of Family.
std::vector<rocksdb::ColumnFamilyDescriptor> FamilyDescriptors(const StoreOptions& options);
// For the one write of a block: synced, with a checksum over each key and value from the batch to
// the memtable.
rocksdb::WriteOptions SyncedWrite();

}  // namespace tanji::ledger
