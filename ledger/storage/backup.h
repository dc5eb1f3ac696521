// Copies of a store: backups in a directory of their own, several beside each other, and snapshots
// that share the files of the store they were taken from.
//
// Both may be made while the store is written to, and hold every block whose WriteBlock had
// returned when they began. They are copies of the ledger's public data: keys and private data lie
// elsewhere.
#pragma once

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include <cstdint>
#include <string>

#include "ledger/storage/store.h"

namespace tanji::ledger {

struct BackupSummary {
  std::uint32_t number = 0;  // 1, 2, ... within the directory
  std::uint64_t bytes = 0;   // files that it shares with earlier backups included
  std::uint32_t files = 0;
  std::int64_t time_s = 0;  // seconds since 1970, by the clock of the machine that made it
};

// Adds a backup to `backup_dir`, which is made if it is not there; it may lie on another disk.
// Copies only the files that earlier backups do not hold. Synced when it returns. `store` is one
// that Store::Open returned (asserted). One at a time for each directory.
absl::StatusOr<BackupSummary> CreateBackup(const Store& store, const std::string& backup_dir);

// Restores the newest backup after comparing the checksums of its files. `target_dir` must not be
// there or be empty; it appears whole, or not at all. DataLoss names a damaged file, and does not
// fall back to an older backup; NotFound if there is none.
//
// The ledger may have gone on since: what else must happen before such a node writes again is the
// node's business (ARCHITECTURE: restore never reuses a log silently).
absl::StatusOr<BackupSummary> RestoreBackup(const std::string& backup_dir,
                                            const std::string& target_dir);

// Makes `target_dir`, which must not be there, a store of its own that opens at this moment's
// state. On the same disk its sorted files are hard links, so it takes little room and time; it is
// no protection against that disk.
absl::Status CreateSnapshot(const Store& store, const std::string& target_dir);

}  // namespace tanji::ledger
