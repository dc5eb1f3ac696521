// A verifier meets whatever somebody could prove about a label: it refuses, it does not crash.
#include <gtest/gtest.h>

#include <functional>

#include "ledger/answers/answer.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/tables.h"
#include "ledger/modules/labels/find.h"
#include "ledger/modules/labels/tables.h"
#include "ledger/modules/products/tables.h"
#include "ledger/modules/schemes/tables.h"
#include "tests/ledger/answers/support/labelled.h"
#include "tests/ledger/answers/support/questions.h"

namespace tanji::ledger {
namespace {

using testing::Labelled;

class HostileLabels : public ::testing::Test {
 protected:
  // Puts what `alter` makes of a good record in its place, and asks.
  template <class Table, class Alter, class... Parts>
  void ExpectRefused(const Table& table, Alter alter, const Parts&... parts) {
    Overlay layer(testing::Below(l_.world.state()));
    auto record = table.Get(layer, parts...).value();
    alter(record);
    table.Put(layer, parts..., record);
    v1::Answer answer;
    EXPECT_THROW(
        (void)AnswerQuestion(testing::AskLabel(l_.label), l_.world.now_ms(), layer, answer),
        StorageFailure)
        << record.DebugString();
  }
  template <class Alter>
  void Certificate(Alter alter) {
    ExpectRefused(kCertificates, alter, certificate_);
  }
  template <class Alter>
  void Label(Alter alter) {
    ExpectRefused(kLabels, alter, serial_);
  }

  Labelled l_;
  const Id certificate_ = ParseIdName(kCertificatesCollection, l_.certificate).value();
  const std::string serial_ = ParseLabelName(l_.label).value();
};

TEST_F(HostileLabels, NameNothingElse) {
  using C = v1::Certificate;
  for (const std::string name : {"", "x", "participants/", "statements/x", "schemes/x/versions/"}) {
    Certificate([&](C& c) { c.set_certifier(name); });
    Certificate([&](C& c) { c.set_producer(name); });
    Certificate([&](C& c) { c.set_product(name); });
    Certificate([&](C& c) { c.set_statement(name); });
    Certificate([&](C& c) { c.set_scheme_version(name); });
    Certificate([&](C& c) { c.set_licence(name); });
    Certificate([&](C& c) { c.set_accreditation(name); });
    Label([&](v1::Label& label) { label.set_certificate(name); });
    Label([&](v1::Label& label) { label.set_lot(name); });
    Label([&](v1::Label& label) { label.set_producer(name); });
    Label([&](v1::Label& label) { label.set_market(name); });
  }
  Certificate([](C& c) { c.add_signed_by("short"); });
  Label([](v1::Label& label) { label.add_signed_by("short"); });
}

TEST_F(HostileLabels, CountWhatIsThere) {
  Label([](v1::Label& label) { label.set_claim(1); });
  Label([](v1::Label& label) { label.set_claim(UINT32_MAX); });
  Label([](v1::Label& label) { label.set_harvest_year(2028); });
  Certificate([](v1::Certificate& c) { c.clear_years(); });
}

TEST_F(HostileLabels, HaveDaysThatAreDays) {
  for (const char* day : {"soon", "2027-02-30"}) {
    Certificate([&](v1::Certificate& c) { c.set_surveillance_days(0, day); });
    ExpectRefused(
        kSchemeVersionProgress,
        [&](v1::SchemeVersionProgress& p) {
          p.mutable_successor()->set_version("schemes/pilot/versions/v2");
          p.mutable_successor()->set_sell_through_day(day);
        },
        std::string("pilot"), std::string("v1"));
  }
  ExpectRefused(
      kSchemes, [](v1::Scheme& scheme) { scheme.set_utc_offset_minutes(100'000); },
      std::string("pilot"));
}

// What is no footprint meets no threshold.
TEST_F(HostileLabels, AreNotCorrectedByADraft) {
  const auto draft = l_.Draft(testing::Succeeding(l_.rated, v1::SUCCESSION_REASON_CORRECTION),
                              testing::RatedLines("90"));
  const auto id = ParseIdName(kFootprintsCollection, l_.rated).value();
  Overlay layer(testing::Below(l_.world.state()));
  auto progress = kFootprintProgress.Get(layer, id).value();
  auto& successor = *progress.add_successors();
  successor.set_footprint(draft);
  successor.set_reason(v1::SUCCESSION_REASON_CORRECTION);
  kFootprintProgress.Put(layer, id, progress);
  v1::Answer answer;
  ASSERT_TRUE(AnswerQuestion(testing::AskLabel(l_.label), l_.world.now_ms(), layer, answer).ok());
  EXPECT_EQ(answer.label().kind(), v1::STATUS_KIND_SUSPENDED);
}

// Surveillances beyond those planned are held; none is left.
TEST_F(HostileLabels, HaveNoSurveillanceAfterTheLast) {
  Overlay layer(testing::Below(l_.world.state()));
  auto progress = kCertificateProgress.Get(layer, certificate_).value();
  for (int i = 0; i < 9; ++i) progress.add_surveillance_times(1);
  kCertificateProgress.Put(layer, certificate_, progress);
  v1::Answer answer;
  ASSERT_TRUE(AnswerQuestion(testing::AskLabel(l_.label), l_.world.now_ms(), layer, answer).ok());
  EXPECT_EQ(answer.label().certificate().next_surveillance_day(), "");
}

}  // namespace
}  // namespace tanji::ledger
