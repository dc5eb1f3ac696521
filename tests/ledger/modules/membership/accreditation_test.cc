// Accreditations and licences from grant to withdrawal.
#include <gtest/gtest.h>

#include "ledger/base/names.h"
#include "ledger/modules/membership/queries.h"
#include "ledger/modules/membership/tables.h"
#include "tests/ledger/modules/membership/grants.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Accreditation;
using testing::Licence;
using testing::World;

class Grants : public ::testing::Test {
 protected:
  Grants() {
    world_.Register("auditor", {v1::PARTICIPANT_KIND_AUDITOR});
    world_.Register("certifier", {v1::PARTICIPANT_KIND_AUDITOR, v1::PARTICIPANT_KIND_CERTIFIER});
  }
  v1::StatusKind KindAt(const History& history, std::int64_t effective_ms) {
    return history.At(world_.state(), {effective_ms, world_.now_ms()}).kind;
  }

  World world_;
};

TEST_F(Grants, AnAccreditationKeepsItsDatesAndCountsFromItsBlock) {
  ASSERT_TRUE(Accepted(world_.Do("cnas", testing::Document("certificate"))));
  auto message = Accreditation("auditor");
  message.set_document("documents/" + crypto::Sha256("certificate").Hex());
  ASSERT_TRUE(Accepted(world_.Do("cnas", message)));
  const auto id = ParseIdName("accreditations", world_.CreatedName("accreditations")).value();
  const auto record = kAccreditations.Get(world_.state(), id).value();
  EXPECT_EQ(record.accreditor(), "participants/cnas");
  EXPECT_EQ(record.body(), "participants/auditor");
  EXPECT_EQ(record.scope().sub_scopes(1), "ISO 14067");
  EXPECT_EQ(record.valid_from_time(), message.valid_from_time());
  EXPECT_EQ(record.arrangement(), "GAC-MRA 2026-01-01");
  EXPECT_EQ(record.document(), message.document());
  EXPECT_EQ(record.granted_time(), world_.now_ms());
  EXPECT_EQ(record.signed_by_size(), 1);

  const auto history = AccreditationHistory(id);
  EXPECT_EQ(KindAt(history, world_.now_ms() - 1), v1::STATUS_KIND_UNSPECIFIED);
  EXPECT_EQ(KindAt(history, world_.now_ms()), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(KindAt(history, record.valid_until_time() - 1), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(KindAt(history, record.valid_until_time()), v1::STATUS_KIND_UNSPECIFIED);
}

TEST_F(Grants, ACertifierThatIsAlsoAnAuditorTakesBothActivities) {
  EXPECT_TRUE(Accepted(world_.Do("cnas", Accreditation("certifier"))));
  auto certification = Accreditation("certifier");
  certification.mutable_scope()->set_activity(v1::ACTIVITY_CERTIFICATION);
  certification.mutable_scope()->clear_assurance_levels();
  EXPECT_TRUE(Accepted(world_.Do("cnas", certification)));
}

TEST_F(Grants, ALicenceBeginsWhenItSays) {
  ASSERT_TRUE(Accepted(world_.Do("body-cn", Licence("certifier"))));
  const auto id = ParseIdName("licences", world_.CreatedName("licences")).value();
  const auto record = kLicences.Get(world_.state(), id).value();
  EXPECT_EQ(record.owner(), "participants/body-cn");
  EXPECT_EQ(record.scheme(), "schemes/baoting-low-carbon");
  EXPECT_EQ(KindAt(LicenceHistory(id), record.valid_from_time() - 1), v1::STATUS_KIND_UNSPECIFIED);
  EXPECT_EQ(KindAt(LicenceHistory(id), record.valid_from_time()), v1::STATUS_KIND_IN_FORCE);
}

TEST_F(Grants, AreSuspendedReinstatedAndWithdrawnByWhoeverGaveThem) {
  ASSERT_TRUE(Accepted(world_.Do("cnas", Accreditation("auditor"))));
  const auto accreditation = world_.CreatedName("accreditations");
  ASSERT_TRUE(Accepted(world_.Do("body-cn", Licence("certifier"))));
  const auto licence = world_.CreatedName("licences");
  const auto change = [&](v1::StatusChange what) {
    EXPECT_TRUE(Accepted(world_.Do("cnas", testing::ChangeAccreditation(accreditation, what))));
    EXPECT_TRUE(Accepted(world_.Do("body-cn", testing::ChangeLicence(licence, what))));
  };
  const auto expect = [&](v1::StatusKind kind) {
    world_.Advance(20 * testing::kDayMs);
    const auto id = [](const char* collection, const std::string& name) {
      return ParseIdName(collection, name).value();
    };
    EXPECT_EQ(KindAt(AccreditationHistory(id("accreditations", accreditation)), world_.now_ms()),
              kind);
    EXPECT_EQ(KindAt(LicenceHistory(id("licences", licence)), world_.now_ms()), kind);
  };
  expect(v1::STATUS_KIND_IN_FORCE);
  change(testing::OpenStatus(v1::STATUS_KIND_SUSPENDED));
  expect(v1::STATUS_KIND_SUSPENDED);
  change(testing::EndStatus(1));
  expect(v1::STATUS_KIND_IN_FORCE);
  change(testing::OpenStatus(v1::STATUS_KIND_WITHDRAWN));
  expect(v1::STATUS_KIND_WITHDRAWN);
}

TEST_F(Grants, AreReadWithTheirStatus) {
  ASSERT_TRUE(Accepted(world_.Do("cnas", Accreditation("auditor"))));
  const auto accreditation = world_.CreatedName("accreditations");
  ASSERT_TRUE(Accepted(world_.Do("body-cn", Licence("certifier"))));
  const auto licence = world_.CreatedName("licences");

  v1::GetAccreditationRequest get_accreditation;
  v1::GetAccreditationResponse found_accreditation;
  get_accreditation.set_name(accreditation);
  ASSERT_TRUE(Accepted(GetAccreditation(get_accreditation, world_.state(), found_accreditation)));
  EXPECT_EQ(found_accreditation.accreditation().name(), accreditation);
  EXPECT_EQ(found_accreditation.accreditation().status().event_count(), 1u);

  v1::GetLicenceRequest get_licence;
  v1::GetLicenceResponse found_licence;
  get_licence.set_name(licence);
  ASSERT_TRUE(Accepted(GetLicence(get_licence, world_.state(), found_licence)));
  EXPECT_EQ(found_licence.licence().licence().certifier(), "participants/certifier");

  v1::ListAccreditationsResponse accreditations;
  ASSERT_TRUE(Accepted(ListAccreditations({}, world_.state(), world_.Scan(), accreditations)));
  ASSERT_EQ(accreditations.accreditations_size(), 1);
  EXPECT_EQ(accreditations.accreditations(0).name(), accreditation);
  v1::ListLicencesResponse licences;
  ASSERT_TRUE(Accepted(ListLicences({}, world_.state(), world_.Scan(), licences)));
  ASSERT_EQ(licences.licences_size(), 1);
  EXPECT_EQ(licences.licences(0).name(), licence);
}

}  // namespace
}  // namespace tanji::ledger
