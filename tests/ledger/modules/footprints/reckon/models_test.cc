// Each model by cases that a person can follow with a pencil.
#include <gtest/gtest.h>

#include "ledger/base/rational.h"
#include "tests/ledger/modules/footprints/reckon/inputs.h"

namespace tanji::ledger::testing {
namespace {

constexpr auto kModel = v1::FACTOR_KIND_GAS_MODEL;

// "DIRECT N2O LAND_MANAGEMENT_FOSSIL 0.1 27.3"
std::string Shown(const v1::Cell& cell) {
  const auto after = [](const std::string& name, std::string_view prefix) {
    return name.substr(prefix.size());
  };
  return after(v1::CellComponent_Name(cell.component()), "CELL_COMPONENT_") + " " +
         after(v1::Gas_Name(cell.gas()), "GAS_") + " " +
         after(v1::PactComponent_Name(cell.pact()), "PACT_COMPONENT_") + " " + cell.mass() + " " +
         cell.co2e();
}
std::vector<std::string> Cells(const Inventory& inventory, std::size_t line = 0) {
  const auto reckoned = inventory.Reckon();
  std::vector<std::string> out;
  for (const auto& cell : reckoned.lines.at(line).cells()) out.push_back(Shown(cell));
  return out;
}
using Expected = std::vector<std::string>;

TEST(FactorLines, MultiplyAcrossUnitsOfOneDimension) {
  auto inventory = EmptyInventory();
  inventory.AddFactorLine("power", v1::STAGE_PACKING, "900", "kWh", "0.5777");
  // 519.93 kg over 100 kg.
  EXPECT_EQ(Cells(inventory), (Expected{"FACTOR CO2E FOSSIL 5.1993 5.1993"}));
  *inventory.lines[0].mutable_factor()->mutable_amount() = AmountOf("3240", "MJ");
  EXPECT_EQ(inventory.Value(), "5.1993");
}

TEST(FactorLines, OfDistributionAreOutboundLogistics) {
  auto inventory = EmptyInventory();
  inventory.header.set_boundary(v1::FOOTPRINT_BOUNDARY_CRADLE_TO_DELIVERY);
  inventory.AddFactorLine("truck", v1::STAGE_DISTRIBUTION, "1000", "t.km", "0.1");
  EXPECT_EQ(Cells(inventory), (Expected{"FACTOR CO2E OUTBOUND_LOGISTICS 1 1"}));
}

TEST(FactorLines, OfFuelsMakeTwoCells) {
  auto inventory = EmptyInventory();
  auto& line = *inventory.Add("diesel", v1::STAGE_CULTIVATION).mutable_factor();
  *line.mutable_amount() = AmountOf("100", "L");
  line.set_factor(inventory.Factor("diesel", v1::FACTOR_KIND_COMBUSTION_CO2, "2.6", "kgCO2/L"));
  line.set_upstream(inventory.Factor("up", v1::FACTOR_KIND_UPSTREAM_CO2E, "0.5", "kgCO2e/kg"));
  line.set_conversion(inventory.Factor("density", v1::FACTOR_KIND_PHYSICAL, "0.84", "kg/L"));
  EXPECT_EQ(Cells(inventory),
            (Expected{"COMBUSTION CO2 FOSSIL 2.6 2.6", "UPSTREAM CO2E FOSSIL 0.42 0.42"}));
  // The same amount in cubic metres.
  *line.mutable_amount() = AmountOf("0.1", "m3");
  EXPECT_EQ(inventory.Value(), "3.02");
  line.clear_conversion();
  line.set_upstream_unknown(v1::UNKNOWN_NOT_ASSESSED);
  EXPECT_EQ(Cells(inventory), (Expected{"COMBUSTION CO2 FOSSIL 2.6 2.6"}));
}

TEST(FactorLines, OfSplitFactorsMakeACellPerGas) {
  auto inventory = EmptyInventory();
  auto& line = inventory.AddFactorLine("gas", v1::STAGE_PROCESSING, "100", "kg", "9");
  auto& row = inventory.Row(line.factor());
  const auto add = [&](v1::Gas gas, std::string value) {
    auto& part = *row.add_parts();
    part.set_gas(gas);
    part.set_value(std::move(value));
  };
  add(v1::GAS_CO2, "2");
  add(v1::GAS_CH4_FOSSIL, "0.1");
  add(v1::GAS_CH4_NON_FOSSIL, "0.1");
  EXPECT_EQ(Cells(inventory),
            (Expected{"FACTOR CO2 FOSSIL 2 2", "FACTOR CH4_FOSSIL FOSSIL 0.1 2.98",
                      "FACTOR CH4_NON_FOSSIL BIOGENIC_NON_CO2 0.1 2.7"}));
  // Half the value is half of each part.
  inventory.SetRange(line.factor(), "4.5", "9");
  const auto reckoned = inventory.Reckon();
  EXPECT_EQ(reckoned.factors.at(0).down(), "3.84");
  EXPECT_EQ(reckoned.factors.at(0).up(), "0");
  EXPECT_EQ(reckoned.result.low(), "3.84");
}

v1::SoilN2o& AddSoil(Inventory& inventory) {
  auto& soil = *inventory.Add("soil", v1::STAGE_CULTIVATION).mutable_soil_n2o();
  soil.set_ef4(inventory.Factor("EF4", kModel, "0.014", "kgN2O-N/kg N volatilised"));
  soil.set_frac_leach(inventory.Factor("FracLEACH", kModel, "0.25", "kg/kg"));
  soil.set_ef5(inventory.Factor("EF5", kModel, "0.02", "kgN2O-N/kg N leached"));
  auto& input = *soil.add_inputs();
  *input.mutable_applied() = AmountOf("700", "kg N");
  input.set_ef1(inventory.Factor("EF1", kModel, "0.01", "kgN2O-N/kg N"));
  input.set_frac_gas(inventory.Factor("FracGASF", kModel, "0.1", "kg/kg"));
  return soil;
}

TEST(SoilN2o, HasThreeCells) {
  auto inventory = EmptyInventory();
  AddSoil(inventory);
  // 700 x 0.01 = 7 kg N, 11 kg N2O; 700 x 0.1 x 0.014 = 0.98, 1.54; 700 x 0.25 x 0.02 = 3.5, 5.5.
  EXPECT_EQ(Cells(inventory), (Expected{"DIRECT N2O LAND_MANAGEMENT_FOSSIL 0.11 30.03",
                                        "VOLATILISED N2O LAND_MANAGEMENT_FOSSIL 0.0154 4.2042",
                                        "LEACHED N2O LAND_MANAGEMENT_FOSSIL 0.055 15.015"}));
}

TEST(SoilN2o, OfResiduesLeachesAndDoesNotVolatilise) {
  auto inventory = EmptyInventory();
  auto& input = *AddSoil(inventory).mutable_inputs(0);
  input.clear_frac_gas();
  auto& residue = *input.mutable_residue();
  *residue.mutable_yield() = AmountOf("10", "t");
  residue.set_dry(inventory.Factor("dry", kModel, "0.5", "kg/kg"));
  residue.set_rag(inventory.Factor("RAG", kModel, "2", "kg/kg"));
  residue.set_nag(inventory.Factor("NAG", kModel, "0.14", "kg N/kg dm"));
  residue.set_returned_share(5'000);
  // 10,000 x 0.5 x 2 x 0.14 / 2 = 700 kg N again.
  EXPECT_EQ(Cells(inventory), (Expected{"DIRECT N2O LAND_MANAGEMENT_FOSSIL 0.11 30.03",
                                        "VOLATILISED N2O LAND_MANAGEMENT_FOSSIL 0 0",
                                        "LEACHED N2O LAND_MANAGEMENT_FOSSIL 0.055 15.015"}));
}

v1::RiceCh4& AddRice(Inventory& inventory) {
  auto& rice = *inventory.Add("rice", v1::STAGE_CULTIVATION).mutable_rice_ch4();
  *rice.mutable_area() = AmountOf("15", "mu");
  rice.set_days("100");
  rice.set_efc(inventory.Factor("EFc", kModel, "1.3", "kgCH4/ha/d"));
  rice.set_sfw(inventory.Factor("SFw", kModel, "0.5", "1"));
  rice.set_sfp(inventory.Factor("SFp", kModel, "1", "1"));
  return rice;
}

TEST(RiceCh4, IsAreaTimesDaysTimesFactors) {
  auto inventory = EmptyInventory();
  AddRice(inventory);
  EXPECT_EQ(Cells(inventory), (Expected{"DIRECT CH4_NON_FOSSIL BIOGENIC_NON_CO2 0.65 17.55"}));
}

TEST(RiceCh4, RaisesTheBracketOfAmendmentsToItsPower) {
  auto inventory = EmptyInventory();
  auto& rice = AddRice(inventory);
  rice.set_exponent(inventory.Factor("exponent", kModel, "0.59", "1"));
  auto& straw = *rice.add_amendments();
  straw.set_tonnes_per_ha("4");
  straw.set_cfoa(inventory.Factor("straw", kModel, "0.19", "1"));
  // 1.76^0.59 = 1.395894108 (D3).
  EXPECT_EQ(Cells(inventory),
            (Expected{"DIRECT CH4_NON_FOSSIL BIOGENIC_NON_CO2 0.90733117 24.497941595"}));
}

TEST(CarbonApplied, IsFortyFourTwelfths) {
  auto inventory = EmptyInventory();
  auto& lime = *inventory.Add("lime", v1::STAGE_CULTIVATION).mutable_carbon_applied();
  *lime.mutable_mass() = AmountOf("0.5", "t");
  lime.set_factor(inventory.Factor("limestone-co2", kModel, "0.12", "tC/t"));
  EXPECT_EQ(Cells(inventory), (Expected{"DIRECT CO2 LAND_MANAGEMENT_FOSSIL 2.2 2.2"}));
}

TEST(ResidueBurning, GivesOffMethaneAndNitrousOxide) {
  auto inventory = EmptyInventory();
  auto& fire = *inventory.Add("fire", v1::STAGE_CULTIVATION).mutable_residue_burning();
  *fire.mutable_dry_matter() = AmountOf("5000", "kg dm");
  fire.set_combustion_share(8'000);
  fire.set_ch4(inventory.Factor("CH4", kModel, "0.0027", "kgCH4/kg dm burnt"));
  fire.set_n2o(inventory.Factor("N2O", kModel, "0.00007", "kgN2O/kg dm burnt"));
  EXPECT_EQ(Cells(inventory), (Expected{"COMBUSTION CH4_NON_FOSSIL BIOGENIC_NON_CO2 0.108 2.916",
                                        "COMBUSTION N2O BIOGENIC_NON_CO2 0.0028 0.7644"}));
}

v1::LandUseChange& AddLandUseChange(Inventory& inventory) {
  inventory.header.clear_land_use_change_unknown();
  auto& land = *inventory.Add("land", v1::STAGE_CULTIVATION).mutable_land_use_change();
  *land.mutable_area() = AmountOf("1", "ha");
  land.set_carbon_before("180");
  land.set_carbon_after("30");
  land.set_conversion_day("2020-07-01");
  return land;
}

TEST(LandUseChange, IsSpreadOverTwentyYears) {
  auto inventory = EmptyInventory();
  auto& land = AddLandUseChange(inventory);
  // 150 t C x 44/12 / 20 = 27.5 t CO2 a year.
  EXPECT_EQ(Cells(inventory), (Expected{"DIRECT CO2 LAND_USE_CHANGE 275 275"}));
  // The last half year, of 181 days.
  land.set_conversion_day("2005-07-01");
  EXPECT_EQ(inventory.Value(), RoundToDecimal(Rational(275 * 181, 365))->Text());
  // A season of 73 days is a fifth of a year; four years are four.
  land.set_conversion_day("2020-07-01");
  inventory.header.set_last_day("2025-03-14");
  EXPECT_EQ(inventory.Value(), "55");
  inventory.header.set_first_day("2021-01-01");
  inventory.header.set_last_day("2024-12-31");
  EXPECT_EQ(inventory.Value(), "1100");
}

constexpr const char* kUpstream = "footprints/00000000-0000-8000-8000-000000000001";

Inventory WithUpstream() {
  auto inventory = EmptyInventory();
  auto& upstream = *inventory.Add("boxes", v1::STAGE_PACKING).mutable_upstream_footprint();
  *upstream.mutable_amount() = AmountOf("400", "jin");
  upstream.set_footprint(kUpstream);
  auto& value = inventory.upstream[kUpstream];
  value.boundary = v1::FOOTPRINT_BOUNDARY_CRADLE_TO_GATE;
  value.gwp_set = "gwpSets/ar6";
  value.result.set_depth(2);
  const auto add = [&](v1::Gas gas, v1::PactComponent component, std::string mass,
                       std::string co2e) {
    auto& part = *value.result.add_parts();
    part.set_gas(gas);
    part.set_component(component);
    part.set_mass(std::move(mass));
    part.set_co2e(std::move(co2e));
  };
  add(v1::GAS_CO2, v1::PACT_COMPONENT_LAND_USE_CHANGE, "0.25", "0.25");
  // The mass is rounded; exactly it was 0.0000000014.
  add(v1::GAS_N2O, v1::PACT_COMPONENT_FOSSIL, "0.000000001", "0.000000382");
  return inventory;
}

TEST(UpstreamFootprint, KeepsGasAndComponent) {
  const auto inventory = WithUpstream();
  EXPECT_EQ(Cells(inventory), (Expected{"UPSTREAM CO2 LAND_USE_CHANGE 0.5 0.5",
                                        "UPSTREAM N2O FOSSIL 0.000000002 0.000000764"}));
  EXPECT_EQ(inventory.Reckon().result.depth(), 3u);
  EXPECT_EQ(inventory.Reckon().result.factor_count(), 1u);
  EXPECT_EQ(inventory.Reckon().result.unranged_share(), 10'000u);
}

TEST(UpstreamFootprint, OfAnotherGwpSetIsReckonedFromItsMasses) {
  auto inventory = WithUpstream();
  inventory.upstream[kUpstream].gwp_set = "gwpSets/ar5";
  EXPECT_EQ(Cells(inventory).at(1), "UPSTREAM N2O FOSSIL 0.000000002 0.000000546");
}

TEST(ReportedApart, IsInNoTotal) {
  auto inventory = EmptyInventory();
  inventory.AddFactorLine("box", v1::STAGE_PACKING, "100", "kg", "2");
  auto& uptake = *inventory.Add("uptake", v1::STAGE_CULTIVATION).mutable_reported_apart();
  uptake.set_kind(v1::APART_KIND_BIOGENIC_UPTAKE);
  *uptake.mutable_amount() = AmountOf("0.5", "tCO2");
  const auto reckoned = inventory.Reckon();
  EXPECT_EQ(reckoned.result.value(), "2");
  EXPECT_EQ(reckoned.lines[1].co2e(), "-5");
  EXPECT_EQ(reckoned.lines[1].share(), 0u);
  ASSERT_EQ(reckoned.result.apart_size(), 1);
  EXPECT_EQ(reckoned.result.apart(0).co2(), "-5");
  EXPECT_EQ(reckoned.result.stages_size(), 1);
}

}  // namespace
}  // namespace tanji::ledger::testing
