// Shares of misstatement, years in a row, scopes.
#include "ledger/modules/verification/rules.h"

#include <gtest/gtest.h>

#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"
#include "tests/ledger/modules/verification/audit.h"

namespace tanji::ledger {
namespace {

Findings Misstated(std::initializer_list<const char*> decimals) {
  Findings findings;
  for (const char* decimal : decimals) {
    findings.Add()->mutable_misstatement()->set_decimal(decimal);
  }
  return findings;
}
std::uint32_t Share(std::initializer_list<const char*> decimals, const char* value) {
  return MisstatementShare(Misstated(decimals), Decimal::Parse(value).value());
}

TEST(MisstatementShare, AddsMagnitudesSoThatNothingCancels) {
  EXPECT_EQ(Share({"0.1", "-0.1"}, "4"), 500u);
  EXPECT_EQ(Share({}, "4"), 0u);
  EXPECT_EQ(Share({"0"}, "4"), 0u);
}

TEST(MisstatementShare, IsRoundedUp) {
  EXPECT_EQ(Share({"0.000000001"}, "1000"), 1u);
  EXPECT_EQ(Share({"0.05"}, "1"), 500u);
  EXPECT_EQ(Share({"0.050000001"}, "1"), 501u);
  EXPECT_EQ(Share({"1"}, "3"), 3334u);
}

TEST(MisstatementShare, OfANegativeValueIsOfItsMagnitude) {
  EXPECT_EQ(Share({"0.05"}, "-1"), 500u);
}

TEST(MisstatementShare, OfNothingIsTheMost) {
  EXPECT_EQ(Share({}, "0"), 0u);
  EXPECT_EQ(Share({"0.000000001"}, "0"), kMaxMisstatementShare);
}

TEST(MisstatementShare, SaysNoMoreThanAHundredfold) {
  EXPECT_EQ(Share({"99.9999"}, "1"), 999'999u);
  EXPECT_EQ(Share({"100"}, "1"), kMaxMisstatementShare);
  EXPECT_EQ(Share({"99999999999999999999999999999"}, "0.000000001"), kMaxMisstatementShare);
}

TEST(Opinion, IsUnmodifiedUpToTheMateriality) {
  EXPECT_TRUE(CheckOpinion(v1::OPINION_UNMODIFIED, 500, 500, 0).ok());
  EXPECT_TRUE(testing::Refused(CheckOpinion(v1::OPINION_UNMODIFIED, 501, 500, 0),
                               v1::CODE_OPINION_TOO_FAVOURABLE,
                               {{"field", "opinion"},
                                {"value", "OPINION_UNMODIFIED"},
                                {"share", "5.01"},
                                {"limit", "5"},
                                {"unknown", "0"}}));
  EXPECT_FALSE(CheckOpinion(v1::OPINION_UNMODIFIED, 0, 500, 1).ok());
  for (const auto opinion : {v1::OPINION_QUALIFIED, v1::OPINION_ADVERSE, v1::OPINION_DISCLAIMED}) {
    EXPECT_TRUE(CheckOpinion(opinion, kMaxMisstatementShare, 500, 3).ok());
  }
}

TEST(Opinion, KnowsWhatIsNotKnown) {
  auto findings = Misstated({"1", "0"});
  EXPECT_EQ(UnknownMisstatements(findings), 0u);
  findings.Add()->mutable_misstatement()->set_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  EXPECT_EQ(UnknownMisstatements(findings), 1u);
}

TEST(Rotation, CountsYearsOfChina) {
  // 2026-12-31 16:00 UTC is midnight of the new year at +08:00.
  constexpr std::int64_t kNewYearMs = 1'798'732'800'000;
  EXPECT_EQ(YearInChina(kNewYearMs - 1), 2026u);
  EXPECT_EQ(YearInChina(kNewYearMs), 2027u);
}

TEST(Rotation, CountsYearsInARowOnly) {
  v1::Engagement engagement;
  EXPECT_EQ(FirstYearInARow(engagement, 2030), 2030u);
  for (const auto year : {2026u, 2028u, 2029u}) engagement.add_years(year);
  EXPECT_EQ(FirstYearInARow(engagement, 2029), 2028u);
  EXPECT_EQ(FirstYearInARow(engagement, 2030), 2028u);
  EXPECT_EQ(FirstYearInARow(engagement, 2031), 2031u);
}

TEST(Scope, CoversACategoryByWhatItBeginsWith) {
  v1::AccreditationScope scope;
  EXPECT_FALSE(CoversCategory(scope, "CPC:01316"));
  scope.add_product_categories("CPC:013");
  scope.add_product_categories("HS:0804");
  EXPECT_TRUE(CoversCategory(scope, "CPC:01316"));
  EXPECT_TRUE(CoversCategory(scope, "CPC:013"));
  EXPECT_FALSE(CoversCategory(scope, "CPC:01"));
  EXPECT_TRUE(CoversCategory(scope, "HS:080450"));
  EXPECT_FALSE(CoversCategory(scope, "HS:0805"));
}

}  // namespace
}  // namespace tanji::ledger
