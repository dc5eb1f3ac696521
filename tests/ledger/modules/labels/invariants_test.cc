// Each invariant of labels sees the mistake that it is there for.
#include "ledger/modules/labels/invariants.h"

#include <gtest/gtest.h>

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

class LabelsInvariant : public ::testing::Test {
 protected:
  LabelsInvariant() {
    const auto certificate = c_.Certified();
    certificate_ = ParseIdName(kCertificatesCollection, certificate).value();
    const auto label = c_.Released(testing::Release(certificate, "h26", "100"));
    serial_ = ParseLabelName(label).value();
    EXPECT_TRUE(Accepted(c_.Certify(testing::ReleaseConfirmed(label))));
    EXPECT_TRUE(Accepted(c_.Label(testing::Reported(label, 1, 10))));
    EXPECT_TRUE(Accepted(c_.Certify(testing::Surveillance(certificate))));
    other_ = certificate_;
    other_.bytes[15] ^= 1;
  }
  std::string Problem(const std::string& invariant) { return Problem(invariant, layer_); }
  std::string Problem(const std::string& invariant, const Overlay& layer) {
    const auto outcome =
        testing::CheckInvariant("labels." + invariant, layer.changes(), c_.world.state(), layer);
    return outcome.ok() ? "" : outcome.detail().back().second;
  }
  v1::Certificate Certificate() { return kCertificates.Get(layer_, certificate_).value(); }
  v1::CertificateProgress Progress() {
    return kCertificateProgress.Get(layer_, certificate_).value();
  }
  void Put(const v1::CertificateProgress& progress) {
    kCertificateProgress.Put(layer_, certificate_, progress);
  }
  v1::Label Label() { return kLabels.Get(layer_, serial_).value(); }
  void Put(const v1::Label& label) { kLabels.Put(layer_, serial_, label); }
  v1::LabelProgress Units() { return kLabelProgress.Get(layer_, serial_).value(); }
  void Put(const v1::LabelProgress& progress) { kLabelProgress.Put(layer_, serial_, progress); }
  void RewriteHistory(const std::string& key) {
    auto record = ParseRecord<v1::StatusRecord>(layer_.Get(key).value());
    record.mutable_intervals(0)->set_from_time(1);
    layer_.Put(key, EncodeRecord(record));
  }
  // A copy of the certificate, and of its progress, under another id.
  void PutOther(const v1::Certificate& certificate) {
    kCertificates.Put(layer_, other_, certificate);
    v1::CertificateProgress progress;
    progress.set_changed_time(1);
    kCertificateProgress.Put(layer_, other_, progress);
  }
  void Label100(const std::string& scheme, const std::string& kilograms) {
    auto balance = ReadBalance(layer_, {"farm", "h26"});
    balance.clear_labelled();
    auto& row = *balance.add_labelled();
    row.set_scheme(scheme);
    row.set_mass_kg(kilograms);
    PutBalance(layer_, {"farm", "h26"}, balance);
  }

  testing::Certification c_{testing::WithConfirmation()};
  Id certificate_, other_;
  std::string serial_;
  Overlay layer_{testing::Below(c_.world.state())};
};

TEST_F(LabelsInvariant, NothingIsWrongToBeginWith) {
  Put(Progress());
  Put(Units());
  Label100("schemes/pilot", "99");
  for (const auto& row : LabelsInvariants()) {
    EXPECT_TRUE(Accepted(row.check(layer_.changes(), c_.world.state(), layer_))) << row.name;
  }
}

TEST_F(LabelsInvariant, RecordsAreImmutable) {
  for (const auto& key :
       {kCertificates.Key(certificate_), kCertificateSurveillances.Key(certificate_, 0u),
        kLabels.Key(serial_), kLabelReports.Key(serial_, 0u), kReleaseConfirmations.Key(serial_)}) {
    Overlay layer(testing::Below(c_.world.state()));
    layer.Put(key, layer.Get(key).value() + "x");
    EXPECT_NE(Problem("records_are_immutable", layer), "");
  }
}

TEST_F(LabelsInvariant, HistoriesOfCertificatesContinue) {
  RewriteHistory(MakeKey(KeySpace::kCertificateStatus, certificate_));
  EXPECT_EQ(Problem("certificate_histories_continue"), "a status interval was rewritten");
}
TEST_F(LabelsInvariant, HistoriesOfReleasedLotsContinue) {
  RewriteHistory(MakeKey(KeySpace::kReleasedLotsStatus, certificate_));
  EXPECT_EQ(Problem("released_lots_histories_continue"), "a status interval was rewritten");
}
TEST_F(LabelsInvariant, HistoriesOfLabelsContinue) {
  RewriteHistory(MakeKey(KeySpace::kLabelStatus, serial_));
  EXPECT_EQ(Problem("label_histories_continue"), "a status interval was rewritten");
}
TEST_F(LabelsInvariant, EachCertificateHasBothHistories) {
  PutOther(Certificate());
  EXPECT_EQ(Problem("certificate_histories_continue"), "no status record");
  EXPECT_EQ(Problem("released_lots_histories_continue"), "no status record");
}
TEST_F(LabelsInvariant, EachLabelHasItsHistory) {
  kLabels.Put(layer_, "HN150000000000011", Label());
  EXPECT_EQ(Problem("label_histories_continue"), "no status record");
}

