// Answers about versions of schemes: what stands depends on the version, the one it edits and its
// owner; the threshold is that of the ledger's own rules.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/answers/answer.h"
#include "ledger/answers/closure.h"
#include "ledger/modules/membership/tables.h"
#include "ledger/modules/schemes/queries.h"
#include "ledger/modules/schemes/tables.h"
#include "tests/ledger/answers/support/archive.h"
#include "tests/ledger/answers/support/questions.h"
#include "tests/ledger/modules/membership/ballots.h"
#include "tests/ledger/modules/schemes/pilot.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::AskSchemeVersion;
using testing::AskThreshold;
using testing::kDayMs;
using testing::kFirstVersion;

constexpr char kPilotV1[] = "schemes/pilot/versions/v1";
constexpr char kEdition[] = "schemes/pilot/versions/v1-en";
// 2026-06-15T00:00+08:00: the first version has been in force since the first of the month.
constexpr std::int64_t kMidJuneMs = 1'781'452'800'000;

class SchemeAnswers : public ::testing::Test {
 protected:
  SchemeAnswers() {
    testing::PublishPilot(world_);
    world_.Advance(kMidJuneMs - world_.now_ms());
  }

  v1::Answer Ask(const v1::Question& question) {
    v1::Answer answer;
    EXPECT_TRUE(Accepted(AnswerQuestion(question, world_.now_ms(), world_.state(), answer)));
    return answer;
  }
  v1::SchemeVersionAnswer Version(std::string name = kPilotV1) {
    return Ask(AskSchemeVersion(std::move(name))).scheme_version();
  }
  v1::SchemeVersionAnswer VersionAt(std::int64_t effective_ms, std::int64_t known_ms) {
    auto question = AskSchemeVersion(kPilotV1);
    question.set_effective_time(effective_ms);
    question.set_known_time(known_ms);
    return Ask(question).scheme_version();
  }
  v1::ThresholdAnswer Threshold(std::string category, std::uint32_t year,
                                std::string version = kPilotV1) {
    return Ask(AskThreshold(std::move(version), std::move(category), year))
        .scheme_version()
        .threshold();
  }
  std::vector<std::string> Closure(const v1::Question& question) {
    const RecordingReader recorder(world_.state());
    v1::Answer answer;
    EXPECT_TRUE(Accepted(AnswerQuestion(question, world_.now_ms(), recorder, answer)));
    return recorder.keys();
  }
  void Change(std::string_view version, v1::StatusChange change) {
    ASSERT_TRUE(Accepted(world_.Do("body-hn", testing::ChangeVersion(version, std::move(change)))));
  }

  void PublishEdition() {
    auto edition = testing::Edition();
    edition.set_effective_day("2026-06-15");
    testing::PublishNext(world_, edition);
  }

  testing::World world_;
};

