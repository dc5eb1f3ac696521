// tanji scheme: importing a file, and reading what it became. The node executes what it is sent, so
// that a draft grows and a second run finds it; every answer is a proof over what is there.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "client/cli/run.h"
#include "ledger/modules/schemes/queries.h"
#include "ledger/modules/schemes/tables.h"
#include "ledger/state/record.h"
#include "tanji/v1/log.pb.h"
#include "tests/client/cli/proving_node.h"
#include "tests/ledger/answers/support/archive.h"
#include "tests/ledger/modules/schemes/pilot.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::client::cli {
namespace {

using ledger::testing::Accepted;
using ledger::testing::Archive;
using ledger::testing::kFirstVersion;
using ledger::testing::kPilot;

std::string Repository(const std::string& path) {
  return std::string(TANJI_SOURCE_DIR) + "/" + path;
}
std::string Read(const std::string& path) {
  std::ifstream file(path);
  EXPECT_TRUE(file) << path;
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

class SchemesTest : public ::testing::Test {
 protected:
  SchemesTest() { key_ = harness_.Key("hn.key", "body-hn", "h0"); }

  // Each proof is under a log of its own, so that none follows from another: logs are not followed
  // here. Every answer is verified all the same.
  Harness::Outcome Run(const std::string& line) { return harness_.Run(line + " --unverified"); }
  // The receipts are those of the world, and not the log's: they are not verified here.
  Harness::Outcome RunSigned(std::vector<std::string> words) {
    words.insert(words.end(), {"--key", key_, "--yes", "--unverified"});
    return harness_.Run(std::move(words));
  }
  Harness::Outcome Import(const std::string& file) {
    return RunSigned({"scheme", "import", file, "--output", "json"});
  }
  void ServeLists() {
    v1::ListSchemesRequest schemes;
    v1::ListSchemeVersionsRequest versions;
    versions.set_parent(std::string(kPilot));
    v1::ListClausesRequest clauses;
    clauses.set_parent(std::string(kFirstVersion));
    v1::ListClaimTextsRequest claims;
    claims.set_parent(std::string(kFirstVersion));
    v1::ListCriteriaRequest criteria;
    criteria.set_parent(std::string(kFirstVersion));
    const auto& state = world_.state();
    auto& node = harness_.node;
    ASSERT_TRUE(Accepted(ledger::ListSchemes(schemes, state, world_.Scan(), node.schemes)));
    ASSERT_TRUE(
        Accepted(ledger::ListSchemeVersions(versions, state, world_.Scan(), node.scheme_versions)));
    ASSERT_TRUE(Accepted(ledger::ListClauses(clauses, state, world_.Scan(), node.clauses)));
    ASSERT_TRUE(Accepted(ledger::ListClaimTexts(claims, state, world_.Scan(), node.claim_texts)));
    ASSERT_TRUE(Accepted(ledger::ListCriteria(criteria, state, world_.Scan(), node.criteria)));
  }

  Harness harness_;
  ledger::testing::World world_;
  WorldNode node_{harness_, world_};
  std::string key_;
};

// --- The example
// ----------------------------------------------------------------------------------

class ExampleScheme : public SchemesTest {
 protected:
  const std::string file_ = Repository("deploy/examples/schemes/baoting-1-5-pilot.json");
  const std::string version_ = "baoting-1-5-pilot/v1";
};

TEST_F(ExampleScheme, IsImportedOnce) {
  const auto imported = Import(file_);
  ASSERT_EQ(imported.code, 0) << imported.err;
  EXPECT_EQ(imported.json()["transactions"], 6);
  EXPECT_EQ(imported.json()["categories"], 3);
  EXPECT_EQ(imported.json()["already_there"], false);
  EXPECT_EQ(node_.bodies.size(), 6u);
  // Without a day of its own, it is that of the import, also for whoever looks a day later.
  EXPECT_EQ(imported.json()["effective_day"], "2026-01-01");
  world_.Advance(ledger::testing::kDayMs);
  harness_.now_ms += ledger::testing::kDayMs;
  const auto again = Import(file_);
  ASSERT_EQ(again.code, 0) << again.err;
  EXPECT_EQ(again.json()["already_there"], true);
  EXPECT_EQ(again.json()["effective_day"], "2026-01-01");
  EXPECT_EQ(node_.bodies.size(), 6u);
}

TEST_F(ExampleScheme, GivesTheThresholdsOfItsSources) {
  ASSERT_EQ(Import(file_).code, 0);
  const auto limit = [&](const std::string& category) {
    const auto run = Run("scheme threshold " + version_ + " --category " + category +
                         " --year 2026 --output json");
    EXPECT_EQ(run.code, 0) << run.err;
    return run.json()["answer"]["scheme_version"]["threshold"]["limit"].get<std::string>();
  };
  // 19720 / 15000 and 13200 / 6000, times 1 - 0.43 * 7 / 11.
  EXPECT_EQ(limit("CPC:01316"), "0.954926061");
  EXPECT_EQ(limit("CPC:01132"), "1.598");
}

TEST_F(ExampleScheme, SaysHowToKnowWhatIsUnknown) {
  ASSERT_EQ(Import(file_).code, 0);
  const std::string command = "scheme threshold " + version_ + " --category CPC:01359 --year 2026";
  const auto en = Run(command);
  EXPECT_EQ(en.code, 6) << en.err;
  EXPECT_NE(en.out.find("no sourced base intensity"), std::string::npos) << en.out;
  EXPECT_NE(en.out.find("three orchards"), std::string::npos) << en.out;
  EXPECT_NE(en.out.find("not an adopted standard"), std::string::npos) << en.out;
  const auto zh = Run(command + " --lang zh");
  EXPECT_NE(zh.out.find("三个果园"), std::string::npos) << zh.out;
  EXPECT_NE(zh.out.find("不是正式采用的标准"), std::string::npos) << zh.out;
}

TEST_F(ExampleScheme, NamesDocumentsAndFactorsThatAreThere) {
  ASSERT_EQ(Import(file_).code, 0);
  const auto version = ledger::kSchemeVersions.Get(world_.state(), "baoting-1-5-pilot", "v1");
  const auto document = Read(Repository("deploy/examples/schemes/baoting-1-5-pilot.zh.md"));
  EXPECT_EQ(version->document_zh_sha256().sha256(), crypto::Sha256(document).str());
  const auto rules = ledger::kSchemeRequirements.Get(world_.state(), "baoting-1-5-pilot", "v1");
  const auto set = rules->gwp_set().text().substr(std::string("gwpSets/").size());
  EXPECT_TRUE(std::ifstream(Repository("deploy/examples/factors/gwp/" + set + ".json"))) << set;
  for (const auto& name : rules->factor_datasets().names().names()) {
    const auto id = name.substr(std::string("datasets/").size());
    const auto description = Read(Repository("deploy/examples/factors/" + id + ".json"));
    EXPECT_NE(description.find("\"id\": \"" + id + "\""), std::string::npos) << id;
  }
}

// --- Importing
// ------------------------------------------------------------------------------------

class SchemeFiles : public ExampleScheme {
 protected:
  // The example with one text in place of another.
  std::string Altered(const std::string& from, const std::string& to) {
    auto text = Read(file_);
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos) text.replace(at, from.size(), to);
    return harness_.Write("altered.json", text);
  }
  std::string Content() {
    return ledger::kSchemeVersionProgress.Get(world_.state(), "baoting-1-5-pilot", "v1")
        ->content_digest();
  }
};

TEST_F(SchemeFiles, GoOnWhereTheyStopped) {
  for (int stop = 1; stop < 6; ++stop) {
    node_.refuse_after = 1;
    const auto stopped = Import(file_);
    EXPECT_EQ(stopped.code, 2) << stopped.err;
    node_.bodies.clear();
  }
  node_.refuse_after = 1000;
  const auto finished = Import(file_);
  ASSERT_EQ(finished.code, 0) << finished.err;
  EXPECT_EQ(finished.json()["transactions"], 1) << "five were made one by one";
  EXPECT_TRUE(ledger::kSchemeVersionProgress.Get(world_.state(), "baoting-1-5-pilot", "v1")
                  ->has_published_time());
}

TEST_F(SchemeFiles, ThatDifferFromTheDraftAreRefusedByName) {
  node_.refuse_after = 5;
  ASSERT_EQ(Import(file_).code, 2);
  const auto before = Content();
  const auto refused = [&](const std::string& from, const std::string& to,
                           const std::string& part) {
    const auto run = Import(Altered(from, to));
    EXPECT_EQ(run.code, 1) << part;
    const auto error = nlohmann::json::parse(run.err.substr(run.err.find('{')))["error"];
    EXPECT_EQ(error["name"], "HELD_DIFFERS");
    EXPECT_EQ(error["detail"]["part"], part) << run.err;
  };
  refused("\"BT15\"", "\"BT16\"", "scheme");
  refused("First version of the pilot", "Another version", "version");
  refused("\"harvests\": 1", "\"harvests\": 3", "version.requirements");
  refused("a body accredited", "anybody accredited", "clauses");
  refused("Meets the threshold", "Far below the threshold", "markets");
  refused("\"19720\"", "\"19721\"", "categories");
  EXPECT_EQ(Content(), before);
}

TEST_F(SchemeFiles, OfAPublishedVersionAreRefusedIfTheyHaveMore) {
  ASSERT_EQ(Import(file_).code, 0);
  const auto run =
      Import(Altered("{\"market\": \"EU\"",
                     "{\"market\": \"DE\", \"unknown\": \"NOT_READ\"}, {\"market\": \"EU\""));
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.err.find("markets"), std::string::npos) << run.err;
}

