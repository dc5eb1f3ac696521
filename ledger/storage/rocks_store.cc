#include "ledger/storage/rocks_store.h"

#include <fmt/format.h>
#include <rocksdb/transaction_log.h>

#include <cassert>

#include "ledger/storage/block_write.h"
#include "ledger/storage/crash_point.h"
#include "ledger/storage/status.h"

namespace tanji::ledger {

void FailureLatch::Set(std::string_view what) {
  const std::lock_guard lock(mutex_);
  if (what_.empty()) what_ = what;
  failed_.store(true, std::memory_order_release);
}

absl::Status FailureLatch::Check() const {
  if (!failed_.load(std::memory_order_acquire)) return absl::OkStatus();
  const std::lock_guard lock(mutex_);
  return absl::FailedPreconditionError(fmt::format(
      "the store writes nothing more since a write failed; open it again to recover: {}", what_));
}

void BackgroundErrorListener::OnBackgroundError(rocksdb::BackgroundErrorReason /*reason*/,
                                                rocksdb::Status* background_error) {
  latch_->Set(background_error->ToString());
}

OpenDatabase::~OpenDatabase() {
  if (db == nullptr) return;
  for (auto* family : families.all()) {
    db->DestroyColumnFamilyHandle(family).PermitUncheckedError();
  }
  // What was acknowledged is synced; an error here changes nothing.
  db->Close().PermitUncheckedError();
}

RocksStore::RocksStore(std::unique_ptr<OpenDatabase> database, std::uint64_t entry_count)
    : database_(std::move(database)),
      now_(*database_->db, database_->families, RocksView::Moment::kNewest),
      entry_count_(entry_count) {}

RocksStore::~RocksStore() {
  assert(open_snapshots_ == 0 && "a view outlives its store");
}

absl::Status RocksStore::Write(rocksdb::WriteBatch batch, std::string_view doing) {
  if (database_->read_only) {
    return absl::FailedPreconditionError(
        fmt::format("{}: {} is open for reading only", doing, database_->path));
  }
  if (auto status = database_->failures->Check(); !status.ok()) return status;
  const auto status = database_->db->Write(SyncedWrite(), &batch);
  if (status.ok()) return absl::OkStatus();
  const std::string message = fmt::format("{}: {}", doing, status.ToString());
  database_->failures->Set(message);
  return absl::UnknownError(fmt::format(
      "{}; whether it is on disk is not known until the store is opened again", message));
}

void RocksStore::FlushFullFamilies() {
  rocksdb::FlushOptions options;
  options.wait = false;
  options.allow_write_stall = true;
  for (std::size_t i = 0; i < kFamilyCount; ++i) {
    auto* family = families()[static_cast<Family>(i)];
    std::uint64_t bytes = 0;
    db().GetIntProperty(family, rocksdb::DB::Properties::kCurSizeActiveMemTable, &bytes);
    if (bytes < database_->write_buffer_bytes) continue;
    const auto status = db().Flush(options, family);
    if (!status.ok()) database_->failures->Set(status.ToString());
  }
}

absl::Status RocksStore::WriteBlock(const BlockWrite& block) {
  assert(block.entries.empty() || block.first_entry_index == entry_count_);
  TANJI_CRASH_POINT("before_block_write");
  auto status = Write(EncodeBlock(block, database_->families), "writing a block");
  if (!status.ok()) return status;
  entry_count_ += block.entries.size();
  TANJI_CRASH_POINT("after_block_write_before_return");
  FlushFullFamilies();
  return absl::OkStatus();
}

absl::Status RocksStore::WriteGenesis(std::string_view file) {
  for (const std::string_view key : {kGenesisKey, kTipKey}) {
    const auto present = now_.ReadMeta(key);
    if (!present.ok()) return present.status();
    if (*present) {
      return absl::AlreadyExistsError(fmt::format("{}: the ledger has begun", database_->path));
    }
  }
  rocksdb::WriteBatch batch;
  batch.Put(database_->families[Family::kMeta], kGenesisKey, file).PermitUncheckedError();
  return Write(std::move(batch), "writing the genesis file");
}

absl::StatusOr<std::string> RocksStore::ReadGenesis() const {
  auto file = now_.ReadMeta(kGenesisKey);
  if (!file.ok()) return file.status();
  if (!*file) return absl::NotFoundError(fmt::format("{}: no genesis file", database_->path));
  return **std::move(file);
}

std::shared_ptr<const StoreView> RocksStore::Snapshot() const {
  ++open_snapshots_;
  return {new RocksView(*database_->db, database_->families, RocksView::Moment::kSnapshot),
          [this](const RocksView* view) {
            delete view;
            --open_snapshots_;
          }};
}

std::vector<std::pair<std::string, std::uint64_t>> RocksStore::SizeBytes() const {
  std::vector<std::pair<std::string, std::uint64_t>> sizes;
  for (std::size_t i = 0; i < kFamilyCount; ++i) {
    const auto family = static_cast<Family>(i);
    std::uint64_t bytes = 0;
    database_->db->GetIntProperty(families()[family], rocksdb::DB::Properties::kLiveSstFilesSize,
                                  &bytes);
    sizes.emplace_back(family == Family::kMeta ? "meta" : kFamilyNames[i], bytes);
  }
  // Blocks that are in no sorted file yet.
  rocksdb::VectorLogPtr logs;
  std::uint64_t wal_bytes = 0;
  if (database_->db->GetSortedWalFiles(logs).ok()) {
    for (const auto& log : logs) wal_bytes += log->SizeFileBytes();
  }
  sizes.emplace_back("wal", wal_bytes);
  return sizes;
}

absl::Status RocksStore::VerifyFiles() const {
  return ToAbslStatus(database_->db->VerifyFileChecksums(rocksdb::ReadOptions()),
                      "verifying files");
}

}  // namespace tanji::ledger
