// Thresholds and decisions to the last digit.
#include "ledger/modules/schemes/rules.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/ledger/modules/schemes/pilot.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::MangoCriteria;
using testing::PilotCriteria;
using testing::Refused;

Decimal D(std::string_view text) {
  return Decimal::Parse(text).value();
}

v1::CategoryCriteria WithBase(std::string category, const char* value, const char* per) {
  auto out = MangoCriteria();
  out.set_category(std::move(category));
  out.mutable_base()->mutable_value()->set_decimal(value);
  out.mutable_base()->mutable_per()->set_decimal(per);
  return out;
}

std::string ThresholdText(const Criteria& criteria, std::string_view category, std::uint32_t year) {
  Decimal threshold;
  const auto outcome = ThresholdFor(criteria, category, year, threshold);
  return outcome.ok() ? threshold.Text() : v1::Code_Name(outcome.code());
}

// 19720 / 15000 = 1.314666...; share in 2026 = 1 - 0.43 x 7/11 = 799/1100.
TEST(ThresholdFor, IsExactUntilItIsRounded) {
  const auto mango = PilotCriteria({MangoCriteria()});
  EXPECT_EQ(ThresholdText(mango, "CPC:01316", 2019), "1.314666667");
  EXPECT_EQ(ThresholdText(mango, "CPC:01316", 2026), "0.954926061");
  EXPECT_EQ(ThresholdText(mango, "CPC:01316", 2030), "0.74936");
  EXPECT_EQ(ThresholdText(mango, "CPC:01316", 2035), "0.525866667");
  EXPECT_EQ(ThresholdText(mango, "CPC:01316", 2045), "0.308946667");
  EXPECT_EQ(ThresholdText(mango, "CPC:01316", 2050), "0.210346667");
  const auto paddy = PilotCriteria({WithBase("CPC:0113", "13200", "5955")});
  EXPECT_EQ(ThresholdText(paddy, "CPC:0113", 2019), "2.216624685");
  EXPECT_EQ(ThresholdText(paddy, "CPC:0113", 2026), "1.610075567");
  EXPECT_EQ(ThresholdText(paddy, "CPC:0113", 2050), "0.35465995");
}

// With the base intensity rounded first, 1.314666667 x 0.536 would be 0.704661334.
TEST(ThresholdFor, RoundsOnce) {
  EXPECT_EQ(ThresholdText(PilotCriteria({MangoCriteria()}), "CPC:01316", 2031), "0.704661333");
}

TEST(ThresholdFor, RoundsHalfToEven) {
  auto category = WithBase("CPC:1", "0.00001", "10000");  // 1e-9
  auto criteria = PilotCriteria({category});
  criteria.requirements.mutable_pathway()->mutable_points(1)->set_remaining_share("0.5");
  EXPECT_EQ(ThresholdText(criteria, "CPC:1", 2030), "0");
  criteria.categories = {WithBase("CPC:1", "0.00003", "10000")};
  EXPECT_EQ(ThresholdText(criteria, "CPC:1", 2030), "0.000000002");
  criteria.categories = {WithBase("CPC:1", "0.00005", "10000")};
  EXPECT_EQ(ThresholdText(criteria, "CPC:1", 2030), "0.000000002");
}

TEST(ThresholdFor, ConvertsUnitsExactly) {
  // 1.3 t over 1000 斤: 1300 kg over 500 kg.
  auto category = WithBase("CPC:1", "1.3", "1000");
  category.mutable_base()->mutable_value()->set_unit("tCO2e");
  category.mutable_base()->mutable_per()->set_unit("jin");
  EXPECT_EQ(ThresholdText(PilotCriteria({category}), "CPC:1", 2019), "2.6");
  // 亩: 700 kgCO2e/mu over 1000 kg/mu.
  category = WithBase("CPC:1", "700", "1000");
  category.mutable_base()->mutable_value()->set_unit("kgCO2e/mu");
  category.mutable_base()->mutable_per()->set_unit("kg/mu");
  EXPECT_EQ(ThresholdText(PilotCriteria({category}), "CPC:1", 2019), "0.7");
  category.mutable_base()->clear_per();
  category.mutable_base()->mutable_value()->set_unit("kgCO2e/t");
  EXPECT_EQ(ThresholdText(PilotCriteria({category}), "CPC:1", 2019), "0.7");
}