TEST_F(SchemeFiles, ThatReviseTermsSayHow) {
  ASSERT_EQ(Import(file_).code, 0);
  const auto run = Import(Altered("\"complaint_days\": {\"unknown\": \"NOT_PUBLISHED\"}",
                                  "\"complaint_days\": {\"days\": 30}"));
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.err.find("scheme revise"), std::string::npos) << run.err;
}

TEST_F(SchemeFiles, AreCheckedBeforeAnythingIsSigned) {
  const auto refused = [&](const std::string& from, const std::string& to,
                           const std::string& name) {
    const auto run = Import(Altered(from, to));
    EXPECT_EQ(run.code, 1) << name;
    EXPECT_NE(run.err.find(name), std::string::npos) << run.err;
  };
  refused("\"kgCO2e/ha\"},\n        \"per\"", "\"kg/ha\"},\n        \"per\"", "INTENSITY_UNIT");
  refused("\"remaining_share\": \"0.57\"", "\"remaining_share\": \"0.3\"", "PATHWAY_MALFORMED");
  refused("\"version\": {", "\"version\": {\"scheme\": \"schemes/other\",", "VERSION_OF_ANOTHER");
  refused("\"nature\": \"TECHNICAL\"", "\"nature\": \"EDITORIAL\", \"edits\": \"schemes/x\"",
          "NAME_MALFORMED");
  refused("\"category\": \"CPC:01316\"", "\"category\": \"CPC:0113\"", "LIST_NOT_ASCENDING");
  EXPECT_EQ(Import(harness_.Write("none.json", "{}")).code, 1);
  EXPECT_EQ(RunSigned({"scheme", "import", file_, "--out", harness_.File("tx")}).code, 1);
  EXPECT_EQ(node_.bodies.size(), 0u);
}

