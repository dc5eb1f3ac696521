// Schemes and their versions from registration to withdrawal: RegisterScheme, ReviseSchemeTerms,
// CreateSchemeVersion, AddClauses, AddClaimTexts, AddCriteria, PublishSchemeVersion,
// ChangeSchemeVersionStatus, VoidSchemeVersion.
#include <gtest/gtest.h>

#include "crypto/hash/hash.h"
#include "ledger/base/serial.h"
#include "ledger/modules/schemes/queries.h"
#include "ledger/modules/schemes/tables.h"
#include "ledger/modules/schemes/usable.h"
#include "tests/ledger/modules/schemes/pilot.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::kDayMs;
using testing::kFirstVersion;
using testing::kGenesisTimeMs;
using testing::kPilot;
using testing::PilotScheme;
using testing::Refused;
using testing::World;

constexpr std::string_view kSecondVersion = "schemes/pilot/versions/v2";
constexpr std::string_view kEdition = "schemes/pilot/versions/v1-en";
// 2026-06-01T00:00+08:00, the first day of the first version.
constexpr std::int64_t kJuneMs = 1'780'243'200'000;

class Schemes : public ::testing::Test {
 protected:
  Outcome Find(std::string_view name, std::int64_t time_ms) {
    return FindSchemeVersion(world_.state(), "scheme_version", std::string(name),
                             {time_ms, std::max(time_ms, world_.now_ms())}, found_);
  }
  v1::SchemeVersionProgress Progress(const std::string& version) {
    return kSchemeVersionProgress.Get(world_.state(), "pilot", version).value();
  }
  World world_;
  FoundVersion found_;
};

TEST_F(Schemes, RecordWhoOwnsWhat) {
  ASSERT_TRUE(Accepted(world_.Do("body-hn", PilotScheme())));
  const auto scheme = kSchemes.Get(world_.state(), "pilot").value();
  EXPECT_EQ(scheme.owner(), "participants/body-hn");
  EXPECT_EQ(scheme.utc_offset_minutes(), 480);
  EXPECT_EQ(scheme.registered_time(), world_.now_ms());
  EXPECT_TRUE(scheme.example());
  ASSERT_EQ(scheme.signed_by_size(), 1);
  EXPECT_TRUE(IsSerial(DeriveSerial(scheme.serial_prefix(), crypto::Sha256("t"), 0, 0)));
  EXPECT_EQ(kSerialPrefixes.Get(world_.state(), "HN15")->scheme(), kPilot);
}

TEST_F(Schemes, MayHaveTheLongestId) {
  EXPECT_TRUE(Accepted(world_.Do("body-hn", PilotScheme(std::string(63, 's')))));
}

TEST_F(Schemes, KeepTheTermsThatWere) {
  ASSERT_TRUE(Accepted(world_.Do("body-hn", PilotScheme())));
  v1::ReviseSchemeTerms revision;
  revision.set_scheme(std::string(kPilot));
  *revision.mutable_terms() = testing::Terms();
  revision.mutable_terms()->mutable_complaint_days()->set_days(15);
  ASSERT_TRUE(Accepted(world_.Do("body-hn", revision)));
  EXPECT_EQ(kSchemeTerms.Get(world_.state(), "pilot", 0)->terms().complaint_days().days(), 30u);
  v1::GetSchemeRequest get;
  v1::GetSchemeResponse response;
  get.set_name(std::string(kPilot));
  ASSERT_TRUE(Accepted(GetScheme(get, world_.state(), response)));
  EXPECT_EQ(response.progress().terms_count(), 2u);
  EXPECT_EQ(response.terms().terms().complaint_days().days(), 15u);
}

