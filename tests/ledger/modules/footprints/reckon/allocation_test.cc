// Allocation, spreading, rounding, ranges and shares, by cases small enough for a pencil.
#include <gtest/gtest.h>

#include "tests/ledger/modules/footprints/reckon/inputs.h"

namespace tanji::ledger::testing {
namespace {

// Two outputs of 60 and 40 kg, and 300 kgCO2e for both.
Inventory TwoOutputs(v1::AllocationRule rule, std::string key = "", std::string other_key = "",
                     std::string key_unit = "") {
  auto inventory = EmptyInventory();
  inventory.header.set_allocation(rule);
  inventory.header.clear_outputs();
  *inventory.header.add_outputs() = OutputOf("60", "kg", std::move(key), key_unit);
  *inventory.header.add_outputs() = OutputOf("80", "jin", std::move(other_key), key_unit);
  inventory.AddFactorLine("all", v1::STAGE_CULTIVATION, "300", "kg", "1");
  return inventory;
}

TEST(Allocation, ByMassGivesEachKilogramTheSame) {
  EXPECT_EQ(TwoOutputs(v1::ALLOCATION_RULE_MASS).Value(), "3");
}

TEST(Allocation, ByKeyWeighsMassWithIt) {
  // 60 x 2 of 60 x 2 + 40 x 3: half of 300 over 60 kg.
  EXPECT_EQ(TwoOutputs(v1::ALLOCATION_RULE_ENERGY, "2", "3", "MJ/kg").Value(), "2.5");
  EXPECT_EQ(TwoOutputs(v1::ALLOCATION_RULE_ECONOMIC, "2", "3", "CNY/kg").Value(), "2.5");
}

TEST(Allocation, BySubdivisionTakesTheLinesOfTheProduct) {
  auto inventory = TwoOutputs(v1::ALLOCATION_RULE_SUBDIVISION);
  inventory.AddFactorLine("other", v1::STAGE_PACKING, "500", "kg", "1");
  inventory.lines[0].set_output(1);
  inventory.lines[1].set_output(2);
  inventory.SetRange("datasets/d/factors/f-other", "0", "2");
  const auto reckoned = inventory.Reckon();
  EXPECT_EQ(reckoned.result.value(), "5");
  EXPECT_EQ(reckoned.result.stages_size(), 1);
  EXPECT_EQ(reckoned.lines[1].cells_size(), 0);
  EXPECT_EQ(reckoned.lines[1].co2e(), "0");
  // What it used is told all the same.
  ASSERT_EQ(reckoned.factors.size(), 2u);
  EXPECT_EQ(reckoned.factors[1].up(), "0");
}

TEST(Perennial, SpreadsEstablishmentAndClearingOverTheBearingLife) {
  auto inventory = EmptyInventory();
  inventory.header.mutable_perennial()->set_bearing_years(20);
  inventory.header.mutable_perennial()->set_harvests(3);
  inventory.AddFactorLine("plants", v1::STAGE_ESTABLISHMENT, "1000", "kg", "1");
  inventory.AddFactorLine("saw", v1::STAGE_CLEARING, "200", "kg", "1");
  inventory.AddFactorLine("care", v1::STAGE_CULTIVATION, "100", "kg", "1");
  const auto reckoned = inventory.Reckon();
  EXPECT_EQ(reckoned.lines[0].co2e(), "1.5");
  EXPECT_EQ(reckoned.lines[1].co2e(), "0.3");
  EXPECT_EQ(reckoned.lines[2].co2e(), "1");
}

TEST(Cells, AreRoundedOnceHalfToEven) {
  auto inventory = EmptyInventory();
  *inventory.header.mutable_outputs(0)->mutable_mass() = AmountOf("2", "kg");
  inventory.AddFactorLine("a", v1::STAGE_CULTIVATION, "0.000000001", "kg", "1");
  inventory.AddFactorLine("b", v1::STAGE_CULTIVATION, "0.000000003", "kg", "1");
  const auto reckoned = inventory.Reckon();
  EXPECT_EQ(reckoned.lines[0].co2e(), "0");
  EXPECT_EQ(reckoned.lines[1].co2e(), "0.000000002");
  EXPECT_EQ(reckoned.result.value(), "0.000000002");
}

TEST(Cells, TakeTheirCo2eFromTheExactMass) {
  auto inventory = EmptyInventory();
  *inventory.header.mutable_outputs(0)->mutable_mass() = AmountOf("3", "kg");
  auto& line = inventory.AddFactorLine("n2o", v1::STAGE_CULTIVATION, "1", "kg", "1");
  auto& part = *inventory.Row(line.factor()).add_parts();
  part.set_gas(v1::GAS_N2O);
  part.set_value("1");
  const auto reckoned = inventory.Reckon();
  const auto& cell = reckoned.lines[0].cells(0);
  EXPECT_EQ(cell.mass(), "0.333333333");
  EXPECT_EQ(cell.co2e(), "91");  // not 90.999999909
}

TEST(Ranges, OfOneFactorMoveAllItsLinesTogether) {
  auto inventory = EmptyInventory();
  const auto name = inventory.AddFactorLine("a", v1::STAGE_CULTIVATION, "300", "kg", "1").factor();
  inventory.AddFactorLine("b", v1::STAGE_CULTIVATION, "100", "kg", "9").set_factor(name);
  inventory.SetRange(name, "0.5", "3");
  const auto reckoned = inventory.Reckon();
  EXPECT_EQ(reckoned.result.value(), "4");
  EXPECT_EQ(reckoned.result.low(), "2");
  EXPECT_EQ(reckoned.result.high(), "12");
  EXPECT_EQ(reckoned.lines[0].sensitivity(), "8");
  EXPECT_EQ(reckoned.lines[1].sensitivity(), "8");
  EXPECT_EQ(reckoned.result.unranged_share(), 0u);
}

TEST(Ranges, OfDifferentValuesAddInSquaresAndTheRootIsFloored) {
  auto inventory = EmptyInventory();
  const auto a = inventory.AddFactorLine("a", v1::STAGE_CULTIVATION, "100", "kg", "10").factor();
  auto& b = inventory.AddFactorLine("b", v1::STAGE_CULTIVATION, "100", "kg", "10");
  inventory.AddFactorLine("c", v1::STAGE_CULTIVATION, "100", "kg", "20");
  inventory.SetRange(a, "7", "11");
  // An amount moves like a factor: 60 to 110 kg.
  b.mutable_amount_range()->set_low("60");
  b.mutable_amount_range()->set_high("110");
  const auto reckoned = inventory.Reckon();
  EXPECT_EQ(reckoned.result.low(), "35");             // 40 - sqrt(9 + 16)
  EXPECT_EQ(reckoned.result.high(), "41.414213562");  // 40 + sqrt(2)
  EXPECT_EQ(reckoned.result.unranged_share(), 5'000u);
  EXPECT_EQ(reckoned.lines[1].sensitivity(), "4");
  EXPECT_EQ(reckoned.lines[2].sensitivity(), "");
  EXPECT_EQ(reckoned.factors[2].up(), "");
}

TEST(Ranges, NeverReachBelowZero) {
  auto inventory = EmptyInventory();
  for (const auto* id : {"a", "b", "c"}) {
    const auto name = inventory.AddFactorLine(id, v1::STAGE_CULTIVATION, "100", "kg", "1").factor();
    inventory.SetRange(name, "0", "1");
  }
  EXPECT_EQ(inventory.Reckon().result.low(), "1.267949193");  // 3 - sqrt(3)
  inventory.lines.resize(1);
  EXPECT_EQ(inventory.Reckon().result.low(), "0");
}

TEST(Shares, ByLineAddUpAndFavourTheEarlier) {
  auto inventory = EmptyInventory();
  for (const auto* id : {"a", "b", "c"}) {
    inventory.AddFactorLine(id, v1::STAGE_CULTIVATION, "100", "kg", "1");
  }
  inventory.lines[0].set_activity_primary(true);
  inventory.lines[1].set_activity_primary(true);
  inventory.lines[1].set_factor_primary(true);
  inventory.lines[2].set_factor_primary(true);
  const auto reckoned = inventory.Reckon();
  EXPECT_EQ(reckoned.lines[0].share(), 3'334u);
  EXPECT_EQ(reckoned.lines[1].share(), 3'333u);
  EXPECT_EQ(reckoned.lines[2].share(), 3'333u);
  EXPECT_EQ(reckoned.result.primary_activity_share(), 6'667u);
  EXPECT_EQ(reckoned.result.primary_share(), 3'333u);
}

TEST(Shares, OfNothingAreZero) {
  auto inventory = EmptyInventory();
  auto& line = inventory.AddFactorLine("a", v1::STAGE_CULTIVATION, "0", "kg", "1");
  inventory.lines[0].set_activity_primary(true);
  inventory.lines[0].mutable_quality()->set_temporal(1);
  inventory.SetRange(line.factor(), "0", "2");
  const auto reckoned = inventory.Reckon();
  EXPECT_EQ(reckoned.result.value(), "0");
  EXPECT_EQ(reckoned.result.high(), "0");
  EXPECT_EQ(reckoned.lines[0].share(), 0u);
  EXPECT_EQ(reckoned.lines[0].cells_size(), 1);
  EXPECT_EQ(reckoned.result.primary_activity_share(), 0u);
  EXPECT_EQ(reckoned.result.temporal_quality(), "");
}

TEST(Quality, IsWeightedByEmissionsOverRatedLines) {
  auto inventory = EmptyInventory();
  inventory.AddFactorLine("a", v1::STAGE_CULTIVATION, "100", "kg", "1");
  inventory.AddFactorLine("b", v1::STAGE_CULTIVATION, "100", "kg", "2");
  inventory.AddFactorLine("unrated", v1::STAGE_CULTIVATION, "100", "kg", "50");
  for (const auto i : {0, 1}) {
    auto& quality = *inventory.lines[i].mutable_quality();
    quality.set_technological(i == 0 ? 1 : 2);
    quality.set_geographical(5);
    quality.set_temporal(i == 0 ? 4 : 1);
  }
  const auto result = inventory.Reckon().result;
  EXPECT_EQ(result.technological_quality(), "1.67");
  EXPECT_EQ(result.geographical_quality(), "5");
  EXPECT_EQ(result.temporal_quality(), "2");
}

TEST(OfWhich, IsShownBesideTheTotal) {
  auto inventory = EmptyInventory();
  inventory.AddFactorLine("box", v1::STAGE_PACKING, "100", "kg", "1");
  inventory.lines[0].set_of_which(v1::OF_WHICH_PACKAGING);
  inventory.AddFactorLine("plane", v1::STAGE_PACKING, "100", "kg", "4");
  inventory.lines[1].set_of_which(v1::OF_WHICH_AIRCRAFT);
  const auto result = inventory.Reckon().result;
  EXPECT_EQ(result.value(), "5");
  EXPECT_EQ(result.packaging(), "1");
  EXPECT_EQ(result.aircraft(), "4");
}

}  // namespace
}  // namespace tanji::ledger::testing
