// Lots: from the field, from each other, and gone.
#include <gtest/gtest.h>

#include "ledger/modules/products/find.h"
#include "ledger/modules/products/queries.h"
#include "ledger/modules/products/tables.h"
#include "tests/ledger/modules/products/farm.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Derived;
using testing::Farm;
using testing::Harvested;
using testing::LotName;
using testing::Refused;

class Lots : public ::testing::Test {
 protected:
  v1::GetLotResponse Read(const std::string& id) {
    v1::GetLotRequest request;
    v1::GetLotResponse response;
    request.set_name(LotName(id));
    EXPECT_TRUE(Accepted(GetLot(request, world_.state(), response)));
    return response;
  }
  v1::StatusKind StatusOf(const std::string& id) {
    return LotHistory("farm", id).At(world_.state(), {world_.now_ms(), world_.now_ms()}).kind;
  }

  Farm farm_;
  testing::World& world_ = farm_.world;
};

TEST_F(Lots, OfAPlausibleHarvestAreInForceAtOnce) {
  farm_.Do(Harvested("h-1"));
  const auto found = Read("h-1");
  const auto& lot = found.lot();
  EXPECT_EQ(lot.producer(), "participants/farm");
  EXPECT_EQ(lot.product(), testing::kMango);
  EXPECT_EQ(lot.harvest().facilities(0), testing::kOrchard);
  EXPECT_EQ(lot.harvest().first_day(), "2025-12-01");
  EXPECT_EQ(lot.harvest().last_day(), "2025-12-20");
  EXPECT_EQ(lot.harvest().moisture_unknown(), v1::UNKNOWN_NOT_ASSESSED);
  // 1 ha x 20000 kg/ha.
  EXPECT_EQ(lot.harvest().bound_kg(), "20000");
  EXPECT_EQ(lot.mass().decimal(), "15000");
  EXPECT_EQ(lot.mass_kg(), "15000");
  EXPECT_EQ(lot.custody(), v1::CUSTODY_MODEL_SEGREGATED);
  EXPECT_EQ(lot.registered_time(), world_.now_ms());
  EXPECT_EQ(lot.signed_by_size(), 1);
  EXPECT_EQ(found.balance().taken_kg(), "0");
  EXPECT_EQ(found.balance().lost_kg(), "0");
  EXPECT_FALSE(found.has_confirmation());
  EXPECT_EQ(StatusOf("h-1"), v1::STATUS_KIND_IN_FORCE);
}

