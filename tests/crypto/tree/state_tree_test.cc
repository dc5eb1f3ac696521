#include "crypto/tree/state_tree.h"

#include <gtest/gtest.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "crypto/tree/format.h"
#include "tests/crypto/tree/support.h"

namespace tanji::crypto {
namespace {

using namespace tree_test;

const nlohmann::json& Vectors() {
  static const auto json = nlohmann::json::parse(ReadVectors("jmt.json"));
  return json;
}

TEST(StateTreeVectors, RootsEqualTheCrates) {
  ASSERT_EQ(Vectors()["roots"].size(), 11u);
  for (const auto& row : Vectors()["roots"]) {
    const auto tree = TreeOf(PairsBelow(row["size"]));
    EXPECT_EQ(tree.root().Hex(), row["root"].get<std::string>()) << row["size"];
    EXPECT_EQ(tree.size(), row["size"].get<std::uint64_t>());
  }
}

// The same values, computed once more by an independent program when the format was chosen.
TEST(StateTreeVectors, RootsEqualTheFacts) {
  const std::pair<std::uint32_t, std::string_view> rows[] = {
      {0, "5350415253455f4d45524b4c455f504c414345484f4c4445525f484153485f5f"},
      {1, "04b037c4e952e27c8bce3e4d7bd80ca0107cbf64b00f05ba9ef466e858368fcc"},
      {2, "afc33a12f14f8f154e1a334dc1de731d058a5335a77f38a141116aad728c227f"},
      {3, "853c7e0f8d959470200ee3a9b34a86c0af2cdf3c03ebd9eda33b3587e05192e5"},
      {100, "c785b44e0e0e2178d7f6aea5565669bb17c50b3e49014c6a4299cde519dfb621"}};
  for (const auto& [size, root] : rows) {
    EXPECT_EQ(TreeOf(PairsBelow(size)).root().Hex(), root) << size;
    EXPECT_EQ(NaiveRoot(PairsBelow(size)).Hex(), root) << size;
  }
}

// src/tests/sha2_256_vectors.json of the jmt crate: {hello: world}.
TEST(StateTreeVectors, RootEqualsTheCratesOwnVector) {
  EXPECT_EQ(TreeOf({{"hello", "world"}}).root().Hex().substr(0, 8), "6b97115f");
}

TEST(StateTreeVectors, RootsAfterDeletionsEqualTheCrates) {
  for (const auto& row : Vectors()["deletions"]) {
    auto pairs = PairsBelow(row["inserted"]);
    const auto full = TreeOf(pairs);
    std::map<std::string, std::optional<std::string>> batch;
    for (std::uint32_t i = row["first"]; i < row["end"]; ++i) batch[KeyOf(i)] = std::nullopt;
    const auto tree = Apply(full, pairs, batch);
    EXPECT_EQ(tree.root().Hex(), row["root"].get<std::string>()) << row;
    EXPECT_EQ(tree.size(), pairs.size());
  }
}

TEST(StateTree, BuilderAndUpdatesAgree) {
  const auto pairs = PairsBelow(500);
  StateTreeBuilder builder;
  StateTree one_by_one;
  for (const auto& [key, value] : pairs) {
    builder.Add(key, Sha256(value));
    const Change change{key, Sha256(value)};
    one_by_one = one_by_one.Update({&change, 1});
  }
  const auto built = builder.Finish();
  EXPECT_EQ(built.root(), one_by_one.root());
  EXPECT_EQ(built.root(), NaiveRoot(pairs));
  EXPECT_EQ(built.size(), 500u);
  EXPECT_EQ(StateTreeBuilder().Finish().root(), Placeholder());
}

TEST(StateTree, DeletingWhatIsNotThereChangesNothing) {
  const auto tree = TreeOf(PairsBelow(50));
  for (std::uint32_t i = 50; i < 300; ++i) {
    const std::string key = KeyOf(i);
    const Change change{key, std::nullopt};
    const auto after = tree.Update({&change, 1});
    ASSERT_EQ(after.root(), tree.root()) << i;
    ASSERT_EQ(after.size(), 50u);
  }
  EXPECT_EQ(tree.Update({}).root(), tree.root());
}

TEST(StateTreeDeathTest, AKeyNamedTwiceIsOurMistake) {
  const Change changes[] = {{"k", Sha256("a")}, {"k", Sha256("b")}};
  EXPECT_DEATH(StateTree().Update(changes), "");
}

// A version must not notice what is done to its successors, whichever of them goes first.
TEST(StateTree, SnapshotsStayAsTheyWere) {
  Pairs pairs;
  StateTree tree;
  std::vector<std::pair<StateTree, Pairs>> snapshots;
  for (std::uint32_t round = 0; round < 40; ++round) {
    std::map<std::string, std::optional<std::string>> batch;
    for (std::uint32_t i = 0; i < 20; ++i) {
      const std::uint32_t index = (round * 37 + i * 11) % 160;
      batch[KeyOf(index)] =
          (round + i) % 3 == 0 ? std::nullopt : std::optional(ValueOf(round * 1000 + i));
    }
    tree = Apply(tree, pairs, batch);
    snapshots.emplace_back(tree, pairs);
  }
  for (std::size_t i = 0; i < snapshots.size(); i += 2) snapshots[i].first = StateTree();
  for (std::size_t i = 1; i < snapshots.size(); i += 2) {
    const auto& [snapshot, then] = snapshots[i];
    EXPECT_EQ(snapshot.root(), NaiveRoot(then));
    EXPECT_EQ(snapshot.size(), then.size());
    for (const auto& [key, value] : then) {
      EXPECT_EQ(snapshot.PathTo(Sha256(key)).leaf_hash, LeafHash(Sha256(key), Sha256(value)));
    }
  }
}

TEST(StateTree, ManyThreadsReadSnapshotsWhileTheNewestIsUpdated) {
  auto pairs = PairsBelow(300);
  auto tree = TreeOf(pairs);
  const StateTree snapshot = tree;
  std::atomic<bool> stop{false};
  std::atomic<int> wrong{0};
  std::vector<std::thread> readers;
  for (int t = 0; t < 3; ++t) {
    readers.emplace_back([&stop, &wrong, copy = snapshot] {
      while (!stop) {
        const StateTree mine = copy;
        for (std::uint32_t i = 0; i < 300; i += 7) {
          const auto path = mine.PathTo(Sha256(KeyOf(i)));
          if (path.leaf_hash != LeafHash(Sha256(KeyOf(i)), Sha256(ValueOf(i)))) ++wrong;
        }
      }
    });
  }
  for (std::uint32_t round = 0; round < 100; ++round) {
    tree = Apply(tree, pairs, {{KeyOf(round), std::nullopt}, {KeyOf(299 - round), "changed"}});
  }
  stop = true;
  for (auto& reader : readers) reader.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(tree.root(), NaiveRoot(pairs));
}

// Climbs from the end of the search to the root.
Hash RootOf(const TreePath& path, const Hash& key_hash) {
  Hash node = path.leaf_hash;
  for (std::size_t i = 0; i < path.siblings.size(); ++i) {
    const bool bit = key_hash.Bit(path.siblings.size() - 1 - i);
    node = bit ? InnerHash(path.siblings[i], node) : InnerHash(node, path.siblings[i]);
  }
  return node;
}

TEST(StateTree, EveryPathLeadsToTheRoot) {
  for (const auto& keys : {CrowdedKeys(20), CrowdedKeys(27)}) {
    Pairs pairs;
    for (const auto& key : keys) pairs[key] = "v";
    const auto tree = TreeOf(pairs);
    ASSERT_EQ(tree.root(), NaiveRoot(pairs));
    for (std::uint32_t i = 0; i < 2000; ++i) {
      const std::string key = i < keys.size() ? keys[i] : KeyOf(100'000 + i);
      const auto path = tree.PathTo(Sha256(key));
      ASSERT_EQ(RootOf(path, Sha256(key)), tree.root()) << i;
      ASSERT_EQ(path.end == TreePath::End::kFound, pairs.contains(key)) << i;
      ASSERT_EQ(path.end == TreePath::End::kEmpty, path.leaf_hash == Placeholder());
    }
  }
}

TEST(StateTree, NeighboursAreTheNextKeysByHash) {
  Pairs pairs = PairsBelow(60);
  for (const auto& key : CrowdedKeys(24)) pairs[key] = "v";
  std::map<Hash, std::string> by_hash;
  for (const auto& [key, value] : pairs) by_hash[Sha256(key)] = key;
  const auto tree = TreeOf(pairs);
  for (std::uint32_t i = 0; i < 3000; ++i) {
    const Hash key_hash = Sha256(KeyOf(i));
    const auto neighbours = tree.NeighboursOf(key_hash);
    const auto above = by_hash.upper_bound(key_hash);
    const auto not_below = by_hash.lower_bound(key_hash);
    ASSERT_EQ(neighbours.right,
              above == by_hash.end() ? std::nullopt : std::optional(above->second));
    ASSERT_EQ(neighbours.left, not_below == by_hash.begin()
                                   ? std::nullopt
                                   : std::optional(std::prev(not_below)->second));
  }
  EXPECT_FALSE(StateTree().NeighboursOf(Sha256("k")).left);
  EXPECT_FALSE(StateTree().NeighboursOf(Sha256("k")).right);
}

TEST(StateTree, ABatchHashesEachNodeOnce) {
  const auto tree = TreeOf(PairsBelow(10'000));
  std::vector<std::string> keys;
  for (std::uint32_t i = 0; i < 1000; ++i) keys.push_back(KeyOf(i * 10));
  std::vector<Change> changes;
  for (const auto& key : keys) changes.push_back({key, Sha256("new")});
  std::uint64_t together = 0, apart = 0;
  tree.Update(changes, &together);
  for (const auto& change : changes) tree.Update({&change, 1}, &apart);
  // log2(10,000) = 13.3 levels and a leaf each; together the upper ten levels are shared.
  EXPECT_GT(apart, 13'000u);
  EXPECT_LT(together, 7'500u);
}

}  // namespace
}  // namespace tanji::crypto
