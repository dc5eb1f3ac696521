#include "ledger/base/rational.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "ledger/base/integer.h"

namespace tanji::ledger {
namespace {

Decimal D(std::string_view text) {
  return Decimal::Parse(text).value();
}
std::string Rounded(const Rational& value, int places = 9) {
  const auto rounded = RoundToDecimal(value, places);
  return rounded ? rounded->Text() : "overflow";
}

TEST(Rational, IsExact) {
  const Rational third = Rational(1, 3);
  EXPECT_EQ(third + third + third, Rational(1));
  EXPECT_EQ(Rational(44, 28), Rational(11, 7));
  EXPECT_EQ(Numerator(Rational(1, -2)), -1);
  EXPECT_EQ(Denominator(Rational(1, -2)), 2);
  EXPECT_EQ(Rational(D("0.1")) + Rational(D("0.2")), Rational(D("0.3")));
  EXPECT_EQ(Rational(3, 4) / Rational(3, 8), Rational(2));
  EXPECT_EQ(-Rational(3, 4) - Rational(1, 4), Rational(-1));
  EXPECT_LT(Rational(-1, 2), Rational(-1, 3));
  EXPECT_GT(Rational(1, 2), Rational(1, 3));
  EXPECT_EQ(Rational().sign(), 0);
  EXPECT_TRUE((third - third).IsZero());
  Rational copy = third;
  copy += third;
  EXPECT_EQ(third, Rational(1, 3));
  EXPECT_EQ(copy, Rational(2, 3));
  copy = third;
  EXPECT_EQ(copy, third);
  Rational* const same = &copy;
  copy = *same;
  EXPECT_EQ(copy, third);
  copy *= copy;
  EXPECT_EQ(copy, Rational(1, 9));
  Rational sum(1);
  sum += third;
  sum *= Rational(3);
  sum -= Rational(1);
  sum /= Rational(2);
  EXPECT_EQ(sum, Rational(3, 2));
}

// Ties go to the even neighbour, on both sides of 0.
TEST(Rational, RoundsHalfToEven) {
  EXPECT_EQ(RoundHalfEven(Rational(1, 2)), 0);
  EXPECT_EQ(RoundHalfEven(Rational(3, 2)), 2);
  EXPECT_EQ(RoundHalfEven(Rational(5, 2)), 2);
  EXPECT_EQ(RoundHalfEven(Rational(-1, 2)), 0);
  EXPECT_EQ(RoundHalfEven(Rational(-3, 2)), -2);
  EXPECT_EQ(RoundHalfEven(Rational(-5, 2)), -2);
  EXPECT_EQ(RoundHalfEven(Rational(5001, 10000)), 1);
  EXPECT_EQ(RoundHalfEven(Rational(-5001, 10000)), -1);
  EXPECT_EQ(RoundHalfEven(Rational(4999, 10000)), 0);

  EXPECT_EQ(Rounded(Rational(1, 3)), "0.333333333");
  EXPECT_EQ(Rounded(Rational(-2, 3)), "-0.666666667");
  EXPECT_EQ(Rounded(Rational(1, 2'000'000'000)), "0");
  EXPECT_EQ(Rounded(Rational(3, 2'000'000'000)), "0.000000002");
  EXPECT_EQ(Rounded(Rational(-3, 2'000'000'000)), "-0.000000002");
  EXPECT_EQ(Rounded(Rational(-1, 2'000'000'000)), "0");
  EXPECT_EQ(Rounded(Rational(5, 1000), 2), "0");
  EXPECT_EQ(Rounded(Rational(15, 1000), 2), "0.02");
  EXPECT_EQ(Rounded(Rational(25, 10), 0), "2");
}

TEST(Rational, OverflowIsSeenAfterRounding) {
  const Decimal largest = Decimal::FromUnits(Decimal::kMaxUnits).value();
  const Rational unit(D("0.000000001"));
  EXPECT_EQ(RoundToDecimal(Rational(largest)), largest);
  EXPECT_EQ(RoundToDecimal(Rational(largest) + unit * Rational(49, 100)), largest);
  EXPECT_EQ(RoundToDecimal(Rational(largest) + unit * Rational(1, 2)), std::nullopt);
  EXPECT_EQ(RoundToDecimal(-Rational(largest) - unit), std::nullopt);
  EXPECT_EQ(RoundToDecimal(Rational(largest) * Rational(largest)), std::nullopt);
  EXPECT_EQ(RoundToDecimal(ToRational(Integer(1) << 4000)), std::nullopt);
}

TEST(Rational, ExactDecimal) {
  EXPECT_EQ(ExactDecimal(Rational(1, 8)), D("0.125"));
  EXPECT_EQ(ExactDecimal(Rational(1, 3)), std::nullopt);
  EXPECT_EQ(ExactDecimal(ToRational(Integer(1) << 200)), std::nullopt);
}

TEST(Rational, FloorGoesDown) {
  EXPECT_EQ(Floor(Rational(7, 2)), 3);
  EXPECT_EQ(Floor(Rational(-7, 2)), -4);
  EXPECT_EQ(Floor(Rational(-4)), -4);
}

TEST(Integer, ConvertsToAndFrom128Bits) {
  __extension__ typedef unsigned __int128 UInt128;
  const Int128 max = static_cast<Int128>(~static_cast<UInt128>(0) >> 1);
  for (const Int128 value : {Int128{0}, Int128{1}, Int128{-1}, max, -max, Int128{1} << 64,
                             (Int128{1} << 64) - 1, -(Int128{1} << 64)}) {
    EXPECT_TRUE(ToInt128(ToInteger(value)) == value) << ToInteger(value);
  }
  EXPECT_EQ(ToInteger(max), (Integer(1) << 127) - 1);
  EXPECT_EQ(ToInteger(-max - 1), -(Integer(1) << 127));
  EXPECT_FALSE(ToInt128(Integer(1) << 127));
  EXPECT_FALSE(ToInt128(-(Integer(1) << 127)));
  EXPECT_FALSE(ToInt128(Integer(1) << 300));
}

TEST(IntegerSquareRoot, IsTheFloor) {
  for (int n = 0; n < 10'000; ++n) {
    const Integer root = IntegerSquareRoot(n);
    ASSERT_LE(root * root, n);
    ASSERT_GT((root + 1) * (root + 1), n);
  }
  for (int bits = 1; bits < 600; bits += 7) {
    const Integer root = (Integer(1) << bits) + 12345;
    EXPECT_EQ(IntegerSquareRoot(root * root), root);
    EXPECT_EQ(IntegerSquareRoot(root * root - 1), root - 1);
    EXPECT_EQ(IntegerSquareRoot(root * root + 2 * root), root);
  }
}

Rational AnyRational() {
  const auto numerator = *rc::gen::arbitrary<std::int64_t>();
  const auto denominator = *rc::gen::inRange<std::int64_t>(1, INT64_MAX);
  return Rational(numerator, denominator) * Rational(*rc::gen::arbitrary<std::int64_t>());
}

RC_GTEST_PROP(RationalProperty, RoundingIsNearestAndSymmetric, ()) {
  const Rational value = AnyRational();
  const Integer rounded = RoundHalfEven(value);
  const Rational distance = value - ToRational(rounded);
  RC_ASSERT(distance <= Rational(1, 2));
  RC_ASSERT(distance >= Rational(-1, 2));
  if (distance == Rational(1, 2) || distance == Rational(-1, 2)) RC_ASSERT(rounded % 2 == 0);
  RC_ASSERT(RoundHalfEven(-value) == -rounded);
}

RC_GTEST_PROP(RationalProperty, DecimalsPassThrough, (std::int64_t high, std::uint64_t low)) {
  const auto value = Decimal::FromUnits((static_cast<Int128>(high) << 62) + low);
  RC_PRE(value.has_value());
  RC_ASSERT(ExactDecimal(Rational(*value)) == value);
}

}  // namespace
}  // namespace tanji::ledger
