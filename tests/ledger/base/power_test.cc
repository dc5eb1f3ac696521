#include "ledger/base/power.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "ledger/base/rational.h"

namespace tanji::ledger {
namespace {

Decimal D(std::string_view text) {
  return Decimal::Parse(text).value();
}

// D3 of the computation rules.
TEST(Power, MatchesTheVectorsOfTheFormat) {
  const std::pair<std::string_view, std::string_view> vectors[] = {
      {"1", "1"},
      {"1.17", "1.097058176"},
      {"1.38", "1.209284986"},
      {"1.76", "1.395894108"},
      {"2", "1.505246747"},
      {"2.26", "1.617796826"},
      {"3.5", "2.094113161"},
      {"5", "2.584593826"},
      {"6", "2.878122255"},
      {"11", "4.115491265"},
      {"101", "15.224730388"},
  };
  for (const auto& [x, expected] : vectors) {
    EXPECT_EQ(Power(D(x), 59, 100)->Text(), expected) << x;
  }
}

TEST(Power, Edges) {
  EXPECT_EQ(Power(D("0"), 59, 100), D("0"));
  EXPECT_EQ(Power(D("-1"), 59, 100), std::nullopt);
  EXPECT_EQ(Power(D("0.000000001"), 1, 1), D("0.000000001"));
  EXPECT_EQ(Power(D("0.25"), 1, 2), D("0.5"));
  EXPECT_EQ(Power(D("4"), 1, 2), D("2"));
  EXPECT_EQ(Power(D("0.008"), 2, 3), D("0.04"));
  const auto largest = Decimal::FromUnits(Decimal::kMaxUnits).value();
  EXPECT_EQ(Power(largest, 1, 1), largest);
  EXPECT_EQ(Power(largest, 100, 100), largest);
  EXPECT_EQ(Power(largest, 1, 2)->Text(), "316227766016837.933199889");
}

// The result is the nearest: (y - 1/2)^q <= x^p <= (y + 1/2)^q, computed on rationals.
RC_GTEST_PROP(PowerProperty, IsTheNearest, ()) {
  const auto units = *rc::gen::inRange<std::int64_t>(0, 100'000'000'000);
  const int q = *rc::gen::inRange(1, 13);
  const int p = *rc::gen::inRange(1, q + 1);
  const auto x = Decimal::FromUnits(units).value();
  const auto y = Power(x, p, q).value();
  const auto power = [](const Rational& base, int exponent) {
    Rational out(1);
    for (int i = 0; i < exponent; ++i) out *= base;
    return out;
  };
  const Rational half(1, 2'000'000'000);
  const Rational exact = power(Rational(x), p);
  RC_ASSERT(exact <= power(Rational(y) + half, q));
  if (!y.IsZero()) RC_ASSERT(exact >= power(Rational(y) - half, q));
}

}  // namespace
}  // namespace tanji::ledger
