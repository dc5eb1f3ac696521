#include "tests/crypto/tree/support.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

#include "crypto/tree/format.h"

namespace tanji::crypto::tree_test {
namespace {

using Leaves = std::vector<std::pair<Hash, Hash>>;  // key hash, leaf hash

Hash NaiveRootOf(const Leaves& leaves, std::size_t depth) {
  if (leaves.empty()) return *Hash::FromBytes("SPARSE_MERKLE_PLACEHOLDER_HASH__");
  if (leaves.size() == 1) return leaves[0].second;
  Leaves halves[2];
  for (const auto& leaf : leaves) halves[leaf.first.Bit(depth)].push_back(leaf);
  const Hash left = NaiveRootOf(halves[0], depth + 1);
  const Hash right = NaiveRootOf(halves[1], depth + 1);
  return Sha256({"JMT::IntrnalNode", left.view(), right.view()});
}

}  // namespace

std::string KeyOf(std::uint32_t index) {
  std::string key = "\x10";
  for (const int shift : {24, 16, 8, 0}) key.push_back(static_cast<char>(index >> shift & 255));
  return key;
}

std::string ValueOf(std::uint32_t index) {
  return "value-" + std::to_string(index);
}

Pairs PairsBelow(std::uint32_t size) {
  Pairs pairs;
  for (std::uint32_t i = 0; i < size; ++i) pairs[KeyOf(i)] = ValueOf(i);
  return pairs;
}

Hash NaiveRoot(const Pairs& pairs) {
  Leaves leaves;
  for (const auto& [key, value] : pairs) {
    const Hash key_hash = Sha256(key);
    leaves.emplace_back(key_hash, Sha256({"JMT::LeafNode", key_hash.view(), Sha256(value).view()}));
  }
  return NaiveRootOf(leaves, 0);
}

StateTree TreeOf(const Pairs& pairs) {
  std::vector<Change> changes;
  for (const auto& [key, value] : pairs) changes.push_back({key, Sha256(value)});
  return StateTree().Update(changes);
}

StateTree Apply(const StateTree& tree, Pairs& pairs,
                const std::map<std::string, std::optional<std::string>>& batch) {
  std::vector<Change> changes;
  for (const auto& [key, value] : batch) {
    changes.push_back({key, value ? std::optional(Sha256(*value)) : std::nullopt});
    if (value) {
      pairs[key] = *value;
    } else {
      pairs.erase(key);
    }
  }
  return tree.Update(changes);
}

ValueSource SourceOf(const Pairs& pairs) {
  return [&pairs](std::string_view key) -> absl::StatusOr<std::string> {
    const auto found = pairs.find(std::string(key));
    if (found == pairs.end()) return absl::NotFoundError("no such pair");
    return found->second;
  };
}

std::size_t SharedBits(const Hash& a, const Hash& b) {
  std::size_t bits = 0;
  while (bits < 256 && a.Bit(bits) == b.Bit(bits)) ++bits;
  return bits;
}

std::vector<std::string> CrowdedKeys(std::size_t shared_bits) {
  std::vector<std::pair<Hash, std::uint32_t>> hashes;
  for (std::uint32_t i = 0; i < 60'000; ++i) hashes.emplace_back(Sha256(KeyOf(i)), i);
  std::sort(hashes.begin(), hashes.end());
  std::vector<std::string> keys;
  for (std::size_t i = 0; i + 1 < hashes.size(); ++i) {
    if (SharedBits(hashes[i].first, hashes[i + 1].first) < shared_bits) continue;
    keys.push_back(KeyOf(hashes[i].second));
    keys.push_back(KeyOf(hashes[++i].second));
  }
  return keys;
}

std::string ReadVectors(std::string_view name) {
  const std::string path = std::string(TANJI_SOURCE_DIR "/tests/vectors/tree/").append(name);
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.good()) << path;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace tanji::crypto::tree_test
