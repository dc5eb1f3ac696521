// Whole commands, from the words on the command line to the output and the exit code.
#include "client/cli/run.h"

#include <gtest/gtest.h>

#include "client/cli/commands.h"
#include "client/cli/json_message.h"
#include "crypto/hash/hex.h"
#include "ledger/answers/answer.h"
#include "tests/client/cli/harness.h"

namespace tanji::client::cli {
namespace {

class RunTest : public ::testing::Test {
 protected:
  v1::TransactionBody LastBody() { return harness_.LastBody(); }
  // Runs a writing command with a key of participants/std-body.
  Harness::Outcome RunSigned(std::vector<std::string> words) {
    if (key_.empty()) {
      harness_.Trust();
      key_ = harness_.Key("std.key");
    }
    words.insert(words.end(), {"--key", key_, "--yes"});
    return harness_.Run(std::move(words));
  }

  Harness harness_;
  std::string key_;
};

// --- Keys ---------------------------------------------------------------------------------------

TEST_F(RunTest, MakesAKeyFileWithAPassphraseAskedForTwice) {
  harness_.secrets = {"correct horse", "correct horse"};
  const auto made = harness_.Run("key new " + harness_.File("a.key") + " --output json");
  ASSERT_EQ(made.code, 0) << made.err;
  EXPECT_EQ(made.json()["protected"], true);
  EXPECT_EQ(harness_.prompts.size(), 2u);
  const auto shown = harness_.Run("key show " + harness_.File("a.key") + " --output json");
  EXPECT_EQ(shown.json()["name"], made.json()["name"]);
  EXPECT_EQ(harness_.prompts.size(), 2u) << "the public part needs no passphrase";
}

TEST_F(RunTest, RefusesWeakAndUnequalPassphrases) {
  const std::string file = harness_.File("a.key");
  harness_.secrets = {"correct horse", "correct horsf"};
  EXPECT_EQ(harness_.Run("key new " + file).code, 1);
  harness_.secrets = {"short", "short"};
  EXPECT_EQ(harness_.Run("key new " + file).code, 1);
  harness_.secrets = {};
  EXPECT_EQ(harness_.Run("key new " + file).code, 1) << "no terminal";
  EXPECT_FALSE(ReadFile(file).ok());
}

TEST_F(RunTest, NeverOverwritesAKey) {
  harness_.Key("a.key");
  const auto again = harness_.Run("key new " + harness_.File("a.key") + " --unprotected");
  EXPECT_EQ(again.code, 5);
  EXPECT_NE(again.err.find("FILE_EXISTS"), std::string::npos);
}

TEST_F(RunTest, GrantsAreReadByRegister) {
  harness_.Trust();
  const std::string key = harness_.Key("new.key", "bt-farm-07", "lead");
  const std::string grant = harness_.File("grant.json");
  ASSERT_EQ(harness_
                .Run("key grant " + key +
                     " --permission MANAGE_KEYS --permission "
                     "register-documents -o " +
                     grant)
                .code,
            0);
  const std::string file = harness_.Write("p.json", R"({
      "id": "bt-farm-07", "kinds": ["PRODUCER"], "region": "CN-HI",
      "legal_name": {"zh": "农场", "prevailing": "ZH", "translation": "MISSING"}})");
  const auto run = RunSigned({"participant", "register", file, "--grant", grant});
  ASSERT_EQ(run.code, 0) << run.err;
  const auto registered = LastBody().operations(0).register_participant();
  ASSERT_EQ(registered.keys_size(), 1);
  EXPECT_EQ(registered.keys(0).permissions_size(), 2);
  EXPECT_TRUE(
      crypto::Verify(*crypto::PublicKey::FromBytes(registered.keys(0).public_key()),
                     PossessionMessage(kChain, "participants/bt-farm-07", "lead"),
                     *crypto::Signature::FromBytes(registered.keys(0).possession_signature())));
  EXPECT_NE(run.out.find("participants/bt-farm-07"), std::string::npos);
}

// --- Writing ------------------------------------------------------------------------------------

TEST_F(RunTest, RegistersADocumentByItsHash) {
  const std::string file = harness_.Write("report.pdf", "content");
  const auto run =
      RunSigned({"document", "register", file, "--title-zh", "报告", "--output", "json"});
  ASSERT_EQ(run.code, 0) << run.err;
  const auto document = LastBody().operations(0).register_document();
  EXPECT_EQ(document.sha256(), crypto::Sha256("content").str());
  EXPECT_EQ(document.size_bytes(), 7u);
  EXPECT_EQ(document.media_type(), "application/pdf");
  EXPECT_EQ(document.visibility(), v1::VISIBILITY_PUBLIC);
  EXPECT_EQ(document.title().prevailing(), v1::PREVAILING_ZH);
  EXPECT_EQ(document.title().translation(), v1::TRANSLATION_MISSING);
  EXPECT_EQ(LastBody().author(), "participants/std-body");
  EXPECT_EQ(LastBody().expire_time(), harness_.now_ms + 600'000);
  const auto json = run.json();
  EXPECT_EQ(json["fate"], "FATE_APPLIED");
  EXPECT_EQ(json["created"][0], "documents/" + crypto::Sha256("content").Hex());
  EXPECT_EQ(json["verified"]["log_size"], 4);
}

TEST_F(RunTest, BothLanguagesNeedToSayWhichPrevails) {
  const std::string file = harness_.Write("report.pdf", "content");
  const std::vector<std::string> both = {"document", "register",   file,    "--title-zh",
                                         "报告",     "--title-en", "Report"};
  const auto with = [&](std::vector<std::string> more) {
    auto words = both;
    words.insert(words.end(), more.begin(), more.end());
    return RunSigned(words);
  };
  EXPECT_EQ(with({}).code, 1);
  EXPECT_EQ(with({"--prevailing", "both"}).code, 1) << "nobody settles differences";
  EXPECT_EQ(with({"--prevailing", "zh", "--settled-by", "std-body"}).code, 1);
  ASSERT_EQ(with({"--prevailing", "zh", "--machine-translated"}).code, 0);
  EXPECT_EQ(LastBody().operations(0).register_document().title().translation(),
            v1::TRANSLATION_MACHINE);
  ASSERT_EQ(with({"--prevailing", "both", "--settled-by", "std-body"}).code, 0);
  const auto title = LastBody().operations(0).register_document().title();
  EXPECT_EQ(title.settled_by(), "participants/std-body");
  EXPECT_EQ(title.translation(), v1::TRANSLATION_UNSPECIFIED);
}

TEST_F(RunTest, ShowsWhatIsSignedAndAsks) {
  harness_.Trust();
  const std::string key = harness_.Key("std.key");
  const std::vector<std::string> words = {
      "ballot", "execute", "ballots/d8b1f6a0-3f0e-8c52-9a4b-0123456789ab", "--key", key};
  harness_.line = "n";
  const auto refused = harness_.Run(words);
  EXPECT_EQ(refused.code, 1);
  EXPECT_NE(refused.err.find("d8b1f6a0-3f0e-8c52-9a4b-0123456789ab"), std::string::npos);
  EXPECT_NE(refused.err.find("participants/std-body"), std::string::npos);
  EXPECT_EQ(harness_.ledger.log().size(), 2u) << "submitted without consent";
  harness_.line = std::nullopt;
  EXPECT_EQ(harness_.Run(words).code, 1) << "no terminal, no --yes";
  harness_.line = "y";
  auto quiet = words;
  quiet.push_back("--quiet");
  const auto signed_quietly = harness_.Run(quiet);
  EXPECT_EQ(signed_quietly.code, 0) << signed_quietly.err;
  EXPECT_NE(signed_quietly.err.find("d8b1f6a0"), std::string::npos)
      << "what is asked about is shown even with --quiet";
}

TEST_F(RunTest, ARefusalOfTheLedgerIsExitCode2) {
  harness_.node.code = v1::CODE_NOT_ENTITLED;
  harness_.node.alter_result = [](v1::SubmitResult& result) {
    (*result.mutable_detail())["value"] = "x";
    (*result.mutable_detail())["expected"] = "BODY";
  };
  const auto run = RunSigned({"ballot", "execute", "d8b1f6a0-3f0e-8c52-9a4b-0123456789ab"});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.err.find("NOT_ENTITLED"), std::string::npos);
}

TEST_F(RunTest, ALieIsExitCode3) {
  harness_.node.alter_result = [](v1::SubmitResult& result) { result.clear_log_proof(); };
  const auto run = RunSigned({"ballot", "execute", "d8b1f6a0-3f0e-8c52-9a4b-0123456789ab"});
  EXPECT_EQ(run.code, 3);
  EXPECT_NE(run.err.find("PROOF_MISSING"), std::string::npos);
}

TEST_F(RunTest, ANodeThatIsAwayIsExitCode4AndTheTransactionIsKept) {
  harness_.Trust();
  key_ = harness_.Key("std.key");
  harness_.node.fail = []() -> std::optional<Error> {
    return Error(kUnreachable, {{"node", "fake"}, {"reason", "away"}}).Retryable();
  };
  const auto run = RunSigned({"ballot", "execute", "d8b1f6a0-3f0e-8c52-9a4b-0123456789ab"});
  EXPECT_EQ(run.code, 4);
  EXPECT_NE(run.err.find("FATE_UNKNOWN"), std::string::npos);
  // The message says which command to run; it works.
  const auto at = run.err.find("tanji transaction submit ");
  ASSERT_NE(at, std::string::npos);
  const std::string rest = run.err.substr(at + 6);
  harness_.node.fail = nullptr;
  EXPECT_EQ(harness_.Run(rest.substr(0, rest.find('\n'))).code, 0);
}

TEST_F(RunTest, WithoutKeyTrustOrNodeItSaysWhatToDo) {
  const std::string ballot = "ballot execute d8b1f6a0-3f0e-8c52-9a4b-0123456789ab --yes";
  EXPECT_NE(harness_.Run(ballot).err.find("NO_KEY"), std::string::npos);
  harness_.variables["TANJI_KEY"] = harness_.Key("std.key");
  const auto untrusted = harness_.Run(ballot);
  EXPECT_EQ(untrusted.code, 5);
  EXPECT_NE(untrusted.err.find("tanji trust add"), std::string::npos);
  harness_.Trust();
  harness_.variables.erase("TANJI_NODE");
  EXPECT_EQ(harness_.Run(ballot).code, 0) << "the node is remembered with the ledger";
}

TEST_F(RunTest, AKeyOfAnotherParticipantIsNotUsed) {
  const auto run = RunSigned(
      {"ballot", "execute", "d8b1f6a0-3f0e-8c52-9a4b-0123456789ab", "--author", "someone-else"});
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.err.find("AUTHORS_DIFFER"), std::string::npos);
}

