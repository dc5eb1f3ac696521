#include "node/audit/block_walk.h"

#include <fmt/format.h>

#include "crypto/wire/strict_check.h"
#include "ledger/engine/ledger.h"

namespace tanji::node {
namespace {

constexpr std::uint64_t kEntriesPerRead = 256;

}  // namespace

absl::Status EntryFault(std::uint64_t index, std::string_view what) {
  return absl::DataLossError(fmt::format("entry {}: {}", index, what));
}

absl::StatusOr<std::string> BlockWalk::NextEntry() {
  if (read_ahead_.empty()) {
    auto entries = view_.ReadEntries(next_, std::min(kEntriesPerRead, size_ - next_));
    if (!entries.ok()) return entries.status();
    if (entries->empty()) return EntryFault(next_, "is missing");
    read_ahead_.assign(std::make_move_iterator(entries->begin()),
                       std::make_move_iterator(entries->end()));
  }
  std::string entry = std::move(read_ahead_.front());
  read_ahead_.pop_front();
  ++next_;
  return entry;
}

absl::StatusOr<StoredBlock> BlockWalk::Next() {
  StoredBlock block;
  block.first_index = next_;
  while (!AtEnd()) {
    const std::uint64_t index = next_;
    auto bytes = NextEntry();
    if (!bytes.ok()) return bytes.status();
    if (const auto fault = crypto::CheckStrict(*bytes, v1::LogEntry::descriptor())) {
      return EntryFault(index, "is not a canonical LogEntry");
    }
    v1::LogEntry entry;
    if (!entry.ParseFromString(*bytes)) return EntryFault(index, "is not a LogEntry");
    if (entry.has_genesis() != (index == 0)) {
      return EntryFault(index, "the genesis entry is entry 0 and no other");
    }
    block.entries.push_back(*std::move(bytes));
    if (entry.has_block()) {
      block.header = std::move(*entry.mutable_block());
      return block;
    }
    if (block.entries.size() > ledger::kMaxBlockTransactions) {
      return EntryFault(index, "no block has so many transactions");
    }
  }
  return EntryFault(block.first_index, "begins a block that no block entry closes");
}

}  // namespace tanji::node
