// Corrections and statements from the command line: what is written, by how many, what is shown of
// it, and that the examples are good as they stand.
#include <gtest/gtest.h>

#include "client/cli/json_message.h"
#include "client/sdk/file.h"
#include "tests/client/cli/proving_node.h"
#include "tests/ledger/answers/support/archive.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/membership/grants.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/verification/audit.h"

namespace tanji::client::cli {
namespace {

using ledger::testing::Archive;
using ledger::testing::Audit;
using ledger::testing::OpenStatus;

constexpr char kUuid[] = "00000000-0000-8000-8000-000000000001";

std::string Named(const std::string& collection) {
  return collection + "/" + kUuid;
}
std::string Example(const std::string& name) {
  return std::string(TANJI_SOURCE_DIR) + "/deploy/examples/verification/" + name + ".json";
}

// --- Writing ------------------------------------------------------------------------------------

class VerificationCommands : public ::testing::Test {
 protected:
  VerificationCommands() {
    harness_.Trust();
    lead_ = harness_.Key("li.key", "green-verify", "li");
    reviewer_ = harness_.Key("zhao.key", "green-verify", "zhao");
  }
  Harness::Outcome RunSigned(std::vector<std::string> words) {
    words.insert(words.end(), {"--key", lead_, "--yes"});
    return harness_.Run(std::move(words));
  }
  v1::Operation LastOperation() { return harness_.LastBody().operations(0); }

  Harness harness_;
  std::string lead_, reviewer_;
};

TEST_F(VerificationCommands, AnAuditorAsksAndNamesTheLines) {
  const auto run = RunSigned({"correction", "request", kUuid, "--line", "diesel", "--line", "boxes",
                              "--request-zh", "请附油料收据", "--output", "json"});
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.json()["created"][0].get<std::string>().rfind("corrections/", 0), 0u);
  const auto request = LastOperation().request_correction();
  EXPECT_EQ(request.footprint(), Named("footprints"));
  EXPECT_EQ(request.lines_size(), 2);
  EXPECT_EQ(request.request().zh(), "请附油料收据");
  EXPECT_EQ(RunSigned({"correction", "request", kUuid}).code, 1) << "nothing is asked for";
  EXPECT_EQ(RunSigned({"correction", "request", "mango", "--request-zh", "x"}).code, 1);
}

TEST_F(VerificationCommands, AProducerAnswersWithDocumentsInAnyOrder) {
  const std::string a(64, 'a'), b(64, 'b');
  const auto run = RunSigned({"correction", "answer", kUuid, "--answer-en", "see the slips",
                              "--evidence", b, "--evidence", a, "--successor", kUuid});
  ASSERT_EQ(run.code, 0) << run.err;
  const auto answer = LastOperation().answer_correction();
  EXPECT_EQ(answer.correction(), Named("corrections"));
  ASSERT_EQ(answer.evidence_size(), 2);
  EXPECT_EQ(answer.evidence(0), "documents/" + a);
  EXPECT_EQ(answer.successor(), Named("footprints"));
}

TEST_F(VerificationCommands, AClosingSaysAsWhat) {
  EXPECT_EQ(RunSigned({"correction", "close", kUuid, "--note-zh", "已核对"}).code, 1);
  ASSERT_EQ(
      RunSigned({"correction", "close", kUuid, "--as", "resolved", "--note-zh", "已核对"}).code, 0);
  EXPECT_EQ(LastOperation().close_correction().state(), v1::CORRECTION_STATE_RESOLVED);
  ASSERT_EQ(
      RunSigned({"correction", "close", kUuid, "--as", "withdrawn", "--note-zh", "无误"}).code, 0);
  EXPECT_EQ(LastOperation().close_correction().state(), v1::CORRECTION_STATE_WITHDRAWN);
}

TEST_F(VerificationCommands, AStatementIsSignedByTwoAtOnce) {
  const auto run =
      RunSigned({"statement", "issue", Example("mango-statement"), "--footprint", kUuid,
                 "--accreditation", kUuid, "--key", reviewer_, "--output", "json"});
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.json()["created"][0].get<std::string>().rfind("statements/", 0), 0u);
  const auto statement = LastOperation().issue_statement();
  EXPECT_EQ(statement.footprint(), Named("footprints"));
  EXPECT_EQ(statement.accreditation(), Named("accreditations"));
  EXPECT_EQ(statement.lead(), "li");
  EXPECT_EQ(harness_.LastTransaction().signatures_size(), 2);
}