TEST_F(RunTest, StatusChangesOfAllThreeKinds) {
  const std::string uuid = "d8b1f6a0-3f0e-8c52-9a4b-0123456789ab";
  ASSERT_EQ(RunSigned({"accreditation", "suspend", uuid, "--reason-en", "late audit", "--effective",
                       "2027-03-01"})
                .code,
            0);
  auto change = LastBody().operations(0).change_accreditation_status().change();
  EXPECT_EQ(change.open(), v1::STATUS_KIND_SUSPENDED);
  EXPECT_EQ(change.reason().prevailing(), v1::PREVAILING_EN);
  EXPECT_EQ(change.effective_time(), 1803830400000);  // 2027-02-28T16:00:00Z
  ASSERT_EQ(
      RunSigned({"licence", "reinstate", uuid, "--interval", "1", "--reason-zh", "已整改"}).code,
      0);
  change = LastBody().operations(0).change_licence_status().change();
  EXPECT_EQ(change.end(), 1u);
  EXPECT_FALSE(change.has_effective_time());
  ASSERT_EQ(RunSigned({"participant", "withdraw", "bt-farm-07", "--reason-zh", "注销"}).code, 0);
  EXPECT_EQ(LastBody().operations(0).change_participant_status().participant(),
            "participants/bt-farm-07");
  EXPECT_EQ(RunSigned({"licence", "suspend", uuid}).code, 1) << "no reason given";
}

