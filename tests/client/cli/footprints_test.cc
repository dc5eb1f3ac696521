// tanji footprint: the figure before the signature, a declaration in one transaction or several,
// and an explanation that a ledger which was tampered with does not survive.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "client/cli/footprints/result_sheet.h"
#include "client/cli/json_message.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/tables.h"
#include "ledger/modules/footprints/tables.h"
#include "tests/client/cli/proving_node.h"
#include "tests/ledger/answers/support/archive.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/footprints/grower.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::client::cli {
namespace {

using ledger::testing::Archive;
using ledger::testing::Grower;
using ledger::testing::MangoHeader;
using ledger::testing::PowerLine;
using Lines = std::vector<v1::InventoryLine>;

constexpr const char* kPump = "datasets/pumps/factors/pump";

class FootprintsTest : public ::testing::Test {
 protected:
  FootprintsTest() {
    PublishPumps();
    ProveFrom(harness_, [this]() -> const Archive& { return archive(); });
  }

  // A factor with a range: 0.6 kgCO2e/kWh, 0.5 to 0.9.
  void PublishPumps() {
    auto row = ledger::testing::GridRow("pump");
    row.mutable_value()->set_decimal("0.6");
    row.mutable_range()->mutable_range()->set_low("0.5");
    row.mutable_range()->mutable_range()->set_high("0.9");
    Grower::Expect(grower_.world.Do("body-cn", ledger::testing::Dataset("pumps")));
    Grower::Expect(grower_.world.Do("body-cn", ledger::testing::Rows("pumps", {row})));
    Grower::Expect(
        grower_.world.Do("body-cn", ledger::testing::Publication(grower_.world, "pumps")));
  }

  static Lines TwoLines() { return {PowerLine("power", "1000"), PowerLine("pump", "50", kPump)}; }

  // Of the ledger as it is now; the program trusts it.
  Archive& archive() {
    if (!archive_) {
      archive_ = std::make_unique<Archive>(grower_.world);
      harness_.now_ms = archive_->signed_ms() + 60'000;
    }
    return *archive_;
  }
  // What was changed in the world is what the next question is answered from, by a ledger that was
  // never seen: each archive is a history of its own.
  void Refresh() {
    archive_.reset();
    harness_.variables["TANJI_HOME"] = harness_.File("home-" + std::to_string(++homes_));
  }
  Harness::Outcome Run(std::vector<std::string> words) {
    const std::string policy = harness_.Write("policy", archive().policy());
    words.insert(words.end(), {"--policy", policy});
    return harness_.Run(std::move(words));
  }
  // Receipts of the FakeNode are not of the archive's log.
  Harness::Outcome Declare(std::vector<std::string> words) {
    if (key_.empty()) key_ = harness_.Key("farm.key", "farm");
    words.insert(words.begin(), {"footprint", "declare"});
    words.insert(words.end(), {"--key", key_, "--unverified", "--wait", "committed"});
    return Run(std::move(words));
  }
  std::string File(const v1::InventoryHeader& header, const Lines& lines) {
    nlohmann::ordered_json json{{"header", ToJson(header)}};
    json["lines"] = nlohmann::ordered_json::array();
    for (const auto& line : lines) json["lines"].push_back(ToJson(line));
    return harness_.Write("inventory.json", json.dump(1));
  }

  std::vector<v1::TransactionBody> Submitted() const {
    std::vector<v1::TransactionBody> bodies;
    for (const auto& bytes : harness_.ledger.log().entries()) {
      v1::LogEntry entry;
      v1::Transaction transaction;
      entry.ParseFromString(bytes);
      if (!entry.has_transaction()) continue;
      transaction.ParseFromString(entry.transaction().transaction());
      bodies.emplace_back().ParseFromString(transaction.body());
    }
    return bodies;
  }