TEST_F(VerificationCommands, OrOneAfterTheOther) {
  const std::string draft = harness_.File("draft.tx"), both = harness_.File("both.tx");
  ASSERT_EQ(RunSigned({"statement", "issue", Example("mango-statement"), "--footprint", kUuid,
                       "--accreditation", kUuid, "--out", draft})
                .code,
            0);
  ASSERT_EQ(
      harness_.Run({"transaction", "sign", draft, "--key", reviewer_, "--out", both, "--yes"}).code,
      0);
  const auto run = harness_.Run({"transaction", "submit", both, "--yes"});
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.out.find("statements/"), std::string::npos) << run.out;
  EXPECT_EQ(harness_.LastTransaction().signatures_size(), 2);
}

TEST_F(VerificationCommands, TheTemplateHasTheFormTheLedgerAsksFor) {
  for (const char* language : {"zh", "en"}) {
    const auto printed =
        harness_.Run({"statement", "issue", "--print-template", "--lang", language});
    const auto run = RunSigned({"statement", "issue", harness_.Write("form.json", printed.out)});
    EXPECT_EQ(run.code, 0) << language << ": " << run.err;
  }
  EXPECT_EQ(RunSigned({"statement", "issue"}).code, 1) << "no file";
}

TEST_F(VerificationCommands, WhatTheLedgerWouldRefuseForItsFormIsNotSigned) {
  auto text = *ReadFile(Example("mango-statement"));
  text.replace(text.find("\"zhao\""), 6, "\"li\"");
  const auto run = RunSigned({"statement", "issue", harness_.Write("one.json", text), "--footprint",
                              kUuid, "--accreditation", kUuid});
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.err.find("FOUR_EYES"), std::string::npos) << run.err;
}

TEST_F(VerificationCommands, TheStatusVerbsNameTheStatement) {
  ASSERT_EQ(RunSigned({"statement", "withdraw", kUuid, "--reason-zh", "依据有误"}).code, 0);
  const auto change = LastOperation().change_statement_status();
  EXPECT_EQ(change.statement(), Named("statements"));
  EXPECT_EQ(change.change().open(), v1::STATUS_KIND_WITHDRAWN);
}

// --- Reading ------------------------------------------------------------------------------------

