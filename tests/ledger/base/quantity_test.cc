#include "ledger/base/quantity.h"

#include <gtest/gtest.h>

#include "ledger/base/mass.h"

namespace tanji::ledger {
namespace {

Unit U(std::string_view text) {
  return Unit::Parse(text).value();
}
Quantity Q(std::string_view amount, std::string_view unit) {
  return {Rational(Decimal::Parse(amount).value()), U(unit)};
}
Decimal D(std::string_view text) {
  return Decimal::Parse(text).value();
}

// The amount after conversion, rounded to 10^-9; "-" if it is refused.
std::string Converted(std::string_view amount, std::string_view from, std::string_view to) {
  const auto out = Convert(Q(amount, from), U(to));
  return out ? RoundToDecimal(out->amount).value().Text() : "-";
}

TEST(Convert, ByExactRatios) {
  EXPECT_EQ(Converted("15", "亩", "ha"), "1");
  EXPECT_EQ(Converted("1", "亩", "m2"), "666.666666667");
  EXPECT_EQ(Converted("2000", "斤", "t"), "1");
  EXPECT_EQ(Converted("1", "kWh", "MJ"), "3.6");
  EXPECT_EQ(Converted("100", "m3@20C", "Nm3"), "93.177554153");
  EXPECT_EQ(Converted("0.5366", "kgCO2/kWh", "gCO2/MJ"), "149.055555556");
  EXPECT_EQ(Converted("1000", "kg.km", "t.km"), "1");
  EXPECT_EQ(Converted("1", "kgCH4/ha/d", "kgCH4/mu/h"), "0.002777778");
  // There and back is the same, although a third is no Decimal.
  const auto there = Convert(Q("1", "亩"), U("m2")).value();
  EXPECT_EQ(Convert(there, U("亩"))->amount, Rational(1));
}

TEST(Convert, OnlyWithinADimension) {
  EXPECT_EQ(Converted("1", "kg N", "kg"), "-");
  EXPECT_EQ(Converted("1", "kg N", "kg P2O5"), "-");
  EXPECT_EQ(Converted("1", "kgCO2", "kgCO2e"), "-");
  EXPECT_EQ(Converted("1", "m3", "Nm3"), "-");
  EXPECT_EQ(Converted("1", "kWh", "kg"), "-");
  EXPECT_EQ(Converted("1", "t.km", "t"), "-");
  EXPECT_EQ(Converted("1", "kg N", "t N"), "0.001");
}

// An activity times a factor, as in a line of an inventory.
TEST(Product, ChecksThatTheFactorFitsTheActivity) {
  const auto emission = Product(Q("1500", "kWh"), Q("0.5777", "kgCO2e/kWh"), U("kgCO2e"));
  ASSERT_TRUE(emission);
  EXPECT_EQ(ExactDecimal(emission->amount), D("866.55"));
  EXPECT_EQ(ExactDecimal(Product(Q("3", "MWh"), Q("0.5", "kgCO2e/kWh"), U("tCO2e"))->amount),
            D("1.5"));
  EXPECT_EQ(ExactDecimal(Product(Q("2", "t"), Q("300", "km"), U("t.km"))->amount), D("600"));
  EXPECT_EQ(ExactDecimal(Product(Q("30", "kg"), Q("0.5", "1"), U("kg"))->amount), D("15"));
  EXPECT_FALSE(Product(Q("1500", "kWh"), Q("7.76", "kgCO2e/kg N"), U("kgCO2e")));
  EXPECT_FALSE(Product(Q("100", "kg"), Q("7.76", "kgCO2e/kg N"), U("kgCO2e")));
  EXPECT_FALSE(Product(Q("1500", "kWh"), Q("0.5366", "kgCO2/kWh"), U("kgCO2e")));
}

TEST(Mass, OfGoodsOnly) {
  EXPECT_EQ(Mass::FromQuantity(Q("3", "斤"))->kilograms(), D("1.5"));
  EXPECT_EQ(Mass::FromQuantity(Q("1.5", "t"))->kilograms(), D("1500"));
  EXPECT_EQ(Mass::FromQuantity(Q("0", "kg")), Mass());
  // Half a unit of 10^-9 kg goes to the even one.
  EXPECT_EQ(Mass::FromQuantity(Q("0.000000001", "斤"))->kilograms(), D("0"));
  EXPECT_EQ(Mass::FromQuantity(Q("0.000000003", "斤"))->kilograms(), D("0.000000002"));
  EXPECT_FALSE(Mass::FromQuantity(Q("3", "kg N")));
  EXPECT_FALSE(Mass::FromQuantity(Q("3", "L")));
  EXPECT_FALSE(Mass::FromQuantity(Q("-3", "kg")));
  EXPECT_FALSE(Mass::FromQuantity(Q("99999999999999999999999999999", "t")));
  EXPECT_FALSE(Mass::FromKilograms(D("-0.000000001")));
}

TEST(Mass, IsNeverNegative) {
  const auto one = Mass::FromKilograms(D("1")).value();
  const auto two = Mass::FromKilograms(D("2")).value();
  EXPECT_EQ(Add(one, one), two);
  EXPECT_EQ(Subtract(two, one), one);
  EXPECT_EQ(Subtract(one, one), Mass());
  EXPECT_EQ(Subtract(one, two), std::nullopt);
  const auto most = Mass::FromKilograms(Decimal::FromUnits(Decimal::kMaxUnits).value()).value();
  EXPECT_EQ(Add(most, one), std::nullopt);
  EXPECT_LT(one, two);
}

}  // namespace
}  // namespace tanji::ledger
