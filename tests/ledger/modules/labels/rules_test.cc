// Days covered, thresholds met, and what units weigh.
#include "ledger/modules/labels/rules.h"

#include <gtest/gtest.h>

#include "ledger/modules/products/rules.h"
#include "tests/ledger/modules/labels/conforming.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Conforming;
using testing::ForwardHeader;

Mass Kilograms(const char* text) {
  return MassOfText(text);
}

TEST(DaysCovered, AreThePeriodOrTheValidityThatFollows) {
  const auto forward = DaysCovered(ForwardHeader());
  EXPECT_EQ(forward.first, "2026-01-01");
  EXPECT_EQ(forward.last, "2028-12-31");
  const auto ex_post = DaysCovered(testing::MangoHeader());
  EXPECT_EQ(ex_post.first, "2025-01-01");
  EXPECT_EQ(ex_post.last, "2025-12-31");
}

v1::Lot Harvest(const char* first, const char* last) {
  v1::Lot lot;
  lot.set_product(testing::MangoHeader().product());
  *lot.mutable_harvest()->mutable_facilities() = testing::MangoHeader().facilities();
  lot.mutable_harvest()->set_first_day(first);
  lot.mutable_harvest()->set_last_day(last);
  return lot;
}

TEST(Coverage, OfAForwardFootprintIsByDays) {
  const auto covers = [](const char* first, const char* last) {
    return CoversHarvestOf(ForwardHeader(), "participants/farm/lots/a", Harvest(first, last));
  };
  EXPECT_TRUE(covers("2026-01-01", "2028-12-31"));
  EXPECT_FALSE(covers("2025-12-31", "2026-01-02"));
  EXPECT_FALSE(covers("2028-12-30", "2029-01-01"));
  EXPECT_FALSE(CoversHarvestOf(ForwardHeader(), "participants/farm/lots/a", v1::Lot()));
}

TEST(Coverage, IsOfTheProductAndTheFacilitiesThatWereAssessed) {
  const auto covers = [](const v1::Lot& lot) {
    return CoversHarvestOf(ForwardHeader(), "participants/farm/lots/a", lot);
  };
  auto lot = Harvest("2026-05-01", "2026-05-20");
  EXPECT_TRUE(covers(lot));
  lot.mutable_harvest()->add_facilities("participants/farm/facilities/orchard-9");
  EXPECT_FALSE(covers(lot));
  lot = Harvest("2026-05-01", "2026-05-20");
  lot.set_product("participants/farm/products/mango-2");
  EXPECT_FALSE(covers(lot));
}

TEST(Coverage, ExPostIsByName) {
  auto header = testing::MangoHeader();
  const auto lot = Harvest("2025-12-01", "2025-12-20");
  EXPECT_FALSE(CoversHarvestOf(header, "participants/farm/lots/a", lot));
  header.add_lots("participants/farm/lots/a");
  EXPECT_TRUE(CoversHarvestOf(header, "participants/farm/lots/a", lot));
  EXPECT_FALSE(CoversHarvestOf(header, "participants/farm/lots/b", lot));
}

TEST(FootprintIn, ConvertsExactlyOrNotAtAll) {
  const auto value = Decimal::Parse("0.5").value();
  EXPECT_EQ(FootprintIn("kgCO2e/kg", value)->Text(), "0.5");
  EXPECT_EQ(FootprintIn("kgCO2e/t", value)->Text(), "500");
  EXPECT_EQ(FootprintIn("gCO2e/kg", value)->Text(), "500");
  EXPECT_FALSE(FootprintIn("kgCO2e/ha", value));
  EXPECT_FALSE(FootprintIn("kgCO2e/nothing", value));
  EXPECT_FALSE(FootprintIn("tCO2e/kg", Decimal::Parse("0.000000001").value()));
}

class Years : public ::testing::Test {
 protected:
  Outcome Judge() {
    certificate_.Clear();
    return JudgeYears({"v", c_.requirements, {testing::MangoCriteria()}}, "CPC:01316", c_.header(),
                      c_.result(), certificate_);
  }
  void SetResult(const char* value, const char* low, const char* high) {
    c_.result().set_value(value);
    c_.result().set_low(low);
    c_.result().set_high(high);
  }
  std::vector<std::uint32_t> Met() {
    EXPECT_TRUE(Accepted(Judge()));
    std::vector<std::uint32_t> out;
    for (const auto& year : certificate_.years()) out.push_back(year.harvest_year());
    return out;
  }

  Conforming c_;
  v1::Certificate certificate_;
};
using List = std::vector<std::uint32_t>;