TEST_F(LabelsInvariant, CertificatesAreOfAnothersProduct) {
  auto certificate = Certificate();
  certificate.set_certifier(certificate.producer());
  PutOther(certificate);
  EXPECT_EQ(Problem("certificates_are_decisions"), "not a decision on another's product");
}
TEST_F(LabelsInvariant, CertificatesMeetAThreshold) {
  auto certificate = Certificate();
  certificate.clear_years();
  PutOther(certificate);
  EXPECT_EQ(Problem("certificates_are_decisions"), "not a decision on another's product");
}
TEST_F(LabelsInvariant, CertificatesAreDecidedByWhoTookNoPart) {
  auto certificate = Certificate();
  certificate.set_decision_maker(certificate.evaluators(0));
  PutOther(certificate);
  EXPECT_EQ(Problem("certificates_are_decisions"), "not a decision on another's product");
}
TEST_F(LabelsInvariant, CertificatesHaveTheirProgress) {
  kCertificates.Put(layer_, other_, Certificate());
  EXPECT_EQ(Problem("certificates_are_decisions"), "no progress");
  PutOther(Certificate());
  EXPECT_EQ(Problem("certificates_are_decisions"), "");
}

TEST_F(LabelsInvariant, SurveillancesAreNotForgotten) {
  auto progress = Progress();
  progress.set_surveillance_count(0);
  progress.clear_surveillance_times();
  Put(progress);
  EXPECT_EQ(Problem("certificates_only_go_forward"), "a lasting field has changed");
}
TEST_F(LabelsInvariant, ASuccessorIsNamedOnce) {
  testing::Farm::Expect([&] {
    auto next = c_.Message();
    next.set_predecessor(MakeName(kCertificatesCollection, certificate_));
    return c_.Certify(next);
  }());
  auto progress = Progress();
  progress.mutable_successor()->set_from_time(1);
  Put(progress);
  EXPECT_EQ(Problem("certificates_only_go_forward"), "a lasting field has changed");
}
TEST_F(LabelsInvariant, ChangesOfCertificatesDoNotGoBack) {
  auto progress = Progress();
  progress.set_changed_time(1);
  Put(progress);
  EXPECT_EQ(Problem("certificates_only_go_forward"), "a lasting field has changed");
}
TEST_F(LabelsInvariant, SurveillancesAreCounted) {
  auto progress = Progress();
  progress.set_surveillance_count(2);
  Put(progress);
  EXPECT_EQ(Problem("certificates_only_go_forward"), "not with its surveillances");
  progress.add_surveillance_times(c_.world.now_ms());
  progress.set_surveillance_count(1);
  Put(progress);
  EXPECT_EQ(Problem("certificates_only_go_forward"), "not with its surveillances");
  progress.mutable_surveillance_times()->RemoveLast();
  Put(progress);
  EXPECT_EQ(Problem("certificates_only_go_forward"), "");
  kCertificateSurveillances.Put(layer_, certificate_, 1,
                                kCertificateSurveillances.Get(layer_, certificate_, 0).value());
  EXPECT_EQ(Problem("certificates_only_go_forward"), "not with its surveillances");
}

TEST_F(LabelsInvariant, LabelsLieUnderTheirSerial) {
  kLabels.Put(layer_, "HN150000000000011", Label());
  EXPECT_EQ(Problem("labels_are_of_their_certificate"), "not the key of its serial");
}
TEST_F(LabelsInvariant, LabelsAreOfTheirCertificatesProducer) {
  auto label = Label();
  label.set_producer("participants/neighbour");
  Put(label);
  EXPECT_EQ(Problem("labels_are_of_their_certificate"), "not of its certificate");
}
TEST_F(LabelsInvariant, LabelsAreOfAYearOfTheirCertificate) {
  auto label = Label();
  label.set_harvest_year(2028);
  Put(label);
  EXPECT_EQ(Problem("labels_are_of_their_certificate"), "not of its certificate");
  label.set_harvest_year(2027);
  label.set_certificate("certificates/1");
  Put(label);
  EXPECT_EQ(Problem("labels_are_of_their_certificate"), "not of its certificate");
}
TEST_F(LabelsInvariant, LabelsHaveTheirProgress) {
  auto label = Label();
  label.set_serial("HN150000000000011");
  kLabels.Put(layer_, label.serial(), label);
  EXPECT_EQ(Problem("labels_are_of_their_certificate"), "no progress");
}