TEST_F(Schemes, OfOtherKindsNeedNoRequirementsAndNoSerials) {
  for (const auto kind : {v1::SCHEME_KIND_VERIFICATION, v1::SCHEME_KIND_BUILDING_AND_COMMUNITY}) {
    auto scheme = PilotScheme("s" + std::to_string(kind), "");
    scheme.set_kind(kind);
    ASSERT_TRUE(Accepted(world_.Do("body-eu", scheme)));
    auto version = testing::FirstVersion();
    version.set_scheme("schemes/" + scheme.id());
    version.clear_requirements();
    ASSERT_TRUE(Accepted(world_.Do("body-eu", version)));
    const auto name = version.scheme() + "/versions/v1";
    EXPECT_TRUE(Accepted(world_.Do("body-eu", testing::VersionPublication(world_, name))));
  }
}

TEST_F(Schemes, DraftsCountForNothing) {
  ASSERT_TRUE(Accepted(world_.Do("body-hn", PilotScheme())));
  ASSERT_TRUE(Accepted(world_.Do("body-hn", testing::FirstVersion())));
  EXPECT_FALSE(SchemeVersionHistory("pilot", "v1").Exists(world_.state()));
  EXPECT_TRUE(Refused(Find(kFirstVersion, kJuneMs), v1::CODE_VERSION_NOT_PUBLISHED,
                      {{"field", "scheme_version"}, {"value", std::string(kFirstVersion)}}));
}

// The digests are those of the contract, computed here from the records alone.
TEST_F(Schemes, PinEveryByteOfAVersion) {
  testing::PublishPilot(world_);
  const auto record = [&](const std::string& key) { return world_.state().Get(key).value(); };
  const auto chain = [&](std::vector<std::string> keys) {
    std::string digest(32, '\0');
    for (const auto& key : keys) {
      digest = crypto::Sha256(digest + crypto::Sha256(record(key)).str()).str();
    }
    return digest;
  };
  const std::string s = "pilot", v = "v1";
  const auto clauses =
      chain({kSchemeClauses.Key(s, v, "04-01"), kSchemeClauses.Key(s, v, "04-02")});
  const auto markets = chain({kClaimTexts.Key(s, v, "CN"), kClaimTexts.Key(s, v, "EU")});
  const auto categories =
      chain({kCategoryCriteria.Key(s, v, "CPC:01316"), kCategoryCriteria.Key(s, v, "CPC:01359")});
  std::string content = "tanji-scheme-version-v1";
  content.push_back('\0');
  content += crypto::Sha256(record(kSchemeVersions.Key(s, v))).str();
  content += crypto::Sha256(record(kSchemeRequirements.Key(s, v))).str();
  content += clauses + markets + categories;
  const auto progress = Progress("v1");
  EXPECT_EQ(progress.clauses_digest(), clauses);
  EXPECT_EQ(progress.content_digest(), crypto::Sha256(content).str());
  EXPECT_EQ(progress.clause_count(), 2u);
  EXPECT_EQ(progress.market_count(), 2u);
  EXPECT_EQ(progress.category_count(), 2u);
}

TEST_F(Schemes, AreTheSameHoweverADraftWasBuilt) {
  testing::PublishPilot(world_);
  World other;
  ASSERT_TRUE(Accepted(other.Do("body-hn", PilotScheme())));
  ASSERT_TRUE(Accepted(other.Do("body-hn", testing::FirstVersion())));
  ASSERT_TRUE(Accepted(other.Run(
      "body-hn", {testing::Op(testing::Claims(kFirstVersion)),
                  testing::Op(testing::Categories(kFirstVersion, {testing::MangoCriteria()})),
                  testing::Op(testing::Clauses(kFirstVersion, {"04-01"})),
                  testing::Op(testing::Categories(kFirstVersion, {testing::Lychee()})),
                  testing::Op(testing::Clauses(kFirstVersion, {"04-02"}))})));
  const auto built = kSchemeVersionProgress.Get(other.state(), "pilot", "v1").value();
  EXPECT_EQ(built.content_digest(), Progress("v1").content_digest());
}

