#include "ledger/storage/crash_point.h"

#include <gtest/gtest.h>

#include "tests/ledger/storage/block_model.h"
#include "tests/ledger/storage/test_store.h"

namespace tanji::ledger {
namespace {

using ::testing::ExitedWithCode;

TEST(CrashPoint, IsOffUnlessArmed) {
  TANJI_CRASH_POINT("here");
  ASSERT_TRUE(ArmCrashPoint("").ok());
  TANJI_CRASH_POINT("here");
  TANJI_CRASH_POINT("");
  ASSERT_TRUE(ArmCrashPoint("elsewhere").ok());
  TANJI_CRASH_POINT("here");
  ASSERT_TRUE(ArmCrashPoint("").ok());
}

TEST(CrashPoint, EndsTheProcessAtItsName) {
  EXPECT_EXIT(
      {
        (void)ArmCrashPoint("here");
        TANJI_CRASH_POINT("there");
        TANJI_CRASH_POINT("here");
      },
      ExitedWithCode(85), "crash point here");
}

TEST(CrashPoint, EndsTheProcessAtItsHit) {
  EXPECT_EXIT(
      {
        (void)ArmCrashPoint("here:3");
        for (int i = 1; i <= 3; ++i) {
          fprintf(stderr, "hit %d\n", i);
          TANJI_CRASH_POINT("here");
        }
        _exit(1);
      },
      ExitedWithCode(85), "hit 1\nhit 2\nhit 3\ncrash point here");
}

TEST(CrashPoint, RefusesWhatIsNotANameAndAHit) {
  for (const char* text : {":", ":1", "here:", "here:0", "here:-1", "here:1x", "here:1:2",
                           "here:1234567890", "here: 1"}) {
    EXPECT_EQ(ArmCrashPoint(text).code(), absl::StatusCode::kInvalidArgument) << text;
  }
}

// The block is there after the one point and not after the other.
TEST(CrashPoint, LiesOnBothSidesOfTheBlockWrite) {
  for (const bool after : {false, true}) {
    const TestDirectory directory;
    const std::string path = directory / "store";
    BlockModel model(9);
    {
      const auto store = MustCreate(path);
      ASSERT_TRUE(store->WriteBlock(model.NextBlock()).ok());
      model.Apply(model.NextBlock());
    }
    EXPECT_EXIT(
        {
          (void)ArmCrashPoint(after ? "after_block_write_before_return" : "before_block_write");
          const auto store = MustOpen(OptionsAt(path));
          (void)store->WriteBlock(model.NextBlock());
          _exit(1);
        },
        ExitedWithCode(85), "crash point");
    if (after) model.Apply(model.NextBlock());
    EXPECT_EQ(model.Compare(MustOpen(OptionsAt(path))->Now()), "");
  }
}

}  // namespace
}  // namespace tanji::ledger
