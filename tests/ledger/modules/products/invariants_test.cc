// Each invariant is proved able to fire: the state is corrupted as no operation would.
#include "ledger/modules/products/invariants.h"

#include <gtest/gtest.h>

#include "ledger/modules/products/tables.h"
#include "tests/ledger/modules/products/farm.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Derived;
using testing::Harvested;

class ProductsInvariant : public ::testing::Test {
 protected:
  ProductsInvariant() {
    farm_.Do(Harvested("h-1"));
    farm_.Do(Harvested("above", "30000"));
    farm_.Do(Derived("a", {{"h-1", "100"}}, "90"));
    EXPECT_TRUE(Accepted(farm_.world.Do("auditor", testing::Confirmation("above"))));
  }
  // The problem that the invariant finds in `layer_`; empty if none.
  std::string Problem(const std::string& invariant) {
    const auto outcome = testing::CheckInvariant("products." + invariant, layer_.changes(),
                                                 farm_.world.state(), layer_);
    return outcome.ok() ? "" : outcome.detail().back().second;
  }
  v1::Lot Lot(const std::string& id) { return kLots.Get(layer_, "farm", id).value(); }
  void PutBalance(const std::string& id, const std::string& taken, const std::string& lost) {
    v1::LotBalance balance;
    balance.set_taken_kg(taken);
    balance.set_lost_kg(lost);
    kLotBalances.Put(layer_, "farm", id, balance);
  }

  testing::Farm farm_;
  Overlay layer_{testing::Below(farm_.world.state())};
};

TEST_F(ProductsInvariant, NothingIsWrongToBeginWith) {
  kLots.Put(layer_, "farm", "h-1", Lot("h-1"));
  PutBalance("h-1", "100", "0");
  for (const auto& row : ProductsInvariants()) {
    EXPECT_TRUE(Accepted(row.check(layer_.changes(), farm_.world.state(), layer_))) << row.name;
  }
}

TEST_F(ProductsInvariant, RecordsAreImmutable) {
  const std::string farm = "farm";
  for (const auto& key : {kFacilities.Key(farm, "orchard"), kProducts.Key(farm, "mango"),
                          kLots.Key(farm, "h-1"), kHarvestConfirmations.Key(farm, "above")}) {
    Overlay layer(testing::Below(farm_.world.state()));
    layer.Put(key, "x");
    EXPECT_EQ(testing::CheckInvariant("products.records_are_immutable", layer.changes(),
                                      farm_.world.state(), layer)
                  .detail()
                  .back()
                  .second,
              "rewritten");
    layer.Delete(key);
    EXPECT_EQ(testing::CheckInvariant("products.records_are_immutable", layer.changes(),
                                      farm_.world.state(), layer)
                  .detail()
                  .back()
                  .second,
              "deleted");
  }
}

TEST_F(ProductsInvariant, RecordsLieUnderTheirName) {
  kFacilities.Put(layer_, "farm", "x", kFacilities.Get(layer_, "farm", "orchard").value());
  EXPECT_EQ(Problem("records_lie_under_their_name"), "not the key of its name");
}
TEST_F(ProductsInvariant, ProductsLieUnderTheirName) {
  kProducts.Put(layer_, "neighbour", "mango", kProducts.Get(layer_, "farm", "mango").value());
  EXPECT_EQ(Problem("records_lie_under_their_name"), "not the key of its name");
}
TEST_F(ProductsInvariant, LotsLieUnderTheirName) {
  auto lot = Lot("h-1");
  lot.set_producer("farm");
  kLots.Put(layer_, "farm", "h-1", lot);
  EXPECT_EQ(Problem("records_lie_under_their_name"), "not the key of its name");
}

TEST_F(ProductsInvariant, YieldBoundsStay) {
  auto bound = kYieldBounds.Get(layer_, "CPC:0131").value();
  bound.set_set_time(bound.set_time() - 1);
  kYieldBounds.Put(layer_, "CPC:0131", bound);
  EXPECT_EQ(Problem("yield_bounds_stay"), "a lasting field has changed");
  kYieldBounds.Delete(layer_, "CPC:0131");
  EXPECT_EQ(Problem("yield_bounds_stay"), "deleted");
}
TEST_F(ProductsInvariant, YieldBoundsLieUnderTheirCategory) {
  kYieldBounds.Put(layer_, "CPC:01", kYieldBounds.Get(layer_, "CPC:0131").value());
  EXPECT_EQ(Problem("yield_bounds_stay"), "not the key of its category");
}

TEST_F(ProductsInvariant, HistoriesContinue) {
  struct Row {
    const char* invariant;
    KeySpace history;
    const char* id;
  };
  for (const auto& row : {Row{"facility_histories_continue", KeySpace::kFacilityStatus, "orchard"},
                          Row{"product_histories_continue", KeySpace::kProductStatus, "mango"},
                          Row{"lot_histories_continue", KeySpace::kLotStatus, "h-1"}}) {
    const auto key = MakeKey(row.history, std::string("farm"), std::string(row.id));
    auto record = ParseRecord<v1::StatusRecord>(farm_.world.state().Get(key).value());
    record.mutable_intervals(0)->set_from_time(1);
    layer_.Put(key, EncodeRecord(record));
    EXPECT_EQ(Problem(row.invariant), "a status interval was rewritten");
    layer_.Delete(key);
    EXPECT_EQ(Problem(row.invariant), "deleted");
  }
}

