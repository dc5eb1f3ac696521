#include "ledger/storage/log_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "ledger/storage/status.h"

namespace tanji::ledger {
namespace {

// RocksDB wiki, "Write Ahead Log File Format"; the same as leveldb's doc/log_format.md.
constexpr std::size_t kBlockBytes = 32 << 10;
constexpr std::size_t kHeaderBytes = 4 + 2 + 1;
enum FragmentType : std::uint8_t { kZero = 0, kFull = 1, kFirst = 2, kMiddle = 3, kLast = 4 };

// CRC-32C (Castagnoli, RFC 3720 appendix B.4), reflected.
constexpr std::array<std::uint32_t, 256> MakeCrcTable() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    std::uint32_t crc = i;
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0x82f63b78u : 0);
    table[i] = crc;
  }
  return table;
}
constexpr auto kCrcTable = MakeCrcTable();

std::uint32_t ExtendCrc(std::uint32_t crc, std::uint8_t byte) {
  return crc >> 8 ^ kCrcTable[(crc ^ byte) & 0xff];
}

// leveldb's mask: a checksum of data that holds checksums must not be weak.
std::uint32_t Mask(std::uint32_t crc) {
  return (crc >> 15 | crc << 17) + 0xa282ead8u;
}

std::uint8_t ByteAt(std::string_view bytes, std::size_t i) {
  return static_cast<std::uint8_t>(bytes[i]);
}

std::uint32_t ReadLittleEndian(std::string_view bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) number = number << 8 | ByteAt(bytes, i);
  return number;
}

// One physical fragment at `offset` of a block.
struct Fragment {
  std::uint8_t type = kZero;
  std::size_t bytes = 0;  // header and payload, as the header says; 0 if they leave the block
  bool valid = false;
};

// `rest` begins with a header and ends with the block or the file.
Fragment ReadFragment(std::string_view rest) {
  Fragment fragment;
  fragment.type = ByteAt(rest, 6);
  const std::size_t bytes = kHeaderBytes + ReadLittleEndian(rest.substr(4, 2));
  if (bytes > rest.size()) return fragment;
  fragment.bytes = bytes;
  std::uint32_t crc = ~0u;
  for (std::size_t i = 6; i < bytes; ++i) crc = ExtendCrc(crc, ByteAt(rest, i));
  fragment.valid = fragment.type != kZero && Mask(~crc) == ReadLittleEndian(rest.substr(0, 4));
  return fragment;
}

// True if another length than the header's makes the checksum right: then the two bytes of the
// length, which no checksum covers, were altered after the fragment had been written whole.
bool HasWrongLengthOnly(std::string_view rest) {
  const std::uint8_t type = ByteAt(rest, 6);
  if (type < kFull || type > kLast) return false;
  const std::uint32_t stored = ReadLittleEndian(rest.substr(0, 4));
  std::uint32_t crc = ~0u;
  for (std::size_t i = 6; i < rest.size(); ++i) {
    crc = ExtendCrc(crc, ByteAt(rest, i));
    if (Mask(~crc) == stored) return true;
  }
  return false;
}

bool AllZero(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == 0; });
}

class Scanner {
 public:
  explicit Scanner(std::string_view file) : file_(file) {}

  LogScan Scan() {
    for (std::size_t start = 0; start < file_.size(); start += kBlockBytes) {
      ScanBlock(start, std::min(start + kBlockBytes, file_.size()));
    }
    if (in_record_) scan_.damaged = true;
    return scan_;
  }

 private:
  // Fragments are found only where RocksDB's writer puts them, at the beginning of a block and
  // after one another, never by searching: what users write must not be mistaken for them.
  void ScanBlock(std::size_t start, std::size_t end) {
    for (std::size_t at = start; at < end;) {
      const std::string_view rest = file_.substr(at, end - at);
      if (rest.size() < kHeaderBytes) {
        // The writer fills the end of a block with zeros when a header does not fit.
        if (end - start < kBlockBytes || !AllZero(rest)) Damage();
        return;
      }
      const Fragment fragment = ReadFragment(rest);
      if (fragment.valid) {
        Accept(fragment, at + fragment.bytes);
      } else {
        Damage();
        if (HasWrongLengthOnly(rest)) scan_.damage_was_synced = true;
        if (fragment.bytes == 0 || fragment.type == kZero) return;
      }
      at += fragment.bytes;
    }
  }

  void Accept(const Fragment& fragment, std::size_t end) {
    if (fragment.type > kLast) scan_.unknown_kind = true;
    const bool begins = fragment.type == kFull || fragment.type == kFirst;
    if (begins == in_record_) Damage();
    if (scan_.damaged) {
      if (begins) scan_.damage_was_synced = true;
      return;
    }
    in_record_ = fragment.type == kFirst || fragment.type == kMiddle;
    if (!in_record_) {
      scan_.whole_bytes = end;
      ++scan_.whole_records;
    }
  }

  void Damage() {
    scan_.damaged = true;
    in_record_ = false;
  }

  std::string_view file_;
  LogScan scan_;
  bool in_record_ = false;  // a first fragment without its last so far
};

absl::StatusOr<std::string> ReadFile(rocksdb::FileSystem& files, const std::string& path) {
  std::uint64_t size = 0;
  auto status = files.GetFileSize(path, rocksdb::IOOptions(), &size, nullptr);
  if (!status.ok()) return ToAbslStatus(status, "size of write-ahead file");
  std::unique_ptr<rocksdb::FSSequentialFile> file;
  status = files.NewSequentialFile(path, rocksdb::FileOptions(), &file, nullptr);
  if (!status.ok()) return ToAbslStatus(status, "opening write-ahead file");
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    rocksdb::Slice read;
    status = file->Read(bytes.size() - filled, rocksdb::IOOptions(), &read, bytes.data() + filled,
                        nullptr);
    if (!status.ok()) return ToAbslStatus(status, "reading write-ahead file");
    if (read.empty()) break;
    if (read.data() != bytes.data() + filled) {
      std::copy_n(read.data(), read.size(), bytes.data() + filled);
    }
    filled += read.size();
  }
  bytes.resize(filled);
  return bytes;
}

