// Labels: what is recorded, and that no kilogram is labelled twice.
#include <gtest/gtest.h>

#include "ledger/base/serial.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/labels/find.h"
#include "ledger/modules/labels/tables.h"
#include "ledger/modules/products/balance.h"
#include "ledger/modules/products/tables.h"
#include "tests/ledger/modules/labels/certification.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Certification;
using testing::kDayMs;
using testing::Release;
using testing::ReleaseMark;
using testing::ReleaseRun;

class Labels : public ::testing::Test {
 protected:
  static std::string SerialOf(const std::string& name) { return ParseLabelName(name).value(); }
  v1::Label Read(const std::string& name) {
    return kLabels.Get(c_.world.state(), SerialOf(name)).value();
  }
  v1::LabelProgress Progress(const std::string& name) {
    return kLabelProgress.Get(c_.world.state(), SerialOf(name)).value();
  }
  v1::LotBalance Balance(const std::string& lot = "h26") {
    return ReadBalance(c_.world.state(), {"farm", lot});
  }
  // What is labelled of the lot, in kg; empty if nothing.
  std::string Labelled(const std::string& lot = "h26") {
    const auto balance = Balance(lot);
    return balance.labelled_size() == 0 ? "" : balance.labelled(0).mass_kg();
  }
  v1::StatusKind StatusOf(const std::string& name) {
    return LabelHistory(SerialOf(name))
        .At(c_.world.state(), {c_.world.now_ms(), c_.world.now_ms()})
        .kind;
  }
  v1::DeriveLot Split(const std::string& id, const std::vector<testing::Part>& parts,
                      const std::string& kilograms) {
    auto message = testing::Derived(id, parts, kilograms);
    message.set_custody(v1::CUSTODY_MODEL_SEGREGATED);
    return message;
  }

  Certification c_;
  const std::string certificate_ = c_.Certified();
};

TEST_F(Labels, SayWhatIsLabelledUnderWhichCertificate) {
  auto message = ReleaseRun(certificate_, "h26", "501");
  *message.mutable_mass() = testing::Amounting("501", "jin");
  const auto name = c_.Released(message);
  const auto label = Read(name);
  EXPECT_EQ(label.serial(), SerialOf(name));
  EXPECT_TRUE(IsSerial(label.serial()) && label.serial().starts_with("HN15"));
  EXPECT_EQ(label.certificate(), certificate_);
  EXPECT_EQ(label.lot(), testing::LotName("h26"));
  EXPECT_EQ(label.producer(), "participants/farm");
  EXPECT_EQ(label.mass().unit(), "jin");
  EXPECT_EQ(label.mass_kg(), "250.5");
  EXPECT_EQ(label.printed_run().to(), 1500u);
  EXPECT_EQ(label.market(), "CN");
  EXPECT_EQ(label.claim(), 0u);
  EXPECT_EQ(label.harvest_year(), 2026u);
  EXPECT_EQ(label.released_time(), c_.world.now_ms());
  EXPECT_EQ(label.signed_by(0), testing::KeyOf("farm", 1).key_id().str());
  EXPECT_EQ(Progress(name).retired_kg(), "0");
  EXPECT_EQ(StatusOf(name), v1::STATUS_KIND_IN_FORCE);
  ASSERT_EQ(Balance().labelled_size(), 1);
  EXPECT_EQ(Balance().labelled(0).scheme(), "schemes/pilot");
  EXPECT_EQ(Labelled(), "250.5");
}

TEST_F(Labels, OfOneTransactionHaveSerialsOfTheirOwn) {
  ASSERT_TRUE(Accepted(c_.world.Run("farm",
                                    {testing::Op(Release(certificate_, "h26", "600")),
                                     testing::Op(ReleaseMark(certificate_, "h26", "400"))},
                                    {1})));
  for (const std::uint32_t index : {0u, 1u}) {
    const auto serial = c_.world.CreatedSerial("HN15", index);
    EXPECT_EQ(kLabels.Get(c_.world.state(), serial).value().has_lot_mark(), index == 1);
  }
  EXPECT_EQ(Labelled(), "1000");
}

