#include "tests/ledger/storage/fault_file_system.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <utility>

namespace tanji::ledger {
namespace {

namespace fs = std::filesystem;
using rocksdb::FileOptions;
using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

constexpr std::uint64_t kSectorBytes = 512;

fs::path Normal(const std::string& path) {
  fs::path normal = fs::path(path).lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();
}

void Overwrite(const fs::path& path, std::uint64_t offset, const std::string& bytes) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(offset));
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

class FaultWritableFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  FaultWritableFile(FaultFileSystem& owner, fs::path path,
                    std::shared_ptr<FaultFileSystem::File> file,
                    std::unique_ptr<rocksdb::FSWritableFile> target)
      : FSWritableFileOwnerWrapper(std::move(target)),
        owner_(owner),
        path_(std::move(path)),
        file_(std::move(file)) {}

  IOStatus Append(const Slice& data, const IOOptions& options, IODebugContext* debug) override {
    const std::lock_guard lock(owner_.mutex_);
    if (auto status = owner_.Check(); !status.ok()) return status;
    const IOStatus fault = owner_.Inject(owner_.append_fault_);
    const Slice written(data.data(), fault.ok() ? data.size() : data.size() / 2);
    if (auto status = target()->Append(written, options, debug); !status.ok()) return status;
    file_->size += written.size();
    const IOStatus counted = owner_.Count();
    return fault.ok() ? counted : fault;
  }
  IOStatus Append(const Slice& data, const IOOptions& options,
                  const rocksdb::DataVerificationInfo& /*verification*/,
                  IODebugContext* debug) override {
    return Append(data, options, debug);
  }
  IOStatus PositionedAppend(const Slice& /*data*/, std::uint64_t /*offset*/,
                            const IOOptions& /*options*/, IODebugContext* /*debug*/) override {
    return IOStatus::NotSupported("positioned append");
  }
  IOStatus PositionedAppend(const Slice& data, std::uint64_t offset, const IOOptions& options,
                            const rocksdb::DataVerificationInfo& /*verification*/,
                            IODebugContext* debug) override {
    return PositionedAppend(data, offset, options, debug);
  }
  IOStatus Truncate(std::uint64_t size, const IOOptions& options, IODebugContext* debug) override {
    const std::lock_guard lock(owner_.mutex_);
    if (auto status = owner_.Check(); !status.ok()) return status;
    // RocksDB only takes back what was allocated ahead: never data.
    if (size == file_->size) return target()->Truncate(size, options, debug);
    FaultFileSystem::Cut(path_, size, *file_);
    if (auto status = target()->Truncate(size, options, debug); !status.ok()) return status;
    return owner_.Count();
  }
  IOStatus Sync(const IOOptions& /*options*/, IODebugContext* /*debug*/) override {
    const std::lock_guard lock(owner_.mutex_);
    if (auto status = owner_.Check(); !status.ok()) return status;
    const IOStatus fault = owner_.Inject(owner_.sync_fault_);
    if (fault.ok()) {
      file_->synced = file_->size;
      file_->cut.clear();
    }
    const IOStatus counted = owner_.Count();
    return fault.ok() ? counted : fault;
  }
  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override {
    return Sync(options, debug);
  }
  // Starts writing back and promises nothing.
  IOStatus RangeSync(std::uint64_t /*offset*/, std::uint64_t /*bytes*/,
                     const IOOptions& /*options*/, IODebugContext* /*debug*/) override {
    return IOStatus::OK();
  }

 private:
  FaultFileSystem& owner_;
  fs::path path_;
  std::shared_ptr<FaultFileSystem::File> file_;
};

class FaultDirectory final : public rocksdb::FSDirectory {
 public:
  FaultDirectory(FaultFileSystem& owner, fs::path path) : owner_(owner), path_(std::move(path)) {}

  IOStatus Fsync(const IOOptions& /*options*/, IODebugContext* /*debug*/) override {
    const std::lock_guard lock(owner_.mutex_);
    if (auto status = owner_.Check(); !status.ok()) return status;
    const IOStatus fault = owner_.Inject(owner_.sync_fault_);
    if (fault.ok()) owner_.changes_.erase(path_);
    const IOStatus counted = owner_.Count();
    return fault.ok() ? counted : fault;
  }
  IOStatus Close(const IOOptions& /*options*/, IODebugContext* /*debug*/) override {
    return IOStatus::OK();
  }