TEST_F(RunTest, ABallotMayChangeTheStatusOfParticipants) {
  const std::vector<std::string> proposal = {"ballot",       "propose",
                                             "--title-zh",   "暂停两家机构",
                                             "--deadline",   "2027-03-01",
                                             "--set-status", "cert-body-03=SUSPENDED",
                                             "--reinstate",  "participants/eu-body@2"};
  EXPECT_EQ(RunSigned(proposal).code, 1) << "no reason given";
  auto reasoned = proposal;
  reasoned.insert(reasoned.end(), {"--reason-zh", "抽查不合格"});
  ASSERT_EQ(RunSigned(reasoned).code, 0);
  const auto actions = LastBody().operations(0).propose_ballot().actions();
  ASSERT_EQ(actions.size(), 2);
  const auto& suspend = actions[0].change_participant_status();
  EXPECT_EQ(suspend.participant(), "participants/cert-body-03");
  EXPECT_EQ(suspend.change().open(), v1::STATUS_KIND_SUSPENDED);
  EXPECT_EQ(suspend.change().reason().zh(), "抽查不合格");
  const auto& reinstate = actions[1].change_participant_status();
  EXPECT_EQ(reinstate.participant(), "participants/eu-body");
  EXPECT_EQ(reinstate.change().end(), 2u);

  reasoned[7] = "cert-body-03=SUSPENDEED";
  EXPECT_EQ(RunSigned(reasoned).code, 1);
}

