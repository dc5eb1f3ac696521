// Reading and writing whole files: bounded, atomic, and private where they hold a secret.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "client/sdk/result.h"
#include "crypto/hash/hash.h"

namespace tanji::client {

inline constexpr std::size_t kMaxFileBytes = 16 << 20;

// The whole file; "-" is standard input. Faults: kFileUnreadable, kFileTooLarge.
Result<std::string> ReadFile(const std::string& path, std::size_t limit_bytes = kMaxFileBytes);

// The same for a file with a secret: it must be a regular file that nobody but its owner may read
// or write, else kFileModeTooWide.
Result<std::string> ReadPrivateFile(const std::string& path,
                                    std::size_t limit_bytes = kMaxFileBytes);

enum class Overwrite { kNo, kYes };

// Writes beside the target, syncs, then renames, so that a reader sees the old file or the new
// one. With kNo an existing file is kFileExists. "-" is standard output.
Done WriteFile(const std::string& path, std::string_view content, Overwrite overwrite);

// Creates the file with mode 0600 and O_EXCL: an existing one is never overwritten.
Done CreatePrivateFile(const std::string& path, std::string_view content);

// Makes the directory and those above it; new ones have mode 0700.
Done MakeDirectories(const std::string& path);

struct HashedFile {
  crypto::Hash sha256;
  std::uint64_t size_bytes = 0;
};
// Hashes a file of any size. `progress` is called now and then with the bytes done and the total.
Result<HashedFile> HashFile(
    const std::string& path,
    const std::function<void(std::uint64_t done, std::uint64_t total)>& progress = {});

// An exclusive lock among processes, held as long as the object lives.
class FileLock {
 public:
  // Waits for whoever holds it.
  static Result<FileLock> Take(const std::string& path);
  FileLock(FileLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace tanji::client
