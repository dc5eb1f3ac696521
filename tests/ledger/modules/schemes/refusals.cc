// Every way in which schemes are refused for what the ledger holds.
#include "tests/ledger/modules/refusals.h"

#include "crypto/hash/hash.h"
#include "crypto/hash/hex.h"
#include "ledger/modules/schemes/rules.h"
#include "ledger/modules/schemes/tables.h"
#include "ledger/modules/schemes/usable.h"
#include "tests/ledger/modules/schemes/pilot.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {
namespace {

using Rows = std::vector<RefusalCase>;

const std::string kVersion(kFirstVersion);
const std::string kNext = "schemes/pilot/versions/v2";
const std::string kEditionName = "schemes/pilot/versions/v1-en";

Outcome Do(World& world, auto message) {
  return world.Do("body-hn", std::move(message));
}
// A world in which the pilot is published.
World& Published(World& world) {
  PublishPilot(world);
  return world;
}
World& Drafted(World& world) {
  EXPECT_TRUE(Accepted(Do(world, PilotScheme())));
  EXPECT_TRUE(Accepted(Do(world, FirstVersion())));
  return world;
}

void AddOwnership(Rows& rows) {
  rows.push_back(
      {"a scheme of an operator",
       v1::CODE_WRONG_KIND,
       {{"field", "author"}, {"value", "participants/zone"}, {"expected", "PARTICIPANT_KIND_BODY"}},
       [] { return World().Do("zone", PilotScheme()); }});
  rows.push_back({"a scheme twice",
                  v1::CODE_ALREADY_EXISTS,
                  {{"field", "id"}, {"value", "schemes/pilot"}},
                  [] {
                    World world;
                    EXPECT_TRUE(Accepted(Do(world, PilotScheme())));
                    return world.Do("body-eu", PilotScheme("pilot", "EB27"));
                  }});
  rows.push_back({"a prefix twice",
                  v1::CODE_SERIAL_PREFIX_TAKEN,
                  {{"value", "HN15"}, {"scheme", "schemes/pilot"}},
                  [] {
                    World world;
                    EXPECT_TRUE(Accepted(Do(world, PilotScheme())));
                    return world.Do("body-eu", PilotScheme("other"));
                  }});
  rows.push_back({"monitored by its owner",
                  v1::CODE_MONITOR_NOT_INDEPENDENT,
                  {{"value", "participants/body-cn"}},
                  [] { return World().Do("body-cn", PilotScheme()); }});
  rows.push_back({"monitored by nobody",
                  v1::CODE_NOT_FOUND,
                  {{"field", "terms.monitoring.participant"}, {"value", "participants/nobody"}},
                  [] {
                    auto scheme = PilotScheme();
                    scheme.mutable_terms()->mutable_monitoring()->set_participant(
                        "participants/nobody");
                    return World().Do("body-hn", scheme);
                  }});
  rows.push_back({"terms of another's scheme",
                  v1::CODE_NOT_ENTITLED,
                  {{"value", "participants/body-eu"}, {"expected", "participants/body-hn"}},
                  [] {
                    World world;
                    EXPECT_TRUE(Accepted(Do(world, PilotScheme())));
                    v1::ReviseSchemeTerms revision;
                    revision.set_scheme(std::string(kPilot));
                    *revision.mutable_terms() = Terms();
                    return world.Do("body-eu", revision);
                  }});
  rows.push_back({"a version of no scheme",
                  v1::CODE_NOT_FOUND,
                  {{"field", "scheme"}, {"value", "schemes/pilot"}},
                  [] { return World().Do("body-hn", FirstVersion()); }});
  rows.push_back({"a version of another's scheme",
                  v1::CODE_NOT_ENTITLED,
                  {{"value", "participants/body-eu"}, {"expected", "participants/body-hn"}},
                  [] {
                    World world;
                    EXPECT_TRUE(Accepted(Do(world, PilotScheme())));
                    return world.Do("body-eu", FirstVersion());
                  }});
  rows.push_back({"clauses of another's version",
                  v1::CODE_NOT_ENTITLED,
                  {{"value", "participants/body-eu"}, {"expected", "participants/body-hn"}},
                  [] {
                    World world;
                    return Drafted(world).Do("body-eu", Clauses(kFirstVersion, {"04-01"}));
                  }});
}

void AddVersions(Rows& rows) {
  rows.push_back(
      {"a version twice", v1::CODE_ALREADY_EXISTS, {{"field", "id"}, {"value", kVersion}}, [] {
         World world;
         return Do(Drafted(world), FirstVersion());
       }});
  rows.push_back(
      {"a label without requirements", v1::CODE_FIELD_MISSING, {{"field", "requirements"}}, [] {
         World world;
         EXPECT_TRUE(Accepted(Do(world, PilotScheme())));
         auto version = FirstVersion();
         version.clear_requirements();
         return Do(world, version);
       }});
  rows.push_back({"requirements of a building scheme",
                  v1::CODE_NOT_FOR_SCHEME_KIND,
                  {{"field", "requirements"}, {"value", "SCHEME_KIND_BUILDING_AND_COMMUNITY"}},
                  [] {
                    World world;
                    auto scheme = PilotScheme("pilot", "");
                    scheme.set_kind(v1::SCHEME_KIND_BUILDING_AND_COMMUNITY);
                    EXPECT_TRUE(Accepted(Do(world, scheme)));
                    return Do(world, FirstVersion());
                  }});
  rows.push_back({"criteria of a scheme without requirements",
                  v1::CODE_NOT_FOR_SCHEME_KIND,
                  {{"field", "categories"}, {"value", "SCHEME_KIND_ORGANISATION"}},
                  [] {
                    World world;
                    auto scheme = PilotScheme("pilot", "");
                    scheme.set_kind(v1::SCHEME_KIND_ORGANISATION);
                    EXPECT_TRUE(Accepted(Do(world, scheme)));
                    auto version = FirstVersion();
                    version.clear_requirements();
                    EXPECT_TRUE(Accepted(Do(world, version)));
                    return Do(world, Categories(kFirstVersion, {MangoCriteria()}));
                  }});
  rows.push_back({"supersedes a draft",
                  v1::CODE_WRONG_PREDECESSOR,
                  {{"field", "supersedes"}, {"value", kVersion}, {"expected", ""}},
                  [] {
                    World world;
                    return Do(Drafted(world), SecondVersion());
                  }});
  rows.push_back({"supersedes nothing, though there is one",
                  v1::CODE_WRONG_PREDECESSOR,
                  {{"field", "supersedes"}, {"value", ""}, {"expected", kVersion}},
                  [] {
                    World world;
                    auto version = FirstVersion();
                    version.set_id("v3");
                    return Do(Published(world), version);
                  }});
  rows.push_back({"edits what is not there",
                  v1::CODE_NOT_FOUND,
                  {{"field", "edits"}, {"value", "schemes/pilot/versions/v9"}},
                  [] {
                    World world;
                    auto edition = Edition();
                    edition.set_edits("schemes/pilot/versions/v9");
                    return Do(Published(world), edition);
                  }});
  rows.push_back({"edits a draft",
                  v1::CODE_VERSION_NOT_PUBLISHED,
                  {{"field", "edits"}, {"value", kVersion}},
                  [] {
                    World world;
                    return Do(Drafted(world), Edition());
                  }});
  rows.push_back(
      {"edits an edition",
       v1::CODE_WRONG_KIND,
       {{"field", "edits"}, {"value", kEditionName}, {"expected", "VERSION_NATURE_TECHNICAL"}},
       [] {
         World world;
         PublishNext(Published(world), Edition());
         auto edition = Edition();
         edition.set_id("v1-fr");
         edition.set_edits(kEditionName);
         return Do(world, edition);
       }});
}

void AddDrafts(Rows& rows) {
  rows.push_back(
      {"clauses of nothing", v1::CODE_NOT_FOUND, {{"field", "version"}, {"value", kVersion}}, [] {
         World world;
         EXPECT_TRUE(Accepted(Do(world, PilotScheme())));
         return Do(world, Clauses(kFirstVersion, {"04-01"}));
       }});
  rows.push_back({"clauses after publication",
                  v1::CODE_DRAFT_CLOSED,
                  {{"field", "version"}, {"value", kVersion}},
                  [] {
                    World world;
                    return Do(Published(world), Clauses(kFirstVersion, {"05"}));
                  }});
  rows.push_back({"clauses before the last",
                  v1::CODE_LIST_NOT_ASCENDING,
                  {{"field", "clauses[0].id"}, {"value", "04-01"}},
                  [] {
                    World world;
                    EXPECT_TRUE(Accepted(Do(Drafted(world), Clauses(kFirstVersion, {"04-01"}))));
                    return Do(world, Clauses(kFirstVersion, {"04-01"}));
                  }});
  rows.push_back({"a market before the last",
                  v1::CODE_LIST_NOT_ASCENDING,
                  {{"field", "markets[0].market"}, {"value", "CN"}},
                  [] {
                    World world;
                    EXPECT_TRUE(Accepted(Do(Drafted(world), Claims(kFirstVersion))));
                    return Do(world, Claims(kFirstVersion));
                  }});
  rows.push_back({"a category before the last",
                  v1::CODE_LIST_NOT_ASCENDING,
                  {{"field", "categories[0].category"}, {"value", "CPC:01316"}},
                  [] {
                    World world;
                    EXPECT_TRUE(
                        Accepted(Do(Drafted(world), Categories(kFirstVersion, {Lychee()}))));
                    return Do(world, Categories(kFirstVersion, {MangoCriteria()}));
                  }});
  rows.push_back(
      {"a base without a pathway", v1::CODE_PATHWAY_MISSING, {{"field", "categories[0]"}}, [] {
         World world;
         EXPECT_TRUE(Accepted(Do(world, PilotScheme())));
         auto version = FirstVersion();
         version.mutable_requirements()->clear_pathway();
         EXPECT_TRUE(Accepted(Do(world, version)));
         return Do(world, Categories(kFirstVersion, {MangoCriteria()}));
       }});
  rows.push_back(
      {"a base per hectare alone",
       v1::CODE_INTENSITY_UNIT,
       {{"field", "categories[0].base"}, {"value", "kgCO2e/ha"}, {"expected", "kgCO2e/kg"}},
       [] {
         World world;
         auto mango = MangoCriteria();
         mango.mutable_base()->clear_per();
         return Do(Drafted(world), Categories(kFirstVersion, {mango}));
       }});
  rows.push_back(
      {"a base per something else",
       v1::CODE_INTENSITY_UNIT,
       {{"field", "categories[0].base"}, {"value", "kgCO2e/ha / (kWh)"}, {"expected", "kgCO2e/kg"}},
       [] {
         World world;
         auto mango = MangoCriteria();
         mango.mutable_base()->mutable_per()->set_unit("kWh");
         return Do(Drafted(world), Categories(kFirstVersion, {mango}));
       }});
}

void AddEditions(Rows& rows) {
  const auto edited = [](World& world) -> World& {
    EXPECT_TRUE(Accepted(Do(Published(world), Edition())));
    return world;
  };
  rows.push_back({"an edition with criteria",
                  v1::CODE_CHANGES_RULES,
                  {{"field", "categories"}, {"value", kEditionName}},
                  [=] {
                    World world;
                    return Do(edited(world), Categories(kEditionName, {MangoCriteria()}));
                  }});
  rows.push_back({"an edition with claims",
                  v1::CODE_CHANGES_RULES,
                  {{"field", "markets"}, {"value", kEditionName}},
                  [=] {
                    World world;
                    return Do(edited(world), Claims(kEditionName));
                  }});
  rows.push_back({"an edition that frees of a duty",
                  v1::CODE_CHANGES_RULES,
                  {{"field", "clauses[0].normative"}, {"value", kEditionName}},
                  [=] {
                    World world;
                    auto clauses = Clauses(kEditionName, {"04-01"});
                    clauses.mutable_clauses(0)->set_normative(false);
                    return Do(edited(world), clauses);
                  }});
  rows.push_back({"an edition with a new clause",
                  v1::CODE_NOT_FOUND,
                  {{"field", "clauses[0].id"}, {"value", kVersion + "/clauses/05"}},
                  [=] {
                    World world;
                    return Do(edited(world), Clauses(kEditionName, {"05"}));
                  }});
  rows.push_back({"an edition with some clauses",
                  v1::CODE_VERSION_INCOMPLETE,
                  {{"field", "clauses"}, {"value", "1"}, {"expected", "2"}},
                  [=] {
                    World world;
                    EXPECT_TRUE(Accepted(Do(edited(world), Clauses(kEditionName, {"04-01"}))));
                    return Do(world, VersionPublication(world, kEditionName));
                  }});
  rows.push_back({"one edition too many",
                  v1::CODE_TOO_MANY_EDITIONS,
                  {{"value", kVersion}, {"limit", "16"}},
                  [] {
                    World world;
                    Published(world);
                    auto edition = Edition();
                    for (int i = 0; i < 16; ++i) {
                      edition.set_id("e" + std::to_string(i));
                      PublishNext(world, edition);
                    }
                    edition.set_id("last");
                    EXPECT_TRUE(Accepted(Do(world, edition)));
                    return Do(world, VersionPublication(world, "schemes/pilot/versions/last"));
                  }});
}

void AddPublications(Rows& rows) {
  rows.push_back({"another digest",
                  v1::CODE_DIGEST_MISMATCH,
                  {{"field", "content_digest"},
                   {"value", crypto::ToHex(std::string(32, 'd'))},
                   {"expected",
                    [] {
                      World world;
                      Drafted(world);
                      return crypto::ToHex(
                          VersionPublication(world, kFirstVersion).content_digest());
                    }()}},
                  [] {
                    World world;
                    auto publication = VersionPublication(Drafted(world), kFirstVersion);
                    publication.set_content_digest(std::string(32, 'd'));
                    return Do(world, publication);
                  }});
  rows.push_back(
      {"published twice", v1::CODE_DRAFT_CLOSED, {{"field", "version"}, {"value", kVersion}}, [] {
         World world;
         return Do(world, VersionPublication(Published(world), kFirstVersion));
       }});
  rows.push_back({"a label without categories",
                  v1::CODE_VERSION_INCOMPLETE,
                  {{"field", "categories"}, {"value", "0"}, {"expected", ">= 1"}},
                  [] {
                    World world;
                    return Do(world, VersionPublication(Drafted(world), kFirstVersion));
                  }});
  rows.push_back({"in effect since yesterday",
                  v1::CODE_DAY_TOO_EARLY,
                  {{"field", "effective_day"}, {"value", "2026-06-01"}, {"lowest", "2026-06-02"}},
                  [] {
                    World world;
                    Drafted(world);
                    EXPECT_TRUE(Accepted(Do(world, Categories(kFirstVersion, {MangoCriteria()}))));
                    world.Advance(1'780'243'200'000 + kDayMs - world.now_ms());
                    return Do(world, VersionPublication(world, kFirstVersion));
                  }});
  rows.push_back({"no day left to issue",
                  v1::CODE_DAY_TOO_EARLY,
                  {{"field", "last_issue_day"}, {"value", "2026-08-31"}, {"lowest", "2026-09-01"}},
                  [] {
                    World world;
                    auto version = SecondVersion();
                    version.set_last_issue_day("2026-08-31");
                    EXPECT_TRUE(Accepted(Do(Published(world), version)));
                    EXPECT_TRUE(Accepted(Do(world, Categories(kNext, {MangoCriteria()}))));
                    // 2026-09-01 at +08:00.
                    world.Advance(1'780'243'200'000 + 92 * kDayMs - world.now_ms());
                    return Do(world, VersionPublication(world, kNext));
                  }});
  rows.push_back({"overtaken by another draft",
                  v1::CODE_WRONG_PREDECESSOR,
                  {{"field", "supersedes"}, {"value", kVersion}, {"expected", kNext}},
                  [] {
                    World world;
                    auto other = SecondVersion();
                    other.set_id("v2b");
                    EXPECT_TRUE(Accepted(Do(Published(world), other)));
                    const std::string name = "schemes/pilot/versions/v2b";
                    EXPECT_TRUE(Accepted(Do(world, Categories(name, {MangoCriteria()}))));
                    PublishNext(world, SecondVersion());
                    return Do(world, VersionPublication(world, name));
                  }});
}

void AddEvents(Rows& rows) {
  rows.push_back({"a draft suspended",
                  v1::CODE_VERSION_NOT_PUBLISHED,
                  {{"field", "version"}, {"value", kVersion}},
                  [] {
                    World world;
                    return Do(Drafted(world),
                              ChangeVersion(kFirstVersion, OpenStatus(v1::STATUS_KIND_SUSPENDED)));
                  }});
  rows.push_back(
      {"suspended after it was withdrawn",
       v1::CODE_STATUS_CHANGE_NOT_ALLOWED,
       {{"value", kVersion},
        {"status", "STATUS_KIND_WITHDRAWN"},
        {"from_time", std::to_string(kGenesisTimeMs + 7)}},
       [] {
         World world;
         EXPECT_TRUE(
             Accepted(Do(Published(world),
                         ChangeVersion(kFirstVersion, OpenStatus(v1::STATUS_KIND_WITHDRAWN)))));
         return Do(world, ChangeVersion(kFirstVersion, OpenStatus(v1::STATUS_KIND_SUSPENDED)));
       }});
  rows.push_back({"a draft void",
                  v1::CODE_VERSION_NOT_PUBLISHED,
                  {{"field", "version"}, {"value", kVersion}},
                  [] {
                    World world;
                    return Do(Drafted(world), VoidFrom(kFirstVersion, kGenesisTimeMs));
                  }});
  rows.push_back({"void tomorrow",
                  v1::CODE_VOID_IN_FUTURE,
                  {{"from_time", std::to_string(kGenesisTimeMs + kDayMs)},
                   {"block_time", std::to_string(kGenesisTimeMs + 7)}},
                  [] {
                    World world;
                    return Do(Published(world), VoidFrom(kFirstVersion, kGenesisTimeMs + kDayMs));
                  }});
  rows.push_back({"void from later on",
                  v1::CODE_NOT_VOID_FROM_EARLIER,
                  {{"value", kVersion}, {"from_time", std::to_string(kGenesisTimeMs)}},
                  [] {
                    World world;
                    EXPECT_TRUE(
                        Accepted(Do(Published(world), VoidFrom(kFirstVersion, kGenesisTimeMs))));
                    return Do(world, VoidFrom(kFirstVersion, kGenesisTimeMs));
                  }});
  rows.push_back({"void once too often",
                  v1::CODE_STATUS_HISTORY_FULL,
                  {{"value", kVersion}, {"limit", "8"}},
                  [] {
                    World world;
                    Published(world);
                    for (int i = 0; i < 8; ++i) {
                      EXPECT_TRUE(Accepted(Do(world, VoidFrom(kFirstVersion, kGenesisTimeMs - i))));
                    }
                    return Do(world, VoidFrom(kFirstVersion, kGenesisTimeMs - 8));
                  }});
}

void AddRules(Rows& rows) {
  const auto threshold = [](std::vector<v1::CategoryCriteria> categories, std::uint32_t year) {
    Decimal out;
    return ThresholdFor(PilotCriteria(std::move(categories)), "CPC:01316", year, out);
  };
  rows.push_back({"a category that is not covered",
                  v1::CODE_CATEGORY_NOT_COVERED,
                  {{"value", kVersion}, {"category", "CPC:01316"}},
                  [=] { return threshold({Lychee()}, 2026); }});
  rows.push_back(
      {"a category without a base intensity",
       v1::CODE_NO_BASE_INTENSITY,
       {{"category", "CPC:013"},
        {"way",
         "测三个果园一季的投入和产量 / Record inputs and yield of three orchards for a season"}},
       [=] {
         auto fruit = Lychee();
         fruit.set_category("CPC:013");
         return threshold({fruit}, 2026);
       }});
  rows.push_back({"a year outside the pathway",
                  v1::CODE_YEAR_OUTSIDE_PATHWAY,
                  {{"value", "2051"}, {"lowest", "2019"}, {"highest", "2050"}},
                  [=] { return threshold({MangoCriteria()}, 2051); }});
  rows.push_back(
      {"a threshold out of range", v1::CODE_THRESHOLD_OVERFLOW, {{"category", "CPC:01316"}}, [=] {
         auto mango = MangoCriteria();
         mango.mutable_base()->mutable_value()->set_decimal("99999999999999999999999999999");
         mango.mutable_base()->mutable_per()->set_decimal("0.000000001");
         return threshold({mango}, 2019);
       }});
  rows.push_back({"a value above the threshold",
                  v1::CODE_THRESHOLD_EXCEEDED,
                  {{"value", "1.000000001"}, {"limit", "1"}},
                  [] {
                    v1::SchemeGrade grade;
                    const auto value = Decimal::Parse("1.000000001").value();
                    return Judge(PilotCriteria({}), value, value, value, Decimal::FromInteger(1),
                                 grade);
                  }});
}

void AddUses(Rows& rows) {
  rows.push_back({"a version not in force yet",
                  v1::CODE_NOT_IN_FORCE,
                  {{"field", "f"}, {"value", kVersion}},
                  [] {
                    World world;
                    FoundVersion found;
                    return FindSchemeVersion(Published(world).state(), "f", kVersion,
                                             {world.now_ms(), world.now_ms()}, found);
                  }});
  rows.push_back(
      {"issued after the last day",
       v1::CODE_ISSUE_ENDED,
       {{"field", "f"}, {"value", kVersion}, {"successor", kNext}, {"last_day", "2026-12-31"}},
       [] {
         World world;
         PublishNext(Published(world), SecondVersion());
         FoundVersion found;
         EXPECT_TRUE(Accepted(FindVersion(world.state(), "f", kVersion, found)));
         return RequireIssuing(found, "f", kGenesisTimeMs + 400 * kDayMs);
       }});
  rows.push_back({"a licence of another body",
                  v1::CODE_LICENCE_NOT_OF_OWNER,
                  {{"value", "licences/x"},
                   {"body", "participants/body-eu"},
                   {"scheme", "schemes/pilot"},
                   {"owner", "participants/body-hn"}},
                  [] {
                    World world;
                    v1::Licence licence;
                    licence.set_owner("participants/body-eu");
                    licence.set_scheme(std::string(kPilot));
                    return RequireLicenceOfOwner(Published(world).state(), "licences/x", licence);
                  }});
  rows.push_back({"a licence for no scheme",
                  v1::CODE_NOT_FOUND,
                  {{"field", "scheme"}, {"value", "schemes/pilot"}},
                  [] {
                    v1::Licence licence;
                    licence.set_scheme(std::string(kPilot));
                    return RequireLicenceOfOwner(World().state(), "licences/x", licence);
                  }});
}

}  // namespace

std::vector<RefusalCase> SchemeRefusals() {
  Rows rows;
  AddOwnership(rows);
  AddVersions(rows);
  AddDrafts(rows);
  AddEditions(rows);
  AddPublications(rows);
  AddEvents(rows);
  AddRules(rows);
  AddUses(rows);
  return rows;
}

}  // namespace tanji::ledger::testing
