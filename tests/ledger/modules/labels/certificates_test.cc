// Certificates: what is recorded, who may decide, and what comes after.
#include <gtest/gtest.h>

#include "ledger/modules/common/names.h"
#include "ledger/modules/labels/tables.h"
#include "tests/ledger/modules/labels/certification.h"
#include "tests/ledger/modules/membership/grants.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Certification;
using testing::kDayMs;
using testing::Refused;

class Certificates : public ::testing::Test {
 protected:
  static Id IdOf(const std::string& name) {
    return ParseIdName(kCertificatesCollection, name).value();
  }
  v1::Certificate Read(const std::string& name) {
    return kCertificates.Get(c_.world.state(), IdOf(name)).value();
  }
  v1::CertificateProgress Progress(const std::string& name) {
    return kCertificateProgress.Get(c_.world.state(), IdOf(name)).value();
  }
  v1::StatusKind StatusOf(const History& history) {
    return history.At(c_.world.state(), {c_.world.now_ms(), c_.world.now_ms()}).kind;
  }

  Certification c_;
};

TEST_F(Certificates, SayWhatWasDecidedOnWhatByWhom) {
  const auto name = c_.Certified();
  const auto certificate = Read(name);
  EXPECT_EQ(certificate.certifier(), "participants/certifier");
  EXPECT_EQ(certificate.producer(), "participants/farm");
  EXPECT_EQ(certificate.product(), testing::kMango);
  EXPECT_EQ(certificate.category(), "CPC:01316");
  EXPECT_EQ(certificate.footprint(), c_.rated);
  EXPECT_EQ(certificate.statement(), c_.statement);
  EXPECT_EQ(certificate.scheme_version(), testing::kFirstVersion);
  EXPECT_EQ(certificate.licence(), c_.names.licence);
  EXPECT_EQ(certificate.accreditation(), c_.names.accreditation);
  EXPECT_EQ(certificate.evaluators(0), "h2");
  EXPECT_EQ(certificate.decision_maker(), "h1");
  EXPECT_EQ(certificate.valid_until_day(), "2028-06-01");
  EXPECT_EQ(certificate.surveillance_days(0), "2027-06-01");
  EXPECT_EQ(certificate.evidence(0), testing::ReportName());
  EXPECT_EQ(certificate.issued_time(), c_.world.now_ms());
  ASSERT_EQ(certificate.signed_by_size(), 2);
  EXPECT_EQ(
      std::ranges::count(certificate.signed_by(), testing::KeyOf("certifier", 1).key_id().str()),
      1);
  EXPECT_EQ(Progress(name).changed_time(), c_.world.now_ms());
  EXPECT_EQ(StatusOf(CertificateHistory(IdOf(name))), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(StatusOf(ReleasedLotsHistory(IdOf(name))), v1::STATUS_KIND_IN_FORCE);
}

// 0.86655 against 0.954926061 and 0.903534545; of 2028 it misses 0.85214303.
TEST_F(Certificates, NameTheYearsWhoseThresholdIsMet) {
  const auto certificate = Read(c_.Certified());
  EXPECT_EQ(certificate.compared(), "0.86655");
  EXPECT_EQ(certificate.unit(), "kgCO2e/kg");
  EXPECT_EQ(certificate.rule(), v1::DECISION_RULE_VALUE);
  ASSERT_EQ(certificate.years_size(), 2);
  EXPECT_EQ(certificate.years(0).harvest_year(), 2026u);
  EXPECT_EQ(certificate.years(0).threshold(), "0.954926061");
  EXPECT_EQ(certificate.years(0).margin(), 925u);
  EXPECT_EQ(certificate.years(0).grade(), "");
  EXPECT_EQ(certificate.years(1).harvest_year(), 2027u);
  EXPECT_EQ(certificate.years(1).margin(), 409u);
}

TEST_F(Certificates, OfAnExPostFootprintAreForTheYearsOfItsPeriod) {
  auto header = testing::MangoHeader();
  const auto certificate = [&] {
    auto message = c_.Message();
    message.set_statement(c_.Stated(testing::DeclareRated(c_.world, header)));
    return Read(c_.Certified(message));
  }();
  ASSERT_EQ(certificate.years_size(), 1);
  EXPECT_EQ(certificate.years(0).harvest_year(), 2025u);
}

TEST_F(Certificates, CountFromTheirBlockOrTheirFirstDay) {
  const auto today = IdOf(c_.Certified());
  EXPECT_EQ(CertificateHistory(today).Interval(c_.world.state(), 0)->from_time(),
            c_.world.now_ms());
  // The last day ends at midnight in China.
  EXPECT_EQ(CertificateHistory(today).Interval(c_.world.state(), 0)->to_time(), 1'843'488'000'000);
  auto message = c_.Message();
  message.set_valid_from_day("2026-06-10");
  const auto later = IdOf(c_.Certified(message));
  EXPECT_EQ(StatusOf(CertificateHistory(later)), v1::STATUS_KIND_UNSPECIFIED);
  c_.world.Advance(8 * kDayMs);
  EXPECT_EQ(StatusOf(CertificateHistory(later)), v1::STATUS_KIND_IN_FORCE);
  c_.world.Advance(3 * 365 * kDayMs);
  EXPECT_EQ(StatusOf(CertificateHistory(later)), v1::STATUS_KIND_UNSPECIFIED);
  EXPECT_EQ(StatusOf(ReleasedLotsHistory(later)), v1::STATUS_KIND_IN_FORCE);
}

TEST_F(Certificates, LastAsLongAsTheVersionAllows) {
  auto message = c_.Message();
  message.set_valid_from_day("2026-06-10");
  message.set_valid_until_day("2028-06-09");
  message.set_surveillance_days(0, "2027-06-10");
  EXPECT_TRUE(Accepted(c_.Certify(message)));
  Certification free(testing::Demanding([](auto& r) {
    r.mutable_validity()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
    r.mutable_surveillance()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  }));
  auto endless = free.Message();
  endless.clear_surveillance_days();
  endless.set_valid_until_day("2200-12-31");
  EXPECT_TRUE(Accepted(free.Certify(endless)));
}

TEST_F(Certificates, NameTheirSuccessorOnce) {
  const auto first = c_.Certified();
  auto message = c_.Message();
  message.set_predecessor(first);
  message.set_valid_from_day("2026-07-01");
  const auto second = c_.Certified(message);
  const auto progress = Progress(first);
  EXPECT_EQ(progress.successor().certificate(), second);
  EXPECT_EQ(progress.successor().from_time(), 1'782'835'200'000);
  EXPECT_EQ(progress.successor().recorded_time(), c_.world.now_ms());
  EXPECT_EQ(progress.changed_time(), c_.world.now_ms());
  EXPECT_FALSE(Progress(second).has_successor());
  // Until the first day of the second, goods are released under the first.
  EXPECT_TRUE(Accepted(c_.Label(testing::Release(first, "h26", "10"))));
  EXPECT_EQ(c_.Label(testing::Release(second, "h26", "10")).code(), v1::CODE_NOT_IN_FORCE);
  c_.world.Advance(30 * kDayMs);
  EXPECT_EQ(c_.Label(testing::Release(first, "h26", "10")).code(), v1::CODE_CERTIFICATE_SUCCEEDED);
  EXPECT_TRUE(Accepted(c_.Label(testing::Release(second, "h26", "10"))));
}

TEST_F(Certificates, AreSucceededByWhoIssuedThem) {
  const auto first = c_.Certified();
  c_.world.Register("rival", {v1::PARTICIPANT_KIND_CERTIFIER});
  auto message = c_.Message();
  message.set_predecessor(first);
  ASSERT_TRUE(Accepted(c_.world.Do("cnas", testing::CertifierAccreditation("rival"))));
  message.set_accreditation(c_.world.CreatedName(kAccreditationsCollection));
  ASSERT_TRUE(Accepted(c_.world.Do("body-hn", testing::PilotLicence("rival"))));
  message.set_licence(c_.world.CreatedName(kLicencesCollection));
  message.set_decision_maker("h3");
  EXPECT_TRUE(Refused(c_.world.Run("rival", {testing::Op(message)}, {3}), v1::CODE_NOT_ENTITLED,
                      {{"value", "participants/rival"}, {"expected", "participants/certifier"}}));
}

TEST_F(Certificates, CountTheirSurveillances) {
  const auto name = c_.Certified();
  ASSERT_TRUE(Accepted(c_.Certify(testing::Surveillance(name))));
  EXPECT_EQ(Progress(name).surveillance_count(), 1u);
  EXPECT_EQ(Progress(name).changed_time(), c_.world.now_ms());
  const auto held = kCertificateSurveillances.Get(c_.world.state(), IdOf(name), 0).value();
  EXPECT_EQ(held.finding().en(), "still meets the standard");
  EXPECT_EQ(held.recorded_time(), c_.world.now_ms());
  EXPECT_EQ(held.signed_by_size(), 2);
}

TEST_F(Certificates, AndReleasedLotsAreChangedApartOrTogether) {
  const auto name = c_.Certified();
  auto both = testing::ChangeCertificate(name, testing::OpenStatus(v1::STATUS_KIND_WITHDRAWN));
  *both.mutable_released_lots() = testing::OpenStatus(v1::STATUS_KIND_SUSPENDED);
  ASSERT_TRUE(Accepted(c_.Certify(both)));
  EXPECT_EQ(StatusOf(CertificateHistory(IdOf(name))), v1::STATUS_KIND_WITHDRAWN);
  EXPECT_EQ(StatusOf(ReleasedLotsHistory(IdOf(name))), v1::STATUS_KIND_SUSPENDED);
  ASSERT_TRUE(Accepted(c_.Certify(testing::ChangeReleasedLots(name, testing::EndStatus(1)))));
  EXPECT_EQ(StatusOf(CertificateHistory(IdOf(name))), v1::STATUS_KIND_WITHDRAWN);
  EXPECT_EQ(StatusOf(ReleasedLotsHistory(IdOf(name))), v1::STATUS_KIND_IN_FORCE);
}

// A body that verifies and certifies: whoever led the verification or reviewed it does not decide.
class OneBodyForBoth : public Certificates {
 protected:
  OneBodyForBoth() {
    auto& world = c_.world;
    world.Register("both", {v1::PARTICIPANT_KIND_AUDITOR, v1::PARTICIPANT_KIND_CERTIFIER});
    for (const int number : {1, 2}) {
      v1::AddKey key;
      *key.mutable_key() = testing::Grant("both", number, testing::AllPermissions());
      EXPECT_TRUE(Accepted(world.Do("both", key)));
    }
    EXPECT_TRUE(Accepted(world.Do("cnas", testing::PilotAccreditation("both"))));
    auto statement =
        testing::RatedStatement(c_.rated, world.CreatedName(kAccreditationsCollection));
    EXPECT_TRUE(Accepted(c_.Issue(statement, "both")));
    message_ = c_.Message();
    message_.set_statement(world.CreatedName(kStatementsCollection));
    EXPECT_TRUE(Accepted(world.Do("cnas", testing::CertifierAccreditation("both"))));
    message_.set_accreditation(world.CreatedName(kAccreditationsCollection));
    EXPECT_TRUE(Accepted(world.Do("body-hn", testing::PilotLicence("both"))));
    message_.set_licence(world.CreatedName(kLicencesCollection));
  }
  Outcome DecidedBy(const std::string& holder, const std::string& evaluator) {
    auto message = message_;
    message.set_evaluators(0, evaluator);
    message.set_decision_maker(holder);
    return c_.world.Run("both", {testing::Op(message)}, {0, 1, 2});
  }

  v1::IssueCertificate message_;
};

TEST_F(OneBodyForBoth, LetsNeitherLeadNorReviewerDecide) {
  for (const char* holder : {"h0", "h1"}) {
    EXPECT_TRUE(Refused(DecidedBy(holder, "li"), v1::CODE_DECIDER_EVALUATED,
                        {{"field", "decision_maker"}, {"value", holder}}));
  }
}
TEST_F(OneBodyForBoth, LetsAThirdPersonDecide) {
  EXPECT_TRUE(Accepted(DecidedBy("h2", "h0")));
}
// Holders of different bodies are different people, whatever they are called.
TEST_F(OneBodyForBoth, DoesNotConfuseItsPeopleWithTheAuditors) {
  message_.set_statement(c_.statement);
  EXPECT_TRUE(Accepted(DecidedBy("h1", "h0")));
}

}  // namespace
}  // namespace tanji::ledger
