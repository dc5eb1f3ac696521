// CreateFootprint, AddLines, DeclareFootprint, ChangeFootprintStatus: what they make of the state.
#include <gtest/gtest.h>

#include "ledger/modules/common/draft_digest.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/rules.h"
#include "ledger/modules/footprints/tables.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/footprints/grower.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Grower;
using testing::MangoHeader;
using testing::PowerLine;
using testing::Refused;

Id IdOf(const std::string& name) {
  return ParseIdName(kFootprintsCollection, name).value();
}

TEST(Footprints, ADraftHoldsItsLinesAndNoResult) {
  Grower grower;
  const auto name = grower.Draft(MangoHeader(), {PowerLine("a", "1"), PowerLine("b", "2")});
  grower.Do(testing::Lines(name, {PowerLine("c", "3")}));
  const auto& state = grower.world.state();
  const auto progress = kFootprintProgress.Get(state, IdOf(name)).value();
  EXPECT_EQ(progress.line_count(), 3u);
  EXPECT_FALSE(progress.has_declared_time());
  EXPECT_EQ(kFootprintLines.Get(state, IdOf(name), 2).value().line().id(), "c");
  EXPECT_FALSE(kFootprintResults.Has(state, IdOf(name)));
  EXPECT_FALSE(FootprintHistory(IdOf(name)).Exists(state));
}

std::string DigestOf(const std::vector<v1::InventoryLine>& lines) {
  DraftDigest digest;
  for (const auto& line : lines) {
    v1::FootprintLine record;
    *record.mutable_line() = line;
    digest.Add(EncodeRecord(record));
  }
  return digest.str();
}

TEST(Footprints, TheDigestBindsEachLineInItsPlace) {
  Grower grower;
  const std::vector lines{PowerLine("a", "1"), PowerLine("b", "2")};
  const auto name = grower.Draft(MangoHeader(), lines);
  EXPECT_EQ(kFootprintProgress.Get(grower.world.state(), IdOf(name))->lines_digest(),
            DigestOf(lines));
}

TEST(Footprints, TheLedgerReckonsTheResult) {
  Grower grower;
  const auto name = grower.Declared(MangoHeader(), {PowerLine("a", "1000"), PowerLine("b", "500")});
  const auto& state = grower.world.state();
  const auto result = kFootprintResults.Get(state, IdOf(name)).value();
  // 1,500 kWh x 0.5777 / 100 kg.
  EXPECT_EQ(result.value(), "8.6655");
  EXPECT_EQ(result.factor_count(), 1u);
  EXPECT_EQ(result.depth(), 1u);
  EXPECT_EQ(kFootprintLineResults.Get(state, IdOf(name), 0)->co2e(), "5.777");
  EXPECT_EQ(kFootprintLineResults.Get(state, IdOf(name), 1)->share(), 3333u);
  EXPECT_EQ(kFootprintReferences.Get(state, IdOf(name), 0)->factors(0).factor(), testing::kPower);
  EXPECT_TRUE(FootprintHistory(IdOf(name))
                  .At(state, {grower.world.now_ms(), grower.world.now_ms()})
                  .in_force());
  const auto progress = kFootprintProgress.Get(state, IdOf(name)).value();
  EXPECT_EQ(progress.declared_time(), grower.world.now_ms());
  EXPECT_EQ(progress.declared_by_size(), 1);
}

TEST(Footprints, OneTransactionDoesItAll) {
  Grower grower;
  auto lines = testing::Lines("", {PowerLine("a", "1000")});
  lines.set_footprint_operation(0);
  v1::DeclareFootprint declare;
  declare.set_footprint_operation(0);
  declare.set_lines_digest(DigestOf({PowerLine("a", "1000")}));
  ASSERT_TRUE(Accepted(grower.world.Run(
      "farm", {testing::Op(testing::Creation()), testing::Op(lines), testing::Op(declare)})));
  const auto id = IdOf(grower.world.CreatedName(kFootprintsCollection));
  EXPECT_EQ(kFootprintResults.Get(grower.world.state(), id)->value(), "5.777");
}