TEST_F(Lots, AtTheBoundArePlausibleAndAboveItAreNot) {
  farm_.Do(Harvested("at", "20000"));
  farm_.Do(Harvested("above", "20000.000000001"));
  EXPECT_EQ(StatusOf("at"), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(StatusOf("above"), v1::STATUS_KIND_UNDER_REVIEW);
}

TEST_F(Lots, AreBoundedByTheSumOfTheirFacilities) {
  auto small = testing::Orchard("south");
  *small.mutable_area() = testing::Amounting("1", "mu");
  farm_.Do(small);
  auto both = Harvested("both", "21333.333333340");
  both.add_facilities("participants/farm/facilities/south");
  *both.mutable_mass() = testing::Amounting("21333.33333334", "kg");
  farm_.Do(both);
  // (10000 + 666.666666667) m2 x 2 kg/m2.
  EXPECT_EQ(Read("both").lot().harvest().bound_kg(), "21333.333333334");
  EXPECT_EQ(StatusOf("both"), v1::STATUS_KIND_UNDER_REVIEW);
}

TEST_F(Lots, TakeTheBoundOfTheLongestCategory) {
  auto wide = testing::Bound("CPC:0");
  wide.set_kg_per_ha("1");
  EXPECT_TRUE(Accepted(world_.Do("body-cn", wide)));
  farm_.Do(Harvested("h-1"));
  EXPECT_EQ(Read("h-1").lot().harvest().bound_kg(), "20000");
  auto narrow = testing::Bound("CPC:01316");
  narrow.set_kg_per_ha("9000");
  EXPECT_TRUE(Accepted(world_.Do("body-cn", narrow)));
  farm_.Do(Harvested("h-2"));
  EXPECT_EQ(Read("h-2").lot().harvest().bound_kg(), "9000");
  EXPECT_EQ(StatusOf("h-2"), v1::STATUS_KIND_UNDER_REVIEW);
  // A bound binds what is registered after it.
  EXPECT_EQ(StatusOf("h-1"), v1::STATUS_KIND_IN_FORCE);
}

TEST_F(Lots, WithoutABoundWaitForAnAuditor) {
  auto message = Harvested("h-1", "10");
  message.set_product(std::string(testing::kCut));
  farm_.Do(message);
  EXPECT_EQ(Read("h-1").lot().harvest().bound_unknown(), v1::UNKNOWN_NOT_ASSESSED);
  EXPECT_EQ(StatusOf("h-1"), v1::STATUS_KIND_UNDER_REVIEW);
  EXPECT_NE(Read("h-1").status().intervals(1).reason().zh(), "");
  v1::Lot lot;
  EXPECT_TRUE(Refused(FindLot(world_.state(), "lot", LotName("h-1"), world_.now_ms(), lot),
                      v1::CODE_NOT_IN_FORCE, {{"field", "lot"}, {"value", LotName("h-1")}}));

  EXPECT_TRUE(Accepted(world_.Do("auditor", testing::Confirmation("h-1"))));
  EXPECT_EQ(StatusOf("h-1"), v1::STATUS_KIND_IN_FORCE);
  EXPECT_TRUE(Accepted(FindLot(world_.state(), "lot", LotName("h-1"), world_.now_ms(), lot)));
  const auto confirmation = Read("h-1").confirmation();
  EXPECT_EQ(confirmation.auditor(), "participants/auditor");
  EXPECT_EQ(confirmation.interval(), 1u);
  EXPECT_EQ(confirmation.finding().en(), "weighing slips seen");
  EXPECT_EQ(confirmation.confirmed_time(), world_.now_ms());
  EXPECT_EQ(confirmation.signed_by(0), testing::KeyOf("auditor").key_id().str());
}

TEST_F(Lots, MayEndTheirHarvestToday) {
  auto message = Harvested("h-1");
  message.set_last_day("2026-01-01");
  farm_.Do(message);
  auto tomorrow = Harvested("h-2");
  tomorrow.set_last_day("2026-01-02");
  EXPECT_EQ(world_.Do("farm", tomorrow).code(), v1::CODE_HARVEST_IN_FUTURE);
  // 16:00 UTC is midnight in China.
  world_.Advance(std::int64_t{16} * 3'600'000);
  farm_.Do(tomorrow);
}

TEST_F(Lots, SplitWithoutGainingMass) {
  farm_.Do(Harvested("h-1"));
  farm_.Do(Derived("a", {{"h-1", "5000"}}, "5000"));
  farm_.Do(Derived("b", {{"h-1", "10000"}}, "9990"));
  EXPECT_EQ(Read("h-1").balance().taken_kg(), "15000");
  EXPECT_EQ(Read("b").lot().mass_kg(), "9990");
  EXPECT_EQ(Read("b").lot().derivation().parents(0).lot(), LotName("h-1"));
  EXPECT_EQ(Read("b").lot().derivation().yield_ratio(), "1");
  EXPECT_TRUE(Refused(world_.Do("farm", Derived("c", {{"h-1", "0.000000001"}}, "0.000000001")),
                      v1::CODE_LOT_OVERDRAWN,
                      {{"field", "parents[0].mass"},
                       {"lot", LotName("h-1")},
                       {"value", "0.000000001"},
                       {"left", "0"}}));
}

TEST_F(Lots, MergeAndTransform) {
  farm_.Do(Harvested("h-1"));
  farm_.Do(Harvested("h-2", "100"));
  auto cut = Derived("cut", {{"h-1", "1000"}, {"h-2", "100"}}, "550");
  cut.set_product(std::string(testing::kCut));
  cut.set_yield_ratio("0.5");
  farm_.Do(cut);
  EXPECT_EQ(Read("cut").lot().mass_kg(), "550");
  EXPECT_EQ(Read("h-1").balance().taken_kg(), "1000");
  EXPECT_EQ(Read("h-2").balance().taken_kg(), "100");
  EXPECT_EQ(StatusOf("cut"), v1::STATUS_KIND_IN_FORCE);
}

TEST_F(Lots, KeepTheirIdentityFromOneParentOnly) {
  auto harvest = Harvested("h-1");
  harvest.set_custody(v1::CUSTODY_MODEL_IDENTITY_PRESERVED);
  farm_.Do(harvest);
  auto split = Derived("a", {{"h-1", "10"}}, "10");
  split.set_custody(v1::CUSTODY_MODEL_IDENTITY_PRESERVED);
  farm_.Do(split);
  EXPECT_EQ(Read("a").lot().custody(), v1::CUSTODY_MODEL_IDENTITY_PRESERVED);
}

TEST_F(Lots, LoseMassWhateverTheirStatus) {
  farm_.Do(Harvested("h-1"));
  farm_.Do(testing::Loss("h-1", "12.25"));
  farm_.Do(testing::ChangeLot("h-1", testing::OpenStatus(v1::STATUS_KIND_WITHDRAWN)));
  farm_.Do(testing::Loss("h-1", "14987.75"));
  EXPECT_EQ(Read("h-1").balance().lost_kg(), "15000");
  EXPECT_TRUE(Refused(world_.Do("farm", testing::Loss("h-1", "1")), v1::CODE_LOT_OVERDRAWN,
                      {{"field", "mass"}, {"lot", LotName("h-1")}, {"value", "1"}, {"left", "0"}}));
}

// The review that registration opened is the auditor's to end; one of the producer's own is not.
TEST_F(Lots, AreReinstatedByTheirProducerWhereItSuspendedThem) {
  farm_.Do(Harvested("h-1"));
  farm_.Do(testing::ChangeLot("h-1", testing::OpenStatus(v1::STATUS_KIND_UNDER_REVIEW)));
  farm_.Do(testing::ChangeLot("h-1", testing::EndStatus(1)));
  EXPECT_EQ(StatusOf("h-1"), v1::STATUS_KIND_IN_FORCE);
  farm_.Do(Harvested("above", "30000"));
  farm_.Do(testing::ChangeLot("above", testing::OpenStatus(v1::STATUS_KIND_SUSPENDED)));
  farm_.Do(testing::ChangeLot("above", testing::EndStatus(2)));
  EXPECT_EQ(StatusOf("above"), v1::STATUS_KIND_UNDER_REVIEW);
}

TEST_F(Lots, AreListedByProducer) {
  farm_.Do(Harvested("h-1"));
  farm_.Do(Harvested("h-2"));
  v1::ListLotsRequest list;
  v1::ListLotsResponse own, others;
  list.set_parent("participants/farm");
  ASSERT_TRUE(Accepted(ListLots(list, world_.state(), world_.Scan(), own)));
  ASSERT_EQ(own.lots_size(), 2);
  EXPECT_EQ(own.lots(1).lot().id(), "h-2");
  EXPECT_EQ(own.lots(1).balance().taken_kg(), "0");
  list.set_parent("participants/neighbour");
  ASSERT_TRUE(Accepted(ListLots(list, world_.state(), world_.Scan(), others)));
  EXPECT_EQ(others.lots_size(), 0);
}

}  // namespace
}  // namespace tanji::ledger
