// A log in memory for tests: entries ASCII "entry-<i>", as in tests/vectors/log.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "crypto/log/log_tree.h"

namespace tanji::crypto {

inline std::string NumberedEntry(std::uint64_t index) {
  return "entry-" + std::to_string(index);
}

class MemoryLog : public HashReader {
 public:
  explicit MemoryLog(std::uint64_t size) {
    for (std::uint64_t i = 0; i < size; ++i) Append(LeafHash(NumberedEntry(i)));
  }

  void Append(const Hash& leaf_hash) {
    std::vector<PlacedHash> completed;
    frontier_.Append(leaf_hash, &completed);
    for (const auto& [at, hash] : completed) {
      if (levels_.size() <= at.level) levels_.emplace_back();
      // Each hash of a level comes once and in order.
      if (levels_[at.level].size() != at.index) std::abort();
      levels_[at.level].push_back(hash);
    }
  }

  absl::StatusOr<std::vector<Hash>> ReadHashes(
      std::span<const HashCoordinate> coordinates) const override {
    ++reads_;
    std::vector<Hash> out;
    for (const auto& at : coordinates) {
      if (at.level >= levels_.size() || at.index >= levels_[at.level].size()) {
        return absl::NotFoundError("no such hash");
      }
      out.push_back(levels_[at.level][at.index]);
    }
    return out;
  }

  const Frontier& frontier() const { return frontier_; }
  const std::vector<std::vector<Hash>>& levels() const { return levels_; }
  int reads() const { return reads_; }

 private:
  Frontier frontier_;
  std::vector<std::vector<Hash>> levels_;  // [level][index]
  mutable int reads_ = 0;
};

}  // namespace tanji::crypto
