#include "tests/ledger/storage/block_model.h"

#include <fmt/format.h>

#include <cassert>

#include "ledger/storage/chunks.h"

namespace tanji::ledger {
namespace {

constexpr std::uint64_t kTileWidth = 256;

std::string StateKey(std::uint64_t number) {
  // Lengths differ, so that some keys are prefixes of others.
  return "k" + EncodeU64(number / 3) + std::string(number % 3, '\0');
}

// A stand-in for the hash of a subtree: only that it is kept matters here.
crypto::Hash SubtreeHash(std::uint64_t level, std::uint64_t index) {
  return crypto::Sha256({"subtree", EncodeU64(level), EncodeU64(index)});
}

}  // namespace

std::uint64_t Random::Next() {
  std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
  z = (z ^ z >> 27) * 0x94d049bb133111eb;
  return z ^ z >> 31;
}

std::string Random::Bytes(std::size_t count) {
  std::string out;
  while (out.size() < count) out += EncodeU64(Next());
  out.resize(count);
  return out;
}

BlockWrite BlockModel::NextBlock() const {
  Random random(seed_ * 1'000'003 + height_);
  BlockWrite block;
  block.first_entry_index = entries_.size();
  // Some blocks log nothing.
  const std::uint64_t count = random.OneIn(8) ? 0 : 1 + random.Below(shape_.max_entries);
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t index = entries_.size() + i;
    block.entries.push_back(random.Bytes(random.Below(shape_.max_entry_bytes + 1)));
    block.ids.emplace_back(crypto::Sha256({"id", EncodeU64(seed_), EncodeU64(index)}), index);
    if (random.OneIn(10)) block.details.emplace_back(index, random.Bytes(20));
  }
  std::uint64_t before = entries_.size();
  std::uint64_t after = before + count;
  for (std::uint8_t level = 0; after > 0; ++level, before /= kTileWidth, after /= kTileWidth) {
    for (std::uint64_t i = before; i < after; ++i) {
      block.hashes.push_back({level, i, SubtreeHash(level, i)});
    }
  }
  for (std::uint64_t i = random.Below(shape_.max_changes + 1); i > 0; --i) {
    auto& record = block.state[StateKey(random.Below(shape_.state_keys))];
    if (random.OneIn(5)) {
      record.reset();
    } else {
      record = random.Bytes(1 + random.Below(300));
    }
  }
  if (random.OneIn(6)) block.details_below = random.Below(entries_.size() + 1);
  block.tip = fmt::format("{}", height_ + 1);
  return block;
}

void BlockModel::Apply(const BlockWrite& block) {
  ++height_;
  entries_.insert(entries_.end(), block.entries.begin(), block.entries.end());
  for (const auto& hash : block.hashes) {
    if (hashes_.size() <= hash.level) hashes_.resize(hash.level + 1);
    assert(hashes_[hash.level].size() == hash.index);
    hashes_[hash.level].push_back(hash.hash);
  }
  for (const auto& [id, index] : block.ids) ids_[id] = index;
  for (const auto& [key, record] : block.state) {
    if (record) {
      state_[key] = *record;
    } else {
      state_.erase(key);
    }
  }
  details_below_ = std::max(details_below_, block.details_below);
  details_.erase(details_.begin(), details_.lower_bound(details_below_));
  for (const auto& [index, detail] : block.details) details_[index] = detail;
  tip_ = block.tip;
}

std::string BlockModel::CompareState(const StoreView& view) const {
  std::map<std::string, std::string, std::less<>> scanned;
  std::string error;
  const auto status = view.ScanState("", [&](std::string_view key, std::string_view record) {
    if (!scanned.empty() && scanned.rbegin()->first >= key) error = "scan is not in key order";
    scanned.emplace(key, record);
    return true;
  });
  if (!status.ok()) return std::string(status.message());
  if (!error.empty()) return error;
  if (scanned != state_) return "scanned state differs";
  for (std::uint64_t i = 0; i < shape_.state_keys; ++i) {
    const auto it = state_.find(StateKey(i));
    const auto expected = it != state_.end() ? std::optional(it->second) : std::nullopt;
    if (view.Get(StateKey(i)) != expected) return fmt::format("state key {} differs", i);
  }
  return "";
}

std::string BlockModel::CompareLog(const StoreView& view) const {
  // Asks for more than there is: the end of the log is part of the answer.
  const auto entries = view.ReadEntries(0, entries_.size() + 5);
  if (!entries.ok()) return std::string(entries.status().message());
  if (*entries != entries_) return "entries differ";
  for (std::size_t level = 0; level < hashes_.size(); ++level) {
    const auto number = static_cast<std::uint8_t>(level);
    const auto hashes = view.ReadHashes(number, 0, hashes_[level].size());
    if (!hashes.ok()) return std::string(hashes.status().message());
    if (*hashes != hashes_[level]) return fmt::format("hashes of level {} differ", level);
    if (view.ReadHashes(number, hashes_[level].size(), 1).ok()) return "a hash too many";
  }
  for (std::uint64_t i = 0; i < entries_.size() + 5; ++i) {
    const auto id = view.FindId(crypto::Sha256({"id", EncodeU64(seed_), EncodeU64(i)}));
    if (!id.ok()) return std::string(id.status().message());
    if (*id != (i < entries_.size() ? std::optional(i) : std::nullopt)) return "an id differs";
    const auto detail = view.ReadDetail(i);
    if (!detail.ok()) return std::string(detail.status().message());
    const auto it = details_.find(i);
    if (*detail != (it != details_.end() ? std::optional(it->second) : std::nullopt)) {
      return fmt::format("detail {} differs", i);
    }
  }
  return "";
}

std::string BlockModel::Compare(const StoreView& view) const {
  const auto tip = view.ReadTip();
  if (!tip.ok()) return std::string(tip.status().message());
  if (*tip != tip_) return fmt::format("tip is {}", tip->value_or("absent"));
  const std::string state = CompareState(view);
  return !state.empty() ? state : CompareLog(view);
}

std::uint64_t HeightOf(const StoreView& view) {
  const auto tip = view.ReadTip();
  if (!tip.ok() || !*tip) return 0;
  return std::stoull(**tip);
}

}  // namespace tanji::ledger