 private:
  FaultFileSystem& owner_;
  fs::path path_;
};

FaultFileSystem::FaultFileSystem(const std::string& scratch)
    : FileSystemWrapper(rocksdb::FileSystem::Default()), scratch_(scratch) {
  fs::create_directories(scratch_);
}

FaultFileSystem::~FaultFileSystem() = default;

void FaultFileSystem::CrashNow(std::uint64_t seed) {
  const std::lock_guard lock(mutex_);
  if (!crashed_) Crash(seed);
}

void FaultFileSystem::CrashAtOperation(std::uint64_t operation, std::uint64_t seed) {
  const std::lock_guard lock(mutex_);
  planned_crash_ = {operations_ + operation, seed};
}

void FaultFileSystem::FailNth(Kind kind, std::uint64_t n, Fault fault) {
  const std::lock_guard lock(mutex_);
  PlannedFault& planned = kind == Kind::kAppend ? append_fault_
                          : kind == Kind::kSync ? sync_fault_
                                                : create_fault_;
  planned = {n, fault};
}

void FaultFileSystem::Restart() {
  const std::lock_guard lock(mutex_);
  crashed_ = false;
  planned_crash_.reset();
  append_fault_ = {};
  sync_fault_ = {};
  create_fault_ = {};
  files_.clear();
  changes_.clear();
  for (const auto& kept : fs::directory_iterator(scratch_)) fs::remove(kept.path());
}

bool FaultFileSystem::crashed() const {
  const std::lock_guard lock(mutex_);
  return crashed_;
}

std::uint64_t FaultFileSystem::operations() const {
  const std::lock_guard lock(mutex_);
  return operations_;
}

IOStatus FaultFileSystem::Check() const {
  return crashed_ ? IOStatus::IOError("the power is off") : IOStatus::OK();
}

IOStatus FaultFileSystem::Count() {
  ++operations_;
  if (planned_crash_ && operations_ == planned_crash_->operation) Crash(planned_crash_->seed);
  return Check();
}

IOStatus FaultFileSystem::Inject(PlannedFault& planned) {
  if (planned.left == 0 || --planned.left > 0) return IOStatus::OK();
  return planned.fault == Fault::kNoSpace ? IOStatus::NoSpace("injected ENOSPC")
                                          : IOStatus::IOError("injected EIO");
}

void FaultFileSystem::Crash(std::uint64_t seed) {
  crashed_ = true;
  Random random(seed);
  // Inner directories first: an outer one may take them away altogether.
  for (auto it = changes_.rbegin(); it != changes_.rend(); ++it) {
    auto& changes = it->second;
    const std::uint64_t kept = random.Below(changes.size() + 1);
    for (; changes.size() > kept; changes.pop_back()) Undo(changes.back());
  }
  std::set<const File*> torn;  // a linked file has several names
  for (const auto& [path, file] : files_) {
    if (torn.insert(file.get()).second && fs::exists(path)) Tear(path, *file, random);
  }
}

void FaultFileSystem::Undo(const Change& change) {
  switch (change.what) {
    case Change::What::kMadeDirectory:
      fs::remove_all(change.path);
      return;
    case Change::What::kMade:
      fs::remove(change.path);
      files_.erase(change.path);
      break;
    case Change::What::kRenamed:
      fs::rename(change.path, change.renamed_from);
      files_[change.renamed_from] = files_[change.path];
      files_.erase(change.path);
      break;
    case Change::What::kDeleted:
      break;
  }
  if (change.kept_as) {
    fs::rename(*change.kept_as, change.path);
    if (change.kept_file != nullptr) files_[change.path] = change.kept_file;
  }
}

