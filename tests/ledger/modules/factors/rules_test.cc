#include "ledger/modules/factors/rules.h"

#include <gtest/gtest.h>

namespace tanji::ledger {
namespace {

Decimal D(const char* text) {
  return Decimal::Parse(text).value();
}
Unit U(const char* text) {
  return Unit::Parse(text).value();
}

TEST(FactorCode, KeepsTheSpellingOfItsPublication) {
  for (const char* good : {"a", "EF1", "FracGASF-urea", "grid-co2-cn-hi", "9"}) {
    EXPECT_TRUE(IsFactorCode(good)) << good;
  }
  for (const char* bad : {"", "-a", "a-", "a b", "a.b", "电", "a_b"}) {
    EXPECT_FALSE(IsFactorCode(bad)) << bad;
  }
  EXPECT_TRUE(IsFactorCode(std::string(63, 'a')));
  EXPECT_FALSE(IsFactorCode(std::string(64, 'a')));
}

TEST(FactorNames, AreTakenApartAndMade) {
  const auto name = ParseFactorName("datasets/ipcc-2019/factors/EF1-dry");
  ASSERT_TRUE(name);
  EXPECT_EQ(name->dataset_id, "ipcc-2019");
  EXPECT_EQ(name->code, "EF1-dry");
  EXPECT_EQ(MakeFactorName("ipcc-2019", "EF1-dry"), "datasets/ipcc-2019/factors/EF1-dry");
  for (const char* bad :
       {"", "datasets/a", "datasets/a/factors/", "datasets/A/factors/b", "datasets/a/factors/-b",
        "datasets/a/rows/b", "schemes/a/factors/b", "datasets/a/factors/b/factors/c"}) {
    EXPECT_FALSE(ParseFactorName(bad)) << bad;
  }
}

TEST(Kinds, CountOneSubstance) {
  EXPECT_TRUE(KindFitsUnit(v1::FACTOR_KIND_GRID_CO2, U("kgCO2/kWh")));
  EXPECT_TRUE(KindFitsUnit(v1::FACTOR_KIND_GRID_CO2, U("tCO2/MWh")));
  EXPECT_FALSE(KindFitsUnit(v1::FACTOR_KIND_GRID_CO2, U("kgCO2e/kWh")));
  EXPECT_FALSE(KindFitsUnit(v1::FACTOR_KIND_GRID_CO2, U("kgCO2/L")));
  EXPECT_TRUE(KindFitsUnit(v1::FACTOR_KIND_COMBUSTION_CO2, U("kgCO2/L")));
  EXPECT_FALSE(KindFitsUnit(v1::FACTOR_KIND_COMBUSTION_CO2, U("L/kgCO2")));
  EXPECT_TRUE(KindFitsUnit(v1::FACTOR_KIND_LIFECYCLE_CO2E, U("kgCO2e/kg N")));
  EXPECT_FALSE(KindFitsUnit(v1::FACTOR_KIND_UPSTREAM_CO2E, U("kgCO2/L")));
  EXPECT_FALSE(KindFitsUnit(v1::FACTOR_KIND_OPERATION_CO2E, U("kg/kg")));
  EXPECT_TRUE(KindFitsUnit(v1::FACTOR_KIND_GAS_MODEL, U("kgCH4/ha/d")));
  EXPECT_TRUE(KindFitsUnit(v1::FACTOR_KIND_PHYSICAL, U("kg/L")));
}

struct PlausibleCase {
  const char* unit;
  const char* value;
  bool plausible;
};

TEST(Plausible, FromHalfTheLowestToTwiceTheHighest) {
  const PlausibleCase cases[] = {
      {"kgCO2e/kg N", "3.535", true},
      {"kgCO2e/kg N", "3.534999999", false},
      {"kgCO2e/kg N", "30.82", true},
      {"kgCO2e/kg N", "30.820000001", false},
      {"kgCO2e/kg P2O5", "0.36", true},
      {"kgCO2e/kg P2O5", "0.359", false},
      {"kgCO2e/kg P2O5", "15.44", true},
      {"kgCO2e/kg P2O5", "15.45", false},
      {"kgCO2e/kg K2O", "0.31", true},
      {"kgCO2e/kg K2O", "0.3", false},
      {"kgCO2e/kg K2O", "3", true},
      {"kgCO2e/kg K2O", "3.1", false},
      {"kgCO2/kWh", "0", true},
      {"kgCO2/kWh", "1.6852", true},
      {"kgCO2/kWh", "1.6853", false},
      {"kgCO2e/kWh", "1.888", true},
      {"kgCO2e/kWh", "1.8881", false},
      {"kgCO2e/t.km", "2.808", true},
      {"kgCO2e/t.km", "2.81", false},
      // Whatever converts is measured by the same bounds.
      {"kgCO2e/MWh", "577.7", true},
      {"kgCO2e/MWh", "0.5777", true},
      {"tCO2e/kWh", "0.5777", false},
      {"kgCO2e/t N", "7760", true},
      {"kgCO2e/t N", "7.76", false},
      // The mean of N with 44/12 lost: 7.76 * 12/44.
      {"kgCO2e/kg N", "2.116363636", false},
  };
  for (const auto& c : cases) {
    const auto* bounds = PlausibleBoundsOf(U(c.unit));
    ASSERT_NE(bounds, nullptr) << c.unit;
    EXPECT_EQ(IsPlausible(*bounds, D(c.value), U(c.unit)), c.plausible) << c.value << c.unit;
  }
  EXPECT_EQ(PlausibleBoundsOf(U("kgCO2e/kg")), nullptr);
  EXPECT_EQ(PlausibleBoundsOf(U("1")), nullptr);
}

TEST(Plausible, EveryRowHasAUnitOfItsOwn) {
  for (const auto& bounds : AllPlausibleBounds()) {
    EXPECT_EQ(PlausibleBoundsOf(U(std::string(bounds.unit).c_str())), &bounds);
    EXPECT_LT(bounds.lowest, bounds.highest);
  }
}

}  // namespace
}  // namespace tanji::ledger