TEST_F(SchemeFiles, AreShownBeforeTheyAreSigned) {
  harness_.line = "n";
  const auto run = harness_.Run({"scheme", "import", file_, "--key", key_, "--unverified"});
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.err.find("NOT_CONFIRMED"), std::string::npos);
  for (const char* shown : {"19720", "-84 % by 2050", "three orchards", "BT15", "6 transactions"}) {
    EXPECT_NE(run.err.find(shown), std::string::npos) << shown;
  }
  EXPECT_EQ(node_.bodies.size(), 0u);
}

// --- Reading
// --------------------------------------------------------------------------------------

class PilotScheme : public SchemesTest {
 protected:
  PilotScheme() {
    ledger::testing::PublishPilot(world_);
    world_.Advance(170 * ledger::testing::kDayMs);
    harness_.now_ms = Archive(world_).signed_ms();
  }
};

TEST_F(PilotScheme, IsShownWithItsDemandsAndItsThreshold) {
  const auto shown = Run("scheme show pilot/v1");
  EXPECT_EQ(shown.code, 0) << shown.err;
  EXPECT_NE(shown.out.find("in force"), std::string::npos);
  EXPECT_NE(shown.out.find("limited assurance"), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("not an adopted standard"), std::string::npos);
  const auto mango = Run("scheme show schemes/pilot/versions/v1 --category CPC:01316 --year 2026");
  EXPECT_NE(mango.out.find("0.954926061"), std::string::npos) << mango.out;
  const auto rice = Run("scheme show pilot/v1 --category CPC:0113 --year 2026");
  EXPECT_NE(rice.out.find("CATEGORY_NOT_COVERED"), std::string::npos) << rice.out;
  EXPECT_NE(rice.out.find("does not cover the product category CPC:0113"), std::string::npos);
  EXPECT_EQ(rice.code, 6) << "a version in force is no threshold";
  EXPECT_EQ(mango.code, 0);
  EXPECT_EQ(Run("scheme show pilot/v2").code, 6);
  EXPECT_EQ(Run("scheme show pilot").code, 1);
}