void FaultFileSystem::Tear(const Path& path, const File& file, Random& random) const {
  const std::uint64_t unsynced = file.size - file.synced;
  if (unsynced == 0) {
    // A truncation that did not reach the disk.
    if (!file.cut.empty() && random.OneIn(2)) {
      std::ofstream(path, std::ios::app | std::ios::binary) << file.cut;
    }
    return;
  }
  enum { kDropped, kPrefix, kSectors, kKept };
  const std::uint64_t fate = random.Below(4);
  const std::uint64_t left = fate == kDropped ? 0
                             : fate == kKept  ? unsynced
                                              : random.Below(unsynced + 1);
  const std::uint64_t end = file.synced + left;
  fs::resize_file(path, end);
  if (fate != kSectors) return;
  // Sectors reach the disk in any order; those that did not read as zeros.
  for (std::uint64_t at = file.synced; at < end;) {
    const std::uint64_t next = std::min(end, (at / kSectorBytes + 1) * kSectorBytes);
    if (random.OneIn(2)) Overwrite(path, at, std::string(next - at, '\0'));
    at = next;
  }
}

void FaultFileSystem::Keep(const Path& path, Change& change) {
  if (!fs::exists(path)) return;
  change.kept_as = scratch_ / std::to_string(++kept_count_);
  fs::rename(path, *change.kept_as);
  if (const auto it = files_.find(path); it != files_.end()) {
    change.kept_file = it->second;
    files_.erase(it);
  }
}

void FaultFileSystem::Cut(const Path& path, std::uint64_t size, File& file) {
  std::ifstream in(path, std::ios::binary);
  in.seekg(static_cast<std::streamoff>(size));
  file.cut.assign(std::istreambuf_iterator<char>(in), {});
  file.size = size;
  file.synced = std::min(file.synced, size);
}

void FaultFileSystem::Remember(Change change) {
  auto& changes = changes_[change.path.parent_path()];
  changes.push_back(std::move(change));
}

std::shared_ptr<FaultFileSystem::File> FaultFileSystem::FileAt(const Path& path) {
  auto& file = files_[path];
  if (file == nullptr) {
    // Not written to since the power came on: all of it is durable.
    file = std::make_shared<File>();
    file->size = file->synced = fs::file_size(path);
  }
  return file;
}

IOStatus FaultFileSystem::NewSequentialFile(const std::string& path, const FileOptions& options,
                                            std::unique_ptr<rocksdb::FSSequentialFile>* result,
                                            IODebugContext* debug) {
  const std::lock_guard lock(mutex_);
  if (auto status = Check(); !status.ok()) return status;
  return target()->NewSequentialFile(path, options, result, debug);
}

IOStatus FaultFileSystem::NewRandomAccessFile(const std::string& path, const FileOptions& options,
                                              std::unique_ptr<rocksdb::FSRandomAccessFile>* result,
                                              IODebugContext* debug) {
  const std::lock_guard lock(mutex_);
  if (auto status = Check(); !status.ok()) return status;
  return target()->NewRandomAccessFile(path, options, result, debug);
}

IOStatus FaultFileSystem::NewWritableFile(const std::string& path, const FileOptions& options,
                                          std::unique_ptr<rocksdb::FSWritableFile>* result,
                                          IODebugContext* debug) {
  const std::lock_guard lock(mutex_);
  if (auto status = Check(); !status.ok()) return status;
  if (auto fault = Inject(create_fault_); !fault.ok()) return fault;
  const Path normal = Normal(path);
  Change change{Change::What::kMade, normal, {}, {}, {}};
  Keep(normal, change);
  std::unique_ptr<rocksdb::FSWritableFile> file;
  if (auto status = target()->NewWritableFile(path, options, &file, debug); !status.ok()) {
    return status;
  }
  *result = std::make_unique<FaultWritableFile>(*this, normal, FileAt(normal), std::move(file));
  Remember(std::move(change));
  return Count();
}

IOStatus FaultFileSystem::ReopenWritableFile(const std::string& path, const FileOptions& options,
                                             std::unique_ptr<rocksdb::FSWritableFile>* result,
                                             IODebugContext* debug) {
  const std::lock_guard lock(mutex_);
  if (auto status = Check(); !status.ok()) return status;
  if (!fs::exists(path)) return IOStatus::NotSupported("reopening a file that is not there");
  std::unique_ptr<rocksdb::FSWritableFile> file;
  if (auto status = target()->ReopenWritableFile(path, options, &file, debug); !status.ok()) {
    return status;
  }
  *result = std::make_unique<FaultWritableFile>(*this, Normal(path), FileAt(Normal(path)),
                                                std::move(file));
  return IOStatus::OK();
}

