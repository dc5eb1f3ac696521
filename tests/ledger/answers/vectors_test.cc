// Vectors that bind every implementation of the verifier, in whatever language:
//
//   tests/vectors/answers/<name>.json   question, block time, records -> answer
//   tests/vectors/bundles/<name>.json   policy, bundle, clock -> answer
//
// Keys, records and bundles are in hex, null is an absence, messages are protobuf's JSON. A missing
// file is written when TANJI_WRITE_VECTORS=1; a committed one never.
#include <gtest/gtest.h>

#include "crypto/hash/hex.h"
#include "tests/ledger/answers/support/archive.h"
#include "tests/ledger/answers/support/questions.h"
#include "tests/ledger/answers/support/subjects.h"
#include "tests/ledger/answers/support/vectors.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/footprints/grower.h"
#include "tests/ledger/modules/membership/grants.h"
#include "tests/ledger/modules/products/farm.h"
#include "tests/ledger/modules/schemes/pilot.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/verification/audit.h"

namespace tanji::ledger::testing {
namespace {

// What happened to the subjects by the time of the questions.
class EventfulYear : public Subjects {
 public:
  EventfulYear() {
    world.Advance(20 * kDayMs);
    march = world.now_ms();
    Expect(world.Do("cnas",
                    ChangeAccreditation(accreditation, OpenStatus(v1::STATUS_KIND_UNDER_REVIEW))));
    Expect(world.Do("body-cn", ChangeLicence(licence, OpenStatus(v1::STATUS_KIND_SUSPENDED))));
    world.Advance(30 * kDayMs);
    april = world.now_ms();
    Expect(world.Do("cnas", ChangeAccreditation(accreditation, EndStatus(1))));
    Expect(world.Do("body-cn", ChangeLicence(licence, EndStatus(1))));
    world.Advance(60 * kDayMs);
    v1::DeclareKeyCompromised compromise;
    compromise.set_key(KeyNameOf("auditor"));
    compromise.set_since_time(march);
    *compromise.mutable_reason() = Reason();
    Expect(world.Do("auditor", compromise));
    june = world.now_ms();
    auto withdrawal = OpenStatus(v1::STATUS_KIND_WITHDRAWN);
    withdrawal.set_effective_time(june + 30 * kDayMs);
    Expect(world.Do("cnas", ChangeAccreditation(accreditation, withdrawal)));
  }
  std::int64_t march = 0, april = 0, june = 0;