TEST_F(SchemeAnswers, SayWhatTheVersionDemandsAndWhoPublishedIt) {
  const auto answer = Version();
  EXPECT_EQ(answer.scheme().owner(), "participants/body-hn");
  EXPECT_TRUE(answer.scheme().example());
  EXPECT_EQ(answer.version().effective_day(), "2026-06-01");
  EXPECT_EQ(answer.progress().category_count(), 2u);
  EXPECT_EQ(answer.requirements().unit(), "kgCO2e/kg");
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(answer.owner_status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_FALSE(answer.has_edited_status());
  EXPECT_FALSE(answer.has_threshold());
  ASSERT_EQ(answer.signers_size(), 1);
  EXPECT_TRUE(answer.signers(0).counted());
  EXPECT_TRUE(answer.in_force());
}

TEST_F(SchemeAnswers, FollowTheStatusOnTheDayAskedAbout) {
  const auto now = world_.now_ms();
  EXPECT_FALSE(VersionAt(kMidJuneMs - 20 * kDayMs, now).in_force()) << "it begins in June";
  EXPECT_TRUE(VersionAt(kMidJuneMs - kDayMs, now).in_force());
  Change(kFirstVersion, testing::OpenStatus(v1::STATUS_KIND_SUSPENDED));
  EXPECT_FALSE(Version().in_force());
  EXPECT_EQ(Version().status().kind(), v1::STATUS_KIND_SUSPENDED);
  EXPECT_TRUE(VersionAt(now, world_.now_ms()).in_force());
  Change(kFirstVersion, testing::EndStatus(1));
  EXPECT_TRUE(Version().in_force());
}

// As known before the fraud came to light it was in force; as known after it, never. That it came
// to light is in the progress of the bundle's block either way.
TEST_F(SchemeAnswers, AreVoidFromThePastForWhoeverKnows) {
  const auto before = world_.now_ms();
  ASSERT_TRUE(
      Accepted(world_.Do("body-hn", testing::VoidFrom(kFirstVersion, testing::kGenesisTimeMs))));
  const auto unaware = VersionAt(before, before), aware = VersionAt(before, world_.now_ms());
  EXPECT_TRUE(unaware.in_force());
  EXPECT_FALSE(aware.in_force());
  EXPECT_EQ(aware.status().kind(), v1::STATUS_KIND_VOID);
  EXPECT_EQ(unaware.progress().voids_size(), 1);
  EXPECT_EQ(unaware.progress().voids(0).ground(), v1::VOID_GROUND_FRAUD);
}

TEST_F(SchemeAnswers, ShowWhatSupersededThem) {
  testing::PublishNext(world_, testing::SecondVersion());
  const auto answer = Version();
  EXPECT_TRUE(answer.in_force()) << "superseding ends nothing by itself";
  EXPECT_EQ(answer.progress().successor().version(), "schemes/pilot/versions/v2");
  EXPECT_EQ(answer.progress().successor().last_issue_day(), "2026-12-31");
}

TEST_F(SchemeAnswers, ADraftIsNotInForce) {
  ASSERT_TRUE(Accepted(world_.Do("body-hn", testing::SecondVersion())));
  const auto answer = Version("schemes/pilot/versions/v2");
  EXPECT_FALSE(answer.progress().has_published_time());
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_UNSPECIFIED);
  EXPECT_FALSE(answer.status().has_interval());
  EXPECT_EQ(answer.signers_size(), 1) << "who began it";
  EXPECT_FALSE(answer.in_force());
}

TEST_F(SchemeAnswers, ACompromisedKeyReachesWhatItPublished) {
  const auto before = world_.now_ms();
  v1::DeclareKeyCompromised compromise;
  compromise.set_key(testing::KeyNameOf("body-hn"));
  compromise.set_since_time(testing::kGenesisTimeMs);
  *compromise.mutable_reason() = testing::Reason();
  ASSERT_TRUE(Accepted(world_.Do("body-hn", compromise)));
  EXPECT_TRUE(VersionAt(before, before).in_force());
  const auto answer = VersionAt(before, world_.now_ms());
  EXPECT_FALSE(answer.signers(0).counted());
  EXPECT_FALSE(answer.in_force());
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_IN_FORCE);
}

TEST(SchemeOwners, MayFallLaterButNotBeVoidByThen) {
  testing::World world;
  testing::PublishPilot(world);
  testing::CarryBallot(
      world, {testing::ChangeStatus("body-hn", testing::OpenStatus(v1::STATUS_KIND_SUSPENDED))});
  world.Advance(kMidJuneMs - world.now_ms());
  const auto ask = [&] {
    v1::Answer answer;
    EXPECT_TRUE(Accepted(
        AnswerQuestion(AskSchemeVersion(kPilotV1), world.now_ms(), world.state(), answer)));
    return answer.scheme_version();
  };
  EXPECT_TRUE(ask().in_force());
  ParticipantHistory("body-hn").Open(world.state(), {world.now_ms(), "ballots/x"},
                                     v1::STATUS_KIND_VOID, testing::kGenesisTimeMs,
                                     testing::Reason());
  EXPECT_EQ(ask().owner_status().kind(), v1::STATUS_KIND_VOID);
  EXPECT_FALSE(ask().in_force());
}

// --- Editorial versions
// ---------------------------------------------------------------------------