TEST(ThresholdFor, TakesTheCategorysOwnPathway) {
  auto mango = MangoCriteria();
  auto& own = *mango.mutable_pathway() = testing::IpccPathway();
  own.mutable_points(1)->set_remaining_share("0.6");
  EXPECT_EQ(ThresholdText(PilotCriteria({mango}), "CPC:01316", 2030), "0.7888");
}

TEST(ThresholdFor, RefusesWhatItCannotKnow) {
  const auto criteria = PilotCriteria({MangoCriteria(), testing::Lychee()});
  Decimal out;
  EXPECT_TRUE(Refused(ThresholdFor(criteria, "CPC:01316", 2018, out), v1::CODE_YEAR_OUTSIDE_PATHWAY,
                      {{"value", "2018"}, {"lowest", "2019"}, {"highest", "2050"}}));
  EXPECT_TRUE(Refused(ThresholdFor(criteria, "CPC:01316", 2051, out), v1::CODE_YEAR_OUTSIDE_PATHWAY,
                      {{"value", "2051"}, {"lowest", "2019"}, {"highest", "2050"}}));
  EXPECT_TRUE(Refused(ThresholdFor(criteria, "CPC:01312", 2026, out), v1::CODE_CATEGORY_NOT_COVERED,
                      {{"value", "schemes/pilot/versions/v1"}, {"category", "CPC:01312"}}));
  EXPECT_TRUE(Refused(
      ThresholdFor(criteria, "CPC:01359", 2026, out), v1::CODE_NO_BASE_INTENSITY,
      {{"category", "CPC:01359"},
       {"way",
        "测三个果园一季的投入和产量 / Record inputs and yield of three orchards for a season"}}));
}

TEST(ThresholdFor, SaysTheWayInTheLanguageThereIs) {
  auto lychee = testing::Lychee();
  lychee.mutable_no_base()->mutable_cheapest_way()->clear_en();
  Decimal out;
  const auto outcome = ThresholdFor(PilotCriteria({lychee}), "CPC:01359", 2026, out);
  EXPECT_EQ(outcome.detail()[1].second, "测三个果园一季的投入和产量");
}

TEST(ThresholdFor, RefusesWhatOverflows) {
  auto category = WithBase("CPC:1", "99999999999999999999999999999", "0.000000001");
  Decimal out;
  EXPECT_TRUE(Refused(ThresholdFor(PilotCriteria({category}), "CPC:1", 2019, out),
                      v1::CODE_THRESHOLD_OVERFLOW, {{"category", "CPC:1"}}));
}

TEST(MatchingCategory, TakesTheLongestThatCovers) {
  const auto criteria = PilotCriteria({WithBase("CPC:0131", "1", "1"), MangoCriteria(),
                                       WithBase("CPC:013", "1", "1"), testing::Lychee()});
  EXPECT_EQ(MatchingCategory(criteria, "CPC:01316")->category(), "CPC:01316");
  EXPECT_EQ(MatchingCategory(criteria, "CPC:01317")->category(), "CPC:0131");
  EXPECT_EQ(MatchingCategory(criteria, "CPC:01399")->category(), "CPC:013");
  EXPECT_EQ(MatchingCategory(criteria, "CPC:01359")->category(), "CPC:01359");
  EXPECT_EQ(MatchingCategory(criteria, "CPC:0113"), nullptr);
  EXPECT_EQ(MatchingCategory(criteria, "HS:0804"), nullptr);
}

