// Re-verifies a store from the bytes on disk, without executing anything: whether all that the
// node keeps belongs to one and the same log. What the entries mean is replay's matter (replay.h).
#pragma once

#include <absl/status/statusor.h>

#include <cstdint>

#include "ledger/storage/store.h"
#include "node/audit/block_walk.h"

namespace tanji::node {

struct FsckReport {
  std::uint64_t entries = 0;
  std::uint64_t blocks = 0;
  std::uint64_t transactions = 0;
  std::uint64_t state_keys = 0;
};

// Checks, in this order: files against their checksums; the tip and the genesis file; every entry
// in its canonical form, in gapless blocks of ascending height and time, against the stored hashes
// of all levels, the index of ids and the details of refusals; the log root; the window of ids; the
// state root. DataLoss names the first disagreement: where it is and what it is.
absl::StatusOr<FsckReport> Fsck(const ledger::Store& store, const Progress& progress);

}  // namespace tanji::node
