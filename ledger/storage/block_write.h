// A block as one atomic RocksDB batch.
#pragma once

#include <rocksdb/write_batch.h>

#include <cstdint>
#include <string_view>

#include "ledger/storage/column_families.h"
#include "ledger/storage/store.h"

namespace tanji::ledger {

// Keys of `meta`.
inline constexpr std::string_view kFormatKey = "format";
inline constexpr std::string_view kGenesisKey = "genesis";
inline constexpr std::string_view kTipKey = "tip";
// u64: number of entries in the log. Written with every block, so that opening notices when
// `entries` and `meta` are not of the same block.
inline constexpr std::string_view kEntryCountKey = "entry_count";

// Puts and deletions of `block` in all column families. The result depends on `block` alone.
rocksdb::WriteBatch EncodeBlock(const BlockWrite& block, const FamilyHandles& families);

}  // namespace tanji::ledger
