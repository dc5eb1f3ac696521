#include "client/sdk/follow.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/client/sdk/fake_ledger.h"
#include "tests/client/sdk/temporary_directory.h"

namespace tanji::client {
namespace {

class FollowTest : public ::testing::Test {
 protected:
  FollowTest() : home_(*Home::Open(directory_.path())) {
    record_ = std::make_unique<LedgerHome>(
        *home_.Pin(std::string(kChain), trust_.policy_text, /*replace=*/false));
  }

  // The checkpoint of `ledger` at `size`, with consistency proofs from the same ledger.
  Done Follow(const FakeLedger& ledger, std::uint64_t size, std::uint64_t min_size = 0) {
    const std::string note = ledger.Note(size);
    const auto checked = CheckCheckpoint(note, trust_);
    EXPECT_TRUE(checked.ok());
    const auto consistency = [&](std::uint64_t old_size,
                                 std::uint64_t new_size) -> Result<std::vector<crypto::Hash>> {
      ++proofs_asked_;
      return *crypto::ProveConsistency(old_size, new_size, ledger.log());
    };
    return LogFollower(*record_, trust_).Follow(checked->checkpoint, note, min_size, consistency);
  }
  std::uint64_t Known() { return *LogFollower(*record_, trust_).KnownSize(); }
  int Forks() const {
    int count = 0;
    std::error_code code;
    for (const auto& entry :
         std::filesystem::directory_iterator(record_->directory() + "/forks", code)) {
      (void)entry;
      ++count;
    }
    return count;
  }
  static void Grow(FakeLedger& ledger, int blocks, const std::string& label = "b") {
    for (int i = 0; i < blocks; ++i) ledger.AppendBlock(label + std::to_string(i));
  }

  TemporaryDirectory directory_;
  FakeLedger ledger_;
  Trust trust_ = ledger_.MakeTrust();
  Home home_;
  std::unique_ptr<LedgerHome> record_;
  int proofs_asked_ = 0;
};

TEST_F(FollowTest, RemembersTheFirstAndEveryLargerOne) {
  EXPECT_EQ(Known(), 0u);
  ASSERT_TRUE(Follow(ledger_, 2).ok());
  EXPECT_EQ(Known(), 2u);
  Grow(ledger_, 7);
  ASSERT_TRUE(Follow(ledger_, 9).ok());
  EXPECT_EQ(Known(), 9u);
  EXPECT_EQ(proofs_asked_, 1);
  EXPECT_EQ(*record_->Checkpoint(), ledger_.Note(9));
}

TEST_F(FollowTest, AnOlderOneOfTheSameHistoryIsAcceptedButNotRemembered) {
  Grow(ledger_, 7);
  ASSERT_TRUE(Follow(ledger_, 9).ok());
  ASSERT_TRUE(Follow(ledger_, 5).ok());
  EXPECT_EQ(Known(), 9u);
}

TEST_F(FollowTest, OneBelowWhatWasAskedForIsRefused) {
  Grow(ledger_, 7);
  ASSERT_TRUE(Follow(ledger_, 9).ok());
  const Done done = Follow(ledger_, 8, /*min_size=*/9);
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.error().name(), "CHECKPOINT_BEHIND");
  EXPECT_EQ(done.error().kind(), ErrorKind::kUnverified);
}

TEST_F(FollowTest, AForkOfTheSameSizeIsSeenAndKept) {
  FakeLedger other;
  Grow(ledger_, 3, "ours");
  Grow(other, 3, "theirs");
  ASSERT_TRUE(Follow(ledger_, 5).ok());
  const Done done = Follow(other, 5);
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.error().name(), "FORKED");
  EXPECT_EQ(Forks(), 1);
  EXPECT_EQ(*record_->Checkpoint(), ledger_.Note(5)) << "the fork replaced what was verified";
  // The evidence holds both notes, whole.
  for (const auto& entry : std::filesystem::directory_iterator(record_->directory() + "/forks")) {
    const std::string content = *ReadFile(entry.path().string());
    EXPECT_NE(content.find(ledger_.Note(5)), std::string::npos);
    EXPECT_NE(content.find(other.Note(5)), std::string::npos);
  }
  EXPECT_FALSE(Follow(other, 5).ok());
  EXPECT_EQ(Forks(), 1) << "the same evidence is kept once";
}

TEST_F(FollowTest, ALargerForkIsSeenByItsProof) {
  FakeLedger other;
  Grow(ledger_, 3, "ours");
  Grow(other, 8, "theirs");
  ASSERT_TRUE(Follow(ledger_, 5).ok());
  const Done done = Follow(other, 10);
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.error().name(), "CONSISTENCY_FALSE");
  EXPECT_EQ(Known(), 5u);
  EXPECT_EQ(Forks(), 1);
}

TEST_F(FollowTest, ASmallerForkIsSeenToo) {
  FakeLedger other;
  Grow(ledger_, 8, "ours");
  Grow(other, 8, "theirs");
  ASSERT_TRUE(Follow(ledger_, 10).ok());
  EXPECT_FALSE(Follow(other, 5).ok());
  EXPECT_EQ(Known(), 10u);
}

TEST_F(FollowTest, ADamagedMemoryIsAnErrorAndNotAFreshStart) {
  ASSERT_TRUE(Follow(ledger_, 2).ok());
  ASSERT_TRUE(record_->SaveCheckpoint("garbage").ok());
  EXPECT_FALSE(Follow(ledger_, 2).ok());
}

}  // namespace
}  // namespace tanji::client