// --- Several people, far from any node ----------------------------------------------------------

TEST_F(RunTest, ATransactionTravelsAsAFile) {
  const std::string lead = harness_.Key("lead.key", "std-body", "lead");
  const std::string reviewer = harness_.Key("reviewer.key", "std-body", "reviewer");
  const std::string third = harness_.Key("third.key", "std-body", "third");
  const std::string first = harness_.File("first.tx");
  // No ledger is trusted yet, and there is no node: --ledger is enough.
  const auto built =
      harness_.Run({"ballot", "execute", "d8b1f6a0-3f0e-8c52-9a4b-0123456789ab", "--ledger",
                    std::string(kChain), "--key", lead, "--out", first, "--yes"});
  ASSERT_EQ(built.code, 0) << built.err;
  EXPECT_EQ(harness_.node.calls, 0);

  const std::string second = harness_.File("second.tx");
  ASSERT_EQ(
      harness_.Run({"transaction", "sign", first, "--key", reviewer, "-o", second, "--yes"}).code,
      0);
  ASSERT_EQ(harness_.Run({"transaction", "sign", first, "--key", third, "--yes"}).code, 0);
  const std::string all = harness_.File("all.tx");
  ASSERT_EQ(harness_.Run({"transaction", "combine", first, second, "--out", all}).code, 0);
  const auto shown = harness_.Run({"transaction", "show", all, "--output", "json"});
  EXPECT_EQ(shown.json()["signed_by"].size(), 3u);
  EXPECT_EQ(shown.json()["body"]["author"], "participants/std-body");

  harness_.Trust();
  const auto submitted = harness_.Run({"transaction", "submit", all, "--output", "json"});
  ASSERT_EQ(submitted.code, 0) << submitted.err;
  const std::string id = submitted.json()["transaction_id"];
  EXPECT_EQ(harness_.Run({"transaction", "submit", all, "--output", "json"}).json()["index"],
            submitted.json()["index"]);
  const auto status = harness_.Run({"transaction", "status", id, "--output", "json"});
  EXPECT_EQ(status.code, 0) << status.err;
  EXPECT_EQ(status.json()["fate"], "FATE_APPLIED");
}

