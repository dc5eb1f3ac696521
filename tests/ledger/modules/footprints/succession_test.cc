// A successor writes to what it succeeds, once, and says why.
#include <gtest/gtest.h>

#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/rules.h"
#include "ledger/modules/footprints/standing.h"
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

bool Stands(Grower& grower, const std::string& name) {
  const auto id = ParseIdName(kFootprintsCollection, name).value();
  const auto& state = grower.world.state();
  const AsOf now{grower.world.now_ms(), grower.world.now_ms()};
  return StandingOf(state, id, ReadFootprint(state, id).value(), now).stands();
}

TEST(Succession, TouchesNoStatusUnlessItWithdraws) {
  Grower grower;
  const auto first = grower.Declared();
  grower.Declared(Succeeding(first, v1::SUCCESSION_REASON_CORRECTION), {PowerLine("a", "900")});
  EXPECT_TRUE(Stands(grower, first));
  const auto above = grower.Declared(MangoHeader(), {testing::UpstreamLine("fruit", first, "50")});
  grower.Declared(Succeeding(first, v1::SUCCESSION_REASON_WITHDRAWN), {PowerLine("a", "900")});
  EXPECT_FALSE(Stands(grower, first));
  EXPECT_FALSE(Stands(grower, above));
}

TEST(Succession, WithdrawsOnce) {
  Grower grower;
  const auto first = grower.Declared();
  grower.Do(testing::ChangeFootprint(first, testing::OpenStatus(v1::STATUS_KIND_WITHDRAWN)));
  grower.Declared(Succeeding(first, v1::SUCCESSION_REASON_WITHDRAWN), {PowerLine("a", "900")});
  const auto id = ParseIdName(kFootprintsCollection, first).value();
  EXPECT_EQ(FootprintHistory(id).IntervalCount(grower.world.state()), 2u);
}

TEST(Succession, OfAMethodLeavesTheActivitiesAsTheyWere) {
  Grower grower;
  const auto first = grower.Declared(MangoHeader(), {PowerLine("power", "1000")});
  const auto header = Succeeding(first, v1::SUCCESSION_REASON_METHOD_OR_FACTOR_YEAR);
  const auto halved = grower.Draft(header, {PowerLine("power", "500")});
  const auto refused = grower.world.Do("farm", testing::Declaration(grower.world, halved));
  EXPECT_EQ(refused.code(), v1::CODE_PREDECESSOR_UNSUITABLE);
  grower.Declared(header, {PowerLine("power", "1000", "datasets/power/factors/peak")});
  EXPECT_EQ(ProgressOf(grower, first).successors_size(), 1);
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

TEST(Succession, NeedsPeriodsAndBoundariesThatFitTheReason) {
  const auto before = MangoHeader();
  auto after = before;
  const auto may = [&](v1::SuccessionReason reason) { return MaySucceed(before, after, reason); };
  EXPECT_TRUE(may(v1::SUCCESSION_REASON_CORRECTION));
  EXPECT_TRUE(may(v1::SUCCESSION_REASON_METHOD_OR_FACTOR_YEAR));
  EXPECT_FALSE(may(v1::SUCCESSION_REASON_NEW_PERIOD));
  // One day longer is no new period, and no correction either.
  after.set_last_day("2026-01-01");
  EXPECT_FALSE(may(v1::SUCCESSION_REASON_NEW_PERIOD));
  EXPECT_FALSE(may(v1::SUCCESSION_REASON_CORRECTION));
  EXPECT_FALSE(may(v1::SUCCESSION_REASON_METHOD_OR_FACTOR_YEAR));
  EXPECT_TRUE(may(v1::SUCCESSION_REASON_WITHDRAWN));
  after.set_first_day("2025-01-02");
  EXPECT_TRUE(may(v1::SUCCESSION_REASON_NEW_PERIOD));
  auto with_lot = before;
  with_lot.add_lots(testing::LotName("h-1"));
  after.add_lots(testing::LotName("h-1"));
  EXPECT_FALSE(MaySucceed(with_lot, after, v1::SUCCESSION_REASON_NEW_PERIOD));
  after = before;
  after.set_boundary(v1::FOOTPRINT_BOUNDARY_CRADLE_TO_DELIVERY);
  EXPECT_FALSE(may(v1::SUCCESSION_REASON_CORRECTION));
  after = before;
  after.set_product("participants/farm/products/lychee");
  EXPECT_FALSE(may(v1::SUCCESSION_REASON_WITHDRAWN));
}

}  // namespace
}  // namespace tanji::ledger