// --- Mass

TEST_F(Labels, CoverNoMoreThanIsLeftOfTheLot) {
  c_.Released(Release(certificate_, "h26", "600"));
  const auto more = c_.Label(Release(certificate_, "h26", "400.000000001"));
  EXPECT_EQ(more.code(), v1::CODE_LABELLED_BEYOND_LOT);
  c_.Released(Release(certificate_, "h26", "400"));
  EXPECT_EQ(c_.Label(Release(certificate_, "h26", "0.000000001")).code(),
            v1::CODE_LABELLED_BEYOND_LOT);
}

TEST_F(Labels, CoverNothingThatIsGone) {
  c_.Do(testing::Loss("h26", "100"));
  c_.Do(Split("split", {{"h26", "300"}}, "300"));
  EXPECT_EQ(c_.Label(Release(certificate_, "h26", "600.000000001")).code(),
            v1::CODE_LABELLED_BEYOND_LOT);
  EXPECT_TRUE(Accepted(c_.Label(Release(certificate_, "h26", "600"))));
}

TEST_F(Labels, HoldTheirMassInTheLotUntilTheyAreReported) {
  const auto label = c_.Released(Release(certificate_, "h26", "900"));
  EXPECT_EQ(c_.world.Do("farm", Split("split", {{"h26", "100.000000001"}}, "100")).code(),
            v1::CODE_LOT_OVERDRAWN);
  EXPECT_EQ(c_.world.Do("farm", testing::Loss("h26", "100.000000001")).code(),
            v1::CODE_LOT_OVERDRAWN);
  c_.Do(Split("split", {{"h26", "100"}}, "100"));
  EXPECT_EQ(c_.world.Do("farm", testing::Loss("h26", "90")).code(), v1::CODE_LOT_OVERDRAWN);
  ASSERT_TRUE(Accepted(c_.Label(testing::Reported(label, 1, 100))));
  c_.Do(testing::Loss("h26", "90"));
  EXPECT_EQ(Labelled(), "810");
}

TEST_F(Labels, OfALotAndOfWhatWasSplitOffAreOfDifferentGoods) {
  c_.Do(Split("split", {{"h26", "300"}}, "300"));
  c_.Released(Release(certificate_, "split", "300"));
  EXPECT_EQ(Labelled(), "");
  EXPECT_EQ(Labelled("split"), "300");
  c_.Released(Release(certificate_, "h26", "700"));
  EXPECT_EQ(c_.Label(Release(certificate_, "split", "0.1")).code(), v1::CODE_LABELLED_BEYOND_LOT);
  EXPECT_EQ(c_.Label(Release(certificate_, "h26", "0.1")).code(), v1::CODE_LABELLED_BEYOND_LOT);
}

// --- Units

TEST_F(Labels, FreeTheMassOfReportedUnitsAndNeverTooMuch) {
  auto message = Release(certificate_, "h26", "100");
  message.mutable_unit_serials()->set_count(3);
  const auto label = c_.Released(message);
  const char* const retired[] = {"33.333333333", "66.666666666", "100"};
  const char* const labelled[] = {"66.666666667", "33.333333334", ""};
  for (const std::uint64_t unit : {1, 2, 3}) {
    ASSERT_TRUE(Accepted(c_.Label(testing::Reported(label, unit, unit))));
    EXPECT_EQ(Progress(label).retired_kg(), retired[unit - 1]);
    EXPECT_EQ(Progress(label).retired_units(), unit);
    EXPECT_EQ(Progress(label).report_count(), unit);
    EXPECT_EQ(Labelled(), labelled[unit - 1]);
  }
  // Nothing of it is listed any more, and all may be labelled again.
  EXPECT_TRUE(Accepted(c_.Label(Release(certificate_, "h26", "1000"))));
}