// A falling pathway gives falling thresholds, and each lies between those of its points.
RC_GTEST_PROP(ThresholdFor, FallsWithItsPathway, ()) {
  auto criteria = PilotCriteria({MangoCriteria()});
  auto& pathway = *criteria.requirements.mutable_pathway();
  pathway.clear_points();
  std::int64_t share = Decimal::kUnitsPerOne;
  std::uint32_t year = 2000;
  const int count = *rc::gen::inRange(2, 8);
  for (int i = 0; i < count; ++i) {
    auto& point = *pathway.add_points();
    point.set_year(year);
    point.set_remaining_share(Decimal::FromUnits(share)->Text());
    year += *rc::gen::inRange<std::uint32_t>(1, 30);
    share = *rc::gen::inRange<std::int64_t>(0, share + 1);
  }
  pathway.set_base_year(2000);
  criteria.categories[0].mutable_base()->mutable_value()->set_decimal(
      Decimal::FromUnits(*rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000))->Text());
  Decimal before, now;
  RC_ASSERT(ThresholdFor(criteria, "CPC:01316", 2000, before).ok());
  const std::uint32_t last = pathway.points(count - 1).year();
  for (std::uint32_t y = 2001; y <= last; ++y) {
    RC_ASSERT(ThresholdFor(criteria, "CPC:01316", y, now).ok());
    RC_ASSERT(now <= before);
    before = now;
  }
  RC_ASSERT(ThresholdFor(criteria, "CPC:01316", last + 1, now).code() ==
            v1::CODE_YEAR_OUTSIDE_PATHWAY);
}

// --- Judge

Criteria Graded(v1::DecisionRule rule, std::uint32_t guard = 0) {
  auto criteria = PilotCriteria({MangoCriteria()});
  auto& r = criteria.requirements;
  r.set_decision(rule);
  r.set_guard(guard);
  for (const auto& [id, share] : {std::pair{"a", "0.5"}, {"b", "0.75"}, {"c", "1"}}) {
    auto& grade = *r.add_grades();
    grade.set_id(id);
    grade.set_limit_share(share);
  }
  return criteria;
}

std::string GradeOf(const Criteria& criteria, const char* value, const char* high,
                    const char* threshold) {
  v1::SchemeGrade grade;
  const auto outcome = Judge(criteria, D(value), D("0"), D(high), D(threshold), grade);
  return outcome.ok() ? grade.id() : v1::Code_Name(outcome.code());
}

TEST(Judge, ComparesTheValue) {
  const auto criteria = Graded(v1::DECISION_RULE_VALUE);
  EXPECT_EQ(GradeOf(criteria, "1", "9", "1"), "c");
  EXPECT_EQ(GradeOf(criteria, "1.000000001", "9", "1"), "CODE_THRESHOLD_EXCEEDED");
}

TEST(Judge, GivesTheBetterGradeAtACutPoint) {
  const auto criteria = Graded(v1::DECISION_RULE_VALUE);
  EXPECT_EQ(GradeOf(criteria, "0.5", "9", "1"), "a");
  EXPECT_EQ(GradeOf(criteria, "0.500000001", "9", "1"), "b");
  EXPECT_EQ(GradeOf(criteria, "0.75", "9", "1"), "b");
  EXPECT_EQ(GradeOf(criteria, "0.750000001", "9", "1"), "c");
  EXPECT_EQ(GradeOf(criteria, "0", "9", "1"), "a");
}

// 0.75 x 0.954926061 = 0.71619454575: rounded to nine places the cut-point would be ...546.
TEST(Judge, NeverRoundsAcrossACutPoint) {
  const auto criteria = Graded(v1::DECISION_RULE_VALUE);
  EXPECT_EQ(GradeOf(criteria, "0.716194545", "9", "0.954926061"), "b");
  EXPECT_EQ(GradeOf(criteria, "0.716194546", "9", "0.954926061"), "c");
}

TEST(Judge, ComparesTheUpperBound) {
  const auto criteria = Graded(v1::DECISION_RULE_UPPER_BOUND);
  EXPECT_EQ(GradeOf(criteria, "0.1", "1", "1"), "c");
  EXPECT_EQ(GradeOf(criteria, "0.1", "0.5", "1"), "a");
  EXPECT_EQ(GradeOf(criteria, "0.1", "1.000000001", "1"), "CODE_THRESHOLD_EXCEEDED");
}

