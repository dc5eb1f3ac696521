#include "ledger/base/unit.h"

#include <gtest/gtest.h>

#include <set>

namespace tanji::ledger {
namespace {

Unit U(std::string_view text) {
  const auto unit = Unit::Parse(text);
  if (!unit) ADD_FAILURE() << text;
  return unit.value_or(Unit::One());
}

// All units of the reference data and of the example inventories.
TEST(Unit, ReadsTheUnitsOfTheReferenceData) {
  const std::pair<std::string_view, std::string_view> texts[] = {
      {"1", "1"},
      {"d", "d"},
      {"kWh", "kWh"},
      {"kg", "kg"},
      {"kg K2O", "kg K2O"},
      {"kg N", "kg N"},
      {"kg P2O5", "kg P2O5"},
      {"kg/L", "kg/L"},
      {"kg/kg", "kg/kg"},
      {"kgCH4/ha/d", "kgCH4/ha/d"},
      {"kgCH4/kg dm burnt", "kgCH4/kg dm burnt"},
      {"kgCO2/L", "kgCO2/L"},
      {"kgCO2/Nm3", "kgCO2/Nm3"},
      {"kgCO2/kWh", "kgCO2/kWh"},
      {"kgCO2/kg", "kgCO2/kg"},
      {"kgCO2e/ha", "kgCO2e/ha"},
      {"kgCO2e/kWh", "kgCO2e/kWh"},
      {"kgCO2e/kg", "kgCO2e/kg"},
      {"kgCO2e/kg K2O", "kgCO2e/kg K2O"},
      {"kgCO2e/kg N", "kgCO2e/kg N"},
      {"kgCO2e/kg P2O5", "kgCO2e/kg P2O5"},
      {"kgCO2e/m3", "kgCO2e/m3"},
      {"kgCO2e/t", "kgCO2e/t"},
      {"kgCO2e/t.km", "kgCO2e/t.km"},
      {"kgN/kg dm", "kg N/kg dm"},
      {"kgN2O-N/kg N leached", "kgN2O-N/kg N leached"},
      {"kgN2O-N/kg N volatilised", "kgN2O-N/kg N volatilised"},
      {"kgN2O-N/kgN", "kgN2O-N/kg N"},
      {"kgN2O/kg dm burnt", "kgN2O/kg dm burnt"},
      {"t.km", "t.km"},
      {"tC/t", "tC/t"},
  };
  for (const auto& [text, code] : texts) {
    const auto unit = Unit::Parse(text);
    ASSERT_TRUE(unit) << text;
    EXPECT_EQ(unit->code(), code);
    EXPECT_EQ(U(unit->code()), *unit);
  }
}

TEST(Unit, RefusesEverythingElse) {
  for (const auto* text :
       {"",      "/",   "kg/",    "/kg",  "kg//kg", "kg.",        ".kg",  "t..km",        "kg  N",
        " kg",   "kg ", "kgX",    "Kg",   "KWH",    "kwh",        "k",    "kg/1",         "1/1",
        "1.kg",  "kg2", "m3@15C", "haN",  "jin N",  "斤N",        "kg n", "kg N applied", "kgCO2E",
        "kg\tN", "2",   "kg*km",  "kg-N", "m³",     "kgCH4/ha/d/"}) {
    EXPECT_FALSE(Unit::Parse(text)) << text;
  }
  EXPECT_TRUE(Unit::Parse("1/d"));
  std::string longest = "kg";
  while (longest.size() + 3 <= kMaxUnitText) longest += "/kg";
  EXPECT_TRUE(Unit::Parse(longest));
  EXPECT_FALSE(Unit::Parse(longest + "/kg"));
}

TEST(Unit, ExactRatios) {
  EXPECT_EQ(U("t").ratio(), Rational(1000));
  EXPECT_EQ(U("g").ratio(), Rational(1, 1000));
  EXPECT_EQ(U("mg").ratio(), Rational(1, 1'000'000));
  EXPECT_EQ(U("斤").ratio(), Rational(1, 2));
  EXPECT_EQ(U("ha").ratio(), Rational(10'000));
  EXPECT_EQ(U("亩").ratio(), Rational(10'000, 15));
  EXPECT_EQ(U("L").ratio(), Rational(1, 1000));
  EXPECT_EQ(U("kWh").ratio(), Rational(18, 5));
  EXPECT_EQ(U("MWh").ratio(), Rational(3600));
  EXPECT_EQ(U("GJ").ratio(), Rational(1000));
  EXPECT_EQ(U("m3@20C").ratio(), Rational(27315, 29315));
  EXPECT_EQ(U("h").ratio(), Rational(1, 24));
  EXPECT_EQ(U("t.km").ratio(), Rational(1000));
  EXPECT_EQ(U("kgCO2e/t.km").ratio(), Rational(1, 1000));
  EXPECT_EQ(U("gCO2/kWh").ratio(), Rational(1, 3600));
  EXPECT_EQ(U("kgCH4/ha/d").ratio(), Rational(1, 10'000));
}

TEST(Unit, SpellingsAreOneUnit) {
  EXPECT_EQ(U("斤"), U("jin"));
  EXPECT_EQ(U("kg/亩"), U("kg/mu"));
  EXPECT_EQ(U("kgN"), U("kg N"));
  EXPECT_EQ(U("kg CO2e"), U("kgCO2e"));
  EXPECT_FALSE(U("kg") == U("t"));
}

TEST(Unit, Dimensions) {
  EXPECT_EQ(U("kgCO2e/t.km").dimension(), (Dimension{{"kgCO2e", 1}, {"kg", -1}, {"km", -1}}));
  EXPECT_EQ(U("kg/kg").dimension(), Dimension{});
  EXPECT_EQ(U("1").dimension(), Dimension{});
  EXPECT_EQ(U("tC/t").dimension(), (Dimension{{"kgC", 1}, {"kg", -1}}));
  EXPECT_EQ(U("m2.m2").dimension(), (Dimension{{"m2", 2}}));
  // Substances are no masses of anything else, and what is leached is not what was applied.
  std::set<Dimension> dimensions;
  for (const auto* text : {"kg", "kg N", "kg P2O5", "kg K2O", "kgC", "kgCO2", "kgCO2e", "kgCH4",
                           "kgN2O", "kgN2O-N", "kg dm", "kg dm burnt", "kg N leached",
                           "kg N volatilised", "kgSF6", "kgHFC-134a", "m3", "Nm3"}) {
    dimensions.insert(U(text).dimension());
  }
  EXPECT_EQ(dimensions.size(), 18u);
}

}  // namespace
}  // namespace tanji::ledger