TEST_F(LabelsInvariant, WhatIsRetiredStaysSo) {
  const auto good = Units();
  for (const auto& alter : std::vector<std::function<void(v1::LabelProgress&)>>{
           [](auto& p) { p.set_report_count(0); }, [](auto& p) { p.set_retired_units(9); },
           [](auto& p) { p.set_retired_kg("0.9"); }, [](auto& p) { p.set_freed_kg("0.9"); },
           [](auto& p) { p.mutable_retired(0)->set_fate(v1::UNIT_FATE_RECALLED); }}) {
    auto progress = good;
    alter(progress);
    Put(progress);
    EXPECT_EQ(Problem("labels_only_lose"), "a lasting field has changed");
  }
}
TEST_F(LabelsInvariant, NoMoreIsRetiredThanThereIs) {
  auto progress = Units();
  progress.set_retired_units(1001);
  Put(progress);
  EXPECT_EQ(Problem("labels_only_lose"), "not what its reports come to");
  progress.set_retired_units(1000);
  progress.set_retired_kg("100.000000001");
  Put(progress);
  EXPECT_EQ(Problem("labels_only_lose"), "not what its reports come to");
}
TEST_F(LabelsInvariant, ReportsAreCounted) {
  auto progress = Units();
  progress.set_report_count(2);
  Put(progress);
  EXPECT_EQ(Problem("labels_only_lose"), "not what its reports come to");
  progress.set_report_count(1);
  Put(progress);
  kLabelReports.Put(layer_, serial_, 1, kLabelReports.Get(layer_, serial_, 0).value());
  EXPECT_EQ(Problem("labels_only_lose"), "not what its reports come to");
}
TEST_F(LabelsInvariant, NoMoreIsFreedThanIsRetired) {
  auto progress = Units();
  progress.set_freed_kg("100");
  Put(progress);
  EXPECT_EQ(Problem("labels_only_lose"), "not what its reports come to");
}
TEST_F(LabelsInvariant, PrintedRunsOnlyRise) {
  v1::PrintedRuns runs;
  runs.set_last(7);
  kPrintedRuns.Put(c_.world.state(), "pilot", "farm", runs);
  kPrintedRuns.Put(layer_, "pilot", "farm", runs);
  EXPECT_EQ(Problem("runs_only_rise"), "a lasting field has changed");
  runs.set_last(8);
  kPrintedRuns.Put(layer_, "pilot", "farm", runs);
  EXPECT_EQ(Problem("runs_only_rise"), "");
}
TEST_F(LabelsInvariant, ProgressesAreOfLabels) {
  kLabelProgress.Put(layer_, "HN150000000000011", Units());
  EXPECT_EQ(Problem("labels_only_lose"), "a progress without its label");
}

TEST_F(LabelsInvariant, LabelledMassDoesNotMoveByItself) {
  constexpr char kProblem[] = "what is labelled is not what its labels come to";
  for (const char* kilograms : {"98.9", "99.000000001"}) {
    Label100("schemes/pilot", kilograms);
    EXPECT_EQ(Problem("labelled_mass_is_that_of_labels"), kProblem) << kilograms;
  }
  Label100("schemes/other", "99");
  EXPECT_EQ(Problem("labelled_mass_is_that_of_labels"), kProblem);
}
TEST_F(LabelsInvariant, LabelledMassFollowsReports) {
  auto progress = Units();
  progress.set_retired_kg("2");
  progress.set_freed_kg("2");
  Put(progress);
  EXPECT_NE(Problem("labelled_mass_is_that_of_labels"), "");
  Label100("schemes/pilot", "98");
  EXPECT_EQ(Problem("labelled_mass_is_that_of_labels"), "");
}
TEST_F(LabelsInvariant, LabelledMassFollowsNewLabels) {
  auto label = Label();
  label.set_serial("HN150000000000011");
  kLabels.Put(layer_, label.serial(), label);
  v1::LabelProgress progress;
  progress.set_retired_kg("0");
  progress.set_freed_kg("0");
  kLabelProgress.Put(layer_, label.serial(), progress);
  EXPECT_NE(Problem("labelled_mass_is_that_of_labels"), "");
  Label100("schemes/pilot", "199");
  EXPECT_EQ(Problem("labelled_mass_is_that_of_labels"), "");
}

}  // namespace
}  // namespace tanji::ledger
