#include "ledger/storage/backup.h"

#include <fmt/format.h>
#include <rocksdb/file_system.h>
#include <rocksdb/utilities/backup_engine.h>
#include <rocksdb/utilities/checkpoint.h>

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <memory>
#include <system_error>
#include <vector>

#include "ledger/storage/rocks_store.h"
#include "ledger/storage/status.h"

namespace tanji::ledger {
namespace {

namespace fs = std::filesystem;

const RocksStore& AsRocks(const Store& store) {
  const auto* rocks = dynamic_cast<const RocksStore*>(&store);
  assert(rocks != nullptr);
  return *rocks;
}

BackupSummary SummaryOf(const rocksdb::BackupInfo& info) {
  return {info.backup_id, info.size, info.number_files, info.timestamp};
}

absl::Status SyncDirectory(const std::string& path) {
  std::unique_ptr<rocksdb::FSDirectory> directory;
  auto status = rocksdb::FileSystem::Default()->NewDirectory(path, {}, &directory, nullptr);
  if (status.ok()) status = directory->Fsync({}, nullptr);
  return ToAbslStatus(status, fmt::format("syncing {}", path));
}

// The newest backup; DataLoss if it is not whole.
absl::StatusOr<rocksdb::BackupInfo> NewestWhole(const rocksdb::BackupEngineReadOnly& engine,
                                                const std::string& backup_dir) {
  std::vector<rocksdb::BackupInfo> whole;
  engine.GetBackupInfo(&whole);
  std::vector<rocksdb::BackupID> damaged;
  engine.GetCorruptedBackups(&damaged);
  const auto newest =
      std::max_element(whole.begin(), whole.end(),
                       [](const auto& a, const auto& b) { return a.backup_id < b.backup_id; });
  for (const auto number : damaged) {
    if (newest == whole.end() || number > newest->backup_id) {
      return absl::DataLossError(
          fmt::format("{}: backup {}, the newest, is damaged", backup_dir, number));
    }
  }
  if (newest == whole.end()) {
    return absl::NotFoundError(fmt::format("{}: holds no backup", backup_dir));
  }
  const auto status = engine.VerifyBackup(newest->backup_id, /*verify_with_checksum=*/true);
  if (!status.ok()) {
    return ToAbslStatus(status, fmt::format("verifying backup {}", newest->backup_id));
  }
  return *newest;
}

// `path` is absent or an empty directory; then it is absent.
absl::Status ClearTarget(const fs::path& path) {
  std::error_code error;
  if (fs::exists(path, error) && (!fs::is_directory(path, error) || !fs::is_empty(path, error))) {
    return absl::AlreadyExistsError(fmt::format("{}: is not empty", path.string()));
  }
  if (!error) fs::remove(path, error);
  if (!error) return absl::OkStatus();
  return absl::UnavailableError(fmt::format("{}: {}", path.string(), error.message()));
}

}  // namespace

absl::StatusOr<BackupSummary> CreateBackup(const Store& store, const std::string& backup_dir) {
  rocksdb::DB& db = AsRocks(store).db();
  rocksdb::BackupEngineOptions options(backup_dir);
  options.sync = true;
  rocksdb::BackupEngine* raw = nullptr;
  auto status = rocksdb::BackupEngine::Open(options, db.GetEnv(), &raw);
  if (!status.ok()) return ToAbslStatus(status, fmt::format("opening {}", backup_dir));
  const std::unique_ptr<rocksdb::BackupEngine> engine(raw);
  rocksdb::CreateBackupOptions create;
  // Sorted files carry their own checksums, and a restored store opens without replaying.
  create.flush_before_backup = true;
  rocksdb::BackupID number = 0;
  status = engine->CreateNewBackup(create, &db, &number);
  if (!status.ok()) return ToAbslStatus(status, "making a backup");
  rocksdb::BackupInfo info;
  const auto found = engine->GetBackupInfo(number, &info);
  if (!found.ok()) return ToAbslStatus(found, "reading the backup made");
  return SummaryOf(info);
}

absl::StatusOr<BackupSummary> RestoreBackup(const std::string& backup_dir,
                                            const std::string& target_dir) {
  fs::path target = fs::path(target_dir).lexically_normal();
  if (!target.has_filename()) target = target.parent_path();
  if (auto status = ClearTarget(target); !status.ok()) return status;
  rocksdb::BackupEngineReadOnly* raw = nullptr;
  auto status = rocksdb::BackupEngineReadOnly::Open(rocksdb::BackupEngineOptions(backup_dir),
                                                    rocksdb::Env::Default(), &raw);
  if (!status.ok()) return ToAbslStatus(status, fmt::format("opening {}", backup_dir));
  const std::unique_ptr<rocksdb::BackupEngineReadOnly> engine(raw);
  const auto info = NewestWhole(*engine, backup_dir);
  if (!info.ok()) return info.status();

  // Under another name until it is whole.
  const std::string partial = target.string() + ".restoring";
  std::error_code error;
  fs::remove_all(partial, error);
  status = engine->RestoreDBFromBackup(info->backup_id, partial, partial);
  if (!status.ok()) return ToAbslStatus(status, "restoring");
  {
    StoreOptions options;
    options.path = partial;
    options.mode = StoreOptions::Mode::kOpenReadOnly;
    const auto store = Store::Open(options);
    if (!store.ok()) return store.status();
  }
  if (auto synced = SyncDirectory(partial); !synced.ok()) return synced;
  fs::rename(partial, target, error);
  if (error) return absl::UnavailableError(fmt::format("{}: {}", target_dir, error.message()));
  const fs::path parent = target.has_parent_path() ? target.parent_path() : fs::path(".");
  if (auto synced = SyncDirectory(parent.string()); !synced.ok()) return synced;
  return SummaryOf(*info);
}

absl::Status CreateSnapshot(const Store& store, const std::string& target_dir) {
  rocksdb::Checkpoint* raw = nullptr;
  auto status = rocksdb::Checkpoint::Create(&AsRocks(store).db(), &raw);
  if (!status.ok()) return ToAbslStatus(status, "making a snapshot");
  const std::unique_ptr<rocksdb::Checkpoint> checkpoint(raw);
  std::error_code error;
  if (fs::exists(target_dir, error)) {
    return absl::AlreadyExistsError(fmt::format("{}: is there already", target_dir));
  }
  status = checkpoint->CreateCheckpoint(target_dir);
  return ToAbslStatus(status, fmt::format("making a snapshot at {}", target_dir));
}

}  // namespace tanji::ledger
