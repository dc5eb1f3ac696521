#include "ledger/engine/block_builder.h"

#include <algorithm>
#include <cassert>

#include "crypto/log/tile.h"
#include "ledger/state/record.h"

namespace tanji::ledger {
namespace {

std::string EncodeDetail(const Detail& detail) {
  v1::RefusalDetail record;
  for (const auto& [name, value] : detail) (*record.mutable_parameters())[name] = value;
  return EncodeRecord(record);
}

// The edge hashes of a frontier, with their places: Serialise() is u64 size || hashes.
std::vector<crypto::PlacedHash> EdgeOf(const crypto::Frontier& frontier) {
  std::vector<crypto::PlacedHash> edge;
  const std::string bytes = frontier.Serialise();
  std::size_t offset = sizeof(std::uint64_t);
  for (const auto& at : crypto::EdgeCoordinates(frontier.size())) {
    const auto hash = std::string_view(bytes).substr(offset, crypto::Hash::kSize);
    edge.push_back({at, *crypto::Hash::FromBytes(hash)});
    offset += crypto::Hash::kSize;
  }
  return edge;
}

// Reads from a sorted list of placed hashes.
class KnownHashes final : public crypto::HashReader {
 public:
  explicit KnownHashes(const std::vector<crypto::PlacedHash>& known) : known_(&known) {}
  absl::StatusOr<std::vector<crypto::Hash>> ReadHashes(
      std::span<const crypto::HashCoordinate> coordinates) const override {
    std::vector<crypto::Hash> out;
    for (const auto& at : coordinates) {
      const auto it = std::lower_bound(known_->begin(), known_->end(), at,
                                       [](const auto& a, const auto& b) { return a.at < b; });
      if (it == known_->end() || it->at != at) return absl::NotFoundError("unknown subtree");
      out.push_back(it->hash);
    }
    return out;
  }

 private:
  const std::vector<crypto::PlacedHash>* known_;
};

}  // namespace

std::vector<crypto::Hash> ProveInBlock(const ExecutedBlock& block, std::uint64_t index) {
  auto proof =
      crypto::ProveInclusion(index, block.frontier.size(), KnownHashes(block.known_hashes));
  // A left sibling on the path either ends where the block begins, and is then an edge of the log
  // before it, or was completed by the block: none can be missing.
  assert(proof.ok());
  return std::move(proof).value();
}

BlockBuilder::BlockBuilder(crypto::Frontier frontier, crypto::StateTree tree, IdWindow window)
    : frontier_(std::move(frontier)), tree_(std::move(tree)), window_(std::move(window)) {
  write_.first_entry_index = frontier_.size();
  edge_before_ = EdgeOf(frontier_);
}

std::optional<std::uint64_t> BlockBuilder::FindId(const crypto::Hash& id) const {
  const auto it = index_of_.find(id);
  return it == index_of_.end() ? std::nullopt : std::optional(it->second);
}

std::uint64_t BlockBuilder::Log(const Envelope& envelope, const TransactionResult& result) {
  const std::uint64_t index = frontier_.size();
  v1::LogEntry entry;
  entry.mutable_transaction()->set_transaction(envelope.bytes);
  *entry.mutable_transaction()->mutable_receipt() = ReceiptOf(result);
  AppendEntry(entry);
  write_.ids.emplace_back(envelope.id, index);
  index_of_.emplace(envelope.id, index);
  if (result.fate == Fate::kFailed && !result.outcome.detail().empty()) {
    write_.details.emplace_back(index, EncodeDetail(result.outcome.detail()));
  }
  return index;
}

void BlockBuilder::LogGenesis(const v1::LogEntry& entry) {
  AppendEntry(entry);
  always_closes_ = true;
}

void BlockBuilder::AppendEntry(const v1::LogEntry& entry) {
  std::string bytes = EncodeRecord(entry);
  assert(bytes.size() <= crypto::kMaxEntryBytes);
  frontier_.Append(crypto::LeafHash(bytes), &placed_);
  write_.entries.push_back(std::move(bytes));
}

void BlockBuilder::UpdateTree(const ChangeSet& changes) {
  std::vector<crypto::Change> tree_changes;
  tree_changes.reserve(changes.size());
  for (const auto& [key, record] : changes) {
    tree_changes.push_back({key, record ? std::optional(crypto::Sha256(*record)) : std::nullopt});
  }
  tree_ = tree_.Update(tree_changes);
}

void BlockBuilder::CloseWithBlockEntry(const std::vector<v1::Notice>& notices,
                                       ExecutedBlock& block) {
  v1::LogEntry entry;
  auto& header = *entry.mutable_block();
  header.set_height(block.header.height());
  header.set_time(block.header.time());
  header.set_state_root(tree_.root().str());
  // The genesis entry is not a transaction: the block of height 0 has none.
  header.set_first_index(frontier_.size() - write_.ids.size());
  header.set_transaction_count(static_cast<std::uint32_t>(write_.ids.size()));
  header.mutable_notices()->Assign(notices.begin(), notices.end());
  block.header = header;
  AppendEntry(entry);
}

void BlockBuilder::Finish(Overlay& state, const std::vector<v1::Notice>& notices,
                          ExecutedBlock& block) && {
  block.logged = always_closes_ || !write_.ids.empty() || !notices.empty();
  const std::uint64_t window_start = window_.first_index();
  if (!write_.ids.empty()) {
    std::vector<crypto::Hash> ids;
    for (const auto& [id, index] : write_.ids) ids.push_back(id);
    window_.Advance(state, block.header.time(), write_.first_entry_index, ids);
  }
  // What was logged before the window opens needs no explanation kept any more. Only when it moves:
  // a deletion of a range costs every later read a little.
  if (window_.first_index() != window_start) write_.details_below = window_.first_index();
  write_.state = state.TakeChanges();
  UpdateTree(write_.state);
  if (block.logged) CloseWithBlockEntry(notices, block);

  for (const auto& [at, hash] : placed_) {
    if (at.level % crypto::kTileHeight != 0) continue;
    write_.hashes.push_back(
        {static_cast<std::uint8_t>(at.level / crypto::kTileHeight), at.index, hash});
  }
  std::sort(write_.hashes.begin(), write_.hashes.end(), [](const auto& a, const auto& b) {
    return std::tie(a.level, a.index) < std::tie(b.level, b.index);
  });

  block.log_root = frontier_.Root();
  v1::Tip& tip = block.tip;
  tip.set_height(block.header.height());
  tip.set_time(block.header.time());
  tip.set_state_root(tree_.root().str());
  tip.set_log_root(block.log_root.str());
  tip.set_frontier(frontier_.Serialise());
  tip.set_block_entry_index(frontier_.size() - 1);
  tip.set_state_size(tree_.size());
  window_.Store(tip);
  write_.tip = EncodeRecord(tip);

  block.known_hashes = std::move(placed_);
  block.known_hashes.insert(block.known_hashes.end(), edge_before_.begin(), edge_before_.end());
  std::sort(block.known_hashes.begin(), block.known_hashes.end());
  block.write = std::move(write_);
  block.frontier = std::move(frontier_);
  block.tree = std::move(tree_);
  block.window = std::move(window_);
}

}  // namespace tanji::ledger