TEST_F(SchemeAnswers, AnEditionReadsTheRulesOfWhatItEdits) {
  PublishEdition();
  const auto answer = Version(kEdition);
  EXPECT_EQ(answer.version().edits(), kPilotV1);
  EXPECT_EQ(answer.requirements().unit(), "kgCO2e/kg");
  EXPECT_EQ(answer.edited_status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(answer.signers_size(), 2) << "of its own publication and of the edited version's";
  EXPECT_TRUE(answer.in_force());
  EXPECT_EQ(Threshold("CPC:01316", 2026, kEdition).limit(), "0.954926061");
}

TEST_F(SchemeAnswers, AnEditionFallsWithWhatItEdits) {
  PublishEdition();
  Change(kFirstVersion, testing::OpenStatus(v1::STATUS_KIND_WITHDRAWN));
  const auto answer = Version(kEdition);
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(answer.edited_status().kind(), v1::STATUS_KIND_WITHDRAWN);
  EXPECT_FALSE(answer.in_force());
}

// The key was sound again when the edition was published, but not when the rules were.
TEST_F(SchemeAnswers, AnEditionStandsOnTheSignaturesOfWhatItEdits) {
  PublishEdition();
  const auto key_id = testing::KeyOf("body-hn").key_id();
  const auto history = KeyHistory(key_id);
  const auto published =
      kSchemeVersionProgress.Get(world_.state(), "pilot", "v1")->published_time();
  history.Open(world_.state(), {world_.now_ms(), "participants/body-hn"}, v1::STATUS_KIND_VOID,
               published, testing::Reason());
  history.End(world_.state(), {world_.now_ms(), "participants/body-hn"}, 1, published + 1);
  const auto answer = Version(kEdition);
  ASSERT_EQ(answer.signers_size(), 2);
  EXPECT_TRUE(answer.signers(0).counted());
  EXPECT_FALSE(answer.signers(1).counted());
  EXPECT_FALSE(answer.in_force());
}

// --- Thresholds
// -----------------------------------------------------------------------------------

TEST_F(SchemeAnswers, GiveTheThresholdOfTheQuery) {
  const auto answer = Threshold("CPC:01316", 2026);
  v1::GetThresholdRequest request;
  v1::GetThresholdResponse response;
  request.set_version(kPilotV1);
  request.set_category("CPC:01316");
  request.set_harvest_year(2026);
  ASSERT_TRUE(Accepted(GetThreshold(request, world_.state(), response)));
  EXPECT_EQ(answer.limit(), response.threshold());
  EXPECT_EQ(answer.limit(), "0.954926061");
  EXPECT_EQ(answer.category().category(), "CPC:01316");
  EXPECT_EQ(answer.category().figures_size(), 1);
}

TEST_F(SchemeAnswers, SayWhyThereIsNoThreshold) {
  const auto lychee = Threshold("CPC:01359", 2026);
  EXPECT_EQ(lychee.refusal(), static_cast<std::uint32_t>(v1::CODE_NO_BASE_INTENSITY));
  EXPECT_FALSE(lychee.category().no_base().cheapest_way().zh().empty());
  const auto rice = Threshold("CPC:0113", 2026);
  EXPECT_EQ(rice.refusal(), static_cast<std::uint32_t>(v1::CODE_CATEGORY_NOT_COVERED));
  EXPECT_FALSE(rice.has_category());
  const auto late = Threshold("CPC:01316", 2051);
  EXPECT_EQ(late.refusal(), static_cast<std::uint32_t>(v1::CODE_YEAR_OUTSIDE_PATHWAY));
  EXPECT_EQ(late.category().category(), "CPC:01316");
}

// --- Closure
// --------------------------------------------------------------------------------------

class SchemeClosures : public SchemeAnswers {
 protected:
  static std::string StatusKey(const std::string& version) {
    return MakeKey(KeySpace::kSchemeVersionStatus, std::string("pilot"), version);
  }
  static std::vector<std::string> OfFirstVersion() {
    const auto key_id = testing::KeyOf("body-hn").key_id();
    return {kSchemes.Key("pilot"),
            kSchemeVersions.Key("pilot", "v1"),
            kSchemeVersionProgress.Key("pilot", "v1"),
            kSchemeRequirements.Key("pilot", "v1"),
            StatusKey("v1"),
            MakeKey(KeySpace::kParticipantStatus, std::string("body-hn")),
            kKeys.Key(key_id),
            MakeKey(KeySpace::kKeyStatus, key_id)};
  }
};

TEST_F(SchemeClosures, HoldWhatTheVersionNeeds) {
  EXPECT_THAT(Closure(AskSchemeVersion(kPilotV1)),
              ::testing::UnorderedElementsAreArray(OfFirstVersion()));
}

TEST_F(SchemeClosures, OfAnEditionHoldTheRulesItReads) {
  PublishEdition();
  auto expected = OfFirstVersion();
  expected.push_back(kSchemeVersions.Key("pilot", "v1-en"));
  expected.push_back(kSchemeVersionProgress.Key("pilot", "v1-en"));
  expected.push_back(StatusKey("v1-en"));
  std::erase(expected, kSchemeVersions.Key("pilot", "v1"));
  EXPECT_THAT(Closure(AskSchemeVersion(kEdition)), ::testing::UnorderedElementsAreArray(expected));
}

// That no longer code covers the product is proved: each is asked for, down to the one that does.
TEST_F(SchemeClosures, OfAThresholdProveTheCategoriesThatDoNotExist) {
  const auto category = [](const char* code) { return kCategoryCriteria.Key("pilot", "v1", code); };
  auto expected = OfFirstVersion();
  expected.push_back(category("CPC:01316"));
  EXPECT_THAT(Closure(AskThreshold(kPilotV1, "CPC:01316", 2026)),
              ::testing::UnorderedElementsAreArray(expected));
  expected = OfFirstVersion();
  for (const char* code : {"CPC:0113", "CPC:011", "CPC:01", "CPC:0"}) {
    expected.push_back(category(code));
  }
  EXPECT_THAT(Closure(AskThreshold(kPilotV1, "CPC:0113", 2026)),
              ::testing::UnorderedElementsAreArray(expected));
}

TEST_F(SchemeClosures, OfWhatIsNotThereAreOneKey) {
  EXPECT_FALSE(Ask(AskSchemeVersion("schemes/pilot/versions/v9")).found());
  EXPECT_THAT(Closure(AskThreshold("schemes/none/versions/v1", "CPC:01316", 2026)),
              ::testing::ElementsAre(kSchemeVersions.Key("none", "v1")));
}

// --- Bundles
// --------------------------------------------------------------------------------------

TEST_F(SchemeAnswers, AreProvedByABundle) {
  const testing::Archive archive(world_);
  VerifiedBundle verified;
  ASSERT_TRUE(Accepted(
      archive.Verify(archive.BundleFor(AskThreshold(kPilotV1, "CPC:01316", 2026)), &verified)));
  EXPECT_TRUE(verified.answer.scheme_version().in_force());
  EXPECT_EQ(verified.answer.scheme_version().threshold().limit(), "0.954926061");
}

// Whoever orders a ledger alone can write what no operation makes; a verifier survives it.
TEST_F(SchemeAnswers, CriteriaThatNoOperationMakesAreRefused) {
  auto category = testing::MangoCriteria();
  category.mutable_base()->mutable_value()->set_decimal("a lot");
  auto requirements = testing::PilotRequirements();
  kCategoryCriteria.Put(world_.state(), "pilot", "v1", "CPC:01316", category);
  EXPECT_THROW(Threshold("CPC:01316", 2026), StorageFailure);
  kCategoryCriteria.Put(world_.state(), "pilot", "v1", "CPC:01316", testing::MangoCriteria());
  requirements.mutable_pathway()->clear_points();
  kSchemeRequirements.Put(world_.state(), "pilot", "v1", requirements);
  EXPECT_THROW(Threshold("CPC:01316", 2026), StorageFailure);
}

}  // namespace
}  // namespace tanji::ledger