// A statement, one that was withdrawn, and a correction that is answered.
struct AuditWithHistory : Audit {
  AuditWithHistory() : statement(Issued()), withdrawn(Issued()) {
    Expect(world.Do("auditor", ledger::testing::ChangeStatement(
                                   withdrawn, OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
    correction = Requested();
    Answered(correction);
  }
  std::string statement, withdrawn, correction;
};

class VerificationShown : public ::testing::Test {
 protected:
  VerificationShown() {
    ProveFrom(harness_, [this]() -> const Archive& { return *archive_; });
    Refresh();
  }
  // Answers come from the ledger as it is now: each archive is a history of its own.
  void Refresh() {
    archive_ = std::make_unique<Archive>(audit_.world);
    harness_.now_ms = archive_->signed_ms() + 60'000;
    harness_.variables["TANJI_HOME"] = harness_.File("home-" + std::to_string(++homes_));
    const std::string policy = harness_.Write("policy", archive_->policy());
    if (harness_.Run("trust add " + policy + " --quiet").code != 0) std::abort();
  }

  Harness harness_;
  AuditWithHistory audit_;
  std::unique_ptr<Archive> archive_;
  int homes_ = 0;
};

TEST_F(VerificationShown, AStatementWithItsFindingsAndItsFootprint) {
  const auto en = harness_.Run("statement show " + audit_.statement);
  EXPECT_EQ(en.code, 0) << en.err;
  for (const char* text :
       {"in force", "unmodified", "lead verifier", "h1",
        "1.00 % of the value; material above 5.00 %", "one kilowatt-hour too much", "0.05777",
        "participants/farm/products/mango", "5.78", "participants/auditor, h0", "Verified"}) {
    EXPECT_NE(en.out.find(text), std::string::npos) << text << "\n" << en.out;
  }
  const auto zh = harness_.Run("statement show " + audit_.withdrawn + " --lang zh");
  EXPECT_EQ(zh.code, 6);
  for (const char* text : {"声明本身：注销", "无保留意见", "核查组长", "错报份额"}) {
    EXPECT_NE(zh.out.find(text), std::string::npos) << text << "\n" << zh.out;
  }
  EXPECT_EQ(harness_.Run(std::string("statement show ") + kUuid).code, 6);
}

TEST_F(VerificationShown, WhyAStatementNoLongerCounts) {
  Audit::Expect(
      audit_.world.Do("cnas", ledger::testing::ChangeAccreditation(
                                  audit_.accreditation, OpenStatus(v1::STATUS_KIND_SUSPENDED))));
  Audit::Expect(audit_.world.Do(
      "body-cn", ledger::testing::ChangeFactor(ledger::testing::kPower,
                                               OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
  Refresh();
  const auto run = harness_.Run("statement show " + audit_.statement);
  EXPECT_EQ(run.code, 6);
  for (const char* text :
       {"the accreditation at the time asked about: suspended", "the footprint does not stand",
        "datasets/power/factors/average: withdrawn"}) {
    EXPECT_NE(run.out.find(text), std::string::npos) << text << "\n" << run.out;
  }
}

TEST_F(VerificationShown, ACorrectionWithItsAnswer) {
  const auto en = harness_.Run("correction show " + audit_.correction);
  EXPECT_EQ(en.code, 0) << en.err;
  for (const char* text : {"Please add the electricity bill", "answered, not closed yet",
                           "The bill is there now", "power", "participants/auditor"}) {
    EXPECT_NE(en.out.find(text), std::string::npos) << text << "\n" << en.out;
  }
  const auto zh = harness_.Run("correction show " + audit_.correction + " --lang zh");
  EXPECT_NE(zh.out.find("已答复，待关闭"), std::string::npos) << zh.out;
}

TEST_F(VerificationShown, ListsOfWhichEveryRowIsProved) {
  harness_.node.statements.add_statements()->set_name(audit_.statement);
  harness_.node.statements.add_statements()->set_name(audit_.withdrawn);
  const auto statements = harness_.Run("statement list --output json");
  ASSERT_EQ(statements.code, 0) << statements.err;
  EXPECT_EQ(statements.json()["rows"][0]["in_force"], true);
  EXPECT_EQ(statements.json()["rows"][1]["status"]["kind"], "STATUS_KIND_WITHDRAWN");
  EXPECT_NE(harness_.Run("statement list --lang zh").out.find("无保留意见"), std::string::npos);

  harness_.node.corrections.add_corrections()->set_name(audit_.correction);
  const auto corrections = harness_.Run("correction list");
  EXPECT_EQ(corrections.code, 0) << corrections.err;
  EXPECT_NE(corrections.out.find("answered, not closed yet"), std::string::npos) << corrections.out;

  harness_.node.statements.add_statements()->set_name(Named("statements"));
  EXPECT_EQ(harness_.Run("statement list").code, 3) << "the node lists what is not there";
}

TEST_F(VerificationShown, ProofFilesThatAreVerifiedOffline) {
  for (const auto& [what, name] :
       {std::pair{"statement", audit_.statement}, std::pair{"correction", audit_.correction}}) {
    const std::string proof = harness_.File(std::string(what) + ".proof");
    const auto proved = harness_.Run(std::string("prove ") + what + " " + name + " --out " + proof);
    ASSERT_EQ(proved.code, 0) << what << proved.err;
    const auto verified = harness_.Run("verify " + proof + " --output json");
    EXPECT_EQ(verified.code, 0) << verified.err;
    EXPECT_EQ(verified.json()["yes"], true);
    auto bytes = *ReadFile(proof);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    EXPECT_EQ(harness_.Run("verify " + harness_.Write("altered", bytes)).code, 3) << what;
  }
}

// --- The examples -------------------------------------------------------------------------------

// Each of the example statements, about the inventory of its name, is one that the ledger takes but
// for what this ledger lacks; so its lines are lines of that inventory.
TEST(VerificationExamples, NameLinesOfTheirInventories) {
  for (const auto& [crop, findings] : {std::pair{"mango", 2}, std::pair{"lychee", 1}}) {
    v1::IssueStatement statement;
    const std::string file = Example(std::string(crop) + "-statement");
    const auto done = ReadJsonMessage(*ReadFile(file), {file, {}}, statement);
    ASSERT_TRUE(done.ok()) << file << ": " << done.error().Message(Language::kEn);
    EXPECT_EQ(statement.findings_size(), findings);
    const auto inventory = *ReadFile(std::string(TANJI_SOURCE_DIR) +
                                     "/deploy/examples/inventories/" + crop + "-gate.json");
    auto lines = statement.lines_sampled();
    for (const auto& finding : statement.findings()) *lines.Add() = finding.line();
    for (const auto& line : lines) {
      EXPECT_NE(inventory.find("\"id\": \"" + line + "\""), std::string::npos)
          << crop << " " << line;
    }
  }
}

}  // namespace
}  // namespace tanji::client::cli
