// A successor writes to what it succeeds, once, and says why.
#include <gtest/gtest.h>

#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/rules.h"
#include "ledger/modules/footprints/tables.h"
#include "tests/ledger/modules/footprints/grower.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Grower;
using testing::MangoHeader;
using testing::PowerLine;

v1::InventoryHeader Succeeding(const std::string& name, v1::SuccessionReason reason) {
  auto header = MangoHeader();
  auto& before = *header.add_predecessors();
  before.set_footprint(name);
  before.set_reason(reason);
  return header;
}
v1::FootprintProgress ProgressOf(Grower& grower, const std::string& name) {
  return kFootprintProgress
      .Get(grower.world.state(), ParseIdName(kFootprintsCollection, name).value())
      .value();
}

TEST(Succession, IsRecordedWhenTheSuccessorIsDeclared) {
  Grower grower;
  const auto first = grower.Declared();
  const auto header = Succeeding(first, v1::SUCCESSION_REASON_CORRECTION);
  const auto draft = grower.Draft(header, {PowerLine("a", "900")});
  EXPECT_EQ(ProgressOf(grower, first).successors_size(), 0);
  grower.Do(testing::Declaration(grower.world, draft));
  const auto progress = ProgressOf(grower, first);
  ASSERT_EQ(progress.successors_size(), 1);
  EXPECT_EQ(progress.successors(0).footprint(), draft);
  EXPECT_EQ(progress.successors(0).reason(), v1::SUCCESSION_REASON_CORRECTION);
  EXPECT_EQ(progress.successors(0).recorded_time(), grower.world.now_ms());
}

TEST(Succession, TouchesNoStatusByItself) {
  Grower grower;
  const auto first = grower.Declared();
  grower.Declared(Succeeding(first, v1::SUCCESSION_REASON_WITHDRAWN), {PowerLine("a", "900")});
  const auto id = ParseIdName(kFootprintsCollection, first).value();
  const AsOf now{grower.world.now_ms(), grower.world.now_ms()};
  EXPECT_TRUE(FootprintHistory(id).At(grower.world.state(), now).in_force());
}

TEST(Succession, OfADraftIsRefused) {
  Grower grower;
  const auto draft = grower.Draft(MangoHeader(), {PowerLine("a", "1")});
  EXPECT_TRUE(testing::Refused(
      grower.world.Do("farm",
                      testing::Creation(Succeeding(draft, v1::SUCCESSION_REASON_CORRECTION))),
      v1::CODE_FOOTPRINT_IS_DRAFT,
      {{"field", "header.predecessors[0].footprint"}, {"value", draft}}));
}

TEST(Succession, IsOfOneProductAndANewPeriodEndsLater) {
  const auto before = MangoHeader();
  auto after = before;
  EXPECT_TRUE(MaySucceed(before, after, v1::SUCCESSION_REASON_CORRECTION));
  EXPECT_FALSE(MaySucceed(before, after, v1::SUCCESSION_REASON_NEW_PERIOD));
  after.set_last_day("2026-01-01");
  EXPECT_TRUE(MaySucceed(before, after, v1::SUCCESSION_REASON_NEW_PERIOD));
  after.set_product("participants/farm/products/lychee");
  EXPECT_FALSE(MaySucceed(before, after, v1::SUCCESSION_REASON_CORRECTION));
}

}  // namespace
}  // namespace tanji::ledger