 private:
  static void Expect(const Outcome& outcome) { EXPECT_TRUE(Accepted(outcome)); }
};

// Two GWP sets, two datasets of which one supersedes the other and is withdrawn later, and a draft.
struct FactorsYear {
  FactorsYear() {
    const auto withdrawn = OpenStatus(v1::STATUS_KIND_WITHDRAWN);
    EXPECT_TRUE(Accepted(world.Do("body-cn", GwpSet("ar5"))));
    EXPECT_TRUE(Accepted(world.Do("body-cn", GwpSet("ar6"))));
    PublishDatasetOf(world, "power-2024", {"average"});
    PublishDatasetOf(world, "power-2025", {"average", "coal"}, "datasets/power-2024");
    EXPECT_TRUE(Accepted(world.Do("body-cn", Dataset("draft"))));
    world.Advance(20 * kDayMs);
    before = world.now_ms();
    EXPECT_TRUE(Accepted(world.Do("body-cn", ChangeDataset("power-2024", withdrawn))));
    EXPECT_TRUE(Accepted(world.Do("body-cn", ChangeGwpSet("ar5", withdrawn))));
    EXPECT_TRUE(Accepted(world.Do("body-cn", ChangeFactor("datasets/power-2025/factors/coal",
                                                          OpenStatus(v1::STATUS_KIND_SUSPENDED)))));
  }
  World world;
  std::int64_t before = 0;
};

// Fruit, what was packed of it with other electricity, and a draft; that electricity's factor is
// withdrawn later.
struct FootprintsYear {
  FootprintsYear()
      : fruit(grower.Declared()),
        packed(grower.Declared(MangoHeader(),
                               {UpstreamLine("fruit", fruit, "50"),
                                PowerLine("packing", "10", "datasets/power/factors/peak")})),
        draft(grower.Draft(MangoHeader(), {PowerLine("a", "1")})) {
    grower.world.Advance(20 * kDayMs);
    before = grower.world.now_ms();
    EXPECT_TRUE(
        Accepted(grower.world.Do("body-cn", ChangeFactor("datasets/power/factors/peak",
                                                         OpenStatus(v1::STATUS_KIND_WITHDRAWN)))));
  }
  Grower grower;
  std::string fruit, packed, draft;
  std::int64_t before = 0;
};

// Two statements on one footprint, of which one is withdrawn; a correction answered; later the
// accreditation is suspended, and the reviewer's key turns out to have been compromised before.
struct VerificationYear {
  VerificationYear() : correction(audit.Requested()) {
    audit.Answered(correction);
    EXPECT_TRUE(Accepted(audit.world.Do("auditor", Closing(correction))));
    statement = audit.Issued();
    withdrawn = audit.Issued();
    audit.world.Advance(20 * kDayMs);
    before = audit.world.now_ms();
    EXPECT_TRUE(Accepted(audit.world.Do(
        "auditor", ChangeStatement(withdrawn, OpenStatus(v1::STATUS_KIND_WITHDRAWN)))));
    EXPECT_TRUE(Accepted(audit.world.Do(
        "cnas", ChangeAccreditation(audit.accreditation, OpenStatus(v1::STATUS_KIND_SUSPENDED)))));
    suspended = audit.world.now_ms();
    audit.world.Advance(20 * kDayMs);
    EXPECT_TRUE(
        Accepted(audit.world.Do("cnas", ChangeAccreditation(audit.accreditation, EndStatus(1)))));
    reinstated = audit.world.now_ms();
    v1::DeclareKeyCompromised compromise;
    compromise.set_key(KeyNameOf("auditor", 1));
    compromise.set_since_time(before - 30 * kDayMs);
    *compromise.mutable_reason() = Reason();
    EXPECT_TRUE(Accepted(audit.world.Do("auditor", compromise)));
  }
  Audit audit;
  std::string correction, statement, withdrawn;
  std::int64_t before = 0, suspended = 0, reinstated = 0;
};

// A harvest that was plausible, one above the bound that an auditor confirmed, one that is under
// review still, and a lot that was split off.
struct HarvestYear {
  HarvestYear() {
    farm.Do(Harvested("plausible"));
    farm.Do(Harvested("above", "30000"));
    farm.Do(Harvested("pending", "31000"));
    world.Advance(20 * kDayMs);
    before_confirmation = world.now_ms();
    Farm::Expect(world.Do("auditor", Confirmation("above")));
    confirmed = world.now_ms();
    farm.Do(Derived("split", {{"above", "5000"}, {"plausible", "99.5"}}, "5000"));
    farm.Do(Loss("above", "12.25"));
    world.Advance(30 * kDayMs);
    before_suspension = world.now_ms();
    farm.Do(ChangeOrchard(OpenStatus(v1::STATUS_KIND_SUSPENDED)));
    farm.Do(ChangeMango(OpenStatus(v1::STATUS_KIND_WITHDRAWN)));
  }
  Farm farm;
  World& world = farm.world;
  std::int64_t before_confirmation = 0, confirmed = 0, before_suspension = 0;
};

// The pilot: a version superseded, edited and void later on, its successor suspended, and a draft.
struct SchemesYear {
  SchemesYear() {
    PublishPilot(world);
    PublishNext(world, SecondVersion());
    PublishNext(world, Edition());
    auto draft = SecondVersion();
    draft.set_id("v3");
    draft.set_supersedes("schemes/pilot/versions/v2");
    EXPECT_TRUE(Accepted(world.Do("body-hn", draft)));
    world.Advance(165 * kDayMs);
    before = world.now_ms();
    world.Advance(95 * kDayMs);
    EXPECT_TRUE(
        Accepted(world.Do("body-hn", ChangeVersion("schemes/pilot/versions/v2",
                                                   OpenStatus(v1::STATUS_KIND_SUSPENDED)))));
    EXPECT_TRUE(Accepted(world.Do("body-hn", VoidFrom(kFirstVersion, kGenesisTimeMs))));
  }
  World world;
  std::int64_t before = 0;
};

std::map<std::string, v1::Question> Questions(const EventfulYear& y) {
  const auto auditor_key = AskKey(KeyNameOf("auditor"));
  const auto accreditation = AskAccreditation(y.accreditation);
  return {
      {"document", AskDocument(y.document)},
      {"document_absent", AskDocument("documents/" + std::string(64, '0'))},
      {"participant", AskParticipant("participants/auditor")},
      {"participant_before_it_was_registered",
       At(AskParticipant("participants/auditor"), kGenesisTimeMs, kGenesisTimeMs)},
      {"key_compromised", auditor_key},
      {"key_in_april_as_known_in_april", At(auditor_key, y.april, y.april)},
      {"key_in_april_as_known_in_june", At(auditor_key, y.april, y.june)},
      {"accreditation", accreditation},
      {"accreditation_under_review", At(accreditation, y.march, y.march)},
      {"licence", AskLicence(y.licence)},
      {"licence_suspended", At(AskLicence(y.licence), y.april - 1, y.june)},
      {"licence_not_begun", At(AskLicence(y.licence), kGenesisTimeMs + kDayMs, y.june)},
      {"records", AskRecords({std::string("\x25", 1), "\x7f"})},
  };
}

TEST(AnswerVectors, SayWhatTheAnswersSay) {
  EventfulYear year;
  ExpectVectors(year.world, Questions(year));
}

TEST(AnswerVectors, OfFactors) {
  FactorsYear year;
  const auto factor = AskFactor("datasets/power-2024/factors/average");
  const std::map<std::string, v1::Question> questions{
      {"dataset_superseded", AskDataset("datasets/power-2024")},
      {"dataset_draft", AskDataset("datasets/draft")},
      {"dataset_absent", AskDataset("datasets/none")},
      {"factor", AskFactor("datasets/power-2025/factors/average")},
      {"factor_of_a_withdrawn_dataset", factor},
      {"factor_before_the_withdrawal", At(factor, year.before, year.world.now_ms())},
      {"factor_suspended", AskFactor("datasets/power-2025/factors/coal")},
      {"factor_absent", AskFactor("datasets/power-2025/factors/none")},
      {"gwp_set", AskGwpSet("gwpSets/ar6")},
      {"gwp_set_withdrawn", AskGwpSet("gwpSets/ar5")},
  };
  ExpectVectors(year.world, questions);
}

TEST(AnswerVectors, OfFootprints) {
  FootprintsYear year;
  auto& world = year.grower.world;
  const auto packed = AskFootprint(year.packed);
  const std::map<std::string, v1::Question> questions{
      {"footprint", AskFootprint(year.fruit)},
      {"footprint_with_a_withdrawn_factor", packed},
      {"footprint_before_the_withdrawal", At(packed, year.before, world.now_ms())},
      {"footprint_draft", AskFootprint(year.draft)},
      {"footprint_absent", AskFootprint("footprints/00000000-0000-8000-8000-000000000001")},
  };
  ExpectVectors(world, questions);
}

TEST(AnswerVectors, OfVerification) {
  VerificationYear year;
  auto& world = year.audit.world;
  const auto statement = AskStatement(year.statement);
  const std::string uuid = "/00000000-0000-8000-8000-000000000001";
  const std::map<std::string, v1::Question> questions{
      {"statement", At(statement, year.before, year.before)},
      {"statement_with_a_suspended_accreditation", At(statement, year.suspended, year.suspended)},
      {"statement_with_a_compromised_reviewer", statement},
      {"statement_before_the_compromise_was_known",
       At(statement, year.reinstated, year.reinstated)},
      {"statement_withdrawn", At(AskStatement(year.withdrawn), year.reinstated, year.reinstated)},
      {"statement_absent", AskStatement("statements" + uuid)},
      {"correction", AskCorrection(year.correction)},
      {"correction_absent", AskCorrection("corrections" + uuid)},
  };
  ExpectVectors(world, questions);
}

TEST(AnswerVectors, OfProducts) {
  HarvestYear year;
  const auto orchard = AskFacility(std::string(kOrchard));
  const auto above = AskLot(LotName("above"));
  const auto now = year.world.now_ms();
  const std::map<std::string, v1::Question> questions{
      {"facility", AskFacility("participants/farm/facilities/packhouse")},
      {"facility_suspended", orchard},
      {"facility_before_the_suspension", At(orchard, year.before_suspension, now)},
      {"facility_absent", AskFacility("participants/farm/facilities/none")},
      {"product", AskProduct(std::string(kCut))},
      {"product_withdrawn", AskProduct(std::string(kMango))},
      {"product_absent", AskProduct("participants/nobody/products/mango")},
      {"lot", AskLot(LotName("plausible"))},
      {"lot_confirmed", above},
      {"lot_before_the_confirmation_as_known_now", At(above, year.before_confirmation, now)},
      {"lot_as_known_before_the_confirmation",
       At(above, year.before_confirmation, year.before_confirmation)},
      {"lot_under_review", AskLot(LotName("pending"))},
      {"lot_derived", AskLot(LotName("split"))},
      {"lot_absent", AskLot(LotName("none"))},
  };
  ExpectVectors(year.world, questions);
}

TEST(AnswerVectors, OfSchemes) {
  SchemesYear year;
  const std::string first(kFirstVersion), second = "schemes/pilot/versions/v2";
  const std::map<std::string, v1::Question> questions{
      {"scheme_version_void", AskSchemeVersion(first)},
      {"scheme_version_before_it_was_void", At(AskSchemeVersion(first), year.before, year.before)},
      {"scheme_version_void_as_known_later",
       At(AskSchemeVersion(first), year.before, year.world.now_ms())},
      {"scheme_version_suspended", AskSchemeVersion(second)},
      {"scheme_version_editorial",
       At(AskThreshold("schemes/pilot/versions/v1-en", "CPC:01316", 2026), year.before,
          year.before)},
      {"scheme_version_draft", AskSchemeVersion("schemes/pilot/versions/v3")},
      {"scheme_version_absent", AskSchemeVersion("schemes/pilot/versions/v9")},
      {"threshold", At(AskThreshold(first, "CPC:01316", 2027), year.before, year.before)},
      {"threshold_without_base_intensity", AskThreshold(first, "CPC:01359", 2027)},
      {"threshold_of_a_category_not_covered", AskThreshold(first, "CPC:01132", 2027)},
      {"threshold_outside_the_pathway", AskThreshold(first, "CPC:01316", 2060)},
  };
  ExpectVectors(year.world, questions);
}

TEST(AnswerVectors, OfALotWhoseConfirmationWasLost) {
  HarvestYear year;
  v1::DeclareKeyCompromised compromise;
  compromise.set_key(KeyNameOf("auditor"));
  compromise.set_since_time(year.before_confirmation);
  *compromise.mutable_reason() = Reason();
  const auto before = year.world.now_ms();
  ASSERT_TRUE(Accepted(year.world.Do("auditor", compromise)));
  const auto above = AskLot(LotName("above"));
  ExpectVector(year.world, "lot_confirmed_with_a_compromised_key", above);
  ExpectVector(year.world, "lot_before_the_compromise_was_known", At(above, before, before));
}

TEST(BundleVectors, AreVerified) {
  EventfulYear year;
  const Archive consortium(year.world), solo(year.world, Archive::Kind::kSolo);
  const std::map<std::string, std::pair<const Archive*, v1::Question>> bundles{
      {"consortium_accreditation", {&consortium, AskAccreditation(year.accreditation)}},
      {"consortium_document_absent",
       {&consortium, AskDocument("documents/" + std::string(64, '0'))}},
      {"solo_key", {&solo, AskKey(KeyNameOf("auditor"))}},
  };
  for (const auto& [name, bundle] : bundles) {
    SCOPED_TRACE(name);
    const auto& [archive, question] = bundle;
    VerifyOptions options;
    options.now_ms = archive->signed_ms() + 60'000;
    const auto verified = [&](const std::string& bytes, const std::string& policy) {
      VerifiedBundle out;
      EXPECT_TRUE(Accepted(VerifyBundle(bytes, policy, options, out)));
      return ToJson(out.answer);
    };
    const auto bytes = archive->BundleFor(question);
    const auto vector = Committed("bundles", name,
                                  {{"policy", archive->policy()},
                                   {"bundle", crypto::ToHex(bytes)},
                                   {"now", *options.now_ms},
                                   {"answer", verified(bytes, archive->policy())}});
    EXPECT_EQ(verified(crypto::FromHex(vector["bundle"].get<std::string>()).value(),
                       vector["policy"].get<std::string>()),
              vector["answer"]);
  }
}

}  // namespace
}  // namespace tanji::ledger::testing
