// Reading commands: answers, lists, proof files, and what exit code they end with.
#include <gtest/gtest.h>

#include "client/cli/run.h"
#include "ledger/state/key.h"
#include "tests/client/cli/proving_node.h"
#include "tests/ledger/answers/support/archive.h"
#include "tests/ledger/answers/support/subjects.h"

namespace tanji::client::cli {
namespace {

using ledger::testing::Archive;

class AnswersTest : public ::testing::Test {
 protected:
  AnswersTest() {
    TrustPolicyOf(harness_, archive_, 60'000);
    ProveFrom(harness_, [this]() -> const Archive& { return archive_; });
  }
  // The record under `key` in the ledger's state.
  template <class Record>
  Record Get(const std::string& key) {
    Record record;
    EXPECT_TRUE(record.ParseFromString(subjects_.world.state().Get(key).value()));
    return record;
  }
  static std::string Uuid(const std::string& name) { return name.substr(name.find('/') + 1); }

  Harness harness_;
  ledger::testing::Subjects subjects_;
  Archive archive_{subjects_.world};
};

TEST_F(AnswersTest, ChecksTheFileInHand) {
  const std::string file = harness_.Write("certificate.pdf", "certificate");
  const auto registered = harness_.Run("document check " + file);
  EXPECT_EQ(registered.code, 0) << registered.err;
  EXPECT_NE(registered.out.find("registered"), std::string::npos);
  EXPECT_NE(registered.out.find("participants/cnas"), std::string::npos);
  EXPECT_NE(registered.out.find("Verified"), std::string::npos);
  const std::string other = harness_.Write("other.pdf", "another");
  const auto absent = harness_.Run("document check " + other + " --output json");
  EXPECT_EQ(absent.code, 6) << absent.err;
  EXPECT_EQ(absent.json()["found"], false);
  EXPECT_EQ(absent.json()["yes"], false);
  EXPECT_EQ(harness_.Run("document check " + file + " --on 2020-01-01").code, 6);
}

TEST_F(AnswersTest, ShowsStatusInWords) {
  const auto zh =
      harness_.Run("accreditation show " + Uuid(subjects_.accreditation) + " --lang zh");
  EXPECT_EQ(zh.code, 0) << zh.err;
  EXPECT_NE(zh.out.find("有效"), std::string::npos);
  const auto future = harness_.Run("licence show " + subjects_.licence);
  EXPECT_EQ(future.code, 6) << "it begins in ten days";
  EXPECT_NE(future.out.find("not in force"), std::string::npos);
  EXPECT_EQ(harness_.Run("participant show nobody").code, 6);
  EXPECT_EQ(harness_.Run("participant show NOBODY").code, 1);
  const auto keys = harness_.Run("key list auditor --output json");
  EXPECT_EQ(keys.code, 0);
  EXPECT_EQ(keys.json()["answer"]["participant"]["keys"][0]["in_force"], true);
  EXPECT_NE(harness_.Run("key list auditor").out.find("keys/"), std::string::npos);
  EXPECT_EQ(harness_.Run("key show " + ledger::testing::KeyNameOf("auditor")).code, 0);
}

TEST_F(AnswersTest, AProofFileIsVerifiedOfflineAndByItsAge) {
  const std::string proof = harness_.File("a.proof");
  const auto proved =
      harness_.Run("prove accreditation " + subjects_.accreditation + " --out " + proof);
  ASSERT_EQ(proved.code, 0) << proved.err;
  const int calls = harness_.node.calls;
  const auto verified = harness_.Run("verify " + proof + " --output json");
  EXPECT_EQ(verified.code, 0) << verified.err;
  EXPECT_EQ(verified.json()["yes"], true);
  // With a policy file alone: nothing is pinned here.
  harness_.variables["TANJI_HOME"] = harness_.File("empty");
  EXPECT_EQ(harness_.Run("verify " + proof).code, 5);
  EXPECT_EQ(harness_.Run("verify " + proof + " --policy " + harness_.File("policy")).code, 0);
  harness_.now_ms += 2 * 3'600'000;
  const std::string with_policy = " --policy " + harness_.File("policy");
  EXPECT_EQ(harness_.Run("verify " + proof + with_policy + " --max-age 1h").code, 3);
  EXPECT_EQ(harness_.Run("verify " + proof + with_policy).code, 0);
  harness_.now_ms += 30 * 3'600'000;
  const auto old = harness_.Run("verify " + proof + with_policy);
  EXPECT_EQ(old.code, 3);
  EXPECT_NE(old.err.find("BUNDLE_TOO_OLD"), std::string::npos);
  EXPECT_EQ(harness_.node.calls, calls) << "verifying asked the node";
}

TEST_F(AnswersTest, AnAlteredProofFileIsExitCode3) {
  std::string bundle;
  {
    v1::Question question;
    question.mutable_accreditation()->set_name(subjects_.accreditation);
    bundle = archive_.BundleFor(question);
  }
  bundle[bundle.size() / 2] = static_cast<char>(bundle[bundle.size() / 2] ^ 1);
  EXPECT_EQ(harness_.Run("verify " + harness_.Write("b.proof", bundle)).code, 3);
  EXPECT_EQ(harness_.Run("verify " + harness_.Write("c.proof", "garbage")).code, 3);
  EXPECT_EQ(harness_.Run("verify " + harness_.Write("d.proof", std::string(300'000, 'x'))).code, 3);
  EXPECT_EQ(harness_.Run("verify " + harness_.File("none")).code, 5);
}

TEST_F(AnswersTest, AnAnswerToAnotherQuestionIsExitCode3) {
  harness_.node.prove = [this](const v1::ProveRequest&) -> Result<v1::ProveResponse> {
    v1::Question other;
    other.mutable_participant()->set_name("participants/cnas");
    v1::ProveResponse response;
    response.set_bundle(archive_.BundleFor(other));
    return response;
  };
  EXPECT_EQ(harness_.Run("participant show nobody").code, 3);
}

TEST_F(AnswersTest, ProvesEveryRowOfAList) {
  harness_.node.participants.add_participants()->set_id("cnas");
  harness_.node.participants.add_participants()->set_id("auditor");
  harness_.node.participants.set_next_page_token("more");
  const auto participants = harness_.Run("participant list --output json");
  ASSERT_EQ(participants.code, 0) << participants.err;
  EXPECT_EQ(participants.json()["rows"].size(), 2u);
  // What is shown is what was proved, not what was listed.
  EXPECT_EQ(participants.json()["rows"][1]["participant"]["kinds"][0], "PARTICIPANT_KIND_AUDITOR");
  EXPECT_EQ(participants.json()["next_page_token"], "more");
  const auto table = harness_.Run("participant list");
  EXPECT_NE(table.err.find("cannot be proved"), std::string::npos);
  EXPECT_NE(table.err.find("--page-token more"), std::string::npos);

  harness_.node.participants.add_participants()->set_id("invented");
  const auto invented = harness_.Run("participant list");
  EXPECT_EQ(invented.code, 3);
  EXPECT_NE(invented.err.find("ROW_DIFFERS"), std::string::npos);
  harness_.node.participants.mutable_participants(2)->set_id("\x1b[2J");
  EXPECT_EQ(harness_.Run("participant list").code, 3);
}

TEST_F(AnswersTest, ListsDocumentsAccreditationsAndLicences) {
  const auto hash = crypto::Sha256("certificate");
  auto& document = *harness_.node.documents.add_documents();
  document = Get<v1::Document>(ledger::MakeKey(ledger::KeySpace::kDocument, hash));
  EXPECT_EQ(harness_.Run("document list").code, 0);
  document.mutable_title()->set_zh("篡改");
  EXPECT_EQ(harness_.Run("document list").code, 3) << "a title that was altered";

  harness_.node.accreditations.add_accreditations()->set_name(subjects_.accreditation);
  const auto accreditations = harness_.Run("accreditation list --output json");
  EXPECT_EQ(accreditations.json()["rows"][0]["in_force"], true) << accreditations.err;
  harness_.node.licences.add_licences()->set_name(subjects_.licence);
  const auto licences = harness_.Run("licence list --output json");
  EXPECT_EQ(licences.json()["rows"][0]["in_force"], false) << licences.err;
  EXPECT_EQ(harness_.Run("ballot list").code, 0) << "there are none";
  harness_.node.ballots.add_ballots()->set_name("ballots/d8b1f6a0-3f0e-8c52-9a4b-0123456789ab");
  EXPECT_EQ(harness_.Run("ballot list").code, 3) << "a ballot that does not exist";
  EXPECT_EQ(harness_.Run("ballot show d8b1f6a0-3f0e-8c52-9a4b-0123456789ab").code, 6);
}

TEST_F(AnswersTest, PageOptionsAreChecked) {
  EXPECT_EQ(harness_.Run("document list --page-size 0").code, 1);
  EXPECT_EQ(harness_.Run("document list --page-size 1001").code, 1);
  EXPECT_EQ(harness_.Run("document list --page-size 5").code, 0);
}

}  // namespace
}  // namespace tanji::client::cli
