#include "crypto/log/verify.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/crypto/log/memory_log.h"

namespace tanji::crypto {
namespace {

constexpr auto kHolds = ProofCheck::kHolds;

// One question with its true answer; tests alter one part and expect a refusal.
struct Inclusion {
  Hash leaf_hash;
  std::uint64_t index = 0;
  std::uint64_t size = 0;
  std::vector<Hash> proof;
  Hash root;
  ProofCheck Check() const { return VerifyInclusion(leaf_hash, index, size, proof, root); }
};

struct Consistency {
  std::uint64_t old_size = 0;
  Hash old_root;
  std::uint64_t size = 0;
  Hash root;
  std::vector<Hash> proof;
  ProofCheck Check() const { return VerifyConsistency(old_size, old_root, size, root, proof); }
};

Inclusion InclusionOf(std::uint64_t index, std::uint64_t size, const MemoryLog& log) {
  return {LeafHash(NumberedEntry(index)), index, size, *ProveInclusion(index, size, log),
          *TreeHash(size, log)};
}

Consistency ConsistencyOf(std::uint64_t old_size, std::uint64_t size, const MemoryLog& log) {
  return {old_size, *TreeHash(old_size, log), size, *TreeHash(size, log),
          *ProveConsistency(old_size, size, log)};
}

void Flip(Hash* hash, std::size_t bit) {
  hash->bytes[bit / 8] = static_cast<std::uint8_t>(hash->bytes[bit / 8] ^ (1u << bit % 8));
}

TEST(VerifyInclusion, AcceptsEveryProofUpTo300) {
  const MemoryLog log(300);
  for (std::uint64_t size = 1; size <= 300; ++size) {
    for (std::uint64_t index = 0; index < size; ++index) {
      ASSERT_EQ(InclusionOf(index, size, log).Check(), kHolds) << index << " of " << size;
    }
  }
}

TEST(VerifyConsistency, AcceptsEveryProofUpTo300) {
  const MemoryLog log(300);
  for (std::uint64_t size = 1; size <= 300; ++size) {
    for (std::uint64_t old = 1; old <= size; ++old) {
      ASSERT_EQ(ConsistencyOf(old, size, log).Check(), kHolds) << old << " of " << size;
    }
  }
}

// A proof does not bind the tree size, so some hold for other sizes too. Go's recursive verifier
// was asked which; the iterative one of the RFC must accept exactly those.
TEST(Verify, AcceptsWhatGoAcceptsForEveryClaimedSize) {
  std::ifstream file(TANJI_SOURCE_DIR "/tests/vectors/log/tree.json");
  const auto vectors = nlohmann::json::parse(file);
  const auto inclusion = vectors["inclusionAccepted"].get<std::set<std::string>>();
  const auto consistency = vectors["consistencyAccepted"].get<std::set<std::string>>();
  ASSERT_GT(inclusion.size(), 16u * 17 / 2);
  constexpr std::uint64_t kSizes = 16;
  const MemoryLog log(kSizes);
  for (std::uint64_t size = 1; size <= kSizes; ++size) {
    for (std::uint64_t at = 0; at < size; ++at) {
      auto in = InclusionOf(at, size, log);
      auto con = ConsistencyOf(at + 1, size, log);
      for (std::uint64_t claimed_size = 1; claimed_size <= kSizes; ++claimed_size) {
        for (std::uint64_t claimed = 0; claimed < claimed_size; ++claimed) {
          const auto name = [&](std::uint64_t base) {
            return std::to_string(size) + " " + std::to_string(at + base) + " " +
                   std::to_string(claimed_size) + " " + std::to_string(claimed + base);
          };
          in.size = con.size = claimed_size;
          in.index = claimed;
          con.old_size = claimed + 1;
          EXPECT_EQ(in.Check() == kHolds, inclusion.contains(name(0))) << name(0);
          EXPECT_EQ(con.Check() == kHolds, consistency.contains(name(1))) << name(1);
        }
      }
    }
  }
}

constexpr std::uint64_t kSizesToAlter[] = {1, 2, 3, 7, 8, 11, 256, 257};

TEST(VerifyInclusion, EveryFlippedBitFails) {
  const MemoryLog log(257);
  for (const auto size : kSizesToAlter) {
    for (const std::uint64_t index : {std::uint64_t{0}, size / 2, size - 1}) {
      const auto good = InclusionOf(index, size, log);
      for (std::size_t bit = 0; bit < 256; ++bit) {
        auto bad = good;
        Flip(&bad.leaf_hash, bit);
        EXPECT_EQ(bad.Check(), ProofCheck::kWrongRoot);
        bad = good;
        Flip(&bad.root, bit);
        EXPECT_EQ(bad.Check(), ProofCheck::kWrongRoot);
        for (std::size_t i = 0; i < good.proof.size(); ++i) {
          bad = good;
          Flip(&bad.proof[i], bit);
          EXPECT_EQ(bad.Check(), ProofCheck::kWrongRoot);
        }
      }
    }
  }
}

TEST(VerifyConsistency, EveryFlippedBitFails) {
  const MemoryLog log(257);
  for (const auto size : kSizesToAlter) {
    for (const std::uint64_t old : {std::uint64_t{1}, size / 2 + 1, size}) {
      const auto good = ConsistencyOf(std::min(old, size), size, log);
      for (std::size_t bit = 0; bit < 256; ++bit) {
        auto bad = good;
        Flip(&bad.old_root, bit);
        EXPECT_NE(bad.Check(), kHolds);
        bad = good;
        Flip(&bad.root, bit);
        EXPECT_EQ(bad.Check(), ProofCheck::kWrongRoot);
        for (std::size_t i = 0; i < good.proof.size(); ++i) {
          bad = good;
          Flip(&bad.proof[i], bit);
          EXPECT_NE(bad.Check(), kHolds);
        }
      }
    }
  }
}

// Every proof with a hash missing, repeated or added at any place.
template <class Question>
void ExpectLengthsRefused(const Question& good) {
  for (std::size_t i = 0; i < good.proof.size(); ++i) {
    auto bad = good;
    bad.proof.erase(bad.proof.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_EQ(bad.Check(), ProofCheck::kTooShort);
    bad = good;
    bad.proof.insert(bad.proof.begin() + static_cast<std::ptrdiff_t>(i), good.proof[i]);
    EXPECT_EQ(bad.Check(), ProofCheck::kTooLong);
    bad = good;
    bad.proof.resize(i);
    EXPECT_EQ(bad.Check(), ProofCheck::kTooShort);
  }
  auto bad = good;
  bad.proof.push_back(good.root);
  EXPECT_EQ(bad.Check(), ProofCheck::kTooLong);
  bad.proof.resize(1000);
  EXPECT_EQ(bad.Check(), ProofCheck::kTooLong);
}

TEST(Verify, EveryOtherProofLengthFails) {
  const MemoryLog log(257);
  for (const auto size : kSizesToAlter) {
    for (std::uint64_t at = 0; at < size; at += 1 + size / 16) {
      ExpectLengthsRefused(InclusionOf(at, size, log));
      ExpectLengthsRefused(ConsistencyOf(at + 1, size, log));
    }
  }
}

TEST(VerifyInclusion, ADifferentIndexFails) {
  const MemoryLog log(64);
  for (std::uint64_t size = 1; size <= 64; ++size) {
    auto question = InclusionOf(size / 3, size, log);
    for (question.index = 0; question.index < size; ++question.index) {
      EXPECT_EQ(question.Check() == kHolds, question.index == size / 3);
    }
  }
}

TEST(VerifyInclusion, NamesWhatIsOutOfRange) {
  const Hash leaf = LeafHash("x");
  EXPECT_EQ(VerifyInclusion(leaf, 0, 0, {}, EmptyRoot()), ProofCheck::kSizeOutOfRange);
  EXPECT_EQ(VerifyInclusion(leaf, 0, kMaxTreeSize + 1, {}, leaf), ProofCheck::kSizeOutOfRange);
  EXPECT_EQ(VerifyInclusion(leaf, 1, 1, {}, leaf), ProofCheck::kIndexOutOfRange);
  EXPECT_EQ(VerifyInclusion(leaf, ~std::uint64_t{0}, 1, {}, leaf), ProofCheck::kIndexOutOfRange);
  EXPECT_EQ(VerifyInclusion(leaf, 0, 1, {}, leaf), kHolds);
  EXPECT_EQ(VerifyInclusion(leaf, 0, kMaxTreeSize, {}, leaf), ProofCheck::kTooShort);
}

TEST(VerifyConsistency, NamesWhatIsOutOfRange) {
  const Hash root = LeafHash("x");
  const Hash other = LeafHash("y");
  EXPECT_EQ(VerifyConsistency(0, EmptyRoot(), 1, root, {}), ProofCheck::kSizeOutOfRange);
  EXPECT_EQ(VerifyConsistency(0, EmptyRoot(), 0, EmptyRoot(), {}), ProofCheck::kSizeOutOfRange);
  EXPECT_EQ(VerifyConsistency(1, root, kMaxTreeSize + 1, root, {}), ProofCheck::kSizeOutOfRange);
  EXPECT_EQ(VerifyConsistency(2, root, 1, root, {}), ProofCheck::kSizesNotOrdered);
  EXPECT_EQ(VerifyConsistency(5, root, 5, root, {}), kHolds);
  EXPECT_EQ(VerifyConsistency(5, root, 5, other, {}), ProofCheck::kWrongRoot);
  EXPECT_EQ(VerifyConsistency(5, root, 5, root, {{root}}), ProofCheck::kTooLong);
  EXPECT_EQ(VerifyConsistency(5, root, 6, root, {}), ProofCheck::kTooShort);
}

// A fork: the old tree is not the beginning of the new one.
TEST(VerifyConsistency, AForkFails) {
  MemoryLog forked(5);
  forked.Append(LeafHash("another sixth entry"));
  for (int i = 0; i < 20; ++i) forked.Append(LeafHash(NumberedEntry(6)));
  const MemoryLog honest(6);
  auto question = ConsistencyOf(6, 26, forked);
  ASSERT_EQ(question.Check(), kHolds);
  question.old_root = *TreeHash(6, honest);
  EXPECT_EQ(question.Check(), ProofCheck::kWrongOldRoot);
}

TEST(ProofCheck, EveryEnumeratorHasAName) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(ProofCheck::kWrongOldRoot); ++i) {
    names.insert(ToString(static_cast<ProofCheck>(i)));
  }
  EXPECT_EQ(names.size(), 8u);
  EXPECT_FALSE(names.contains("Unknown"));
}

}  // namespace
}  // namespace tanji::crypto