TEST_F(Years, AreMetAtTheirThreshold) {
  SetResult("0.85214303", "0.8", "0.9");
  EXPECT_EQ(Met(), (List{2026, 2027, 2028}));
  EXPECT_EQ(certificate_.years(2).margin(), 0u);
  SetResult("0.852143031", "0.8", "0.9");
  EXPECT_EQ(Met(), (List{2026, 2027}));
  SetResult("0.954926061", "0.8", "1");
  EXPECT_EQ(Met(), (List{2026}));
}

TEST_F(Years, NoneOfWhichIsMetAreRefusedWithTheFirst) {
  SetResult("0.954926062", "0.8", "1");
  EXPECT_TRUE(testing::Refused(Judge(), v1::CODE_THRESHOLD_EXCEEDED,
                               {{"value", "0.954926062"}, {"limit", "0.954926061"}}));
}

TEST_F(Years, AreComparedByTheRuleOfTheVersion) {
  SetResult("0.8", "0.7", "0.9");
  c_.requirements.set_decision(v1::DECISION_RULE_UPPER_BOUND);
  EXPECT_EQ(Met(), (List{2026, 2027}));
  EXPECT_EQ(certificate_.compared(), "0.9");
  EXPECT_EQ(certificate_.rule(), v1::DECISION_RULE_UPPER_BOUND);
  c_.requirements.set_decision(v1::DECISION_RULE_GUARDED_VALUE);
  c_.requirements.set_guard(1000);
  EXPECT_EQ(Met(), (List{2026, 2027}));
  EXPECT_EQ(certificate_.compared(), "0.8");
  EXPECT_EQ(certificate_.guard(), 1000u);
  // 0.954926061 x 0.9 = 0.8594334549: (limit - 0.8) / limit.
  EXPECT_EQ(certificate_.years(0).margin(), 691u);
  EXPECT_EQ(certificate_.years(0).threshold(), "0.954926061");
}

TEST_F(Years, HaveTheGradeThatIsReached) {
  auto& better = *c_.requirements.add_grades();
  better.set_id("a");
  better.set_limit_share("0.9");
  auto& other = *c_.requirements.add_grades();
  other.set_id("b");
  other.set_limit_share("1");
  SetResult("0.85", "0.8", "0.9");
  EXPECT_EQ(Met(), (List{2026, 2027, 2028}));
  EXPECT_EQ(certificate_.years(0).grade(), "a");
  EXPECT_EQ(certificate_.years(1).grade(), "b");
}

TEST_F(Years, BeyondThePathwayAreLeftOut) {
  c_.requirements.mutable_pathway()->mutable_points()->DeleteSubrange(2, 3);
  c_.requirements.mutable_pathway()->mutable_points(1)->set_year(2027);
  EXPECT_EQ(Met(), (List{2026, 2027}));
}

TEST_F(Years, AreMetByACorrectionOrNot) {
  ASSERT_TRUE(Accepted(Judge()));
  const auto meets = [&](const char* value, const char* high, int year) {
    SetResult(value, "0.1", high);
    return Meets(certificate_, certificate_.years(year), c_.result());
  };
  EXPECT_TRUE(meets("0.903534545", "1", 1));
  EXPECT_FALSE(meets("0.903534546", "1", 1));
  EXPECT_TRUE(meets("0.903534546", "1", 0));
  certificate_.set_rule(v1::DECISION_RULE_UPPER_BOUND);
  EXPECT_FALSE(meets("0.5", "0.92", 1));
  EXPECT_TRUE(meets("0.5", "0.92", 0));
  certificate_.set_rule(v1::DECISION_RULE_GUARDED_VALUE);
  certificate_.set_guard(1000);
  EXPECT_FALSE(meets("0.859433455", "1", 0));
  EXPECT_TRUE(meets("0.859433454", "1", 0));
}

// A verifier meets whatever somebody could prove.
TEST_F(Years, AreNotMetByWhatIsNoNumber) {
  ASSERT_TRUE(Accepted(Judge()));
  auto year = certificate_.years(0);
  EXPECT_FALSE(Meets(certificate_, year, v1::FootprintResult()));
  year.set_threshold("little");
  EXPECT_FALSE(Meets(certificate_, year, c_.result()));
  certificate_.set_unit("");
  EXPECT_FALSE(Meets(certificate_, certificate_.years(0), c_.result()));
}

TEST_F(Years, AreFoundByTheirNumber) {
  ASSERT_TRUE(Accepted(Judge()));
  EXPECT_EQ(YearIn(certificate_, 2027), &certificate_.years(1));
  EXPECT_EQ(YearIn(certificate_, 2029), nullptr);
}

