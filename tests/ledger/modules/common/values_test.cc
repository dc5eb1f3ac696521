#include "ledger/modules/common/values.h"

#include <gtest/gtest.h>

#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Refused;

TEST(Values, NumbersAtTheirBounds) {
  EXPECT_TRUE(Accepted(CheckDecimal("-1.5", "n")));
  EXPECT_TRUE(Accepted(CheckDecimal("0", "n", Sign::kNotNegative)));
  EXPECT_TRUE(Accepted(CheckDecimal("0.000000001", "n", Sign::kPositive)));
  EXPECT_TRUE(Refused(CheckDecimal(std::string(81, '9'), "n"), v1::CODE_DECIMAL_MALFORMED,
                      {{"field", "n"}, {"value", std::string(80, '9') + "…"}}));
}

TEST(Values, AmountsHaveANumberAndAUnit) {
  v1::Amount amount;
  EXPECT_TRUE(Refused(CheckAmount(amount, "a"), v1::CODE_FIELD_MISSING, {{"field", "a.decimal"}}));
  amount.set_decimal("92");
  amount.set_unit("kg N");
  EXPECT_TRUE(Accepted(CheckAmount(amount, "a", Sign::kPositive)));
}

TEST(Values, AnUnknownSaysWhy) {
  v1::KnownText text;
  EXPECT_TRUE(Refused(CheckKnownText(text, "t"), v1::CODE_FIELD_MISSING, {{"field", "t"}}));
  text.set_unknown(v1::UNKNOWN_UNSPECIFIED);
  EXPECT_TRUE(Refused(CheckKnownText(text, "t"), v1::CODE_FIELD_MISSING, {{"field", "t.unknown"}}));
  text.set_unknown(v1::UNKNOWN_NOT_READ);
  EXPECT_TRUE(Accepted(CheckKnownText(text, "t")));
  text.set_text("");
  EXPECT_TRUE(Refused(CheckKnownText(text, "t"), v1::CODE_FIELD_MISSING, {{"field", "t.text"}}));
  text.set_text(std::string(512, 'x'));
  EXPECT_TRUE(Accepted(CheckKnownText(text, "t")));
  text.set_text(std::string(513, 'x'));
  EXPECT_TRUE(Refused(CheckKnownText(text, "t"), v1::CODE_FIELD_TOO_LONG,
                      {{"field", "t.text"}, {"value", "513"}, {"limit", "512"}}));

  v1::KnownHash hash;
  EXPECT_TRUE(Refused(CheckKnownHash(hash, "h"), v1::CODE_FIELD_MISSING, {{"field", "h"}}));
  hash.set_sha256("ab");
  EXPECT_TRUE(Refused(CheckKnownHash(hash, "h"), v1::CODE_FIELD_LENGTH,
                      {{"field", "h.sha256"}, {"value", "2"}, {"expected", "32"}}));
  hash.set_sha256(std::string(32, 'x'));
  EXPECT_TRUE(Accepted(CheckKnownHash(hash, "h")));
}

TEST(Values, AnUnknownNumberIsNotZero) {
  v1::KnownDecimal number;
  number.set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  EXPECT_TRUE(Accepted(CheckKnownDecimal(number, "n", Sign::kPositive)));
  EXPECT_FALSE(Known(number).has_value());
  number.set_decimal("0");
  EXPECT_TRUE(Accepted(CheckKnownDecimal(number, "n")));
  EXPECT_EQ(Known(number), Decimal());
  number.set_decimal("x");
  EXPECT_TRUE(Refused(CheckKnownDecimal(number, "n"), v1::CODE_DECIMAL_MALFORMED,
                      {{"field", "n.decimal"}, {"value", "x"}}));
}

TEST(Values, ARangeHoldsItsValue) {
  v1::KnownRange range;
  EXPECT_TRUE(
      Refused(CheckKnownRange(range, std::nullopt, "r"), v1::CODE_FIELD_MISSING, {{"field", "r"}}));
  range.set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  EXPECT_TRUE(Accepted(CheckKnownRange(range, std::nullopt, "r")));
  range.mutable_range()->set_low("1");
  EXPECT_TRUE(Refused(CheckKnownRange(range, std::nullopt, "r"), v1::CODE_FIELD_MISSING,
                      {{"field", "r.range.high"}}));
  range.mutable_range()->set_high("1");
  EXPECT_TRUE(Accepted(CheckKnownRange(range, Decimal::FromInteger(1), "r")));
}

TEST(Values, DaysIncludeBothEnds) {
  EXPECT_TRUE(Accepted(CheckDays("2026-06-01", "2026-06-01", 1, "first", "last")));
  EXPECT_TRUE(Accepted(CheckDays("2026-06-01", "2026-06-10", 10, "first", "last")));
  EXPECT_TRUE(Refused(CheckDays("2026-6-1", "2026-06-10", 10, "first", "last"),
                      v1::CODE_DAY_MALFORMED, {{"field", "first"}, {"value", "2026-6-1"}}));
  // Near the end of the calendar the bound is its last day.
  EXPECT_TRUE(Accepted(CheckDays("9999-12-30", "9999-12-31", 10, "first", "last")));
}

}  // namespace
}  // namespace tanji::ledger