TEST(Footprints, AnUpstreamFootprintIsCarriedOn) {
  Grower grower;
  const auto first = grower.Declared();
  const auto second = grower.Declared(MangoHeader(), {testing::UpstreamLine("fruit", first, "50")});
  const auto result = kFootprintResults.Get(grower.world.state(), IdOf(second)).value();
  // 50 kg x 5.777 / 100 kg.
  EXPECT_EQ(result.value(), "2.8885");
  EXPECT_EQ(result.depth(), 2u);
  EXPECT_EQ(kFootprintReferences.Get(grower.world.state(), IdOf(second), 0)->upstream(0), first);
}

TEST(Footprints, ChainsAreAtMostFourDeep) {
  Grower grower;
  auto name = grower.Declared();
  for (int depth = 2; depth <= 4; ++depth) {
    name = grower.Declared(MangoHeader(), {testing::UpstreamLine("fruit", name, "50")});
  }
  const auto fifth = grower.Draft(MangoHeader(), {testing::UpstreamLine("fruit", name, "50")});
  EXPECT_EQ(grower.world.Do("farm", testing::Declaration(grower.world, fifth)).code(),
            v1::CODE_UPSTREAM_TOO_DEEP);
}

TEST(Footprints, NoneStandsOnItself) {
  Grower grower;
  grower.Do(testing::Creation());
  const auto name = grower.world.CreatedName(kFootprintsCollection);
  grower.Do(testing::Lines(name, {testing::UpstreamLine("fruit", name, "50")}));
  EXPECT_TRUE(Refused(grower.world.Do("farm", testing::Declaration(grower.world, name)),
                      v1::CODE_FOOTPRINT_IS_DRAFT,
                      {{"field", "lines[fruit].upstream_footprint.footprint"}, {"value", name}}));
}

TEST(Footprints, AnUpstreamThatNoLongerStandsIsRefused) {
  Grower grower;
  const auto first = grower.Declared();
  const auto draft = grower.Draft(MangoHeader(), {testing::UpstreamLine("fruit", first, "50")});
  const auto refused = [&](const std::string& fallen) {
    return Refused(grower.world.Do("farm", testing::Declaration(grower.world, draft)),
                   v1::CODE_NOT_IN_FORCE,
                   {{"field", "lines[fruit].upstream_footprint.footprint"}, {"value", fallen}});
  };
  grower.Do(testing::ChangeFootprint(first, testing::OpenStatus(v1::STATUS_KIND_SUSPENDED)));
  EXPECT_TRUE(refused(first));
  grower.Do(testing::ChangeFootprint(first, testing::EndStatus(1)));
  // Nor one whose factor was withdrawn since.
  ASSERT_TRUE(Accepted(grower.world.Do(
      "body-cn",
      testing::ChangeFactor(testing::kPower, testing::OpenStatus(v1::STATUS_KIND_WITHDRAWN)))));
  EXPECT_TRUE(refused(std::string(testing::kPower)));
}

TEST(Footprints, CoverHarvestsOfTheirPeriodThoughUnderReview) {
  Grower grower;
  grower.Do(testing::Harvested("h-1", "41000"));
  auto header = MangoHeader();
  header.add_lots(testing::LotName("h-1"));
  EXPECT_FALSE(grower.Declared(header, {PowerLine("a", "1")}).empty());
}

TEST(Footprints, ARefusedDeclarationLeavesTheDraftAsItWas) {
  Grower grower;
  const auto name =
      grower.Draft(MangoHeader(), {PowerLine("a", "1", "datasets/power/factors/none")});
  const auto before = grower.world.state().Get(kFootprintProgress.Key(IdOf(name)));
  EXPECT_FALSE(grower.world.Do("farm", testing::Declaration(grower.world, name)).ok());
  EXPECT_EQ(grower.world.state().Get(kFootprintProgress.Key(IdOf(name))), before);
  EXPECT_FALSE(kFootprintResults.Has(grower.world.state(), IdOf(name)));
}

TEST(FootprintRules, ReferencesGoThirtyTwoToARecord) {
  v1::FootprintResult result;
  for (const auto& [names, records] :
       {std::pair{0u, 0u}, {1u, 1u}, {32u, 1u}, {33u, 2u}, {64u, 2u}, {65u, 3u}}) {
    result.set_factor_count(names);
    EXPECT_EQ(ReferenceRecords(result), records) << names;
  }
}

}  // namespace
}  // namespace tanji::ledger
