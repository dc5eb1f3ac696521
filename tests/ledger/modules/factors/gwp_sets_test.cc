// PublishGwpSet and ChangeGwpSetStatus.
#include <gtest/gtest.h>

#include "ledger/modules/factors/tables.h"
#include "ledger/modules/factors/usable.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Refused;
using testing::World;

TEST(PublishGwpSet, RecordsWhoWhenAndWhat) {
  World world;
  const auto message = testing::GwpSet("ar6");
  ASSERT_TRUE(Accepted(world.Do("body-cn", message)));
  const auto record = kGwpSets.Get(world.state(), "ar6").value();
  EXPECT_EQ(record.id(), "ar6");
  EXPECT_EQ(record.title().zh(), message.title().zh());
  EXPECT_EQ(record.source(), message.source());
  ASSERT_EQ(record.values_size(), 3);
  EXPECT_EQ(record.values(1).gas(), v1::GAS_CH4_FOSSIL);
  EXPECT_EQ(record.values(1).value(), "29.8");
  EXPECT_EQ(record.values(1).note(), "100 years");
  EXPECT_EQ(record.published_by(), "participants/body-cn");
  EXPECT_EQ(record.published_time(), world.now_ms());
  ASSERT_EQ(record.signed_by_size(), 1);
  EXPECT_TRUE(GwpSetHistory("ar6").At(world.state(), {world.now_ms(), world.now_ms()}).in_force());
}

TEST(ChangeGwpSetStatus, AWithdrawnSetIsNotFoundUsable) {
  World world;
  ASSERT_TRUE(Accepted(world.Do("body-cn", testing::GwpSet("ar5"))));
  v1::GwpSet set;
  EXPECT_TRUE(Accepted(FindGwpSet(world.state(), "gwp", "gwpSets/ar5", world.now_ms(), set)));
  EXPECT_EQ(set.id(), "ar5");
  const auto before = world.now_ms();
  ASSERT_TRUE(Accepted(world.Do(
      "body-cn", testing::ChangeGwpSet("ar5", testing::OpenStatus(v1::STATUS_KIND_WITHDRAWN)))));
  EXPECT_TRUE(Refused(FindGwpSet(world.state(), "gwp", "gwpSets/ar5", world.now_ms(), set),
                      v1::CODE_NOT_IN_FORCE, {{"field", "gwp"}, {"value", "gwpSets/ar5"}}));
  EXPECT_TRUE(Accepted(FindGwpSet(world.state(), "gwp", "gwpSets/ar5", before, set)));
  EXPECT_TRUE(Refused(FindGwpSet(world.state(), "gwp", "gwpSets/ar4", world.now_ms(), set),
                      v1::CODE_NOT_FOUND, {{"field", "gwp"}, {"value", "gwpSets/ar4"}}));
}

}  // namespace
}  // namespace tanji::ledger