TEST_F(RunTest, ATransactionForAnotherLedgerIsNotSubmitted) {
  const std::string key = harness_.Key("std.key");
  const std::string file = harness_.File("t.tx");
  ASSERT_EQ(harness_
                .Run({"ballot", "execute", "d8b1f6a0-3f0e-8c52-9a4b-0123456789ab", "--ledger",
                      "other.example/x", "--key", key, "--out", file, "--yes"})
                .code,
            0);
  harness_.Trust();
  const int calls = harness_.node.calls;
  EXPECT_EQ(harness_.Run({"transaction", "submit", file}).code, 1);
  EXPECT_EQ(harness_.node.calls, calls);
}

TEST_F(RunTest, BuildsSeveralOperationsFromAFile) {
  const std::string file = harness_.Write("ops.json", R"({"operations": [
      {"propose_ballot": {"title": {"en": "x", "prevailing": "EN", "translation": "MISSING"},
        "actions": [{"set_parameter": {"parameter": "BALLOT_THRESHOLD", "value": 1}}],
        "deadline_time": "2027-01-01"}},
      {"cast_vote": {"ballot_operation": 0, "vote": "YES"}}]})");
  const auto run = RunSigned({"transaction", "build", file});
  ASSERT_EQ(run.code, 0) << run.err;
  ASSERT_EQ(LastBody().operations_size(), 2);
  EXPECT_TRUE(LastBody().operations(1).cast_vote().has_ballot_operation());
}

TEST_F(RunTest, TemplatesAreGoodInputInBothLanguages) {
  struct Template {
    const char* command;
    std::unique_ptr<google::protobuf::Message> message;
  };
  std::vector<Template> templates;
  templates.push_back({"participant register", std::make_unique<v1::RegisterParticipant>()});
  templates.push_back({"ballot propose", std::make_unique<v1::ProposeBallot>()});
  templates.push_back({"accreditation grant", std::make_unique<v1::GrantAccreditation>()});
  templates.push_back({"facility register", std::make_unique<v1::RegisterFacility>()});
  templates.push_back({"product register", std::make_unique<v1::RegisterProduct>()});
  templates.push_back({"lot register", std::make_unique<v1::RegisterHarvest>()});
  templates.push_back({"lot derive", std::make_unique<v1::DeriveLot>()});
  templates.push_back({"transaction build", std::make_unique<v1::TransactionBody>()});
  for (const auto& t : templates) {
    std::string previous;
    for (const auto* const language : {"zh", "en"}) {
      const auto run =
          harness_.Run(std::string(t.command) + " --print-template --lang " + language);
      ASSERT_EQ(run.code, 0);
      t.message->Clear();
      const Done done =
          ReadJsonMessage(run.out, {"template", ledger::UtcOffset::China()}, *t.message);
      ASSERT_TRUE(done.ok()) << t.command << ": " << done.error().Message(Language::kEn);
      EXPECT_TRUE(previous.empty() || previous == t.message->SerializeAsString())
          << t.command << ": the languages differ in more than comments";
      previous = t.message->SerializeAsString();
    }
  }
}

// --- Trust and the log ---------------------------------------------------------------------------

TEST_F(RunTest, TrustOnFirstUseIsWarnedAbout) {
  const auto added = harness_.Run("trust add --from-node");
  ASSERT_EQ(added.code, 0) << added.err;
  EXPECT_NE(added.err.find("first use"), std::string::npos);
  EXPECT_NE(added.out.find(std::string(kChain)), std::string::npos);
  EXPECT_EQ(harness_.Run("trust list --output json").json()["ledgers"][0]["ledger"], kChain);
  EXPECT_EQ(harness_.Run("policy").out, harness_.ledger.Policy().Print());
  EXPECT_EQ(harness_.Run("trust remove " + std::string(kChain)).code, 0);
  EXPECT_EQ(harness_.Run("policy").code, 5);
}

TEST_F(RunTest, AnotherPolicyIsNotTakenSilently) {
  harness_.Trust();
  std::string other = harness_.ledger.Policy().Print();
  other += "# another\n";
  const std::string file = harness_.Write("policy", other);
  EXPECT_EQ(harness_.Run("trust add " + file).code, 5);
  EXPECT_EQ(harness_.Run("trust add " + file + " --replace").code, 0);
  EXPECT_EQ(harness_.Run("trust add").code, 1);
}