// T x (1 - 0.0333) with T = 0.954926061: 0.9231270231687. What is refused is refused at the exact
// limit, and the limit shown is one that would pass.
TEST(Judge, KeepsTheGuard) {
  const auto criteria = Graded(v1::DECISION_RULE_GUARDED_VALUE, 333);
  EXPECT_EQ(GradeOf(criteria, "0.923127023", "9", "0.954926061"), "c");
  v1::SchemeGrade grade;
  EXPECT_TRUE(Refused(Judge(criteria, D("0.923127024"), D("0"), D("9"), D("0.954926061"), grade),
                      v1::CODE_THRESHOLD_EXCEEDED,
                      {{"value", "0.923127024"}, {"limit", "0.923127023"}}));
}

TEST(Judge, ShowsALimitThatWouldPass) {
  // T x 0.9999 = 0.0000000019998: nearest is 2e-9, which does not pass.
  const auto criteria = Graded(v1::DECISION_RULE_GUARDED_VALUE, 1);
  v1::SchemeGrade grade;
  EXPECT_TRUE(Refused(Judge(criteria, D("0.000000002"), D("0"), D("1"), D("0.000000002"), grade),
                      v1::CODE_THRESHOLD_EXCEEDED,
                      {{"value", "0.000000002"}, {"limit", "0.000000001"}}));
}

TEST(Judge, NeedsNoGrades) {
  const auto criteria = PilotCriteria({MangoCriteria()});
  v1::SchemeGrade grade;
  grade.set_id("left over");
  EXPECT_TRUE(Accepted(Judge(criteria, D("1"), D("1"), D("1"), D("1"), grade)));
  EXPECT_EQ(grade.id(), "");
}

// Whatever passes with one value passes with every lower one, with a grade at least as good.
RC_GTEST_PROP(Judge, IsMonotone, ()) {
  const auto guard = *rc::gen::inRange<std::uint32_t>(1, 9999);
  const auto criteria = Graded(v1::DECISION_RULE_GUARDED_VALUE, guard);
  const auto t = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000);
  const auto value = *rc::gen::inRange<std::int64_t>(0, t + 2);
  const auto lower = *rc::gen::inRange<std::int64_t>(0, value + 1);
  const auto threshold = Decimal::FromUnits(t).value();
  const auto high = Decimal::FromUnits(value).value();
  v1::SchemeGrade grade, better;
  const bool passes = Judge(criteria, high, D("0"), high, threshold, grade).ok();
  // On integers: value x 10000 <= T x (10000 - guard).
  RC_ASSERT(passes == (Int128{value} * 10'000 <= Int128{t} * (10'000 - guard)));
  if (!passes) return;
  RC_ASSERT(
      Judge(criteria, Decimal::FromUnits(lower).value(), D("0"), high, threshold, better).ok());
  RC_ASSERT(better.id() <= grade.id());
}

TEST(Rules, DefaultMaterialityIsFivePercent) {
  auto requirements = testing::PilotRequirements();
  EXPECT_EQ(MaterialityOf(requirements), 500u);
  requirements.set_materiality(200);
  EXPECT_EQ(MaterialityOf(requirements), 200u);
}

TEST(Rules, DaysBeginAtTheSchemesOffset) {
  v1::Scheme scheme;
  scheme.set_utc_offset_minutes(480);
  // 2026-06-01T00:00+08:00 is 2026-05-31T16:00Z.
  EXPECT_EQ(StartOfDayMs("2026-06-01", OffsetOf(scheme)), 1'780'243'200'000);
  EXPECT_EQ(EndOfDayMs("2026-06-01", OffsetOf(scheme)), 1'780'243'200'000 + 86'400'000 - 1);
  scheme.set_utc_offset_minutes(-300);
  EXPECT_EQ(StartOfDayMs("2026-06-01", OffsetOf(scheme)), 1'780'290'000'000);
}

}  // namespace
}  // namespace tanji::ledger