TEST_F(PilotScheme, AsksForCategoryAndYearTogether) {
  EXPECT_EQ(Run("scheme show pilot/v1 --category CPC:01316").code, 1);
  EXPECT_EQ(Run("scheme show pilot/v1 --year 2026").code, 1);
  EXPECT_EQ(Run("scheme threshold pilot/v1 --year 2026").code, 1);
  EXPECT_EQ(Run("scheme threshold pilot/v1 --category mango --year 2026").code, 1);
  EXPECT_EQ(Run("scheme threshold pilot/v1 --category CPC:01316 --year 26").code, 1);
}

TEST_F(PilotScheme, ThresholdsShowWhatTheyFollowFrom) {
  const auto run = Run("scheme threshold pilot/v1 --category CPC:01316 --year 2026");
  EXPECT_EQ(run.code, 0) << run.err;
  for (const char* shown : {"0.954926061 kgCO2e/kg", "19720 kgCO2e/ha ÷ 15000 kg/ha",
                            "CPCD core 01316X0102021C", "Table SPM.2", "as at", "as known on"}) {
    EXPECT_NE(run.out.find(shown), std::string::npos) << shown << run.out;
  }
  const auto late = Run("scheme threshold pilot/v1 --category CPC:01316 --year 2060");
  EXPECT_EQ(late.code, 6);
  EXPECT_NE(late.out.find("2019 to 2050"), std::string::npos) << late.out;
}

TEST_F(PilotScheme, ListsAreProvedAndSoIsThatNothingIsMissing) {
  ServeLists();
  const auto clauses = Run("scheme clauses pilot/v1");
  EXPECT_EQ(clauses.code, 0) << clauses.err;
  EXPECT_NE(clauses.err.find("none is missing"), std::string::npos) << clauses.err;
  EXPECT_EQ(clauses.err.find("cannot be proved"), std::string::npos) << clauses.err;
  EXPECT_EQ(Run("scheme criteria pilot/v1 --output json").json()["complete"], true);
  const auto claims = Run("scheme claims pilot/v1");
  EXPECT_NE(claims.out.find("Meets the 1.5-degree pilot threshold"), std::string::npos);
  EXPECT_NE(claims.out.find("not assessed"), std::string::npos) << claims.out;
  const auto criteria = Run("scheme criteria pilot/v1");
  EXPECT_NE(criteria.out.find("Record inputs and yield"), std::string::npos) << criteria.out;

  harness_.node.clauses.mutable_clauses()->RemoveLast();
  const auto missing = Run("scheme clauses pilot/v1");
  EXPECT_EQ(missing.code, 3);
  EXPECT_NE(missing.err.find("ROW_DIFFERS"), std::string::npos);
  // A page is not the whole: its rows are proved singly.
  harness_.node.clauses.set_next_page_token("more");
  EXPECT_EQ(Run("scheme clauses pilot/v1 --output json").json()["complete"], false);
  harness_.node.clauses.mutable_clauses(0)->set_normative(false);
  EXPECT_EQ(Run("scheme clauses pilot/v1").code, 3);
  harness_.node.criteria.mutable_categories(0)->mutable_base()->mutable_value()->set_decimal("1");
  EXPECT_EQ(Run("scheme criteria pilot/v1").code, 3);
  harness_.node.claim_texts.mutable_markets()->RemoveLast();
  EXPECT_EQ(Run("scheme claims pilot/v1").code, 3);
  EXPECT_EQ(Run("scheme claims pilot/v9").code, 6);
}

