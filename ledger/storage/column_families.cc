#include "ledger/storage/column_families.h"

#include <rocksdb/cache.h>
#include <rocksdb/convenience.h>
#include <rocksdb/file_checksum.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

#include <algorithm>
#include <string>

namespace tanji::ledger {
namespace {

constexpr int kBloomBitsPerKey = 10;
constexpr std::size_t kProtectionBytes = 8;
// Blocks of families that are read by point look-ups, and by runs.
constexpr std::size_t kPointBlockBytes = 8 << 10;
constexpr std::size_t kRunBlockBytes = 32 << 10;

// Room in a write buffer above the size at which the store has it written out: more than one block
// puts into one family.
constexpr std::size_t kWriteBufferHeadroomBytes = 32 << 20;
constexpr std::size_t kMaxArenaBlockBytes = 1 << 20;

// What the values of a family are like, which decides how its files are built.
struct FamilyTraits {
  bool point_lookups;  // else: read in runs, by iterators
  rocksdb::CompressionType compression;
};

FamilyTraits TraitsOf(Family family) {
  switch (family) {
    case Family::kMeta:
      return {true, rocksdb::kNoCompression};
    case Family::kEntries:
      return {false, rocksdb::kZSTD};
    case Family::kHashes:  // hashes do not compress
      return {false, rocksdb::kNoCompression};
    case Family::kIds:  // nor do ids
      return {true, rocksdb::kNoCompression};
    case Family::kState:
      return {true, rocksdb::kLZ4Compression};
    case Family::kDetails:
      return {true, rocksdb::kLZ4Compression};
  }
  return {};
}

rocksdb::ColumnFamilyOptions OptionsOf(Family family, const StoreOptions& options,
                                       const std::shared_ptr<rocksdb::Cache>& cache) {
  const FamilyTraits traits = TraitsOf(family);
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.format_version = 5;
  table.checksum = rocksdb::kXXH3;
  table.cache_index_and_filter_blocks = true;
  table.cache_index_and_filter_blocks_with_high_priority = true;
  table.pin_l0_filter_and_index_blocks_in_cache = true;
  table.pin_top_level_index_and_filter = true;
  table.block_size = traits.point_lookups ? kPointBlockBytes : kRunBlockBytes;
  if (traits.point_lookups) {
    table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(kBloomBitsPerKey));
    table.whole_key_filtering = true;
    table.data_block_index_type = rocksdb::BlockBasedTableOptions::kDataBlockBinaryAndHash;
  }

  rocksdb::ColumnFamilyOptions family_options;
  family_options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  // RocksDB itself finds no buffer full: when it switches those of several families in one write
  // and the first switch fails, it loses count of references to the others (DBImpl::ScheduleFlushes
  // in 7.8), and closing then aborts. The store switches them one by one (FlushFullFamilies).
  family_options.write_buffer_size = options.write_buffer_bytes + kWriteBufferHeadroomBytes;
  family_options.arena_block_size = std::min(options.write_buffer_bytes / 8, kMaxArenaBlockBytes);
  family_options.compression = traits.compression;
  family_options.bottommost_compression = traits.compression;
  family_options.level_compaction_dynamic_level_bytes = true;
  family_options.memtable_protection_bytes_per_key = kProtectionBytes;
  return family_options;
}

}  // namespace

rocksdb::DBOptions DatabaseOptions(const StoreOptions& options) {
  rocksdb::DBOptions db;
  // A torn tail is what power loss leaves and is dropped; damage elsewhere is not, but RocksDB
  // cannot tell them apart in this mode: log_check.h does, before RocksDB reads the files.
  db.wal_recovery_mode = rocksdb::WALRecoveryMode::kPointInTimeRecovery;
  db.recycle_log_file_num = 0;
  db.wal_compression = rocksdb::kNoCompression;
  db.paranoid_checks = true;
  db.flush_verify_memtable_count = true;
  db.track_and_verify_wals_in_manifest = true;
  db.verify_sst_unique_id_in_manifest = true;
  // A checksum of every whole file in the manifest, for fsck and for backups.
  db.file_checksum_gen_factory = rocksdb::GetFileChecksumGenCrc32cFactory();
  // A failed write, flush or compaction ends the store: nothing is tried again behind its back.
  db.max_bgerror_resume_count = 0;
  // Small families must not keep old write-ahead files alive: they are what opening has to replay.
  db.max_total_wal_size = 4 * options.write_buffer_bytes;
  db.max_open_files = -1;
  db.max_background_jobs = 2;
  db.bytes_per_sync = 1 << 20;
  db.stats_dump_period_sec = 0;
  db.stats_persist_period_sec = 0;
  db.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
  db.max_log_file_size = 8 << 20;
  db.keep_log_file_num = 4;
  return db;
}

std::vector<rocksdb::ColumnFamilyDescriptor> FamilyDescriptors(const StoreOptions& options) {
  const auto cache = rocksdb::NewLRUCache(options.block_cache_bytes);
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  for (std::size_t i = 0; i < kFamilyCount; ++i) {
    descriptors.emplace_back(std::string(kFamilyNames[i]),
                             OptionsOf(static_cast<Family>(i), options, cache));
  }
  return descriptors;
}

rocksdb::WriteOptions SyncedWrite() {
  rocksdb::WriteOptions options;
  options.sync = true;
  options.protection_bytes_per_key = kProtectionBytes;
  return options;
}

}  // namespace tanji::ledger