TEST_F(Labels, KeepEachReport) {
  const auto label = c_.Released(ReleaseRun(certificate_, "h26", "1000"));
  ASSERT_TRUE(Accepted(c_.Label(testing::Reported(label, 1500, 1500, v1::UNIT_FATE_RECALLED))));
  ASSERT_TRUE(Accepted(c_.Label(testing::Reported(label, 501, 510))));
  const auto& state = c_.world.state();
  const auto first = kLabelReports.Get(state, SerialOf(label), 0).value();
  EXPECT_EQ(first.retired().units().from(), 1500u);
  EXPECT_EQ(first.retired().fate(), v1::UNIT_FATE_RECALLED);
  const auto second = kLabelReports.Get(state, SerialOf(label), 1).value();
  EXPECT_EQ(second.retired().units().to(), 510u);
  EXPECT_EQ(second.reason().en(), "badly printed");
  EXPECT_EQ(second.retired().recorded_time(), c_.world.now_ms());
  EXPECT_EQ(second.signed_by_size(), 1);
  ASSERT_EQ(Progress(label).retired_size(), 2);
  EXPECT_EQ(Progress(label).retired(1).units().from(), 501u);
  EXPECT_EQ(Progress(label).retired_kg(), "11");
  EXPECT_EQ(Progress(label).freed_kg(), "10");
  EXPECT_EQ(Labelled(), "990");
}

TEST_F(Labels, NeverReportAUnitTwice) {
  const auto label = c_.Released(Release(certificate_, "h26", "100"));
  ASSERT_TRUE(Accepted(c_.Label(testing::Reported(label, 100, 200))));
  for (const auto& [from, to] : std::vector<std::pair<std::uint64_t, std::uint64_t>>{
           {1, 100}, {200, 300}, {1, 1000}, {150, 151}}) {
    EXPECT_EQ(c_.Label(testing::Reported(label, from, to)).code(), v1::CODE_UNITS_REPORTED)
        << from << "-" << to;
  }
  EXPECT_TRUE(Accepted(c_.Label(testing::Reported(label, 1, 99))));
  EXPECT_TRUE(Accepted(c_.Label(testing::Reported(label, 201, 1000))));
}

TEST_F(Labels, OnTheWholeAreReportedByMass) {
  const auto label = c_.Released(ReleaseMark(certificate_, "h26", "100"));
  ASSERT_TRUE(Accepted(c_.Label(testing::ReportedMass(label, "0.5"))));
  EXPECT_EQ(Progress(label).retired_kg(), "0.5");
  EXPECT_EQ(Progress(label).retired_units(), 0u);
  const auto report = kLabelReports.Get(c_.world.state(), SerialOf(label), 0).value();
  EXPECT_EQ(report.retired().mass_kg(), "0.5");
  ASSERT_TRUE(Accepted(c_.Label(testing::ReportedMass(label, "99.5"))));
  EXPECT_EQ(Labelled(), "");
}

// What is spoiled or gone is so whatever has become of label and certificate.
TEST_F(Labels, AreReportedUnderAnyStatus) {
  const auto label = c_.Released(Release(certificate_, "h26", "100"));
  const auto withdrawal = testing::OpenStatus(v1::STATUS_KIND_WITHDRAWN);
  ASSERT_TRUE(Accepted(c_.Certify(testing::ChangeLabel(label, withdrawal))));
  ASSERT_TRUE(Accepted(c_.Certify(testing::ChangeCertificate(certificate_, withdrawal))));
  EXPECT_TRUE(Accepted(c_.Label(testing::Reported(label, 1, 1000))));
  EXPECT_EQ(StatusOf(label), v1::STATUS_KIND_WITHDRAWN);
  // What the certifier has stopped does not come back under another label.
  EXPECT_EQ(Labelled(), "100");
}

