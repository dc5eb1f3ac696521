// The store on RocksDB. Others use store.h; this header is for the parts of this folder and its
// tests.
#pragma once

#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/listener.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/storage/column_families.h"
#include "ledger/storage/rocks_view.h"
#include "ledger/storage/store.h"

namespace tanji::ledger {

// Text of the record `format` in `meta`. A new layout gets a new number.
inline constexpr std::string_view kStoreFormat = "tanji-store-1";

// Remembers the first failure for good: after it nothing is written. Thread-safe.
class FailureLatch {
 public:
  void Set(std::string_view what);
  // OK, or FailedPrecondition with the first failure.
  absl::Status Check() const;

 private:
  std::atomic<bool> failed_ = false;
  mutable std::mutex mutex_;
  std::string what_;
};

// Sets the latch when a flush or compaction fails on one of RocksDB's own threads.
class BackgroundErrorListener final : public rocksdb::EventListener {
 public:
  explicit BackgroundErrorListener(std::shared_ptr<FailureLatch> latch)
      : latch_(std::move(latch)) {}
  void OnBackgroundError(rocksdb::BackgroundErrorReason reason,
                         rocksdb::Status* background_error) override;

 private:
  std::shared_ptr<FailureLatch> latch_;
};

// What opening made; owned by the store. `file_lock` is held only by a store open for reading:
// RocksDB itself locks a store that is open for writing.
struct OpenDatabase {
  std::string path;
  bool read_only = false;
  std::size_t write_buffer_bytes = 0;
  std::shared_ptr<rocksdb::FileSystem> files;
  std::unique_ptr<rocksdb::Env> env;
  std::shared_ptr<void> file_lock;
  std::shared_ptr<FailureLatch> failures = std::make_shared<FailureLatch>();
  std::unique_ptr<rocksdb::DB> db;
  FamilyHandles families;
  std::string recovery_note;

  OpenDatabase() = default;
  OpenDatabase(const OpenDatabase&) = delete;
  OpenDatabase& operator=(const OpenDatabase&) = delete;
  ~OpenDatabase();
};

class RocksStore final : public Store {
 public:
  // `entry_count`: size of the stored log.
  RocksStore(std::unique_ptr<OpenDatabase> database, std::uint64_t entry_count);
  ~RocksStore() override;

  absl::Status WriteBlock(const BlockWrite& block) override;
  absl::Status WriteGenesis(std::string_view file) override;
  absl::StatusOr<std::string> ReadGenesis() const override;
  const StoreView& Now() const override { return now_; }
  std::shared_ptr<const StoreView> Snapshot() const override;
  std::vector<std::pair<std::string, std::uint64_t>> SizeBytes() const override;
  absl::Status VerifyFiles() const override;
  const std::string& recovery_note() const override { return database_->recovery_note; }

  rocksdb::DB& db() const { return *database_->db; }
  const FamilyHandles& families() const { return database_->families; }

 private:
  // `doing` begins the message of a failure.
  absl::Status Write(rocksdb::WriteBatch batch, std::string_view doing);
  // Has each family that holds write_buffer_bytes written to a sorted file, in the background. A
  // failure is that of the next write.
  void FlushFullFamilies();

  std::unique_ptr<OpenDatabase> database_;
  RocksView now_;
  std::uint64_t entry_count_;
  mutable std::atomic<int> open_snapshots_ = 0;
};

}  // namespace tanji::ledger