// Cuts the file, durably: RocksDB may leave it behind after a second power loss, beside files with
// newer records, and it would then look damaged.
absl::Status CutFile(rocksdb::FileSystem& files, const std::string& path, std::uint64_t size) {
  std::unique_ptr<rocksdb::FSWritableFile> file;
  auto status = files.ReopenWritableFile(path, rocksdb::FileOptions(), &file, nullptr);
  if (status.ok()) status = file->Truncate(size, rocksdb::IOOptions(), nullptr);
  if (status.ok()) status = file->Fsync(rocksdb::IOOptions(), nullptr);
  if (status.ok()) status = file->Close(rocksdb::IOOptions(), nullptr);
  return ToAbslStatus(status, "cutting the torn tail off the write-ahead file");
}

// Names of write-ahead files, "000012.log", oldest first.
absl::StatusOr<std::vector<std::string>> ListWal(rocksdb::FileSystem& files,
                                                 const std::string& path) {
  std::vector<std::string> children;
  const auto status = files.GetChildren(path, rocksdb::IOOptions(), &children, nullptr);
  if (!status.ok()) return ToAbslStatus(status, "listing the store");
  std::erase_if(children, [](const std::string& name) {
    const std::size_t dot = name.find('.');
    return dot == 0 || dot == std::string::npos || name.substr(dot) != ".log" ||
           name.find_first_not_of("0123456789") != dot;
  });
  // Numbers have at least six digits and no other leading zeros.
  std::sort(children.begin(), children.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  return children;
}

// The files in which a torn tail may be cut.
struct LogFile {
  std::string path;
  std::uint64_t size = 0;
  LogScan scan;
};

absl::StatusOr<LogFile> ScanFile(rocksdb::FileSystem& files, const std::string& path) {
  const auto bytes = ReadFile(files, path);
  if (!bytes.ok()) return bytes.status();
  LogFile file{path, bytes->size(), ScanLog(*bytes)};
  if (file.scan.unknown_kind) {
    return absl::FailedPreconditionError(
        fmt::format("{}: holds a kind of record that this program does not write", path));
  }
  return file;
}

absl::Status Damaged(const LogFile& file) {
  return absl::DataLossError(
      fmt::format("{}: damaged after byte {}, in a record that had been synced. The disk has "
                  "altered it; nothing was changed. Restore a backup, or synchronise from a peer.",
                  file.path, file.scan.whole_bytes));
}

// Cuts the torn tail, if it may, and says so.
absl::StatusOr<std::string> HandleTornTail(rocksdb::FileSystem& files, const LogFile& file,
                                           bool cut) {
  if (cut) {
    if (auto status = CutFile(files, file.path, file.scan.whole_bytes); !status.ok()) {
      return status;
    }
  }
  return fmt::format("{}: {} {} bytes of a torn tail from byte {} on, a write that did not finish",
                     file.path, cut ? "cut off" : "left out", file.size - file.scan.whole_bytes,
                     file.scan.whole_bytes);
}

absl::StatusOr<std::string> CheckWal(rocksdb::FileSystem& files, const std::string& path,
                                     bool cut_torn_tail) {
  const auto names = ListWal(files, path);
  if (!names.ok()) return names.status();
  std::optional<LogFile> torn;
  for (const std::string& name : *names) {
    const auto file = ScanFile(files, path + "/" + name);
    if (!file.ok()) return file.status();
    if (torn && (file->scan.whole_records > 0 || file->scan.damaged)) return Damaged(*torn);
    if (file->scan.damage_was_synced) return Damaged(*file);
    if (file->scan.damaged) torn = *file;
  }
  return torn ? HandleTornTail(files, *torn, cut_torn_tail) : std::string();
}

absl::StatusOr<std::string> CheckManifest(rocksdb::FileSystem& files, const std::string& path,
                                          bool cut_torn_tail) {
  // "MANIFEST-000005\n"; RocksDB reports what is wrong with it.
  auto current = ReadFile(files, path + "/CURRENT");
  if (!current.ok()) return current.status();
  const std::string name = current->substr(0, current->find('\n'));
  const auto present = files.FileExists(path + "/" + name, rocksdb::IOOptions(), nullptr);
  if (!name.starts_with("MANIFEST-") || !present.ok()) return std::string();
  const auto file = ScanFile(files, path + "/" + name);
  if (!file.ok()) return file.status();
  if (file->scan.damage_was_synced) return Damaged(*file);
  return file->scan.damaged ? HandleTornTail(files, *file, cut_torn_tail) : std::string();
}

}  // namespace

LogScan ScanLog(std::string_view file) {
  return Scanner(file).Scan();
}

absl::StatusOr<std::string> CheckLogs(rocksdb::FileSystem& files, const std::string& path,
                                      bool cut_torn_tail) {
  auto manifest = CheckManifest(files, path, cut_torn_tail);
  if (!manifest.ok()) return manifest.status();
  auto wal = CheckWal(files, path, cut_torn_tail);
  if (!wal.ok()) return wal.status();
  return *manifest + (manifest->empty() || wal->empty() ? "" : "; ") + *wal;
}

}  // namespace tanji::ledger