TEST(Surveillance, IsNextUntilNoneIsLeft) {
  v1::Certificate certificate;
  v1::CertificateProgress progress;
  const auto next = [&](std::int64_t effective_ms, std::int64_t known_ms) {
    return NextSurveillanceDay(certificate, progress, {effective_ms, known_ms});
  };
  EXPECT_EQ(next(10, 10), "");
  certificate.add_surveillance_days("2027-06-01");
  EXPECT_EQ(next(10, 10), "2027-06-01");
  progress.add_surveillance_times(10);
  EXPECT_EQ(next(10, 10), "");
  // Neither before it was held nor before it was known.
  EXPECT_EQ(next(9, 10), "2027-06-01");
  EXPECT_EQ(next(9, 9), "2027-06-01");
  progress.add_surveillance_times(11);
  EXPECT_EQ(next(20, 20), "");
}

TEST(Retired, IsAllOnceEachUnitIsReported) {
  v1::Label label;
  label.set_mass_kg("2");
  v1::LabelProgress progress;
  const auto report = [&](std::int64_t time_ms) {
    auto& row = *progress.add_retired();
    row.set_recorded_time(time_ms);
    return &row;
  };
  EXPECT_FALSE(RetiredBy(label, progress, {9, 9}).is_all);
  report(3)->set_mass_kg("1.5");
  EXPECT_FALSE(RetiredBy(label, progress, {9, 9}).is_all);
  report(5)->set_mass_kg("0.5");
  EXPECT_FALSE(RetiredBy(label, progress, {4, 9}).is_all);
  EXPECT_TRUE(RetiredBy(label, progress, {5, 9}).is_all);
  EXPECT_EQ(RetiredBy(label, progress, {9, 9}).last_ms, 5);
  label.mutable_unit_serials()->set_count(3);
  progress.clear_retired();
  auto& units = *report(6)->mutable_units();
  units.set_from(1);
  units.set_to(2);
  EXPECT_FALSE(RetiredBy(label, progress, {9, 9}).is_all);
  units.set_to(3);
  EXPECT_TRUE(RetiredBy(label, progress, {9, 9}).is_all);
}

TEST(Units, AreNumberedAsTheyWereAllotted) {
  v1::Label label;
  label.mutable_unit_serials()->set_count(3);
  EXPECT_EQ(UnitCount(label), 3u);
  EXPECT_TRUE(HasUnit(label, 1) && HasUnit(label, 3));
  EXPECT_FALSE(HasUnit(label, 0) || HasUnit(label, 4));
  label.mutable_printed_run()->set_from(501);
  label.mutable_printed_run()->set_to(503);
  EXPECT_EQ(UnitCount(label), 3u);
  EXPECT_TRUE(HasUnit(label, 501) && HasUnit(label, 503));
  EXPECT_FALSE(HasUnit(label, 500) || HasUnit(label, 504) || HasUnit(label, 1));
  label.mutable_lot_mark();
  EXPECT_EQ(UnitCount(label), 0u);
  EXPECT_FALSE(HasUnit(label, 1));
}

TEST(Units, OverlapAtASingleNumber) {
  v1::UnitRange a, b;
  a.set_from(10);
  a.set_to(20);
  b.set_from(20);
  b.set_to(20);
  EXPECT_TRUE(Overlap(a, b) && Overlap(b, a));
  b.set_from(21);
  b.set_to(30);
  EXPECT_FALSE(Overlap(a, b) || Overlap(b, a));
}

TEST(Units, WeighNoMoreThanAll) {
  EXPECT_EQ(MassOfUnits(Kilograms("100"), 1, 3), Kilograms("33.333333333"));
  EXPECT_EQ(MassOfUnits(Kilograms("100"), 3, 3), Kilograms("100"));
  EXPECT_EQ(MassOfUnits(Kilograms("0.000000001"), 1, 2), Kilograms("0"));
  EXPECT_EQ(MassOfUnits(Kilograms("0.000000001"), 2, 2), Kilograms("0.000000001"));
  EXPECT_EQ(MassOfUnits(Kilograms("1000000000000"), kMaxUnits, kMaxUnits),
            Kilograms("1000000000000"));
}

TEST(Units, StillLabelledAreWhatIsNotRetired) {
  v1::Label label;
  label.set_mass_kg("100");
  v1::LabelProgress progress;
  progress.set_retired_kg("33.333333333");
  EXPECT_EQ(ActiveMass(label, progress), Kilograms("66.666666667"));
}

}  // namespace
}  // namespace tanji::ledger
