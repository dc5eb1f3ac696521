#include "crypto/log/log_tree.h"

#include <gtest/gtest.h>

#include <bit>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/crypto/log/memory_log.h"

namespace tanji::crypto {
namespace {

nlohmann::json Vectors() {
  std::ifstream file(TANJI_SOURCE_DIR "/tests/vectors/log/tree.json");
  return nlohmann::json::parse(file);
}

std::string JoinHex(const std::vector<Hash>& hashes) {
  std::string out;
  for (const auto& hash : hashes) out += hash.Hex();
  return out;
}

// RFC 6962 section 2.1 as it is written: the naive model.
Hash NaiveRoot(std::span<const Hash> leaves) {
  if (leaves.empty()) return EmptyRoot();
  if (leaves.size() == 1) return leaves.front();
  const std::size_t k = std::bit_floor(leaves.size() - 1);
  return NodeHash(NaiveRoot(leaves.first(k)), NaiveRoot(leaves.subspan(k)));
}

// RFC 6962 section 2.1.1 as it is written.
std::vector<Hash> NaivePath(std::size_t m, std::span<const Hash> leaves) {
  if (leaves.size() == 1) return {};
  const std::size_t k = std::bit_floor(leaves.size() - 1);
  auto path = m < k ? NaivePath(m, leaves.first(k)) : NaivePath(m - k, leaves.subspan(k));
  path.push_back(m < k ? NaiveRoot(leaves.subspan(k)) : NaiveRoot(leaves.first(k)));
  return path;
}

// RFC 6962 section 2.1.2 as it is written.
std::vector<Hash> NaiveSubproof(std::size_t m, std::span<const Hash> leaves, bool b) {
  if (m == leaves.size()) return b ? std::vector<Hash>{} : std::vector{NaiveRoot(leaves)};
  const std::size_t k = std::bit_floor(leaves.size() - 1);
  auto proof = m <= k ? NaiveSubproof(m, leaves.first(k), b)
                      : NaiveSubproof(m - k, leaves.subspan(k), false);
  proof.push_back(m <= k ? NaiveRoot(leaves.subspan(k)) : NaiveRoot(leaves.first(k)));
  return proof;
}

std::vector<Hash> Leaves(std::size_t count) {
  std::vector<Hash> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(LeafHash(NumberedEntry(i)));
  return out;
}

TEST(LogTree, EmptyRootIsTheHashOfNoBytes) {
  EXPECT_EQ(EmptyRoot().Hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

// golang.org/x/mod v0.42.0, entries ASCII "entry-<i>".
TEST(LogTree, MatchesFixedRoots) {
  const std::pair<std::uint64_t, const char*> kRoots[] = {
      {1, "40766b2033429026f53d54502679a839706b4741f8dcaf3a8bba5f41b5ffe075"},
      {3, "a64bf26e09128f6fe2fe6f8b2d8c801e166b57c047a7cd9b2b809e7a96a2f1cb"},
      {7, "9139601cc1ca8ab2a7a0c2c134c04845f2b1ba549a83d6c845cfcda439cc585d"},
      {256, "f85f4ead34080710b4d1e808301543aaab81aa04deb88599350dc26a4f2f58de"},
      {257, "918b1cec64f317c76e3cf55c0536841c039eff06772ebb8828ce7c176028b5ac"},
  };
  const MemoryLog log(257);
  for (const auto& [size, root] : kRoots) EXPECT_EQ(TreeHash(size, log)->Hex(), root) << size;
}

TEST(LogTree, MatchesTheVectorsOfGo) {
  const auto vectors = Vectors();
  const MemoryLog log(vectors["tileSize"].get<std::uint64_t>());
  ASSERT_EQ(vectors["roots"].size(), 301u);
  for (std::uint64_t size = 0; size <= 300; ++size) {
    EXPECT_EQ(TreeHash(size, log)->Hex(), vectors["roots"][size].get<std::string>()) << size;
  }
  EXPECT_EQ(log.frontier().Root().Hex(), vectors["tileRoot"].get<std::string>());
  for (const auto& v : vectors["inclusion"]) {
    const auto proof = ProveInclusion(v["Index"], v["Size"], log);
    ASSERT_TRUE(proof.ok()) << v;
    EXPECT_EQ(JoinHex(*proof), v["Proof"].get<std::string>()) << v;
  }
  for (const auto& v : vectors["consistency"]) {
    const auto proof = ProveConsistency(v["Old"], v["Size"], log);
    ASSERT_TRUE(proof.ok()) << v;
    EXPECT_EQ(JoinHex(*proof), v["Proof"].get<std::string>()) << v;
  }
}

TEST(LogTree, EveryRootUpTo300IsTheNaiveOne) {
  const auto leaves = Leaves(300);
  const MemoryLog log(300);
  Frontier frontier;
  for (std::size_t size = 0; size <= 300; ++size) {
    const Hash root = NaiveRoot(std::span(leaves).first(size));
    EXPECT_EQ(*TreeHash(size, log), root) << size;
    EXPECT_EQ(frontier.Root(), root) << size;
    EXPECT_EQ(*Frontier::Load(size, log), frontier) << size;
    if (size < 300) frontier.Append(leaves[size], nullptr);
  }
}

TEST(LogTree, EveryProofUpTo40IsTheNaiveOne) {
  const auto leaves = Leaves(40);
  const MemoryLog log(40);
  for (std::size_t size = 1; size <= 40; ++size) {
    const auto tree = std::span(leaves).first(size);
    for (std::size_t i = 0; i < size; ++i) {
      EXPECT_EQ(*ProveInclusion(i, size, log), NaivePath(i, tree)) << i << " of " << size;
      EXPECT_EQ(*ProveConsistency(i + 1, size, log), NaiveSubproof(i + 1, tree, true))
          << i + 1 << " of " << size;
    }
  }
}

TEST(LogTree, AsksItsReaderOncePerProof) {
  const MemoryLog log(300);
  ASSERT_TRUE(ProveInclusion(17, 299, log).ok());
  EXPECT_EQ(log.reads(), 1);
  ASSERT_TRUE(ProveConsistency(17, 299, log).ok());
  EXPECT_EQ(log.reads(), 2);
  ASSERT_TRUE(TreeHash(299, log).ok());
  EXPECT_EQ(log.reads(), 3);
}

TEST(LogTree, RefusesQuestionsWithoutAnAnswer) {
  const MemoryLog log(8);
  const auto kInvalid = absl::StatusCode::kInvalidArgument;
  EXPECT_EQ(ProveInclusion(8, 8, log).status().code(), kInvalid);
  EXPECT_EQ(ProveInclusion(0, 0, log).status().code(), kInvalid);
  EXPECT_EQ(ProveConsistency(0, 8, log).status().code(), kInvalid);
  EXPECT_EQ(ProveConsistency(9, 8, log).status().code(), kInvalid);
  EXPECT_EQ(TreeHash(kMaxTreeSize + 1, log).status().code(), kInvalid);
  EXPECT_EQ(ProveInclusion(0, kMaxTreeSize + 1, log).status().code(), kInvalid);
  EXPECT_EQ(ProveConsistency(1, kMaxTreeSize + 1, log).status().code(), kInvalid);
  EXPECT_EQ(Frontier::Load(kMaxTreeSize + 1, log).status().code(), kInvalid);
}

TEST(LogTree, PassesOnWhatTheReaderSays) {
  const MemoryLog log(8);
  const auto kNotFound = absl::StatusCode::kNotFound;
  EXPECT_EQ(TreeHash(9, log).status().code(), kNotFound);
  EXPECT_EQ(ProveInclusion(0, kMaxTreeSize, log).status().code(), kNotFound);
  EXPECT_EQ(Frontier::Load(9, log).status().code(), kNotFound);
}

class ShortReader : public HashReader {
 public:
  absl::StatusOr<std::vector<Hash>> ReadHashes(
      std::span<const HashCoordinate> coordinates) const override {
    return std::vector<Hash>(coordinates.size() - 1);
  }
};

TEST(LogTree, NoticesAReaderThatReturnsTooFew) {
  const auto kInternal = absl::StatusCode::kInternal;
  EXPECT_EQ(TreeHash(7, ShortReader()).status().code(), kInternal);
  EXPECT_EQ(ProveInclusion(3, 7, ShortReader()).status().code(), kInternal);
  EXPECT_EQ(Frontier::Load(7, ShortReader()).status().code(), kInternal);
}

TEST(LogTree, LargestTreeHasOneEdgeHashForEachLevel) {
  const auto edge = EdgeCoordinates(kMaxTreeSize);
  ASSERT_EQ(edge.size(), 63u);
  EXPECT_EQ(edge.front(), (HashCoordinate{62, 0}));
  EXPECT_EQ(edge.back(), (HashCoordinate{0, kMaxTreeSize - 1}));
  EXPECT_TRUE(EdgeCoordinates(0).empty());
}

TEST(LogTree, CompletenessEndsAtTheSize) {
  EXPECT_TRUE(IsComplete({0, 6}, 7));
  EXPECT_FALSE(IsComplete({0, 7}, 7));
  EXPECT_TRUE(IsComplete({2, 0}, 7));
  EXPECT_FALSE(IsComplete({2, 1}, 7));
  EXPECT_TRUE(IsComplete({62, 0}, kMaxTreeSize));
  EXPECT_FALSE(IsComplete({63, 0}, kMaxTreeSize));
  EXPECT_FALSE(IsComplete({64, 0}, kMaxTreeSize));
}

TEST(Frontier, YieldsTheHashesThatAnAppendCompletes) {
  Frontier frontier;
  const auto leaves = Leaves(4);
  for (std::size_t i = 0; i < 3; ++i) frontier.Append(leaves[i], nullptr);
  std::vector<PlacedHash> completed;
  frontier.Append(leaves[3], &completed);
  const Hash right = NodeHash(leaves[2], leaves[3]);
  const std::vector<PlacedHash> expected = {
      {{0, 3}, leaves[3]},
      {{1, 1}, right},
      {{2, 0}, NodeHash(NodeHash(leaves[0], leaves[1]), right)}};
  EXPECT_EQ(completed, expected);
}

TEST(Frontier, ACopyThatIsThrownAwayLeavesNoTrace) {
  MemoryLog log(100);
  const Frontier before = log.frontier();
  Frontier ahead = before;
  for (int i = 0; i < 50; ++i) ahead.Append(LeafHash("ahead"), nullptr);
  EXPECT_EQ(ahead.size(), 150u);
  EXPECT_EQ(log.frontier(), before);
  EXPECT_EQ(before.Root(), *TreeHash(100, log));
}

TEST(Frontier, SurvivesSerialising) {
  for (const std::uint64_t size : {0, 1, 2, 7, 255, 256, 257}) {
    const Frontier frontier = MemoryLog(size).frontier();
    const auto bytes = frontier.Serialise();
    EXPECT_EQ(bytes.size(), 8 + 32 * static_cast<std::size_t>(std::popcount(size)));
    const auto parsed = Frontier::Parse(bytes);
    ASSERT_TRUE(parsed.has_value()) << size;
    EXPECT_EQ(*parsed, frontier);
  }
}

TEST(Frontier, ParseRefusesEveryOtherLength) {
  const auto bytes = MemoryLog(7).frontier().Serialise();
  for (std::size_t n = 0; n < bytes.size(); ++n) EXPECT_FALSE(Frontier::Parse(bytes.substr(0, n)));
  EXPECT_FALSE(Frontier::Parse(bytes + std::string(32, 'x')));
  EXPECT_FALSE(Frontier::Parse("\x80" + std::string(7, '\0') + std::string(32, 'x')));
}

}  // namespace
}  // namespace tanji::crypto
