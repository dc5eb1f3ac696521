// What a footprint stands on, and what a withdrawal anywhere below does to it.
#include <gtest/gtest.h>

#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/tables.h"
#include "ledger/modules/footprints/standing.h"
#include "ledger/modules/footprints/tables.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/footprints/grower.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::MangoHeader;
using testing::OpenStatus;
using testing::PowerLine;
using testing::UpstreamLine;

class Standing : public ::testing::Test {
 protected:
  // Fruit of 2025 with a factor, packed into a second footprint, and that into a third.
  Standing()
      : first_(grower_.Declared()),
        second_(grower_.Declared(MangoHeader(), {UpstreamLine("fruit", first_, "50")})),
        third_(grower_.Declared(MangoHeader(),
                                {UpstreamLine("pulp", second_, "50"),
                                 PowerLine("press", "10", "datasets/power/factors/peak")})) {}

  FootprintStanding Of(const std::string& name, AsOf at) {
    const auto id = ParseIdName(kFootprintsCollection, name).value();
    const auto& state = grower_.world.state();
    return StandingOf(state, id, ReadFootprint(state, id).value(), at);
  }
  FootprintStanding Of(const std::string& name) {
    return Of(name, {grower_.world.now_ms(), grower_.world.now_ms()});
  }
  void Withdraw(const v1::ChangeFactorStatus& change) {
    ASSERT_TRUE(Accepted(grower_.world.Do("body-cn", change)));
  }

  testing::Grower grower_;
  const std::string first_, second_, third_;
};

TEST_F(Standing, ListsAllBelowEachOnce) {
  const auto standing = Of(third_);
  EXPECT_TRUE(standing.stands());
  ASSERT_EQ(standing.factors.size(), 2u);
  EXPECT_EQ(standing.factors[0].name, "datasets/power/factors/average");
  EXPECT_EQ(standing.datasets.size(), 1u);
  EXPECT_EQ(standing.gwp_sets.size(), 1u);
  EXPECT_EQ(standing.upstream.size(), 2u);
}

TEST_F(Standing, AWithdrawnFactorReachesEveryFootprintAbove) {
  Withdraw(testing::ChangeFactor(testing::kPower, OpenStatus(v1::STATUS_KIND_WITHDRAWN)));
  for (const auto& name : {first_, second_, third_}) {
    EXPECT_FALSE(Of(name).stands()) << name;
    EXPECT_TRUE(Of(name).own.stands()) << name;
  }
  EXPECT_FALSE(Of(third_).factors[0].stands());
  EXPECT_TRUE(Of(third_).factors[1].stands());
}

TEST_F(Standing, BeforeTheWithdrawalItStood) {
  const auto before_ms = grower_.world.now_ms();
  grower_.world.Advance(1000);
  Withdraw(testing::ChangeFactor(testing::kPower, OpenStatus(v1::STATUS_KIND_WITHDRAWN)));
  EXPECT_TRUE(Of(third_, {before_ms, grower_.world.now_ms()}).stands());
  EXPECT_FALSE(Of(third_).stands());
}

TEST_F(Standing, AFactorOfOneDoesNotTouchTheOthers) {
  Withdraw(
      testing::ChangeFactor("datasets/power/factors/peak", OpenStatus(v1::STATUS_KIND_SUSPENDED)));
  EXPECT_TRUE(Of(first_).stands());
  EXPECT_TRUE(Of(second_).stands());
  EXPECT_FALSE(Of(third_).stands());
}

TEST_F(Standing, DatasetGwpSetAndUpstreamCountToo) {
  ASSERT_TRUE(Accepted(grower_.world.Do(
      "body-cn", testing::ChangeDataset("power", OpenStatus(v1::STATUS_KIND_SUSPENDED)))));
  EXPECT_FALSE(Of(third_).datasets[0].stands());
  EXPECT_FALSE(Of(third_).stands());
  ASSERT_TRUE(Accepted(
      grower_.world.Do("body-cn", testing::ChangeDataset("power", testing::EndStatus(1)))));
  EXPECT_TRUE(Of(third_).stands());
  grower_.Do(testing::ChangeFootprint(first_, OpenStatus(v1::STATUS_KIND_SUSPENDED)));
  EXPECT_FALSE(Of(third_).stands());
  EXPECT_TRUE(Of(third_).own.stands());
  grower_.Do(testing::ChangeFootprint(first_, testing::EndStatus(1)));
  ASSERT_TRUE(Accepted(grower_.world.Do(
      "body-cn", testing::ChangeGwpSet("ar6", OpenStatus(v1::STATUS_KIND_WITHDRAWN)))));
  EXPECT_FALSE(Of(first_).stands());
}

TEST_F(Standing, ACompromisedKeyReachesWhatItDeclaredAndPublished) {
  v1::DeclareKeyCompromised compromise;
  compromise.set_key(testing::KeyNameOf("farm"));
  compromise.set_since_time(testing::kGenesisTimeMs);
  *compromise.mutable_reason() = testing::Reason();
  ASSERT_TRUE(Accepted(grower_.world.Do("farm", compromise)));
  EXPECT_FALSE(Of(first_).own.stands());
  EXPECT_TRUE(Of(first_).datasets[0].stands());
  compromise.set_key(testing::KeyNameOf("body-cn"));
  ASSERT_TRUE(Accepted(grower_.world.Do("body-cn", compromise)));
  EXPECT_FALSE(Of(first_).datasets[0].stands());
  EXPECT_FALSE(Of(first_).gwp_sets[0].stands());
}

TEST_F(Standing, OfADraftDoesNotStand) {
  const auto draft = grower_.Draft(MangoHeader(), {PowerLine("a", "1")});
  EXPECT_FALSE(Of(draft).stands());
  EXPECT_TRUE(Of(draft).factors.empty());
}

TEST_F(Standing, RefusesARecordThatIsMissing) {
  const auto id = ParseIdName(kFootprintsCollection, first_).value();
  for (const auto& key : {kFootprintReferences.Key(id, 0), kDatasets.Key("power"),
                          kFactors.Key("power", "average"), kGwpSets.Key("ar6")}) {
    Overlay layer(testing::Below(grower_.world.state()));
    layer.Delete(key);
    const auto footprint = ReadFootprint(layer, id).value();
    EXPECT_THROW(StandingOf(layer, id, footprint, {1, 1}), StorageFailure);
  }
}

}  // namespace
}  // namespace tanji::ledger
