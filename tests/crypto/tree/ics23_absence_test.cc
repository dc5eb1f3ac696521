// Proofs of absence: every choice of neighbours but the right one is refused.
#include "crypto/tree/ics23_verify.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/crypto/tree/proof_kit.h"
#include "tests/crypto/tree/support.h"

namespace tanji::crypto {
namespace {

using namespace tree_test;

// Everything one can claim about absence with true existence proofs of a small state: the claim
// holds for the two neighbours and for no other choice.
TEST(VerifyAbsence, OnlyTheNeighboursProveIt) {
  const auto pairs = PairsBelow(12);
  const auto tree = TreeOf(pairs);
  const auto keys = KeysByHash(pairs);
  std::vector<pb::ExistenceProof> proofs;
  for (const auto& key : keys) proofs.push_back(ExistenceOf(tree, pairs, key));
  int held = 0;
  for (std::uint32_t absent = 100; absent < 140; ++absent) {
    const auto neighbours = tree.NeighboursOf(Sha256(KeyOf(absent)));
    for (int left = -1; left < 12; ++left) {
      for (int right = -1; right < 12; ++right) {
        BatchMaker maker;
        maker.Absent(KeyOf(absent), left < 0 ? nullptr : &proofs[left],
                     right < 0 ? nullptr : &proofs[right]);
        const bool right_claim =
            neighbours.left == (left < 0 ? std::nullopt : std::optional(keys[left])) &&
            neighbours.right == (right < 0 ? std::nullopt : std::optional(keys[right]));
        const auto verdict = VerdictOf(maker.proof(), tree.root());
        ASSERT_EQ(verdict == "Holds", right_claim) << left << " " << right << " " << verdict;
        held += right_claim;
      }
    }
  }
  EXPECT_EQ(held, 40);
}

TEST(VerifyAbsence, NamesWhatIsWrong) {
  const auto pairs = PairsBelow(12);
  const auto tree = TreeOf(pairs);
  const auto keys = KeysByHash(pairs);
  std::vector<pb::ExistenceProof> proofs;
  for (const auto& key : keys) proofs.push_back(ExistenceOf(tree, pairs, key));
  // An absent key in the middle of the tree.
  std::string absent;
  std::size_t right = 0;
  for (std::uint32_t i = 100; absent.empty(); ++i) {
    const auto neighbours = tree.NeighboursOf(Sha256(KeyOf(i)));
    right = static_cast<std::size_t>(
        std::find(keys.begin(), keys.end(), neighbours.right.value_or("")) - keys.begin());
    if (right > 2 && right < 10) absent = KeyOf(i);
  }
  const std::size_t left = right - 1;
  const auto claim = [&](const std::string& key, const pb::ExistenceProof* l,
                         const pb::ExistenceProof* r) {
    BatchMaker maker;
    maker.Absent(key, l, r);
    return VerdictOf(maker.proof(), tree.root());
  };
  EXPECT_EQ(claim(absent, &proofs[left], &proofs[right]), "Holds");
  EXPECT_EQ(claim(absent, &proofs[right], &proofs[left]), "NotBetween");
  EXPECT_EQ(claim(absent, &proofs[left - 1], &proofs[right]), "NotAdjacent");
  EXPECT_EQ(claim(absent, &proofs[left], &proofs[right + 1]), "NotAdjacent");
  EXPECT_EQ(claim(absent, nullptr, &proofs[right]), "NotAdjacent");
  EXPECT_EQ(claim(absent, &proofs[left], nullptr), "NotAdjacent");
  EXPECT_EQ(claim(absent, nullptr, nullptr), "NoNeighbour");
  EXPECT_EQ(claim("", &proofs[left], &proofs[right]), "EmptyKey");
  // A key that is there: not between its own neighbours' neighbours, nor beside itself.
  EXPECT_EQ(claim(keys[left], &proofs[left], &proofs[right]), "NotBetween");
  EXPECT_EQ(claim(keys[left], &proofs[left - 1], &proofs[left]), "NotBetween");
  EXPECT_EQ(claim(keys[left], &proofs[left - 1], &proofs[right]), "NotAdjacent");
  auto false_value = proofs[left];
  false_value.set_value("never stored");
  EXPECT_EQ(claim(absent, &false_value, &proofs[right]), "Root");
}

// Nothing lies under the root of the empty tree, and ICS-23 has no way of proving it.
TEST(VerifyAbsence, TheEmptyTreeProvesNothing) {
  BatchMaker maker;
  maker.Absent("k", nullptr, nullptr);
  EXPECT_EQ(VerdictOf(maker.proof(), StateTree().root()), "NoNeighbour");
}

TEST(VerifyAbsence, TheOnlyLeafIsTheNeighbourOfAll) {
  const Pairs one = {{"k", "v"}};
  const auto tree = TreeOf(one);
  const auto proof = ExistenceOf(tree, one, "k");
  for (std::uint32_t i = 0; i < 20; ++i) {
    const bool key_is_left = Sha256(KeyOf(i)) < Sha256("k");
    for (const bool as_right : {false, true}) {
      BatchMaker maker;
      maker.Absent(KeyOf(i), as_right ? nullptr : &proof, as_right ? &proof : nullptr);
      EXPECT_EQ(VerdictOf(maker.proof(), tree.root()),
                key_is_left == as_right ? "Holds" : "NotBetween");
    }
    BatchMaker both;
    both.Absent(KeyOf(i), &proof, &proof);
    EXPECT_EQ(VerdictOf(both.proof(), tree.root()), "NotBetween");
  }
}

}  // namespace
}  // namespace tanji::crypto
