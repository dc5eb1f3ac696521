// Store::Open: everything between a path and a store that is known to be whole.
#include <fmt/format.h>
#include <rocksdb/file_system.h>
#include <rocksdb/system_clock.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "ledger/storage/block_write.h"
#include "ledger/storage/chunks.h"
#include "ledger/storage/log_check.h"
#include "ledger/storage/rocks_store.h"
#include "ledger/storage/status.h"

namespace tanji::ledger {
namespace {

const rocksdb::IOOptions kIo;

// An environment whose clock is another one.
class ClockedEnv final : public rocksdb::EnvWrapper {
 public:
  ClockedEnv(std::unique_ptr<rocksdb::Env> target, std::shared_ptr<rocksdb::SystemClock> clock)
      : EnvWrapper(std::move(target)) {
    system_clock_ = std::move(clock);
  }
};

std::unique_ptr<rocksdb::Env> MakeEnv(const OpenDatabase& database, const StoreOptions& options) {
  auto env = rocksdb::NewCompositeEnv(database.files);
  if (options.clock == nullptr) return env;
  return std::make_unique<ClockedEnv>(std::move(env), options.clock);
}

// RocksDB gives a held lock no status code of its own.
bool SaysLocked(const rocksdb::Status& status) {
  const std::string text = status.ToString();
  return text.find("lock hold by current process") != std::string::npos ||
         text.find("While lock file") != std::string::npos;
}

absl::Status InUse(const std::string& path) {
  return absl::FailedPreconditionError(fmt::format(
      "{}: in use by another process, which holds {}/LOCK; a store has one process at a time", path,
      path));
}

// Holds the lock of a directory until the last copy of the pointer goes.
absl::StatusOr<std::shared_ptr<void>> Lock(const OpenDatabase& database) {
  rocksdb::FileLock* lock = nullptr;
  const auto status = database.files->LockFile(database.path + "/LOCK", kIo, &lock, nullptr);
  if (SaysLocked(status)) return InUse(database.path);
  // Reading needs no right to write to the directory.
  if (!status.ok() && database.read_only) return std::shared_ptr<void>();
  if (!status.ok()) return ToAbslStatus(status, "locking the store");
  return std::shared_ptr<void>(lock, [files = database.files](void* held) {
    files->UnlockFile(static_cast<rocksdb::FileLock*>(held), kIo, nullptr).PermitUncheckedError();
  });
}

absl::StatusOr<bool> HasDatabase(const OpenDatabase& database) {
  const auto status = database.files->FileExists(database.path + "/CURRENT", kIo, nullptr);
  if (status.IsNotFound()) return false;
  if (!status.ok()) return ToAbslStatus(status, "looking for the store");
  return true;
}

rocksdb::DBOptions OptionsFor(const OpenDatabase& database, const StoreOptions& options) {
  auto db_options = DatabaseOptions(options);
  db_options.env = database.env.get();
  db_options.listeners = {std::make_shared<BackgroundErrorListener>(database.failures)};
  return db_options;
}

// The format record of a database whose families may be any; nullopt if it has none. An error if
// it holds other records but no format: then it is not a store of ours.
absl::StatusOr<std::optional<std::string>> PeekFormat(const OpenDatabase& database,
                                                      const StoreOptions& options) {
  const rocksdb::Options plain(OptionsFor(database, options), rocksdb::ColumnFamilyOptions());
  rocksdb::DB* raw = nullptr;
  auto status = rocksdb::DB::OpenForReadOnly(plain, database.path, &raw);
  if (!status.ok()) return ToAbslStatus(status, "reading the store's format");
  const std::unique_ptr<rocksdb::DB> db(raw);
  std::string format;
  status = db->Get(rocksdb::ReadOptions(), rocksdb::Slice(kFormatKey), &format);
  if (status.ok()) return std::optional<std::string>(std::move(format));
  if (!status.IsNotFound()) return ToAbslStatus(status, "reading the store's format");
  const std::unique_ptr<rocksdb::Iterator> it(db->NewIterator(rocksdb::ReadOptions()));
  it->SeekToFirst();
  if (it->Valid() || !it->status().ok()) {
    return absl::FailedPreconditionError(
        fmt::format("{}: holds a RocksDB database that is not a Tanji store", database.path));
  }
  return std::optional<std::string>();
}

// OK iff `format` is what this program reads.
absl::Status CheckFormat(const std::string& path, const std::optional<std::string>& format) {
  if (format == kStoreFormat) return absl::OkStatus();
  if (!format) {
    return absl::FailedPreconditionError(fmt::format(
        "{}: has no format record: its creation did not finish; create it again", path));
  }
  return absl::FailedPreconditionError(fmt::format(
      "{}: written in the format {}; this program reads {}", path, *format, kStoreFormat));
}

// Makes the directory; refuses one that holds a finished store, or something else's database.
absl::Status PrepareCreation(const OpenDatabase& database, const StoreOptions& options) {
  const auto present = HasDatabase(database);
  if (!present.ok()) return present.status();
  if (!*present) return absl::OkStatus();
  const auto format = PeekFormat(database, options);
  if (!format.ok()) return format.status();
  if (!*format) return absl::OkStatus();  // creation was interrupted: go on with it
  return absl::AlreadyExistsError(
      fmt::format("{}: holds a store already, in the format {}", database.path, **format));
}

absl::Status OpenRocks(OpenDatabase& database, const StoreOptions& options) {
  auto db_options = OptionsFor(database, options);
  db_options.create_if_missing = options.mode == StoreOptions::Mode::kCreate;
  db_options.create_missing_column_families = db_options.create_if_missing;
  rocksdb::DB* raw = nullptr;
  const auto families = FamilyDescriptors(options);
  const auto status =
      database.read_only
          ? rocksdb::DB::OpenForReadOnly(db_options, database.path, families,
                                         &database.families.all(), &raw)
          : rocksdb::DB::Open(db_options, database.path, families, &database.families.all(), &raw);
  database.db.reset(raw);
  if (status.ok()) return absl::OkStatus();
  if (SaysLocked(status)) return InUse(database.path);
  if (status.IsInvalidArgument()) {
    // Other column families than ours: another format, which says its name.
    const auto format = PeekFormat(database, options);
    if (!format.ok()) return format.status();
    if (auto checked = CheckFormat(database.path, *format); !checked.ok()) return checked;
  }
  return ToAbslStatus(status, fmt::format("opening {}", database.path));
}

// Writes the format and makes the directory's own name durable: RocksDB syncs only what is in it.
absl::Status FinishCreation(OpenDatabase& database) {
  const std::size_t slash = database.path.find_last_of('/');
  const std::string parent = slash == std::string::npos ? "."
                             : slash == 0               ? "/"
                                                        : database.path.substr(0, slash);
  std::unique_ptr<rocksdb::FSDirectory> directory;
  rocksdb::Status status = database.files->NewDirectory(parent, kIo, &directory, nullptr);
  if (status.ok()) status = directory->Fsync(kIo, nullptr);
  if (!status.ok()) return ToAbslStatus(status, fmt::format("syncing {}", parent));
  status = database.db->Put(SyncedWrite(), database.families[Family::kMeta],
                            rocksdb::Slice(kFormatKey), rocksdb::Slice(kStoreFormat));
  return ToAbslStatus(status, "writing the store's format");
}

// The size of the log; refuses a store whose families are not all of one block.
absl::StatusOr<std::uint64_t> CheckWhole(const OpenDatabase& database) {
  const RocksView view(*database.db, database.families, RocksView::Moment::kNewest);
  const auto format = view.ReadMeta(kFormatKey);
  if (!format.ok()) return format.status();
  if (auto status = CheckFormat(database.path, *format); !status.ok()) return status;
  const auto recorded = view.ReadMeta(kEntryCountKey);
  if (!recorded.ok()) return recorded.status();
  const auto stored = view.EndOfEntries();
  if (!stored.ok()) return stored.status();
  const std::uint64_t expected = *recorded ? DecodeU64(**recorded).value_or(~0ull) : 0;
  if (*stored != expected) {
    return absl::DataLossError(fmt::format(
        "{}: {} entries are stored but the last block says {}. Restore a backup, or synchronise "
        "from a peer.",
        database.path, *stored, expected));
  }
  return *stored;
}

std::string WithoutTrailingSlash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

}  // namespace

absl::StatusOr<std::unique_ptr<Store>> Store::Open(const StoreOptions& options) {
  const bool create = options.mode == StoreOptions::Mode::kCreate;
  auto database = std::make_unique<OpenDatabase>();
  database->path = WithoutTrailingSlash(options.path);
  database->read_only = options.mode == StoreOptions::Mode::kOpenReadOnly;
  database->write_buffer_bytes = options.write_buffer_bytes;
  database->files =
      options.file_system != nullptr ? options.file_system : rocksdb::FileSystem::Default();
  database->env = MakeEnv(*database, options);

  if (create) {
    const auto status = database->files->CreateDirIfMissing(database->path, kIo, nullptr);
    if (!status.ok()) return ToAbslStatus(status, "making the store's directory");
  } else {
    const auto present = HasDatabase(*database);
    if (!present.ok()) return present.status();
    if (!*present) {
      return absl::NotFoundError(fmt::format("{}: there is no store here", database->path));
    }
  }
  auto lock = Lock(*database);
  if (!lock.ok()) return lock.status();
  if (create) {
    if (auto status = PrepareCreation(*database, options); !status.ok()) return status;
  }
  const auto begun = HasDatabase(*database);
  if (!begun.ok()) return begun.status();
  if (*begun) {
    auto note = CheckLogs(*database->files, database->path, !database->read_only);
    if (!note.ok()) return note.status();
    database->recovery_note = *std::move(note);
  }
  if (database->read_only) database->file_lock = *lock;
  // RocksDB takes the lock itself. Another process that gets it in between makes the same check
  // and has nothing left to cut.
  lock->reset();
  if (auto status = OpenRocks(*database, options); !status.ok()) return status;
  if (create) {
    if (auto status = FinishCreation(*database); !status.ok()) return status;
  }
  const auto entry_count = CheckWhole(*database);
  if (!entry_count.ok()) return entry_count.status();
  return std::make_unique<RocksStore>(std::move(database), *entry_count);
}

}  // namespace tanji::ledger
