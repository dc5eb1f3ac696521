#include "ledger/base/decimal.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace tanji::ledger {
namespace {

Decimal D(std::string_view text) {
  return Decimal::Parse(text).value();
}

const std::string kLargest = std::string(29, '9') + "." + std::string(9, '9');

TEST(Decimal, CanonicalTexts) {
  for (const auto& text :
       {std::string("0"), std::string("1"), std::string("-1"), std::string("10"),
        std::string("0.000000001"), std::string("-0.5"), std::string("12345678901234567890.123"),
        std::string("1.000000001"), kLargest, "-" + kLargest, "1" + std::string(28, '0')}) {
    const auto value = Decimal::Parse(text);
    ASSERT_TRUE(value) << text;
    EXPECT_EQ(value->Text(), text);
  }
}

TEST(Decimal, RefusesEveryOtherText) {
  const auto error = [](std::string_view text) {
    DecimalError why{};
    EXPECT_FALSE(Decimal::Parse(text, &why)) << text;
    return why;
  };
  for (const auto* text :
       {"",    "-",    "+1",   "-0",   "00",  "01",    "-01", ".5",   "5.",   "-.5",
        "1.0", "1.50", "0.0",  "-0.0", "1e3", "1E3",   " 1",  "1 ",   "1,5",  "1.2.3",
        "--1", "1-",   "0x10", "NaN",  "inf", "1_000", "１",  "1.-5", "1.5\n"}) {
    EXPECT_EQ(error(text), DecimalError::kMalformed) << text;
  }
  EXPECT_EQ(error(std::string_view("1\0", 2)), DecimalError::kMalformed);
  EXPECT_EQ(error("0.0000000001"), DecimalError::kTooManyDigits);
  EXPECT_EQ(error("-1.1234567891"), DecimalError::kTooManyDigits);
  EXPECT_EQ(error("1" + std::string(29, '0')), DecimalError::kOverflow);
  EXPECT_EQ(error("-1" + std::string(10'000, '0')), DecimalError::kOverflow);
  // Trailing zeros beyond the ninth place are still a second spelling, not a precision.
  EXPECT_EQ(error("1.1234567890"), DecimalError::kMalformed);
}

TEST(Decimal, RangeIsSymmetric) {
  EXPECT_EQ(D(kLargest).units(), Decimal::kMaxUnits);
  EXPECT_EQ(D("-" + kLargest).units(), -Decimal::kMaxUnits);
  EXPECT_FALSE(Decimal::FromUnits(Decimal::kMaxUnits + 1));
  EXPECT_FALSE(Decimal::FromUnits(-Decimal::kMaxUnits - 1));
  EXPECT_EQ(-D(kLargest), D("-" + kLargest));
  EXPECT_EQ(Decimal::FromInteger(INT64_MIN).Text(), "-9223372036854775808");
}

TEST(Decimal, AddsAndSubtractsOrRefuses) {
  EXPECT_EQ(Add(D("0.1"), D("0.2")), D("0.3"));
  EXPECT_EQ(Subtract(D("1"), D("1.000000001")), D("-0.000000001"));
  EXPECT_EQ(Add(D(kLargest), D("0.000000001")), std::nullopt);
  EXPECT_EQ(Add(D(kLargest), D(kLargest)), std::nullopt);  // beyond 128 bits as well
  EXPECT_EQ(Subtract(D("-" + kLargest), D(kLargest)), std::nullopt);
  EXPECT_EQ(Subtract(D("-" + kLargest), D("0.000000001")), std::nullopt);
  EXPECT_EQ(Subtract(D(kLargest), D(kLargest)), D("0"));
}

TEST(Decimal, Compares) {
  EXPECT_LT(D("-2"), D("-1"));
  EXPECT_LT(D("-1"), D("0"));
  EXPECT_LT(D("0.999999999"), D("1"));
  EXPECT_GT(D("10"), D("9"));
  EXPECT_TRUE(D("0").IsZero());
  EXPECT_TRUE(D("-0.1").IsNegative());
  EXPECT_FALSE(D("0").IsNegative());
}

Int128 AnyUnits() {
  const Int128 high = *rc::gen::arbitrary<std::int64_t>();
  const auto low = *rc::gen::arbitrary<std::uint64_t>();
  const int shift = *rc::gen::inRange(0, 100);
  return (high * (Int128{1} << 62) + static_cast<Int128>(low)) / (Int128{1} << shift) %
         Decimal::kMaxUnits;
}

RC_GTEST_PROP(DecimalProperty, TextRoundTrips, ()) {
  const auto value = Decimal::FromUnits(AnyUnits()).value();
  RC_ASSERT(Decimal::Parse(value.Text()) == value);
}

// The grammar of the format as an automaton, a second implementation of what is accepted.
bool InGrammar(std::string_view text) {
  enum { kStart, kSign, kZero, kWhole, kPoint, kFractionZero, kFraction } state = kStart;
  int places = 0;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    switch (state) {
      case kStart:
      case kSign:
        if (c == '-' && state == kStart) {
          state = kSign;
        } else if (digit) {
          state = c == '0' ? kZero : kWhole;
        } else {
          return false;
        }
        break;
      case kZero:
      case kWhole:
        if (c != '.' && !(digit && state == kWhole)) return false;
        if (c == '.') state = kPoint;
        break;
      default:
        if (!digit || ++places > Decimal::kPlaces) return false;
        state = c == '0' ? kFractionZero : kFraction;
    }
  }
  return (state == kZero || state == kWhole || state == kFraction) && text != "-0";
}

RC_GTEST_PROP(DecimalProperty, AcceptsExactlyTheGrammar, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("00112-..9")));
  const auto whole = text.substr(0, text.find('.'));
  RC_PRE(whole.size() <= 29);
  RC_ASSERT(Decimal::Parse(text).has_value() == InGrammar(text));
}

// All texts of up to six characters over an alphabet of what matters.
TEST(Decimal, AcceptsExactlyTheGrammarOfShortTexts) {
  constexpr std::string_view kAlphabet = "019-.e";
  std::string text;
  int accepted = 0;
  const auto visit = [&](const auto& self) -> void {
    ASSERT_EQ(Decimal::Parse(text).has_value(), InGrammar(text)) << text;
    accepted += InGrammar(text) ? 1 : 0;
    if (text.size() == 6) return;
    for (const char c : kAlphabet) {
      text.push_back(c);
      self(self);
      text.pop_back();
    }
  };
  visit(visit);
  EXPECT_GT(accepted, 1'000);
}

RC_GTEST_PROP(DecimalProperty, SubtractUndoesAdd, ()) {
  const auto a = Decimal::FromUnits(AnyUnits()).value();
  const auto b = Decimal::FromUnits(AnyUnits()).value();
  const auto sum = Add(a, b);
  RC_PRE(sum.has_value());
  RC_ASSERT(Subtract(*sum, b) == a);
  RC_ASSERT(Add(b, a) == sum);
}

}  // namespace
}  // namespace tanji::ledger