TEST_F(PilotScheme, SchemesAndVersionsAreProvedRowByRow) {
  ledger::testing::PublishNext(world_, ledger::testing::SecondVersion());
  ServeLists();
  const auto schemes = Run("scheme list --output json");
  EXPECT_EQ(schemes.code, 0) << schemes.err;
  EXPECT_EQ(schemes.json()["rows"][0]["progress"]["newest_technical"], "v2");
  const auto versions = Run("scheme versions pilot");
  EXPECT_EQ(versions.code, 0) << versions.err;
  EXPECT_NE(versions.out.find("2026-09-01"), std::string::npos);
  EXPECT_NE(versions.err.find("cannot be proved"), std::string::npos);
  harness_.node.schemes.mutable_schemes(0)->mutable_scheme()->set_id("invented");
  EXPECT_EQ(Run("scheme list").code, 3);
  harness_.node.scheme_versions.mutable_versions(0)->set_name("schemes/pilot/versions/v9");
  EXPECT_EQ(Run("scheme versions pilot").code, 3);
}

// A node may show a version of another scheme under this one: it is proved, and yet not of it.
TEST_F(PilotScheme, VersionsOfOthersAreNotItsOwn) {
  ASSERT_TRUE(Accepted(world_.Do("body-eu", ledger::testing::PilotScheme("other", "EB27"))));
  ServeLists();
  EXPECT_EQ(Run("scheme versions other").code, 3);
}

TEST_F(PilotScheme, EditionsShowTheRowsOfWhatTheyEdit) {
  auto edition = ledger::testing::Edition();
  edition.set_effective_day("2026-12-01");
  ledger::testing::PublishNext(world_, edition);
  ServeLists();
  const auto clauses = Run("scheme clauses pilot/v1-en --output json");
  EXPECT_EQ(clauses.code, 0) << clauses.err;
  EXPECT_EQ(clauses.json()["rows"][0]["version"], kFirstVersion);
  EXPECT_EQ(Run("scheme criteria pilot/v1-en --output json").json()["complete"], true);
}

TEST_F(PilotScheme, TermsAreProvedAsTheyAreNow) {
  const auto terms = Run("scheme terms pilot");
  EXPECT_EQ(terms.code, 0) << terms.err;
  EXPECT_NE(terms.out.find("Open to all traders"), std::string::npos) << terms.out;
  EXPECT_NE(terms.out.find("Verified"), std::string::npos);
  const std::string file = harness_.Write("terms.json", R"({"scheme": "schemes/pilot", "terms": {
      "owner": {"unknown": "NOT_READ"}, "open_terms": {"unknown": "NOT_READ"},
      "fees": {"unknown": "NOT_READ"}, "consultation": {"unknown": "NOT_READ"},
      "monitoring": {"unknown": "NOT_READ"}, "complaint": {"unknown": "NOT_READ"},
      "complaint_days": {"days": 15}, "withdrawal": {"unknown": "NOT_READ"},
      "withdrawal_days": {"unknown": "NOT_READ"}}})");
  ASSERT_EQ(RunSigned({"scheme", "revise", file}).code, 0);
  const auto revised = Run("scheme terms pilot --output json");
  EXPECT_EQ(revised.json()["terms"]["terms"]["complaint_days"]["days"], 15);
  EXPECT_EQ(Run("scheme terms nothing").code, 6);
}