// Goods that are destroyed or taken back are not labelled again.
TEST_F(Labels, GiveTheirMassBackOnlyWhereTheLabelWasSpoiled) {
  const auto label = c_.Released(Release(certificate_, "h26", "1000"));
  for (const auto fate : {v1::UNIT_FATE_DESTROYED, v1::UNIT_FATE_RECALLED}) {
    ASSERT_TRUE(Accepted(c_.Label(testing::Reported(label, fate, fate, fate))));
    EXPECT_EQ(Labelled(), "1000");
  }
  ASSERT_TRUE(Accepted(c_.Label(testing::Reported(label, 1, 1))));
  EXPECT_EQ(Labelled(), "999");
  EXPECT_EQ(Progress(label).retired_units(), 3u);
  EXPECT_EQ(Progress(label).freed_units(), 1u);
}

TEST_F(Labels, OfAPrintedRunBearNumbersOfTheirOwn) {
  c_.Released(ReleaseRun(certificate_, "h26", "100"));
  auto again = ReleaseRun(certificate_, "h26", "100");
  EXPECT_TRUE(
      testing::Refused(c_.Label(again), v1::CODE_RUN_NOT_AFTER,
                       {{"field", "printed_run.from"}, {"value", "501"}, {"last", "1500"}}));
  again.mutable_printed_run()->set_from(1501);
  again.mutable_printed_run()->set_to(1600);
  EXPECT_TRUE(Accepted(c_.Label(again)));
}

TEST_F(Labels, OfAnOrchardThatWasNotAssessedAreRefused) {
  auto orchard = testing::Orchard();
  orchard.set_id("orchard-9");
  c_.Do(orchard);
  auto harvest = testing::HarvestedIn("2026-05", "h9", "500");
  harvest.set_facilities(0, "participants/farm/facilities/orchard-9");
  c_.Do(harvest);
  EXPECT_EQ(c_.Label(Release(certificate_, "h9", "100")).code(), v1::CODE_HARVEST_OUTSIDE_COVERAGE);
}

// Sixty bits can be ground: whoever makes two alike is refused the second.
TEST(LabelSerials, AreNeverTakenTwice) {
  Certification first, second;
  const auto label = first.Released(Release(first.Certified(), "h26", "100"));
  const auto serial = ParseLabelName(label).value();
  const auto certificate = second.Certified();
  kLabels.Put(second.world.state(), serial, kLabels.Get(first.world.state(), serial).value());
  EXPECT_TRUE(testing::Refused(second.Label(Release(certificate, "h26", "100")),
                               v1::CODE_ALREADY_EXISTS, {{"field", "serial"}, {"value", label}}));
}

// --- Which harvests

TEST_F(Labels, AreOfTheLastOfTheirHarvests) {
  ASSERT_TRUE(Accepted(c_.Certify(testing::Surveillance(certificate_))));
  c_.world.Advance(360 * kDayMs);
  // By name it comes before the older one.
  c_.Do(testing::HarvestedIn("2027-05", "a27", "500"));
  c_.Do(Split("both", {{"a27", "100"}, {"h26", "100"}}, "200"));
  EXPECT_EQ(Read(c_.Released(Release(certificate_, "both", "200"))).harvest_year(), 2027u);
  EXPECT_EQ(Read(c_.Released(Release(certificate_, "h26", "100"))).harvest_year(), 2026u);
}

TEST_F(Labels, OfALotFromAHarvestThatIsNotCoveredAreRefused) {
  c_.Do(testing::HarvestedIn("2025-12", "old", "500"));
  c_.Do(Split("both", {{"h26", "100"}, {"old", "1"}}, "101"));
  const auto outcome = c_.Label(Release(certificate_, "both", "100"));
  EXPECT_EQ(outcome.code(), v1::CODE_HARVEST_OUTSIDE_COVERAGE);
}