TEST_F(Schemes, TakeEffectOnTheirDay) {
  testing::PublishPilot(world_);
  EXPECT_TRUE(Refused(Find(kFirstVersion, kJuneMs - 1), v1::CODE_NOT_IN_FORCE,
                      {{"field", "scheme_version"}, {"value", std::string(kFirstVersion)}}));
  EXPECT_TRUE(Accepted(Find(kFirstVersion, kJuneMs)));
  EXPECT_TRUE(Accepted(RequireIssuing(found_, "scheme_version", kJuneMs + 900 * kDayMs)));
}

TEST_F(Schemes, PublishedOnTheirDayCountFromThen) {
  world_.Advance(kJuneMs + kDayMs / 2 - kGenesisTimeMs);
  testing::PublishPilot(world_);
  EXPECT_TRUE(Accepted(Find(kFirstVersion, world_.now_ms())));
  EXPECT_FALSE(Find(kFirstVersion, kJuneMs).ok());
}

TEST_F(Schemes, GiveThresholds) {
  testing::PublishPilot(world_);
  v1::GetThresholdRequest request;
  v1::GetThresholdResponse response;
  request.set_version(std::string(kFirstVersion));
  request.set_category("CPC:01316");
  request.set_harvest_year(2026);
  ASSERT_TRUE(Accepted(GetThreshold(request, world_.state(), response)));
  EXPECT_EQ(response.threshold(), "0.954926061");
  EXPECT_EQ(response.unit(), "kgCO2e/kg");
  EXPECT_EQ(response.category().category(), "CPC:01316");
  EXPECT_EQ(response.pathway().points_size(), 5);
  EXPECT_TRUE(response.example());
  request.set_category("CPC:01359");
  EXPECT_EQ(GetThreshold(request, world_.state(), response).code(), v1::CODE_NO_BASE_INTENSITY);
}

// The state is asked for each shorter code, so the longest decides there too.
TEST_F(Schemes, LoadTheLongestCategory) {
  ASSERT_TRUE(Accepted(world_.Do("body-hn", PilotScheme())));
  ASSERT_TRUE(Accepted(world_.Do("body-hn", testing::FirstVersion())));
  auto fruit = testing::MangoCriteria();
  fruit.set_category("CPC:013");
  ASSERT_TRUE(Accepted(
      world_.Do("body-hn", testing::Categories(kFirstVersion, {fruit, testing::MangoCriteria()}))));
  ASSERT_TRUE(Accepted(FindVersion(world_.state(), "v", std::string(kFirstVersion), found_)));
  const auto code_for = [&](std::string_view category) {
    const auto criteria = LoadCriteria(world_.state(), found_, category);
    return criteria.categories.empty() ? "" : criteria.categories[0].category();
  };
  EXPECT_EQ(code_for("CPC:01316"), "CPC:01316");
  EXPECT_EQ(code_for("CPC:01359"), "CPC:013");
  EXPECT_EQ(code_for("CPC:0113"), "");
}

TEST_F(Schemes, AreSupersededWithTimeToIssueAndToSell) {
  testing::PublishPilot(world_);
  testing::PublishNext(world_, testing::SecondVersion());
  const auto successor = Progress("v1").successor();
  EXPECT_EQ(successor.version(), kSecondVersion);
  EXPECT_EQ(successor.recorded_time(), world_.now_ms());
  EXPECT_EQ(kSchemeProgress.Get(world_.state(), "pilot")->newest_technical(), "v2");

  // 2026-12-31 and 2027-06-30 end at +08:00.
  constexpr std::int64_t kIssueEndMs = 1'798'732'800'000, kSaleEndMs = 1'814'371'200'000;
  ASSERT_TRUE(Accepted(Find(kFirstVersion, kIssueEndMs)));
  EXPECT_TRUE(Accepted(RequireIssuing(found_, "scheme_version", kIssueEndMs - 1)));
  EXPECT_TRUE(Refused(RequireIssuing(found_, "scheme_version", kIssueEndMs), v1::CODE_ISSUE_ENDED,
                      {{"field", "scheme_version"},
                       {"value", std::string(kFirstVersion)},
                       {"successor", std::string(kSecondVersion)},
                       {"last_day", "2026-12-31"}}));
  EXPECT_TRUE(SellsThrough(found_, kSaleEndMs - 1));
  EXPECT_FALSE(SellsThrough(found_, kSaleEndMs));
  ASSERT_TRUE(Accepted(Find(kSecondVersion, kSaleEndMs)));
  EXPECT_TRUE(SellsThrough(found_, kSaleEndMs));
}