TEST_F(PilotScheme, TermsAfterTheNewestAreNotHidden) {
  const auto terms = *ledger::kSchemeTerms.Get(world_.state(), "pilot", 0);
  ledger::kSchemeTerms.Put(world_.state(), "pilot", 1, terms);
  const auto run = Run("scheme terms pilot");
  EXPECT_EQ(run.code, 3) << run.out;
  EXPECT_NE(run.err.find("RECORD_MALFORMED"), std::string::npos) << run.err;
}

TEST_F(PilotScheme, RecordsThatCannotBeReadAreNotBelieved) {
  ServeLists();
  world_.state().Put(ledger::kSchemeProgress.Key("pilot"), "garbage");
  for (const auto* command : {"scheme list", "scheme terms pilot"}) {
    const auto run = Run(command);
    EXPECT_EQ(run.code, 3) << command;
    EXPECT_NE(run.err.find("RECORD_MALFORMED"), std::string::npos) << run.err;
  }
}

TEST_F(PilotScheme, AProofOfAThresholdIsVerifiedOffline) {
  const std::string proof = harness_.File("mango.proof");
  const auto proved = Run("prove scheme pilot/v1 --category CPC:01316 --year 2026 --out " + proof);
  ASSERT_EQ(proved.code, 0) << proved.err;
  const int calls = harness_.node.calls;
  const auto verified = Run("verify " + proof);
  EXPECT_EQ(verified.code, 0) << verified.err;
  EXPECT_NE(verified.out.find("0.954926061"), std::string::npos);
  EXPECT_EQ(harness_.node.calls, calls);
}

// --- Status
// ---------------------------------------------------------------------------------------

TEST_F(PilotScheme, IsSuspendedReinstatedAndDeclaredVoidByItsOwner) {
  const auto suspended = RunSigned({"scheme", "suspend", "pilot/v1", "--reason-en", "under way"});
  ASSERT_EQ(suspended.code, 0) << suspended.err;
  const auto shown = Run("scheme show pilot/v1");
  EXPECT_EQ(shown.code, 6);
  EXPECT_NE(shown.out.find("its own status: suspended"), std::string::npos) << shown.out;
  ASSERT_EQ(
      RunSigned({"scheme", "reinstate", "pilot/v1", "--interval", "1", "--reason-en", "back"}).code,
      0);
  EXPECT_EQ(Run("scheme show pilot/v1").code, 0);

  EXPECT_EQ(RunSigned({"scheme", "void", "pilot/v1", "--from", "2026-06-01", "--ground", "whim",
                       "--reason-en", "x"})
                .code,
            1);
  const auto voided = RunSigned({"scheme", "void", "pilot/v1", "--from", "2026-06-01", "--ground",
                                 "fraud", "--reason-en", "the plots were made up"});
  ASSERT_EQ(voided.code, 0) << voided.err;
  EXPECT_EQ(Run("scheme show pilot/v1 --on 2026-06-10").code, 6);
  const auto progress = ledger::kSchemeVersionProgress.Get(world_.state(), "pilot", "v1");
  EXPECT_EQ(progress->voids(0).ground(), v1::VOID_GROUND_FRAUD);
}

TEST_F(SchemesTest, ADraftIsPublishedByTheDigestThatIsProved) {
  ASSERT_TRUE(Accepted(world_.Do("body-hn", ledger::testing::PilotScheme())));
  ASSERT_TRUE(Accepted(world_.Do("body-hn", ledger::testing::FirstVersion())));
  EXPECT_EQ(RunSigned({"scheme", "publish", "pilot/v1"}).code, 2) << "it has no category";
  ASSERT_TRUE(Accepted(world_.Do(
      "body-hn", ledger::testing::Categories(kFirstVersion, {ledger::testing::MangoCriteria()}))));
  const auto published = RunSigned({"scheme", "publish", "pilot/v1"});
  EXPECT_EQ(published.code, 0) << published.err;
  EXPECT_EQ(RunSigned({"scheme", "publish", "pilot/v9"}).code, 6);
}

}  // namespace
}  // namespace tanji::client::cli