TEST_F(Labels, ExPostAreOfTheLotsThatTheInventoryNames) {
  c_.Do(testing::HarvestedIn("2025-12", "named", "500"));
  c_.Do(testing::HarvestedIn("2025-12", "other", "500"));
  auto header = testing::MangoHeader();
  header.add_lots(testing::LotName("named"));
  auto message = c_.Message();
  message.set_statement(c_.Stated(testing::DeclareRated(c_.world, header)));
  const auto certificate = c_.Certified(message);
  EXPECT_EQ(Read(c_.Released(Release(certificate, "named", "100"))).harvest_year(), 2025u);
  for (const char* lot : {"other", "h26"}) {
    EXPECT_EQ(c_.Label(Release(certificate, lot, "100")).code(), v1::CODE_HARVEST_OUTSIDE_COVERAGE)
        << lot;
  }
}

// A harvest above the plausible yield waits for an auditor, and so do its labels.
TEST_F(Labels, OfALotUnderReviewWaitForTheAuditor) {
  c_.Do(testing::HarvestedIn("2026-05", "above", "30000"));
  EXPECT_EQ(c_.Label(Release(certificate_, "above", "100")).code(), v1::CODE_NOT_IN_FORCE);
  ASSERT_TRUE(Accepted(c_.world.Do("auditor", testing::Confirmation("above"))));
  EXPECT_TRUE(Accepted(c_.Label(Release(certificate_, "above", "100"))));
}

// The correction leaves 2026 as it was and misses the threshold of 2027: so do its harvests.
TEST_F(Labels, OfAYearThatACorrectionMissesAreNotReleased) {
  ASSERT_TRUE(Accepted(c_.Certify(testing::Surveillance(certificate_))));
  c_.world.Advance(360 * kDayMs);
  c_.Do(testing::HarvestedIn("2027-05", "h27", "500"));
  const auto header = testing::Succeeding(c_.rated, v1::SUCCESSION_REASON_CORRECTION);
  testing::DeclareRated(c_.world, header, "110");
  EXPECT_TRUE(Accepted(c_.Label(Release(certificate_, "h26", "100"))));
  EXPECT_TRUE(testing::Refused(c_.Label(Release(certificate_, "h27", "100")),
                               v1::CODE_HARVEST_YEAR_NOT_MET,
                               {{"field", "lot"},
                                {"value", testing::LotName("h27")},
                                {"year", "2027"},
                                {"certificate", certificate_}}));
  EXPECT_EQ(Labelled("h27"), "");
}

// --- What stops releases

TEST_F(Labels, StopAfterAMissedSurveillanceUntilItIsHeld) {
  // 2027-06-01 in China ends at 16:00 UTC.
  c_.world.Advance(1'811'865'600'000 - 1 - c_.world.now_ms() - 1);
  EXPECT_TRUE(Accepted(c_.Label(Release(certificate_, "h26", "100"))));
  EXPECT_EQ(c_.Label(Release(certificate_, "h26", "100")).code(), v1::CODE_SURVEILLANCE_OVERDUE);
  ASSERT_TRUE(Accepted(c_.Certify(testing::Surveillance(certificate_))));
  EXPECT_TRUE(Accepted(c_.Label(Release(certificate_, "h26", "100"))));
}

// What was released stays; a licence that has run out releases nothing more.
TEST(LabelsOfAShortLicence, StopWithIt) {
  Certification c;
  auto licence = testing::PilotLicence("certifier");
  licence.set_valid_until_time(c.world.now_ms() + 10 * kDayMs);
  testing::Farm::Expect(c.world.Do("body-hn", licence));
  auto message = c.Message();
  message.set_licence(c.world.CreatedName(kLicencesCollection));
  const auto certificate = c.Certified(message);
  EXPECT_TRUE(Accepted(c.Label(Release(certificate, "h26", "100"))));
  c.world.Advance(11 * kDayMs);
  EXPECT_TRUE(testing::Refused(c.Label(Release(certificate, "h26", "100")), v1::CODE_NOT_IN_FORCE,
                               {{"field", "licence"}, {"value", message.licence()}}));
}

