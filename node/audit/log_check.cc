#include "node/audit/log_check.h"

#include <fmt/format.h>

#include "crypto/log/tile.h"
#include "crypto/wire/strict_check.h"
#include "ledger/base/outcome_text.h"

namespace tanji::node {
namespace {

// Levels at which subtree hashes are stored: of 256^0, 256^1, ... leaves.
constexpr std::uint8_t kStoredLevels = 8;

// A block's first transaction: the genesis entry is none.
std::uint64_t FirstTransaction(const StoredBlock& block) {
  return block.first_index == 0 ? 1 : block.first_index;
}

std::uint64_t TransactionCount(const StoredBlock& block) {
  return block.first_index + block.entries.size() - 1 - FirstTransaction(block);
}

// Compares the completed hashes of one stored level, which are consecutive, with what is stored.
absl::Status CompareLevel(const ledger::StoreView& view, std::uint8_t level,
                          const std::vector<crypto::PlacedHash>& expected) {
  const std::uint64_t first = expected.front().at.index;
  const auto stored = view.ReadHashes(level, first, expected.size());
  if (!stored.ok()) return stored.status();
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if ((*stored)[i] == expected[i].hash) continue;
    return absl::DataLossError(
        fmt::format("hash {} of level {}: is not that of the entries under it", first + i, level));
  }
  return absl::OkStatus();
}

}  // namespace

std::optional<std::string> WindowState::Get(std::string_view key) const {
  const auto it = records_.find(key);
  return it == records_.end() ? std::nullopt : std::optional(it->second);
}

void WindowState::Put(std::string key, std::string record) {
  records_.insert_or_assign(std::move(key), std::move(record));
}

void WindowState::Delete(std::string key) {
  records_.erase(key);
}

absl::Status LogCheck::Take(const StoredBlock& block) {
  absl::Status status = CheckHeader(block);
  if (status.ok()) status = CheckHashes(block);
  if (!status.ok()) return status;

  std::vector<crypto::Hash> ids;
  const std::uint64_t first = FirstTransaction(block);
  for (std::uint64_t i = 0; i < TransactionCount(block); ++i) {
    status = CheckTransaction(first + i, block.entries[first + i - block.first_index],
                              ids.emplace_back());
    if (!status.ok()) return status;
  }
  if (!ids.empty()) window_.Advance(window_records_, block.header.time(), first, ids);
  transactions_ += ids.size();
  ++blocks_;
  header_ = block.header;
  return absl::OkStatus();
}

absl::Status LogCheck::CheckHeader(const StoredBlock& block) const {
  const std::uint64_t index = block.first_index + block.entries.size() - 1;
  const auto& header = block.header;
  if (blocks_ == 0 && header.height() != 0) return EntryFault(index, "the first height is not 0");
  if (blocks_ > 0 && header.height() <= header_.height()) {
    return EntryFault(index, "the block's height does not ascend");
  }
  if (blocks_ > 0 && header.time() <= header_.time()) {
    return EntryFault(index, "the block's time does not ascend");
  }
  if (header.first_index() != FirstTransaction(block) ||
      header.transaction_count() != TransactionCount(block)) {
    return EntryFault(index, fmt::format("the block entry counts {} transactions from {}, but "
                                         "there are {} from {}",
                                         header.transaction_count(), header.first_index(),
                                         TransactionCount(block), FirstTransaction(block)));
  }
  if (!crypto::Hash::FromBytes(header.state_root())) {
    return EntryFault(index, "the state root has not 32 bytes");
  }
  return absl::OkStatus();
}

absl::Status LogCheck::CheckHashes(const StoredBlock& block) {
  std::vector<crypto::PlacedHash> completed;
  for (const auto& entry : block.entries) frontier_.Append(crypto::LeafHash(entry), &completed);
  std::map<std::uint8_t, std::vector<crypto::PlacedHash>> by_level;
  for (const auto& placed : completed) {
    if (placed.at.level % crypto::kTileHeight != 0) continue;
    by_level[static_cast<std::uint8_t>(placed.at.level / crypto::kTileHeight)].push_back(placed);
  }
  for (const auto& [level, hashes] : by_level) {
    if (auto status = CompareLevel(view_, level, hashes); !status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status LogCheck::CheckTransaction(std::uint64_t index, const std::string& bytes,
                                        crypto::Hash& id) {
  v1::LogEntry entry;
  entry.ParseFromString(bytes);  // the walk has
  if (!entry.has_transaction()) return EntryFault(index, "is not a transaction");
  ledger::Envelope envelope;
  const auto outcome =
      ledger::ParseEnvelope(entry.transaction().transaction(), chain_id_, flags_, envelope);
  if (!outcome.ok()) {
    return EntryFault(index, fmt::format("holds a transaction that was never acceptable: {}",
                                         Render(outcome, ledger::Language::kEn)));
  }
  id = envelope.id;
  const auto stored = view_.FindId(id);
  if (!stored.ok()) return stored.status();
  if (*stored != index) {
    return EntryFault(index,
                      fmt::format("the index of ids says that transaction {} is {}", id.Hex(),
                                  *stored ? fmt::format("entry {}", **stored) : "unknown"));
  }
  return CheckReceipt(index, entry.transaction().receipt(), envelope.body.operations_size());
}

absl::Status LogCheck::CheckReceipt(std::uint64_t index, const v1::Receipt& receipt,
                                    int operations) const {
  const bool failed = receipt.code() != v1::CODE_OK;
  if (failed != receipt.has_refused_operation() ||
      (failed && receipt.refused_operation() >= static_cast<std::uint32_t>(operations))) {
    return EntryFault(index, "the receipt's code and refused operation contradict each other");
  }
  const auto detail = view_.ReadDetail(index);
  if (!detail.ok()) return detail.status();
  if (!*detail) return absl::OkStatus();
  v1::RefusalDetail record;
  if (!failed || !record.ParseFromString(**detail)) {
    return EntryFault(index, "the stored detail of its refusal is malformed or out of place");
  }
  return absl::OkStatus();
}

absl::Status LogCheck::Finish(const v1::Tip& tip) const {
  if (frontier_.Root().view() != tip.log_root() || frontier_.Serialise() != tip.frontier()) {
    return absl::DataLossError("tip: its log root or frontier is not that of the entries");
  }
  if (header_.state_root() != tip.state_root() || header_.height() > tip.height() ||
      header_.time() > tip.time()) {
    return absl::DataLossError("tip: it does not follow from the last block entry");
  }
  v1::Tip hours;
  window_.Store(hours);
  const bool same_hours =
      std::equal(hours.hours().begin(), hours.hours().end(), tip.hours().begin(), tip.hours().end(),
                 [](const v1::WindowHour& a, const v1::WindowHour& b) {
                   return a.hour() == b.hour() && a.first_index() == b.first_index();
                 });
  if (!same_hours) return absl::DataLossError("tip: its window of ids is not that of the entries");

  const std::uint64_t size = frontier_.size();
  const auto beyond = view_.ReadEntries(size, 1);
  if (!beyond.ok()) return beyond.status();
  if (!beyond->empty()) return EntryFault(size, "is stored, but lies beyond the end of the log");
  for (std::uint8_t level = 0; level < kStoredLevels; ++level) {
    const std::uint64_t count = size >> (crypto::kTileHeight * level);
    if (view_.ReadHashes(level, count, 1).ok()) {
      return absl::DataLossError(
          fmt::format("hash {} of level {}: lies beyond the end of the log", count, level));
    }
  }
  return absl::OkStatus();
}

}  // namespace tanji::node