TEST_F(RunTest, FollowsTheLogAndSeesAFork) {
  harness_.Trust();
  const auto first = harness_.Run("log verify");
  ASSERT_EQ(first.code, 0) << first.err;
  EXPECT_NE(first.out.find("First sight"), std::string::npos);
  harness_.ledger.AppendBlock("ours");
  const auto second = harness_.Run("log verify --output json");
  EXPECT_EQ(second.json()["known_size"], 2);
  EXPECT_EQ(second.json()["log_size"], 3);
  FakeLedger other;
  for (int i = 0; i < 4; ++i) other.AppendBlock("theirs");
  harness_.node.Serve(&other);
  const auto forked = harness_.Run("log verify");
  EXPECT_EQ(forked.code, 3);
  EXPECT_NE(forked.err.find("CONSISTENCY_FALSE"), std::string::npos);
}

TEST_F(RunTest, ShowsEntries) {
  ASSERT_EQ(RunSigned({"ballot", "execute", "d8b1f6a0-3f0e-8c52-9a4b-0123456789ab"}).code, 0);
  const auto entry = harness_.Run("log entry 2");
  ASSERT_EQ(entry.code, 0) << entry.err;
  EXPECT_NE(entry.out.find("ballots/d8b1f6a0"), std::string::npos);
  const auto entries = harness_.Run("log entries --from 1 --count 2 --output json");
  ASSERT_EQ(entries.json()["entries"].size(), 2u);
  EXPECT_EQ(entries.json()["entries"][1]["body"]["author"], "participants/std-body");
  EXPECT_EQ(harness_.Run("log entry 99").code, 1);
  EXPECT_EQ(harness_.Run("log entry x").code, 1);
  harness_.node.alter_entries = [](v1::GetEntriesResponse& response) {
    response.mutable_entries(0)->back() ^= 1;
  };
  EXPECT_EQ(harness_.Run("log entry 2").code, 3);
}

TEST_F(RunTest, WatchesAndProvesWhatItShows) {
  harness_.Trust();
  const auto watched = harness_.Run("log watch --from 0 --count 2 --output json");
  ASSERT_EQ(watched.code, 0) << watched.err;
  EXPECT_EQ(std::count(watched.out.begin(), watched.out.end(), '\n'), 2);
}

TEST_F(RunTest, NodeStatusIsSaidToBeAClaim) {
  const auto status = harness_.Run("node status");
  ASSERT_EQ(status.code, 0) << status.err;
  EXPECT_NE(status.out.find(std::string(kChain)), std::string::npos);
  EXPECT_NE(status.err.find("not verified"), std::string::npos);
}

TEST_F(RunTest, UnverifiedIsSaidEvenQuietly) {
  harness_.node.alter_result = [](v1::SubmitResult& result) { result.clear_log_proof(); };
  const auto run = RunSigned(
      {"ballot", "execute", "d8b1f6a0-3f0e-8c52-9a4b-0123456789ab", "--unverified", "--quiet"});
  EXPECT_EQ(run.code, 0);
  EXPECT_NE(run.err.find("not verified"), std::string::npos);
}

TEST_F(RunTest, ErrorsAreJsonForScripts) {
  const auto run = harness_.Run("key show " + harness_.File("none") + " --output json");
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.out, "");
  const auto error = nlohmann::json::parse(run.err)["error"];
  EXPECT_EQ(error["name"], "TARGET_MISSING");
  EXPECT_EQ(error["exit_code"], 1);
}

TEST_F(RunTest, InputFilesAreBlamedByLine) {
  harness_.Trust();
  const std::string file =
      harness_.Write("a.json", "{\n\"body\": \"participants/a\",\n\"scop\": {}}");
  const auto run = RunSigned({"accreditation", "grant", file});
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.err.find("line 3"), std::string::npos);
  EXPECT_NE(run.err.find("scop"), std::string::npos);
  EXPECT_NE(run.err.find("scope"), std::string::npos);
}

}  // namespace
}  // namespace tanji::client::cli
