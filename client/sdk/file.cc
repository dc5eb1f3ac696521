#include "client/sdk/file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "client/sdk/faults.h"
#include "crypto/hash/hex.h"
#include "crypto/sign/keys.h"

namespace tanji::client {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ > STDERR_FILENO) close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }
  // False if what was written may not have reached the disk.
  bool SyncAndClose() { return fsync(fd_) == 0 && close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_;
};

Error SystemError(const Fault& fault, const std::string& path) {
  return Error(fault, {{"file", path}, {"reason", std::strerror(errno)}});
}

// Calls `take` with each piece until the end of the file.
template <class Take>
Done ReadPieces(int fd, const std::string& path, Take take) {
  std::string buffer(1 << 16, '\0');
  while (true) {
    const ssize_t count = read(fd, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return SystemError(kFileUnreadable, path);
    if (count == 0) return {};
    TANJI_TRY(take(std::string_view(buffer.data(), static_cast<std::size_t>(count))));
  }
}

Result<std::string> ReadAll(int fd, const std::string& path, std::size_t limit_bytes) {
  std::string content;
  TANJI_TRY(ReadPieces(fd, path, [&](std::string_view piece) -> Done {
    if (content.size() + piece.size() > limit_bytes) {
      return Error(kFileTooLarge, {{"file", path}, {"limit", std::to_string(limit_bytes)}});
    }
    content.append(piece);
    return {};
  }));
  return content;
}

bool WriteAll(int fd, std::string_view content) {
  while (!content.empty()) {
    const ssize_t count = write(fd, content.data(), content.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

// Creates `path`, which must not exist, with its content on the disk.
Done Create(const std::string& path, std::string_view content, mode_t mode) {
  Descriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
  if (!file) {
    if (errno == EEXIST) return Error(kFileExists, {{"file", path}});
    return SystemError(kFileUnwritable, path);
  }
  if (!WriteAll(file.get(), content) || !file.SyncAndClose()) {
    const Error error = SystemError(kFileUnwritable, path);
    unlink(path.c_str());
    return error;
  }
  return {};
}

}  // namespace

Result<std::string> ReadFile(const std::string& path, std::size_t limit_bytes) {
  if (path == "-") return ReadAll(STDIN_FILENO, path, limit_bytes);
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return SystemError(kFileUnreadable, path);
  return ReadAll(file.get(), path, limit_bytes);
}

Result<std::string> ReadPrivateFile(const std::string& path, std::size_t limit_bytes) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return SystemError(kFileUnreadable, path);
  // Of the opened file, so that nobody can exchange it in between.
  struct stat info {};
  if (fstat(file.get(), &info) != 0) return SystemError(kFileUnreadable, path);
  if (!S_ISREG(info.st_mode) || (info.st_mode & 077) != 0) {
    return Error(kFileModeTooWide, {{"file", path}});
  }
  return ReadAll(file.get(), path, limit_bytes);
}

Done WriteFile(const std::string& path, std::string_view content, Overwrite overwrite) {
  if (path == "-") {
    if (!WriteAll(STDOUT_FILENO, content)) return SystemError(kFileUnwritable, path);
    return {};
  }
  if (overwrite == Overwrite::kNo) return Create(path, content, 0666);
  const std::string fresh = path + ".new-" + crypto::ToHex(crypto::RandomBytes(6));
  TANJI_TRY(Create(fresh, content, 0666));
  if (rename(fresh.c_str(), path.c_str()) != 0) {
    const Error error = SystemError(kFileUnwritable, path);
    unlink(fresh.c_str());
    return error;
  }
  return {};
}

Done CreatePrivateFile(const std::string& path, std::string_view content) {
  return Create(path, content, 0600);
}

Done MakeDirectories(const std::string& path) {
  std::error_code code;
  std::filesystem::path made;
  for (const auto& part : std::filesystem::path(path)) {
    made /= part;
    if (mkdir(made.c_str(), 0700) != 0 && !std::filesystem::is_directory(made, code)) {
      return SystemError(kFileUnwritable, made.string());
    }
  }
  return {};
}

Result<HashedFile> HashFile(const std::string& path,
                            const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  const Descriptor file(path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return SystemError(kFileUnreadable, path);
  struct stat info {};
  if (fstat(file.get(), &info) != 0) return SystemError(kFileUnreadable, path);
  const auto total = static_cast<std::uint64_t>(info.st_size);

  crypto::Sha256Stream stream;
  HashedFile hashed;
  TANJI_TRY(ReadPieces(file.get(), path, [&](std::string_view piece) -> Done {
    stream.Update(piece);
    hashed.size_bytes += piece.size();
    if (progress) progress(hashed.size_bytes, total);
    return {};
  }));
  hashed.sha256 = stream.Finish();
  return hashed;
}

Result<FileLock> FileLock::Take(const std::string& path) {
  const int fd = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return SystemError(kFileUnwritable, path);
  FileLock lock(fd);
  while (flock(fd, LOCK_EX) != 0) {
    if (errno != EINTR) return SystemError(kFileUnwritable, path);
  }
  return Result<FileLock>(std::move(lock));
}

FileLock::~FileLock() {
  if (fd_ >= 0) close(fd_);
}

}  // namespace tanji::client
