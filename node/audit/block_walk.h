// The log of a store, block by block, for the tools that check all of it.
#pragma once

#include <absl/status/statusor.h>

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/storage/store.h"
#include "tanji/v1/log.pb.h"

namespace tanji::node {

// Told how far a long job has come; called often.
using Progress =
    std::function<void(std::string_view stage, std::uint64_t done, std::uint64_t total)>;

// A run of entries closed by a block entry; the first block also holds the genesis entry.
struct StoredBlock {
  // Log index of the first of `entries`.
  std::uint64_t first_index = 0;
  // As stored; the last one is the block entry.
  std::vector<std::string> entries;
  v1::BlockHeader header;
};

// Errors are DataLoss: "entry N: what is wrong".
class BlockWalk {
 public:
  // Walks the `size` first entries of `view`, which must outlive it.
  BlockWalk(const ledger::StoreView& view, std::uint64_t size) : view_(view), size_(size) {}

  std::uint64_t next_index() const { return next_; }
  bool AtEnd() const { return next_ == size_; }
  // Not at the end. Refuses a run of entries longer than any block, or one without its block entry.
  absl::StatusOr<StoredBlock> Next();

 private:
  absl::StatusOr<std::string> NextEntry();

  const ledger::StoreView& view_;
  const std::uint64_t size_;
  std::uint64_t next_ = 0;
  std::deque<std::string> read_ahead_;
};

// DataLoss "entry N: what".
absl::Status EntryFault(std::uint64_t index, std::string_view what);

}  // namespace tanji::node
