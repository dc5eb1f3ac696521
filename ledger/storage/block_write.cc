#include "ledger/storage/block_write.h"

#include <rocksdb/slice.h>

#include "ledger/storage/chunks.h"

namespace tanji::ledger {
namespace {

// RocksDB reports nothing but a full batch here, and batches have no bound.
void Put(rocksdb::WriteBatch& batch, rocksdb::ColumnFamilyHandle* family, std::string_view key,
         std::string_view value) {
  batch.Put(family, rocksdb::Slice(key), rocksdb::Slice(value)).PermitUncheckedError();
}

void Delete(rocksdb::WriteBatch& batch, rocksdb::ColumnFamilyHandle* family, std::string_view key) {
  batch.Delete(family, rocksdb::Slice(key)).PermitUncheckedError();
}

std::size_t EstimateBytes(const BlockWrite& block) {
  constexpr std::size_t kPerKey = 32;  // key, lengths and checksum, about
  std::size_t bytes = block.tip.size() + 16 * kPerKey;
  for (const auto& entry : block.entries) bytes += entry.size() + 2;
  bytes += block.hashes.size() * crypto::Hash::kSize;
  bytes += block.ids.size() * (crypto::Hash::kSize + kPerKey);
  for (const auto& [key, record] : block.state) {
    bytes += kPerKey + key.size() + (record ? record->size() : 0);
  }
  for (const auto& [index, detail] : block.details) bytes += kPerKey + detail.size();
  return bytes;
}

}  // namespace

rocksdb::WriteBatch EncodeBlock(const BlockWrite& block, const FamilyHandles& families) {
  rocksdb::WriteBatch batch(EstimateBytes(block), /*max_bytes=*/0,
                            SyncedWrite().protection_bytes_per_key, /*default_cf_ts_sz=*/0);
  for (const auto& chunk : EncodeEntryChunks(block.first_entry_index, block.entries)) {
    Put(batch, families[Family::kEntries], chunk.key, chunk.value);
  }
  for (const auto& chunk : EncodeHashChunks(block.hashes)) {
    Put(batch, families[Family::kHashes], chunk.key, chunk.value);
  }
  for (const auto& [id, index] : block.ids) {
    Put(batch, families[Family::kIds], id.view(), EncodeU64(index));
  }
  for (const auto& [key, record] : block.state) {
    if (record) {
      Put(batch, families[Family::kState], key, *record);
    } else {
      Delete(batch, families[Family::kState], key);
    }
  }
  if (block.details_below > 0) {
    const std::string first = EncodeU64(0);
    const std::string end = EncodeU64(block.details_below);
    batch.DeleteRange(families[Family::kDetails], first, end).PermitUncheckedError();
  }
  for (const auto& [index, detail] : block.details) {
    Put(batch, families[Family::kDetails], EncodeU64(index), detail);
  }
  if (!block.entries.empty()) {
    Put(batch, families[Family::kMeta], kEntryCountKey,
        EncodeU64(block.first_entry_index + block.entries.size()));
  }
  Put(batch, families[Family::kMeta], kTipKey, block.tip);
  return batch;
}

}  // namespace tanji::ledger
