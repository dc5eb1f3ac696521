// What a lot comes from, each lot once, up to a bound.
#include "ledger/modules/products/lineage.h"

#include <gtest/gtest.h>

#include "ledger/modules/products/tables.h"
#include "tests/ledger/modules/products/farm.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Derived;
using testing::Harvested;
using testing::LotName;

class Lineage : public ::testing::Test {
 protected:
  std::vector<std::string> Of(const std::string& id) {
    std::vector<std::string> out;
    const auto lots = LineageOf(farm_.world.state(), LotName(id));
    if (!lots) return out;
    for (const auto& lot : *lots) out.push_back(lot.owned.id);
    return out;
  }
  LotStanding StandingNow(const std::string& id) {
    const AsOf now{farm_.world.now_ms(), farm_.world.now_ms()};
    return StandingOf(farm_.world.state(), LineageOf(farm_.world.state(), LotName(id))->front(),
                      now);
  }

  testing::Farm farm_;
};
using Ids = std::vector<std::string>;

TEST_F(Lineage, BeginsWithTheLotAndListsTheOthersByName) {
  farm_.Do(Harvested("b"));
  farm_.Do(Harvested("a"));
  farm_.Do(Derived("z", {{"a", "10"}, {"b", "10"}}, "20"));
  farm_.Do(Derived("c", {{"z", "5"}}, "5"));
  EXPECT_EQ(Of("a"), (Ids{"a"}));
  EXPECT_EQ(Of("c"), (Ids{"c", "a", "b", "z"}));
}

TEST_F(Lineage, ListsWhatIsReachedTwiceOnce) {
  farm_.Do(Harvested("a"));
  farm_.Do(Derived("left", {{"a", "10"}}, "10"));
  farm_.Do(Derived("right", {{"a", "10"}, {"left", "5"}}, "15"));
  farm_.Do(Derived("both", {{"left", "5"}, {"right", "5"}}, "10"));
  EXPECT_EQ(Of("both"), (Ids{"both", "a", "left", "right"}));
}

TEST_F(Lineage, EndsAtItsBound) {
  farm_.Do(Harvested("l-10"));
  std::string last = "l-10";
  for (int i = 11; i < 10 + static_cast<int>(kMaxLineage); ++i) {
    const auto next = "l-" + std::to_string(i);
    farm_.Do(Derived(next, {{last, "10"}}, "10"));
    last = next;
  }
  EXPECT_EQ(Of(last).size(), kMaxLineage);
  farm_.Do(Derived("more", {{last, "10"}}, "10"));
  EXPECT_EQ(Of("more"), Ids{});
}

TEST_F(Lineage, OfALotThatIsMissingIsAFaultOfTheStore) {
  farm_.Do(Harvested("a"));
  farm_.Do(Derived("b", {{"a", "10"}}, "10"));
  Overlay layer(testing::Below(farm_.world.state()));
  auto lot = kLots.Get(layer, "farm", "b").value();
  lot.mutable_derivation()->mutable_parents(0)->set_lot("participants/farm/lots/gone");
  kLots.Put(layer, "farm", "b", lot);
  EXPECT_THROW((void)LineageOf(layer, LotName("b")), StorageFailure);
}

TEST_F(Lineage, StandsLotByLot) {
  farm_.Do(Harvested("a"));
  farm_.Do(Derived("b", {{"a", "10"}}, "10"));
  farm_.Do(testing::ChangeLot("a", testing::OpenStatus(v1::STATUS_KIND_SUSPENDED)));
  EXPECT_FALSE(StandingNow("a").stands());
  EXPECT_TRUE(StandingNow("b").stands());
}

TEST_F(Lineage, OfAHarvestAboveTheBoundStandsWithItsConfirmation) {
  farm_.Do(Harvested("above", "30000"));
  EXPECT_FALSE(StandingNow("above").stands());
  EXPECT_FALSE(StandingNow("above").confirmation);
  testing::Farm::Expect(farm_.world.Do("auditor", testing::Confirmation("above")));
  EXPECT_TRUE(StandingNow("above").stands());
  EXPECT_TRUE(StandingNow("above").confirmation);
  v1::DeclareKeyCompromised compromise;
  compromise.set_key(testing::KeyNameOf("auditor"));
  compromise.set_since_time(testing::kGenesisTimeMs);
  *compromise.mutable_reason() = testing::Reason();
  testing::Farm::Expect(farm_.world.Do("auditor", compromise));
  const auto lost = StandingNow("above");
  EXPECT_FALSE(lost.stands());
  Causes causes;
  AddCauses(causes, LineageOf(farm_.world.state(), LotName("above"))->front(), lost);
  ASSERT_EQ(causes.size(), 1u);
  EXPECT_EQ(causes[0].name, LotName("above"));
  EXPECT_EQ(causes[0].kind, v1::STATUS_KIND_VOID);
}

}  // namespace
}  // namespace tanji::ledger
