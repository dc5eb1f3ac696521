#include "node/config/key_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "crypto/hash/hex.h"

namespace tanji::node {
namespace {

constexpr std::size_t kFileBytes = 2 * crypto::SigningKey::kSeedSize + 1;

// Closes what it holds.
struct Descriptor {
  int fd = -1;
  ~Descriptor() {
    if (fd >= 0) close(fd);
  }
};

// Overwrites secret bytes; a plain loop before the end of a lifetime could be optimised away.
void Wipe(char* bytes, std::size_t size) {
  explicit_bzero(bytes, size);
}

absl::Status FileError(const std::string& path, std::string_view doing) {
  const int error = errno;
  const std::string message = fmt::format("{} {}: {}", doing, path, std::strerror(error));
  if (error == ENOENT) return absl::NotFoundError(message);
  if (error == EEXIST) return absl::AlreadyExistsError(message);
  return absl::PermissionDeniedError(message);
}

absl::Status CheckMode(int fd, const std::string& path) {
  struct stat info = {};
  if (fstat(fd, &info) != 0) return FileError(path, "cannot inspect");
  if (!S_ISREG(info.st_mode) || (info.st_mode & 077) != 0) {
    return absl::PermissionDeniedError(fmt::format(
        "{} holds a secret, but others may use it or it is no regular file; run: chmod 600 {}",
        path, path));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status WriteSecretFile(const std::string& path, std::string_view text) {
  const Descriptor file{open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
  if (file.fd < 0) return FileError(path, "cannot create");
  const ssize_t written = write(file.fd, text.data(), text.size());
  if (written != static_cast<ssize_t>(text.size()) || fsync(file.fd) != 0) {
    return FileError(path, "cannot write");
  }
  return absl::OkStatus();
}

absl::Status WriteKeyFile(const std::string& path, const crypto::SigningKey& key) {
  std::string seed = key.seed();
  std::string text = crypto::ToHex(seed) + "\n";
  const absl::Status status = WriteSecretFile(path, text);
  Wipe(seed.data(), seed.size());
  Wipe(text.data(), text.size());
  return status;
}

absl::StatusOr<crypto::SigningKey> ReadKeyFile(const std::string& path) {
  const Descriptor file{open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (file.fd < 0) return FileError(path, "cannot open");
  if (const absl::Status mode = CheckMode(file.fd, path); !mode.ok()) return mode;
  std::array<char, kFileBytes + 1> text{};
  const ssize_t size = read(file.fd, text.data(), text.size());
  auto seed = size == static_cast<ssize_t>(kFileBytes) && text[kFileBytes - 1] == '\n'
                  ? crypto::FromHex({text.data(), kFileBytes - 1})
                  : std::nullopt;
  Wipe(text.data(), text.size());
  if (!seed) {
    return absl::InvalidArgumentError(
        fmt::format("{} is not a key file: 64 hexadecimal digits and a newline", path));
  }
  auto key = crypto::SigningKey::FromSeed(*seed);
  Wipe(seed->data(), seed->size());
  return *key;
}

}  // namespace tanji::node