  static ledger::Id IdOf(const std::string& name) {
    return *ledger::ParseIdName(ledger::kFootprintsCollection, name);
  }
  ledger::Overlay& state() { return grower_.world.state(); }
  // Alters a record behind the ledger's back, as whoever orders it could.
  template <class Table, class Change, class... Parts>
  void Tamper(const Table& table, Change change, const Parts&... parts) {
    auto record = table.Get(state(), parts...).value();
    change(record);
    table.Put(state(), parts..., record);
    Refresh();
  }
  void ExpectRefused(const std::string& name, const std::string& fault) {
    const auto run = Run({"footprint", "explain", name});
    EXPECT_EQ(run.code, 3) << run.out;
    EXPECT_NE(run.err.find(fault), std::string::npos) << run.err;
    EXPECT_EQ(run.out, "") << "an explanation of what does not add up";
  }

  Harness harness_;
  Grower grower_;
  std::unique_ptr<Archive> archive_;
  int homes_ = 0;
  std::string key_;
};

// --- Before it is declared -----------------------------------------------------------------------

TEST_F(FootprintsTest, CheckReckonsWithoutWriting) {
  const auto file = File(MangoHeader(), TwoLines());
  const auto run = Run({"footprint", "check", file, "--output", "json"});
  ASSERT_EQ(run.code, 0) << run.err;
  // (1000 x 0.5777 + 50 x 0.6) / 100.
  EXPECT_EQ(run.json()["result"]["value"], "6.077");
  EXPECT_EQ(run.json()["result"]["low"], "6.027");
  EXPECT_EQ(run.json()["result"]["high"], "6.227");
  EXPECT_EQ(run.json()["lines"][1]["result"]["co2e"], "0.3");
  EXPECT_EQ(run.json()["factors"][0]["factor"], kPump) << "the largest shift first";
  EXPECT_EQ(run.json()["factors"][0]["up"], "0.15");
  const auto table = Run({"footprint", "check", file});
  EXPECT_NE(table.out.find("6.08 kgCO2e per kg (recorded as 6.077)"), std::string::npos)
      << table.out;
  EXPECT_NE(Run({"footprint", "check", file, "--lang", "zh"}).out.find("种植"), std::string::npos);
  EXPECT_TRUE(Submitted().empty());
}

TEST_F(FootprintsTest, CheckRefusesWhatTheLedgerWould) {
  const auto refusal = [&](const Lines& lines) {
    const auto run = Run({"footprint", "check", File(MangoHeader(), lines)});
    EXPECT_EQ(run.code, 1) << run.out;
    return run.err;
  };
  EXPECT_NE(refusal({PowerLine("a", "1", "datasets/power/factors/none")}).find("NOT_FOUND"),
            std::string::npos);
  auto litres = PowerLine("a", "1");
  litres.mutable_factor()->mutable_amount()->set_unit("L");
  EXPECT_NE(refusal({litres}).find("UNIT_MISMATCH"), std::string::npos);
  Grower::Expect(grower_.world.Do(
      "body-cn", ledger::testing::ChangeFactor(
                     kPump, ledger::testing::OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
  Refresh();
  const auto withdrawn = refusal(TwoLines());
  EXPECT_NE(withdrawn.find("NOT_IN_FORCE"), std::string::npos) << withdrawn;
  EXPECT_NE(withdrawn.find("lines[pump]"), std::string::npos) << withdrawn;
}

TEST_F(FootprintsTest, CheckTakesUpstreamFootprintsThatStand) {
  const auto upstream = grower_.Declared();
  const Lines lines{ledger::testing::UpstreamLine("fruit", upstream, "10")};
  const auto run = Run({"footprint", "check", File(MangoHeader(), lines), "--output", "json"});
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.json()["result"]["value"], "0.5777");
  Grower::Expect(grower_.world.Do(
      "farm", ledger::testing::ChangeFootprint(
                  upstream, ledger::testing::OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
  Refresh();
  EXPECT_NE(Run({"footprint", "check", File(MangoHeader(), lines)}).err.find("NOT_IN_FORCE"),
            std::string::npos);
}

// --- Declaring -----------------------------------------------------------------------------------

TEST_F(FootprintsTest, ShowsTheFigureBeforeTheSignature) {
  const auto file = File(MangoHeader(), TwoLines());
  harness_.line = "n";
  const auto refused = Declare({file});
  EXPECT_EQ(refused.code, 1);
  EXPECT_NE(refused.err.find("recorded as 6.077"), std::string::npos) << refused.err;
  EXPECT_TRUE(Submitted().empty());
  harness_.line = "y";
  const auto run = Declare({file});
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.out.find("recorded as 6.077"), std::string::npos) << run.out;
}

TEST_F(FootprintsTest, DeclaresInOneTransactionThatTheLedgerTakes) {
  const auto run = Declare({File(MangoHeader(), TwoLines()), "--yes", "--output", "json"});
  ASSERT_EQ(run.code, 0) << run.err;
  ASSERT_EQ(Submitted().size(), 1u);
  const auto body = Submitted()[0];
  ASSERT_EQ(body.operations_size(), 3);
  EXPECT_TRUE(body.operations(1).add_lines().has_footprint_operation());
  EXPECT_TRUE(body.operations(2).declare_footprint().has_footprint_operation());
  const auto id = TransactionId(body.SerializeAsString());
  EXPECT_EQ(run.json()["footprint"],
            ledger::MakeName(ledger::kFootprintsCollection, ledger::DeriveId(id, 0, 0)));
  EXPECT_EQ(run.json()["result"]["value"], "6.077");
  ASSERT_TRUE(ledger::testing::Accepted(
      grower_.world.Run("farm", {body.operations().begin(), body.operations().end()})));
  const auto there = IdOf(grower_.world.CreatedName(ledger::kFootprintsCollection));
  EXPECT_EQ(ledger::kFootprintResults.Get(state(), there)->value(), "6.077");
}

Lines ManyLines(int count) {
  Lines lines;
  for (int i = 0; i < count; ++i) {
    lines.push_back(PowerLine("line-" + std::to_string(i), std::to_string(i + 1)));
  }
  return lines;
}

TEST_F(FootprintsTest, DeclaresInSeveralTransactionsAndGoesOnWhereItBrokeOff) {
  const auto lines = ManyLines(150);
  const auto file = File(MangoHeader(), lines);
  const auto whole = Declare({file, "--yes", "--output", "json"});
  ASSERT_EQ(whole.code, 0) << whole.err;
  EXPECT_EQ(whole.json()["transactions"], 2);
  const auto bodies = Submitted();
  ASSERT_EQ(bodies.size(), 2u);
  EXPECT_EQ(bodies[0].operations(1).add_lines().lines_size(), 100);
  EXPECT_EQ(bodies[1].operations(0).add_lines().lines_size(), 50);
  EXPECT_EQ(bodies[1].operations(0).add_lines().footprint(), whole.json()["footprint"]);
  EXPECT_EQ(bodies[1].operations(1).declare_footprint().footprint(), whole.json()["footprint"]);

  // The ledger refuses the second half: it says how to go on.
  harness_.node.alter_result = [&](v1::SubmitResult&) {
    harness_.node.code = v1::CODE_NOT_IN_FORCE;
  };
  const auto broken = Declare({file, "--yes"});
  EXPECT_EQ(broken.code, 2) << broken.err;
  const auto at = broken.err.find("--continue footprints/");
  ASSERT_NE(at, std::string::npos) << broken.err;
  harness_.node.alter_result = nullptr;
  harness_.node.code = v1::CODE_OK;

  const auto draft = grower_.Draft(MangoHeader(), {lines.begin(), lines.begin() + 100});
  Refresh();
  const auto before = Submitted().size();
  const auto rest = Declare({file, "--yes", "--continue", draft, "--output", "json"});
  ASSERT_EQ(rest.code, 0) << rest.err;
  EXPECT_EQ(rest.json()["footprint"], draft);
  ASSERT_EQ(Submitted().size(), before + 1);
  const auto last = Submitted().back();
  ASSERT_EQ(last.operations_size(), 2);
  EXPECT_EQ(last.operations(0).add_lines().lines_size(), 50);
  ASSERT_TRUE(ledger::testing::Accepted(
      grower_.world.Run("farm", {last.operations().begin(), last.operations().end()})));

  Refresh();
  const auto again = Declare({file, "--yes", "--continue", draft, "--output", "json"});
  ASSERT_EQ(again.code, 0) << again.err;
  EXPECT_EQ(again.json()["already_declared"], true);
  EXPECT_FALSE(again.json()["verified"].is_null());
  EXPECT_GT(again.json()["result"]["closure_count"].get<int>(), 0) << "the ledger's record of it";
  EXPECT_EQ(Submitted().size(), before + 1);
}

TEST_F(FootprintsTest, WhatFitsOneTransactionIsWrittenForOthersToSign) {
  const auto out = harness_.File("declare.tx");
  const auto run = Declare({File(MangoHeader(), TwoLines()), "--yes", "--out", out});
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.err.find("recorded as 6.077"), std::string::npos) << run.err;
  const auto transaction = ParseTransaction(*ReadFile(out));
  ASSERT_TRUE(transaction.ok());
  EXPECT_EQ(transaction->body.operations_size(), 3);
  const auto large = Declare({File(MangoHeader(), ManyLines(150)), "--yes", "--out", out});
  EXPECT_EQ(large.code, 1);
  EXPECT_NE(large.err.find("SEVERAL_ONLINE"), std::string::npos) << large.err;
  EXPECT_TRUE(Submitted().empty());
}

TEST_F(FootprintsTest, ARefusedBeginningHasNothingToGoOnWith) {
  harness_.node.code = v1::CODE_NOT_ENTITLED;
  const auto run = Declare({File(MangoHeader(), TwoLines()), "--yes"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err.find("--continue"), std::string::npos) << run.err;
}

TEST_F(FootprintsTest, WhenTheFateIsUnknownTheNameIsSaid) {
  const auto file = File(MangoHeader(), TwoLines());
  harness_.node.fail = [this]() -> std::optional<Error> {
    // Reading works, sending does not.
    if (harness_.node.calls < 4) return std::nullopt;
    return Error(kUnreachable, {{"node", "fake"}, {"reason", "away"}}).Retryable();
  };
  const auto run = Declare({file, "--yes"});
  EXPECT_EQ(run.code, 4) << run.err;
  EXPECT_NE(run.err.find("--continue footprints/"), std::string::npos) << run.err;
}

TEST_F(FootprintsTest, GoesOnWithTheSameInventoryOnly) {
  const auto draft = grower_.Draft(MangoHeader(), {PowerLine("power", "1000")});
  const auto fault = [&](const v1::InventoryHeader& header, const Lines& lines,
                         const std::string& name) {
    const auto run = Declare({File(header, lines), "--yes", "--continue", name});
    EXPECT_EQ(run.code, 1) << run.out;
    return run.err;
  };
  EXPECT_NE(fault(MangoHeader(), {PowerLine("power", "1001")}, draft).find("HOLDS_ANOTHER"),
            std::string::npos);
  auto header = MangoHeader();
  header.set_last_day("2025-12-30");
  EXPECT_NE(fault(header, TwoLines(), draft).find("HOLDS_ANOTHER"), std::string::npos);
  EXPECT_NE(fault(MangoHeader(), TwoLines(), "footprints/00000000-0000-8000-8000-000000000001")
                .find("NOTHING_TO_CONTINUE"),
            std::string::npos);
  EXPECT_NE(fault(MangoHeader(), TwoLines(), "footprints/00000000-0000-8000-8000-000000000001")
                .find("tanji transaction status"),
            std::string::npos)
      << "declared anew it might be there twice";
  EXPECT_TRUE(Submitted().empty());
}

TEST_F(FootprintsTest, GoesOnWithOnesOwnOnly) {
  const auto draft = grower_.Draft(MangoHeader(), TwoLines());
  key_ = harness_.Key("other.key", "neighbour");
  const auto run = Declare({File(MangoHeader(), TwoLines()), "--yes", "--continue", draft});
  EXPECT_EQ(run.code, 1) << run.out;
  EXPECT_NE(run.err.find("FOOTPRINT_OF_ANOTHER"), std::string::npos) << run.err;
}

TEST_F(FootprintsTest, ADeclaredResultThatIsAlteredIsNotReportedAsDeclared) {
  const auto name = grower_.Declared(MangoHeader(), TwoLines());
  Tamper(
      ledger::kFootprintResults, [](auto& result) { result.set_value("1"); }, IdOf(name));
  const auto run = Declare({File(MangoHeader(), TwoLines()), "--yes", "--continue", name});
  EXPECT_EQ(run.code, 3) << run.out;
  EXPECT_NE(run.err.find("RECKONED_OTHERWISE"), std::string::npos) << run.err;
}

TEST_F(FootprintsTest, ExpiresWhenItIsTold) {
  ASSERT_EQ(Declare({File(MangoHeader(), TwoLines()), "--yes", "--expire", "30s"}).code, 0);
  EXPECT_EQ(Submitted().at(0).expire_time(), harness_.now_ms + 30'000);
}

// --- Explaining ----------------------------------------------------------------------------------

TEST_F(FootprintsTest, ExplainsEveryLineAndAgrees) {
  const auto name = grower_.Declared(MangoHeader(), TwoLines());
  const auto run = Run({"footprint", "explain", name});
  ASSERT_EQ(run.code, 0) << run.err;
  for (const auto* expected :
       {"every digit agrees", "1000 kWh", "pumps/pump", "0.6 kgCO2e/kWh, 0.5 – 0.9",
        "annex, table 1", "0.3 kgCO2e/kg, 4.94 %", "by up to 0.15 kgCO2e/kg", "in force",
        "Verified"}) {
    EXPECT_NE(run.out.find(expected), std::string::npos) << expected << "\n" << run.out;
  }
  const auto zh = Run({"footprint", "explain", name, "--lang", "zh"});
  EXPECT_NE(zh.out.find("逐位一致"), std::string::npos) << zh.out;
  const auto json = Run({"footprint", "explain", name, "--output", "json"}).json();
  EXPECT_EQ(json["agrees"], true);
  EXPECT_EQ(json["in_force"], true);
  EXPECT_EQ(json["lines"].size(), 2u);
  EXPECT_EQ(json["lines"][1]["factors"][0], kPump);
  EXPECT_EQ(json["factors"][0]["record"]["row"]["source"], "annex, table 1");
  EXPECT_TRUE(json["datasets"].contains("datasets/pumps"));
  EXPECT_EQ(json["gwp_set"]["id"], "ar6");
}

TEST_F(FootprintsTest, ExplainsWhatLiesUpstreamAndWhatHasBeenWithdrawn) {
  const auto upstream = grower_.Declared();
  const auto name = grower_.Declared(
      MangoHeader(), {PowerLine("power", "1"), ledger::testing::UpstreamLine("f", upstream, "10")});
  Grower::Expect(grower_.world.Do(
      "body-cn",
      ledger::testing::ChangeFactor(std::string(ledger::testing::kPower),
                                    ledger::testing::OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
  const auto run = Run({"footprint", "explain", name});
  ASSERT_EQ(run.code, 0) << run.err << " the figure adds up all the same";
  EXPECT_NE(run.out.find("not in force"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("tanji footprint explain " + upstream), std::string::npos) << run.out;
}

TEST_F(FootprintsTest, OfADraftOrNothingThereIsNothingToExplain) {
  const auto draft = grower_.Draft(MangoHeader(), TwoLines());
  const auto run = Run({"footprint", "explain", draft});
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.err.find("footprint check"), std::string::npos) << run.err;
  EXPECT_EQ(Run({"footprint", "explain", "00000000-0000-8000-8000-000000000001"}).code, 6);
  EXPECT_EQ(Run({"footprint", "explain", "x"}).code, 1);
}

TEST_F(FootprintsTest, ALineThatIsHiddenIsMissed) {
  const auto name = grower_.Declared(MangoHeader(), TwoLines());
  state().Delete(ledger::kFootprintLines.Key(IdOf(name), 1));
  Refresh();
  ExpectRefused(name, "LINE_MISSING");
}

TEST_F(FootprintsTest, AResultOfALineThatIsHiddenIsMissed) {
  const auto name = grower_.Declared(MangoHeader(), TwoLines());
  state().Delete(ledger::kFootprintLineResults.Key(IdOf(name), 0));
  Refresh();
  ExpectRefused(name, "LINE_MISSING");
}

TEST_F(FootprintsTest, ALineThatIsHiddenWithItsCountBreaksTheDigest) {
  const auto name = grower_.Declared(MangoHeader(), TwoLines());
  Tamper(
      ledger::kFootprintProgress, [](auto& progress) { progress.set_line_count(1); }, IdOf(name));
  ExpectRefused(name, "LINES_ALTERED");
}

TEST_F(FootprintsTest, ALineThatIsAlteredBreaksTheDigest) {
  const auto name = grower_.Declared(MangoHeader(), TwoLines());
  Tamper(
      ledger::kFootprintLines,
      [](auto& record) {
        record.mutable_line()->mutable_factor()->mutable_amount()->set_decimal("100");
      },
      IdOf(name), 0u);
  ExpectRefused(name, "LINES_ALTERED");
}

TEST_F(FootprintsTest, ALineResultThatIsAlteredIsReckonedOtherwise) {
  const auto name = grower_.Declared(MangoHeader(), TwoLines());
  Tamper(
      ledger::kFootprintLineResults, [](auto& result) { result.set_share(1); }, IdOf(name), 0u);
  ExpectRefused(name, "RECKONED_OTHERWISE");
}

TEST_F(FootprintsTest, AResultThatIsAlteredIsReckonedOtherwise) {
  const auto name = grower_.Declared(MangoHeader(), TwoLines());
  Tamper(
      ledger::kFootprintResults, [](auto& result) { result.set_value("1"); }, IdOf(name));
  ExpectRefused(name, "RECKONED_OTHERWISE");
}

TEST_F(FootprintsTest, AFactorThatIsSwappedIsReckonedOtherwise) {
  const auto name = grower_.Declared(MangoHeader(), TwoLines());
  Tamper(
      ledger::kFactors,
      [](auto& factor) { factor.mutable_row()->mutable_value()->set_decimal("0.55"); },
      std::string("pumps"), std::string("pump"));
  ExpectRefused(name, "RECKONED_OTHERWISE");
}

TEST_F(FootprintsTest, ShiftsThatAreAlteredAreReckonedOtherwise) {
  const auto name = grower_.Declared(MangoHeader(), TwoLines());
  Tamper(
      ledger::kFootprintReferences,
      [](auto& references) {
        for (auto& factor : *references.mutable_factors()) {
          if (!factor.up().empty()) factor.set_up("9");
        }
      },
      IdOf(name), 0u);
  ExpectRefused(name, "RECKONED_OTHERWISE");
}

TEST_F(FootprintsTest, ARecordThatCannotBeReadIsNotBelieved) {
  const auto name = grower_.Declared(MangoHeader(), TwoLines());
  state().Put(ledger::kFootprintLines.Key(IdOf(name), 0), "garbage");
  Refresh();
  ExpectRefused(name, "RECORD_MALFORMED");
}

TEST_F(FootprintsTest, AFootprintWithoutItsProgressIsNotBelieved) {
  const auto name = grower_.Declared(MangoHeader(), TwoLines());
  state().Delete(ledger::kFootprintProgress.Key(IdOf(name)));
  Refresh();
  ExpectRefused(name, "RECORD_MALFORMED");
}

// A ledger that answers from other records than those it gave to be explained.
TEST_F(FootprintsTest, TheStandingIsThatOfWhatWasExplained) {
  const auto name = grower_.Declared(MangoHeader(), TwoLines());
  harness_.node.prove = [&](const v1::ProveRequest& request) -> Result<v1::ProveResponse> {
    std::string bundle = archive().BundleFor(request.question());
    if (request.question().has_footprint()) {
      const auto record = ledger::kFootprintResults.Get(state(), IdOf(name)).value();
      auto altered = record;
      altered.set_value("1");
      ledger::kFootprintResults.Put(state(), IdOf(name), altered);
      bundle = Archive(grower_.world).BundleFor(request.question());
    }
    v1::ProveResponse response;
    response.set_bundle(bundle);
    return response;
  };
  const auto run = Run({"footprint", "explain", name, "--unverified"});
  EXPECT_EQ(run.code, 3) << run.out;
  EXPECT_NE(run.err.find("ANSWER_DIFFERS"), std::string::npos) << run.err;
}

TEST(RangeText, SaysWhyBothBoundsAreTheValue) {
  v1::FootprintResult result;
  result.set_low("1.5");
  result.set_high("1.5");
  result.set_unranged_share(10'000);
  EXPECT_EQ(RangeText(result, Style()), "no factor or amount has a range");
  result.set_unranged_share(9'999);
  EXPECT_EQ(RangeText(result, Style()), "the bounds do not change it");
}

TEST_F(FootprintsTest, ANodeThatAltersWhatItSendsIsRefused) {
  const auto name = grower_.Declared(MangoHeader(), TwoLines());
  int questions = 0;
  harness_.node.prove = [&](const v1::ProveRequest& request) -> Result<v1::ProveResponse> {
    std::string bundle = archive().BundleFor(request.question());
    // The second question is for the lines.
    if (++questions == 2) {
      const auto at = bundle.find("1000");
      EXPECT_NE(at, std::string::npos);
      bundle[at] = '2';
    }
    v1::ProveResponse response;
    response.set_bundle(bundle);
    return response;
  };
  const auto run = Run({"footprint", "explain", name});
  EXPECT_EQ(run.code, 3) << run.out;
  EXPECT_GE(questions, 2);
}

// --- Showing, listing, status
// ----------------------------------------------------------------------

TEST_F(FootprintsTest, ShowsWhatItStandsOnAndWhyItNoLongerStands) {
  const auto name = grower_.Declared(MangoHeader(), TwoLines());
  const auto run = Run({"footprint", "show", name});
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.out.find("recorded as 6.077"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find(kPump), std::string::npos) << run.out;
  Grower::Expect(grower_.world.Do(
      "body-cn", ledger::testing::ChangeFactor(
                     kPump, ledger::testing::OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
  Refresh();
  const auto withdrawn = Run({"footprint", "show", name});
  EXPECT_EQ(withdrawn.code, 6);
  EXPECT_NE(withdrawn.out.find(std::string(kPump) + ": withdrawn"), std::string::npos)
      << withdrawn.out;
  const auto draft = grower_.Draft(MangoHeader(), {PowerLine("power", "1")});
  Refresh();
  const auto shown = Run({"footprint", "show", draft});
  EXPECT_EQ(shown.code, 6);
  EXPECT_NE(shown.out.find("it is a draft"), std::string::npos) << shown.out;
}

TEST_F(FootprintsTest, ListsWhatIsProved) {
  const auto name = grower_.Declared(MangoHeader(), TwoLines());
  const auto draft = grower_.Draft(MangoHeader(), TwoLines());
  harness_.node.footprints.add_footprints()->set_name(name);
  harness_.node.footprints.add_footprints()->set_name(draft);
  const auto run = Run({"footprint", "list"});
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.out.find("6.08"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("draft"), std::string::npos) << run.out;
  const auto json = Run({"footprint", "list", "--output", "json"}).json();
  EXPECT_EQ(json["rows"][0]["in_force"], true);
  EXPECT_EQ(json["rows"][0]["result"]["value"], "6.077");
  harness_.node.footprints.add_footprints()->set_name(
      "footprints/00000000-0000-8000-8000-000000000001");
  EXPECT_EQ(Run({"footprint", "list"}).code, 3) << "one that does not exist";
}

TEST_F(FootprintsTest, ChangesItsStatus) {
  const auto name = grower_.Declared();
  const std::string key = harness_.Key("farm.key", "farm");
  const auto run = Run({"footprint", "withdraw", name, "--reason-zh", "数据有误", "--key", key,
                        "--yes", "--unverified", "--wait", "committed"});
  ASSERT_EQ(run.code, 0) << run.err;
  const auto change = Submitted().at(0).operations(0).change_footprint_status();
  EXPECT_EQ(change.footprint(), name);
  EXPECT_EQ(change.change().open(), v1::STATUS_KIND_WITHDRAWN);
}

}  // namespace
}  // namespace tanji::client::cli