TEST_F(Schemes, EditionsReadTheRulesOfWhatTheyEdit) {
  testing::PublishPilot(world_);
  testing::PublishNext(world_, testing::Edition());
  EXPECT_EQ(Progress("v1").editions(0).version(), kEdition);
  EXPECT_NE(Progress("v1-en").content_digest(), Progress("v1").content_digest());
  ASSERT_TRUE(Accepted(Find(kEdition, kJuneMs)));
  Decimal edited, original;
  ASSERT_TRUE(Accepted(
      ThresholdFor(LoadCriteria(world_.state(), found_, "CPC:01316"), "CPC:01316", 2030, edited)));
  ASSERT_TRUE(Accepted(Find(kFirstVersion, kJuneMs)));
  ASSERT_TRUE(Accepted(ThresholdFor(LoadCriteria(world_.state(), found_, "CPC:01316"), "CPC:01316",
                                    2030, original)));
  EXPECT_EQ(edited, original);
  v1::ListClausesRequest list;
  v1::ListClausesResponse clauses;
  list.set_parent(std::string(kEdition));
  ASSERT_TRUE(Accepted(ListClauses(list, world_.state(), world_.Scan(), clauses)));
  EXPECT_EQ(clauses.clauses_size(), 2);
}

TEST_F(Schemes, EditionsMayWordAllClausesAnew) {
  testing::PublishPilot(world_);
  ASSERT_TRUE(Accepted(world_.Do("body-hn", testing::Edition())));
  auto reworded = testing::Clauses(kEdition, {"04-01", "04-02"});
  reworded.mutable_clauses(0)->mutable_text()->set_en("From the cradle to the gate");
  ASSERT_TRUE(Accepted(world_.Do("body-hn", reworded)));
  ASSERT_TRUE(Accepted(world_.Do("body-hn", testing::VersionPublication(world_, kEdition))));
  v1::ListClausesRequest list;
  v1::ListClausesResponse clauses;
  list.set_parent(std::string(kEdition));
  ASSERT_TRUE(Accepted(ListClauses(list, world_.state(), world_.Scan(), clauses)));
  EXPECT_EQ(clauses.clauses(0).text().en(), "From the cradle to the gate");
}

TEST_F(Schemes, EditionsFallWithWhatTheyEdit) {
  testing::PublishPilot(world_);
  testing::PublishNext(world_, testing::Edition());
  world_.Advance(kJuneMs - world_.now_ms());
  ASSERT_TRUE(Accepted(world_.Do(
      "body-hn",
      testing::ChangeVersion(kFirstVersion, testing::OpenStatus(v1::STATUS_KIND_WITHDRAWN)))));
  EXPECT_FALSE(Find(kEdition, world_.now_ms()).ok());
}

TEST_F(Schemes, SuspendAndReinstate) {
  testing::PublishPilot(world_);
  world_.Advance(kJuneMs - world_.now_ms());
  const auto change = [&](v1::StatusChange status) {
    return world_.Do("body-hn", testing::ChangeVersion(kFirstVersion, std::move(status)));
  };
  ASSERT_TRUE(Accepted(change(testing::OpenStatus(v1::STATUS_KIND_SUSPENDED))));
  EXPECT_FALSE(Find(kFirstVersion, world_.now_ms()).ok());
  ASSERT_TRUE(Accepted(change(testing::EndStatus(1))));
  EXPECT_TRUE(Accepted(Find(kFirstVersion, world_.now_ms())));
}

