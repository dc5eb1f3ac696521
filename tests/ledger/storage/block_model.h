// Random blocks, and what a store must answer after them: the naive model of the storage tests.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/storage/store.h"

namespace tanji::ledger {

// SplitMix64: the same numbers on every machine, unlike the distributions of the standard library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t Next();
  // 0 <= result < bound; bound > 0.
  std::uint64_t Below(std::uint64_t bound) { return Next() % bound; }
  bool OneIn(std::uint64_t n) { return Below(n) == 0; }
  // Bytes that do not compress.
  std::string Bytes(std::size_t count);

 private:
  std::uint64_t state_;
};

struct BlockShape {
  std::size_t max_entries = 40;
  std::size_t max_entry_bytes = 400;
  std::size_t max_changes = 40;
  std::size_t state_keys = 200;  // keys are drawn from so many
};

// The ledger after a number of blocks.
class BlockModel {
 public:
  explicit BlockModel(std::uint64_t seed, const BlockShape& shape = {})
      : seed_(seed), shape_(shape) {}

  // The next block: a function of the seed and the blocks applied so far.
  BlockWrite NextBlock() const;
  void Apply(const BlockWrite& block);
  std::uint64_t height() const { return height_; }

  // "" if every answer of `view` is the model's, else the first that is not. Reads everything
  // there is, and that nothing lies beside it.
  std::string Compare(const StoreView& view) const;

 private:
  std::string CompareState(const StoreView& view) const;
  std::string CompareLog(const StoreView& view) const;

  std::uint64_t seed_;
  BlockShape shape_;
  std::uint64_t height_ = 0;  // blocks applied
  std::optional<std::string> tip_;
  std::vector<std::string> entries_;
  std::vector<std::vector<crypto::Hash>> hashes_;  // by level
  std::map<crypto::Hash, std::uint64_t> ids_;
  std::map<std::string, std::string, std::less<>> state_;
  std::map<std::uint64_t, std::string> details_;
  std::uint64_t details_below_ = 0;
};

// The number of blocks that `view` says it holds, from its tip: 0 if it has none.
std::uint64_t HeightOf(const StoreView& view);

}  // namespace tanji::ledger