TEST_F(Labels, StopWithASuspendedCertificateUntilItIsReinstated) {
  const auto suspension = testing::OpenStatus(v1::STATUS_KIND_SUSPENDED);
  ASSERT_TRUE(Accepted(c_.Certify(testing::ChangeCertificate(certificate_, suspension))));
  EXPECT_EQ(c_.Label(Release(certificate_, "h26", "100")).code(), v1::CODE_NOT_IN_FORCE);
  ASSERT_TRUE(
      Accepted(c_.Certify(testing::ChangeCertificate(certificate_, testing::EndStatus(1)))));
  EXPECT_TRUE(Accepted(c_.Label(Release(certificate_, "h26", "100"))));
}

// --- Releases that wait

class WaitingLabels : public Labels {
 protected:
  WaitingLabels() : c2_(testing::WithConfirmation()), label_(c2_.Released(Message())) {}
  v1::ReleaseLabel Message() { return Release(c2_.Certified(), "h26", "100"); }
  StatusAt Now() {
    return LabelHistory(SerialOf(label_))
        .At(c2_.world.state(), {c2_.world.now_ms(), c2_.world.now_ms()});
  }

  Certification c2_;
  const std::string label_;
};

TEST_F(WaitingLabels, AreUnderReviewUntilTheCertifierConfirms) {
  EXPECT_EQ(Now().kind, v1::STATUS_KIND_UNDER_REVIEW);
  EXPECT_EQ(Now().interval.by(), "participants/farm");
  ASSERT_TRUE(Accepted(c2_.Certify(testing::ReleaseConfirmed(label_))));
  EXPECT_EQ(Now().kind, v1::STATUS_KIND_IN_FORCE);
  const auto confirmation = kReleaseConfirmations.Get(c2_.world.state(), SerialOf(label_)).value();
  EXPECT_EQ(confirmation.confirmed_time(), c2_.world.now_ms());
  EXPECT_EQ(confirmation.finding().en(), "checked, may be released");
  EXPECT_EQ(confirmation.signed_by_size(), 2);
}

TEST_F(WaitingLabels, HoldTheirMassMeanwhile) {
  const auto balance = ReadBalance(c2_.world.state(), {"farm", "h26"});
  EXPECT_EQ(balance.labelled(0).mass_kg(), "100");
}

TEST_F(WaitingLabels, AreNotConfirmedAfterTheyWereWithdrawn) {
  ASSERT_TRUE(Accepted(
      c2_.Certify(testing::ChangeLabel(label_, testing::OpenStatus(v1::STATUS_KIND_WITHDRAWN)))));
  EXPECT_EQ(c2_.Certify(testing::ReleaseConfirmed(label_)).code(),
            v1::CODE_STATUS_CHANGE_NOT_ALLOWED);
}

TEST_F(WaitingLabels, AreReviewedAgainByTheCertifierAlone) {
  ASSERT_TRUE(Accepted(c2_.Certify(testing::ReleaseConfirmed(label_))));
  ASSERT_TRUE(Accepted(c2_.Certify(
      testing::ChangeLabel(label_, testing::OpenStatus(v1::STATUS_KIND_UNDER_REVIEW)))));
  EXPECT_EQ(Now().kind, v1::STATUS_KIND_UNDER_REVIEW);
  ASSERT_TRUE(Accepted(c2_.Certify(testing::ChangeLabel(label_, testing::EndStatus(2)))));
  EXPECT_EQ(Now().kind, v1::STATUS_KIND_IN_FORCE);
}

// Until the ledger draws, each of them waits.
TEST(LabelsPerDraw, WaitAll) {
  Certification c(
      testing::Demanding([](auto& r) { r.set_release(v1::RELEASE_RULE_CERTIFIER_PER_DRAW); }));
  const auto label = c.Released(Release(c.Certified(), "h26", "100"));
  const AsOf now{c.world.now_ms(), c.world.now_ms()};
  EXPECT_EQ(LabelHistory(ParseLabelName(label).value()).At(c.world.state(), now).kind,
            v1::STATUS_KIND_UNDER_REVIEW);
}

}  // namespace
}  // namespace tanji::ledger