// As known before the fraud came to light, the version was in force; as known after it, never.
TEST_F(Schemes, AreVoidWithHindsight) {
  testing::PublishPilot(world_);
  world_.Advance(kJuneMs + 30 * kDayMs - world_.now_ms());
  const auto known_before = world_.now_ms();
  ASSERT_TRUE(Accepted(world_.Do("body-hn", testing::VoidFrom(kFirstVersion, kJuneMs))));
  const auto history = SchemeVersionHistory("pilot", "v1");
  EXPECT_TRUE(history.At(world_.state(), {kJuneMs + kDayMs, known_before}).in_force());
  EXPECT_EQ(history.At(world_.state(), {kJuneMs + kDayMs, world_.now_ms()}).kind,
            v1::STATUS_KIND_VOID);
  EXPECT_EQ(Progress("v1").voids(0).ground(), v1::VOID_GROUND_FRAUD);
  ASSERT_TRUE(Accepted(world_.Do("body-hn", testing::VoidFrom(kFirstVersion, kJuneMs - 1))));
  EXPECT_EQ(Progress("v1").voids_size(), 2);
}

TEST_F(Schemes, OnlyTheirOwnersLicencesCount) {
  testing::PublishPilot(world_);
  v1::Licence licence;
  licence.set_owner("participants/body-hn");
  licence.set_scheme(std::string(kPilot));
  EXPECT_TRUE(Accepted(RequireLicenceOfOwner(world_.state(), "licences/x", licence)));
}

TEST_F(Schemes, ListInTheOrderOfTheirKeys) {
  testing::PublishPilot(world_);
  testing::PublishNext(world_, testing::SecondVersion());
  ASSERT_TRUE(Accepted(world_.Do("body-eu", PilotScheme("other", "EB27"))));
  v1::ListSchemesRequest schemes;
  v1::ListSchemesResponse first, second;
  schemes.set_page_size(1);
  ASSERT_TRUE(Accepted(ListSchemes(schemes, world_.state(), world_.Scan(), first)));
  schemes.set_page_token(first.next_page_token());
  ASSERT_TRUE(Accepted(ListSchemes(schemes, world_.state(), world_.Scan(), second)));
  ASSERT_EQ(first.schemes_size() + second.schemes_size(), 2);
  EXPECT_EQ(first.schemes(0).scheme().id(), "other");
  EXPECT_EQ(second.schemes(0).scheme().id(), "pilot");

  v1::ListSchemeVersionsRequest versions;
  v1::ListSchemeVersionsResponse found;
  versions.set_parent(std::string(kPilot));
  ASSERT_TRUE(Accepted(ListSchemeVersions(versions, world_.state(), world_.Scan(), found)));
  ASSERT_EQ(found.versions_size(), 2);
  EXPECT_EQ(found.versions(0).name(), kFirstVersion);
  EXPECT_TRUE(found.versions(1).has_status());
  EXPECT_EQ(found.versions(1).requirements().unit(), "kgCO2e/kg");

  v1::ListClaimTextsRequest claims;
  v1::ListClaimTextsResponse markets;
  claims.set_parent(std::string(kFirstVersion));
  ASSERT_TRUE(Accepted(ListClaimTexts(claims, world_.state(), world_.Scan(), markets)));
  ASSERT_EQ(markets.markets_size(), 2);
  EXPECT_EQ(markets.markets(1).unknown(), v1::UNKNOWN_NOT_ASSESSED);

  v1::ListCriteriaRequest criteria;
  v1::ListCriteriaResponse categories;
  criteria.set_parent(std::string(kFirstVersion));
  ASSERT_TRUE(Accepted(ListCriteria(criteria, world_.state(), world_.Scan(), categories)));
  ASSERT_EQ(categories.categories_size(), 2);
  EXPECT_EQ(categories.categories(0).category(), "CPC:01316");
}

}  // namespace
}  // namespace tanji::ledger
