// Tells a torn tail from damage in RocksDB's write-ahead files, before RocksDB reads them.
//
// Power loss may leave the last record of the log half written; that block was never acknowledged
// and is dropped. A record that is damaged although a *later* one is whole was synced and
// acknowledged, since a block is written only after the one before it was synced: dropping it, and
// all that follows, would lose blocks. RocksDB's kPointInTimeRecovery does just that and says
// nothing; kAbsoluteConsistency refuses both. So this check refuses the damage by name and cuts the
// torn tail off.
//
// What it cannot see is damage within the very last record: without a later record those bytes
// look as power loss leaves them. The note says what was cut, and the peers' cosigned checkpoints
// show whether the block had left the node.
#pragma once

#include <absl/status/status.h>
#include <absl/status/statusor.h>
#include <rocksdb/file_system.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tanji::ledger {

// One file in RocksDB's log format: 32 KiB blocks of fragments
//   masked crc32c (4, little-endian) ‖ length (2) ‖ type (1) ‖ payload
// where the checksum covers type and payload, and a record is one full fragment, or a first one,
// middle ones and a last one.
struct LogScan {
  // Bytes up to the end of the last whole record before any damage.
  std::uint64_t whole_bytes = 0;
  // Whole records before any damage.
  std::uint64_t whole_records = 0;
  // Something other than padding lies after `whole_bytes`.
  bool damaged = false;
  // A later record begins after the damage, or one wrong length explains it: not a torn tail.
  bool damage_was_synced = false;
  // A whole fragment of a type that our settings never make (recycled, compressed).
  bool unknown_kind = false;
};

// Pure.
LogScan ScanLog(std::string_view file);

// Checks the manifest and all write-ahead files of the RocksDB directory `path`, which has a file
// CURRENT. DataLoss if a record is damaged that had been synced. A torn tail is cut off, and the
// cut synced, if `cut_torn_tail`. Returns what was or would be cut in words, "" if nothing. The
// caller holds the directory's lock.
absl::StatusOr<std::string> CheckLogs(rocksdb::FileSystem& files, const std::string& path,
                                      bool cut_torn_tail);

}  // namespace tanji::ledger