IOStatus FaultFileSystem::NewDirectory(const std::string& path, const IOOptions& /*options*/,
                                       std::unique_ptr<rocksdb::FSDirectory>* result,
                                       IODebugContext* /*debug*/) {
  const std::lock_guard lock(mutex_);
  if (auto status = Check(); !status.ok()) return status;
  if (!fs::is_directory(path)) return IOStatus::PathNotFound(path);
  *result = std::make_unique<FaultDirectory>(*this, Normal(path));
  return IOStatus::OK();
}

IOStatus FaultFileSystem::DeleteFile(const std::string& path, const IOOptions& /*options*/,
                                     IODebugContext* /*debug*/) {
  const std::lock_guard lock(mutex_);
  if (auto status = Check(); !status.ok()) return status;
  if (!fs::exists(path)) return IOStatus::PathNotFound(path);
  const Path normal = Normal(path);
  Change change{Change::What::kDeleted, normal, {}, {}, {}};
  Keep(normal, change);
  Remember(std::move(change));
  return Count();
}

IOStatus FaultFileSystem::RenameFile(const std::string& from, const std::string& to,
                                     const IOOptions& options, IODebugContext* debug) {
  const std::lock_guard lock(mutex_);
  if (auto status = Check(); !status.ok()) return status;
  const Path old_path = Normal(from);
  const Path new_path = Normal(to);
  if (!fs::exists(old_path)) return IOStatus::PathNotFound(from);
  const auto file = FileAt(old_path);
  Change change{Change::What::kRenamed, new_path, old_path, {}, {}};
  Keep(new_path, change);
  if (auto status = target()->RenameFile(from, to, options, debug); !status.ok()) return status;
  files_.erase(old_path);
  files_[new_path] = file;
  Remember(std::move(change));
  return Count();
}

IOStatus FaultFileSystem::LinkFile(const std::string& from, const std::string& to,
                                   const IOOptions& options, IODebugContext* debug) {
  const std::lock_guard lock(mutex_);
  if (auto status = Check(); !status.ok()) return status;
  if (auto status = target()->LinkFile(from, to, options, debug); !status.ok()) return status;
  files_[Normal(to)] = FileAt(Normal(from));
  Remember({Change::What::kMade, Normal(to), {}, {}, {}});
  return Count();
}

IOStatus FaultFileSystem::CreateDir(const std::string& path, const IOOptions& options,
                                    IODebugContext* debug) {
  const std::lock_guard lock(mutex_);
  if (auto status = Check(); !status.ok()) return status;
  if (auto status = target()->CreateDir(path, options, debug); !status.ok()) return status;
  Remember({Change::What::kMadeDirectory, Normal(path), {}, {}, {}});
  return Count();
}

IOStatus FaultFileSystem::CreateDirIfMissing(const std::string& path, const IOOptions& options,
                                             IODebugContext* debug) {
  if (fs::is_directory(path)) {
    const std::lock_guard lock(mutex_);
    return Check();
  }
  return CreateDir(path, options, debug);
}

IOStatus FaultFileSystem::NewRandomRWFile(const std::string& /*path*/,
                                          const FileOptions& /*options*/,
                                          std::unique_ptr<rocksdb::FSRandomRWFile>* /*result*/,
                                          IODebugContext* /*debug*/) {
  return IOStatus::NotSupported("random writes");
}

IOStatus FaultFileSystem::ReuseWritableFile(const std::string& /*path*/,
                                            const std::string& /*old_path*/,
                                            const FileOptions& /*options*/,
                                            std::unique_ptr<rocksdb::FSWritableFile>* /*result*/,
                                            IODebugContext* /*debug*/) {
  return IOStatus::NotSupported("reusing a file");
}

}  // namespace tanji::ledger