TEST_F(ProductsInvariant, EveryObjectHasItsHistory) {
  kProducts.Put(layer_, "farm", "new", kProducts.Get(layer_, "farm", "mango").value());
  EXPECT_EQ(Problem("product_histories_continue"), "no status record");
  LotHistory("farm", "new").Create(layer_, {1, "participants/farm"}, 1, std::nullopt);
  EXPECT_EQ(Problem("lot_histories_continue"), "a status without its object");
}

TEST_F(ProductsInvariant, BalancesNeverFall) {
  PutBalance("h-1", "99.999999999", "0");
  EXPECT_EQ(Problem("balances_hold"), "a lasting field has changed");
}
TEST_F(ProductsInvariant, BalancesNeverExceedTheirLot) {
  PutBalance("h-1", "100", "14900");
  EXPECT_EQ(Problem("balances_hold"), "");
  PutBalance("h-1", "100", "14900.000000001");
  EXPECT_EQ(Problem("balances_hold"), "more is gone than there was");
}
TEST_F(ProductsInvariant, BalancesNeverExceedTheirLotWithTheMostThatIsLabelled) {
  const auto labelled = [&](std::vector<std::pair<std::string, std::string>> rows) {
    v1::LotBalance balance;
    balance.set_taken_kg("100");
    balance.set_lost_kg("0");
    for (const auto& [scheme, kilograms] : rows) {
      auto& row = *balance.add_labelled();
      row.set_scheme(scheme);
      row.set_mass_kg(kilograms);
    }
    kLotBalances.Put(layer_, "farm", "h-1", balance);
    return Problem("balances_hold");
  };
  EXPECT_EQ(labelled({{"schemes/a", "14900"}, {"schemes/b", "14900"}}), "");
  EXPECT_EQ(labelled({{"schemes/a", "1"}, {"schemes/b", "14900.000000001"}}),
            "more is gone than there was");
  constexpr char kNoList[] = "labelled masses that are no list";
  EXPECT_EQ(labelled({{"schemes/b", "1"}, {"schemes/a", "1"}}), kNoList);
  EXPECT_EQ(labelled({{"schemes/a", "1"}, {"schemes/a", "1"}}), kNoList);
  EXPECT_EQ(labelled({{"schemes/a", "0"}}), kNoList);
  std::vector<std::pair<std::string, std::string>> nine;
  for (int i = 0; i < 9; ++i) nine.emplace_back("schemes/s" + std::to_string(i), "1");
  EXPECT_EQ(labelled(nine), kNoList);
}
TEST_F(ProductsInvariant, BalancesBelongToALot) {
  PutBalance("nowhere", "0", "0");
  EXPECT_EQ(Problem("balances_hold"), "a balance without its lot");
}
TEST_F(ProductsInvariant, LotsHaveBalances) {
  auto lot = Lot("h-1");
  lot.set_id("b");
  kLots.Put(layer_, "farm", "b", lot);
  EXPECT_EQ(Problem("lots_have_balances"), "no balance");
}

TEST_F(ProductsInvariant, NothingIsTakenWithoutANewLot) {
  PutBalance("h-1", "101", "0");
  EXPECT_EQ(Problem("mass_is_conserved"), "what is taken is not what the new lots are made of");
}
TEST_F(ProductsInvariant, NoLotComesFromNothing) {
  auto lot = Lot("a");
  lot.set_id("b");
  kLots.Put(layer_, "farm", "b", lot);
  EXPECT_EQ(Problem("mass_is_conserved"), "what is taken is not what the new lots are made of");
  PutBalance("h-1", "200", "0");
  EXPECT_EQ(Problem("mass_is_conserved"), "");
  lot.set_mass_kg("100.000000001");
  kLots.Put(layer_, "farm", "b", lot);
  EXPECT_EQ(Problem("mass_is_conserved"), "more comes out than went in");
  lot.mutable_derivation()->mutable_parents(0)->set_lot("h-1");
  kLots.Put(layer_, "farm", "b", lot);
  EXPECT_EQ(Problem("mass_is_conserved"), "a parent that is no lot");
}

TEST_F(ProductsInvariant, ConfirmationsAreOfOthers) {
  auto confirmation = kHarvestConfirmations.Get(layer_, "farm", "above").value();
  kHarvestConfirmations.Put(layer_, "farm", "h-1", confirmation);
  EXPECT_EQ(Problem("confirmations_are_of_others"), "not another's word on a harvest under review");
}
TEST_F(ProductsInvariant, ConfirmationsAreNotOfTheProducer) {
  auto confirmation = kHarvestConfirmations.Get(layer_, "farm", "above").value();
  confirmation.set_auditor("participants/farm");
  kHarvestConfirmations.Put(layer_, "farm", "above", confirmation);
  EXPECT_EQ(Problem("confirmations_are_of_others"), "not another's word on a harvest under review");
}
TEST_F(ProductsInvariant, ConfirmationsHaveALot) {
  kHarvestConfirmations.Put(layer_, "farm", "x",
                            kHarvestConfirmations.Get(layer_, "farm", "above").value());
  EXPECT_EQ(Problem("confirmations_are_of_others"), "a confirmation without its lot");
}

}  // namespace
}  // namespace tanji::ledger
