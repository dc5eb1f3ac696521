// A file system that forgets and fails like a real one, in-process and by a seed.
//
// It lies over the real file system and keeps account of what was not synced: bytes at the end of
// files, and changes to directories (files made, deleted, renamed, linked; directories made). When
// the power fails, unsynced bytes are dropped, torn or kept, and of a directory's unsynced changes
// only the first so many have happened: journalled file systems keep that order. Syncs cost
// nothing here, since nothing really has to survive.
//
// Faults are counted in *operations*: appends, syncs of files and directories, and changes of
// directories, numbered from 1 in the order in which they arrive.
#pragma once

#include <rocksdb/file_system.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "tests/ledger/storage/block_model.h"

namespace tanji::ledger {

// Thread-safe. Every operation fails after the power has failed, until Restart().
class FaultFileSystem : public rocksdb::FileSystemWrapper {
 public:
  // `scratch`: a directory of its own, on the same disk as the files, for what may come back.
  explicit FaultFileSystem(const std::string& scratch);
  ~FaultFileSystem() override;

  static const char* kClassName() { return "TanjiFaultFileSystem"; }
  const char* Name() const override { return kClassName(); }

  enum class Fault { kEio, kNoSpace };
  enum class Kind { kAppend, kSync, kCreate };

  // The power fails now; what is lost follows from the seed.
  void CrashNow(std::uint64_t seed);
  // The power fails in the `operation`-th operation, which still happens, from now on.
  void CrashAtOperation(std::uint64_t operation, std::uint64_t seed);
  // The `n`-th append, sync or creation of a file from now on fails, and only that one. A failed
  // append may have written half of its bytes; a failed sync has synced nothing.
  void FailNth(Kind kind, std::uint64_t n, Fault fault);
  // The power is back: what is on disk now is durable. No file of the old time may be open.
  void Restart();

  bool crashed() const;
  // Operations since the beginning.
  std::uint64_t operations() const;

  rocksdb::IOStatus NewSequentialFile(const std::string& path, const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSSequentialFile>* result,
                                      rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewRandomAccessFile(const std::string& path,
                                        const rocksdb::FileOptions& options,
                                        std::unique_ptr<rocksdb::FSRandomAccessFile>* result,
                                        rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus ReopenWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                       std::unique_ptr<rocksdb::FSWritableFile>* result,
                                       rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewDirectory(const std::string& path, const rocksdb::IOOptions& options,
                                 std::unique_ptr<rocksdb::FSDirectory>* result,
                                 rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus DeleteFile(const std::string& path, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to,
                               const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus LinkFile(const std::string& from, const std::string& to,
                             const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus CreateDir(const std::string& path, const rocksdb::IOOptions& options,
                              rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus CreateDirIfMissing(const std::string& path, const rocksdb::IOOptions& options,
                                       rocksdb::IODebugContext* debug) override;
  // Not used by the store; refused, so that no write goes by unseen.
  rocksdb::IOStatus NewRandomRWFile(const std::string& path, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSRandomRWFile>* result,
                                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus ReuseWritableFile(const std::string& path, const std::string& old_path,
                                      const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSWritableFile>* result,
                                      rocksdb::IODebugContext* debug) override;

 private:
  friend class FaultWritableFile;
  friend class FaultDirectory;
  using Path = std::filesystem::path;

  // A file that was written to since the power came on.
  struct File {
    std::uint64_t size = 0;
    std::uint64_t synced = 0;
    // What an unsynced truncation took away.
    std::string cut;
  };
  // How to undo one unsynced change of a directory.
  struct Change {
    enum class What { kMade, kDeleted, kRenamed, kMadeDirectory } what;
    Path path;
    Path renamed_from;
    // Where the file lies that `path` named before, if there was one.
    std::optional<Path> kept_as;
    std::shared_ptr<File> kept_file;
  };

  // All of these under the lock. An error while the power is off.
  rocksdb::IOStatus Check() const;
  // Counts an operation that has happened; an error if the power fails with it.
  rocksdb::IOStatus Count();
  void Crash(std::uint64_t seed);
  void Undo(const Change& change);
  void Tear(const Path& path, const File& file, Random& random) const;
  // Sets aside what `path` names now.
  void Keep(const Path& path, Change& change);
  // Remembers what a truncation takes away, which may come back until it is synced.
  static void Cut(const Path& path, std::uint64_t size, File& file);
  void Remember(Change change);
  std::shared_ptr<File> FileAt(const Path& path);

  mutable std::mutex mutex_;
  const Path scratch_;
  std::uint64_t kept_count_ = 0;
  std::uint64_t operations_ = 0;
  bool crashed_ = false;
  struct PlannedCrash {
    std::uint64_t operation;
    std::uint64_t seed;
  };
  std::optional<PlannedCrash> planned_crash_;
  struct PlannedFault {
    std::uint64_t left = 0;  // 0: none
    Fault fault = Fault::kEio;
  };
  PlannedFault append_fault_;
  PlannedFault sync_fault_;
  PlannedFault create_fault_;
  rocksdb::IOStatus Inject(PlannedFault& planned);

  std::map<Path, std::shared_ptr<File>> files_;
  std::map<Path, std::vector<Change>> changes_;  // by directory, oldest first
};

}  // namespace tanji::ledger
