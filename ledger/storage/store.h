// The only place that names RocksDB. One synced write per block makes the block durable; until it
// has returned nothing of the block may leave the node.
//
// Column families
//   meta     "format" -> version of this layout; "tip" -> Tip record; "genesis" -> genesis file;
//            "entry_count" -> u64 size of the log
//   entries  u64 tile || u16 offset -> log entries, u16-length-prefixed, from `offset` within the
//            256-entry tile on; a block appends chunks, never rewrites one
//   hashes   u8 level || u64 tile || u16 offset -> 32-byte hashes of complete subtrees of 256^level
//            leaves, likewise in chunks
//   ids      transaction id -> u64 log index
//   state    state key -> record
//   details  u64 log index -> parameters of a refusal, kept 24 h, unauthenticated
#pragma once

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crypto/hash/hash.h"
#include "ledger/state/overlay.h"
#include "ledger/state/reader.h"

namespace rocksdb {
class FileSystem;
class SystemClock;
}  // namespace rocksdb

namespace tanji::ledger {

// Everything one block makes durable, in one atomic write.
struct BlockWrite {
  // The block's entries; the first has this log index, which is the number of entries stored
  // before (asserted if there are any).
  std::uint64_t first_entry_index = 0;
  std::vector<std::string> entries;
  // Subtree hashes that the block completes at stored levels (see crypto/log tiles): level L holds
  // hashes of 256^L leaves, L = 0, 1, ...; ascending by (level, index).
  struct SubtreeHash {
    std::uint8_t level;
    std::uint64_t index;
    crypto::Hash hash;
  };
  std::vector<SubtreeHash> hashes;
  // Ids of the block's logged transactions with their log indexes. They are kept for ever, so that
  // a transaction is found by its id; whether an id still counts as spent follows from its index.
  std::vector<std::pair<crypto::Hash, std::uint64_t>> ids;
  // nullopt: deleted.
  ChangeSet state;
  std::vector<std::pair<std::uint64_t, std::string>> details;
  // Details of entries below this index are deleted (one range deletion; 0: none). Now and then is
  // enough: every one leaves a tombstone.
  std::uint64_t details_below = 0;
  // The tip after the block (opaque here; ledger/engine/tip.h).
  std::string tip;
};

// A consistent view of one instant. Thread-safe. Must not outlive its store.
class StoreView : public StateReader {
 public:
  // State record; throws StorageFailure if storage fails.
  std::optional<std::string> Get(std::string_view key) const override = 0;
  // Calls `visit` for each record from `first` on in key order while it returns true.
  virtual absl::Status ScanState(
      std::string_view first,
      const std::function<bool(std::string_view key, std::string_view record)>& visit) const = 0;
  // Up to `count` entries from `first_index` on; fewer only at the end of the log.
  virtual absl::StatusOr<std::vector<std::string>> ReadEntries(std::uint64_t first_index,
                                                               std::uint64_t count) const = 0;
  // Stored subtree hashes `first_index`, ... of `level`; NotFound if one is missing.
  virtual absl::StatusOr<std::vector<crypto::Hash>> ReadHashes(std::uint8_t level,
                                                               std::uint64_t first_index,
                                                               std::uint64_t count) const = 0;
  virtual absl::StatusOr<std::optional<std::uint64_t>> FindId(const crypto::Hash& id) const = 0;
  virtual absl::StatusOr<std::optional<std::string>> ReadDetail(std::uint64_t index) const = 0;
  // nullopt: a store in which no block has been written.
  virtual absl::StatusOr<std::optional<std::string>> ReadTip() const = 0;
};

struct StoreOptions {
  std::string path;
  // Refuses to create where there is none, and to open where there is one, respectively.
  enum class Mode { kCreate, kOpen, kOpenReadOnly } mode = Mode::kOpen;
  std::size_t block_cache_bytes = 64 << 20;
  // Each column family is written out once it holds as much.
  std::size_t write_buffer_bytes = 64 << 20;
  // For tests that make files fail; null: the default file system. Must outlive the store.
  std::shared_ptr<rocksdb::FileSystem> file_system;
  // For tests that make files fail: after a failure RocksDB sleeps a second. Null: the machine's.
  std::shared_ptr<rocksdb::SystemClock> clock;
};

// Thread-safe; WriteBlock is called by one thread.
class Store {
 public:
  virtual ~Store() = default;

  static absl::StatusOr<std::unique_ptr<Store>> Open(const StoreOptions& options);

  // Returns after the write is synced. A failure means *unknown*, not *absent*: the caller stops
  // the node and recovery decides; the store refuses every further write.
  virtual absl::Status WriteBlock(const BlockWrite& block) = 0;

  // The genesis file, written once before the first block.
  virtual absl::Status WriteGenesis(std::string_view file) = 0;
  virtual absl::StatusOr<std::string> ReadGenesis() const = 0;

  // The newest durable state.
  virtual const StoreView& Now() const = 0;
  // A view that stays as it is while the store goes on.
  virtual std::shared_ptr<const StoreView> Snapshot() const = 0;

  // Bytes on disk, by column family, for metrics.
  virtual std::vector<std::pair<std::string, std::uint64_t>> SizeBytes() const = 0;

  // Reads every byte of every sorted file and compares checksums; DataLoss names the file. Blocks
  // for as long as the disk takes. Part of `fsck`.
  virtual absl::Status VerifyFiles() const = 0;

  // What opening had to repair, for the node's log: a torn tail that was cut off. "" if nothing.
  virtual const std::string& recovery_note() const = 0;
};

}  // namespace tanji::ledger
