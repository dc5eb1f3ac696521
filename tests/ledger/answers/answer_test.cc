// Answers as at D as known on K, and the keys that they ask for.
#include "ledger/answers/answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/answers/closure.h"
#include "ledger/modules/evidence/tables.h"
#include "ledger/modules/membership/tables.h"
#include "tests/ledger/answers/support/questions.h"
#include "tests/ledger/answers/support/subjects.h"
#include "tests/ledger/modules/membership/ballots.h"
#include "tests/ledger/modules/membership/grants.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::KeyOf;
using testing::Refused;

class Answers : public ::testing::Test {
 protected:
  v1::Answer Ask(const v1::Question& question) {
    v1::Answer answer;
    EXPECT_TRUE(Accepted(AnswerQuestion(question, s_.world.now_ms(), s_.world.state(), answer)));
    return answer;
  }
  v1::Answer AskAt(v1::Question question, std::int64_t effective_ms, std::int64_t known_ms) {
    question.set_effective_time(effective_ms);
    question.set_known_time(known_ms);
    return Ask(question);
  }
  std::vector<std::string> Closure(const v1::Question& question) {
    const RecordingReader recorder(s_.world.state());
    v1::Answer answer;
    EXPECT_TRUE(Accepted(AnswerQuestion(question, s_.world.now_ms(), recorder, answer)));
    return recorder.keys();
  }
  void Compromise(const std::string& id, std::int64_t since_ms) {
    v1::DeclareKeyCompromised message;
    message.set_key(testing::KeyNameOf(id));
    message.set_since_time(since_ms);
    *message.mutable_reason() = testing::Reason();
    EXPECT_TRUE(Accepted(s_.world.Do(id, message)));
  }
  void Suspend(const std::string& author, const std::string& id) {
    v1::ChangeParticipantStatus message;
    message.set_participant("participants/" + id);
    *message.mutable_change() = testing::OpenStatus(v1::STATUS_KIND_SUSPENDED);
    EXPECT_TRUE(Accepted(s_.world.Do(author, message)));
  }

  testing::Subjects s_;
};

TEST_F(Answers, SayWhichInstantTheyAreAbout) {
  auto question = testing::AskDocument(s_.document);
  auto answer = Ask(question);
  EXPECT_EQ(answer.effective_time(), s_.world.now_ms());
  EXPECT_EQ(answer.known_time(), s_.world.now_ms());
  question.set_known_time(testing::kGenesisTimeMs);
  answer = Ask(question);
  EXPECT_EQ(answer.effective_time(), testing::kGenesisTimeMs);
  EXPECT_EQ(answer.known_time(), testing::kGenesisTimeMs);
}

TEST_F(Answers, RefuseWhatNobodyCanKnowYet) {
  v1::Answer answer;
  const auto now = s_.world.now_ms();
  const auto ask = [&](const v1::Question& question) {
    return AnswerQuestion(question, now, s_.world.state(), answer);
  };
  auto question = testing::AskDocument(s_.document);
  question.set_known_time(now + 1);
  EXPECT_TRUE(
      Refused(ask(question), v1::CODE_KNOWN_AFTER_BLOCK,
              {{"known_time", std::to_string(now + 1)}, {"block_time", std::to_string(now)}}));
  question.set_known_time(now - 1);
  question.set_effective_time(now);
  EXPECT_TRUE(
      Refused(ask(question), v1::CODE_EFFECTIVE_AFTER_KNOWN,
              {{"effective_time", std::to_string(now)}, {"known_time", std::to_string(now - 1)}}));
}

TEST_F(Answers, RefuseMalformedQuestions) {
  const auto refused = [](const v1::Question& question, const char* field, const char* value,
                          const char* expected) {
    return Refused(CheckQuestion(question), v1::CODE_QUESTION_MALFORMED,
                   {{"field", field}, {"value", value}, {"expected", expected}});
  };
  EXPECT_TRUE(
      refused({}, "ask", "",
              "document | participant | key | accreditation | licence | records | dataset | "
              "factor | gwp_set | facility | product | lot | scheme_version | footprint | "
              "correction | statement | certificate | label"));
  EXPECT_TRUE(refused(testing::AskDocument("x"), "document.name", "x", "documents/SHA256-HEX"));
  EXPECT_TRUE(refused(testing::AskParticipant("participants/X"), "participant.name",
                      "participants/X", "participants/ID"));
  EXPECT_TRUE(refused(testing::AskKey("keys/1"), "key.name", "keys/1", "keys/SHA256-HEX"));
  EXPECT_TRUE(refused(testing::AskAccreditation("licences/1"), "accreditation.name", "licences/1",
                      "accreditations/UUID"));
  EXPECT_TRUE(refused(testing::AskLicence(""), "licence.name", "", "licences/UUID"));
  EXPECT_TRUE(refused(testing::AskDataset("x"), "dataset.name", "x", "datasets/ID"));
  EXPECT_TRUE(refused(testing::AskFactor("datasets/a"), "factor.name", "datasets/a",
                      "datasets/ID/factors/CODE"));
  EXPECT_TRUE(refused(testing::AskGwpSet("gwpSets/A"), "gwp_set.name", "gwpSets/A", "gwpSets/ID"));
  EXPECT_TRUE(refused(testing::AskCorrection("corrections/1"), "correction.name", "corrections/1",
                      "corrections/UUID"));
  EXPECT_TRUE(refused(testing::AskStatement("statements/1"), "statement.name", "statements/1",
                      "statements/UUID"));
  EXPECT_TRUE(refused(testing::AskCertificate("certificates/1"), "certificate.name",
                      "certificates/1", "certificates/UUID"));
  EXPECT_TRUE(refused(testing::AskLabel("HN1512345"), "label.name", "HN1512345", "labels/SERIAL"));
  // The check character is wrong.
  EXPECT_TRUE(refused(testing::AskLabel("labels/HN153C9KX07WQMZBA"), "label.name",
                      "labels/HN153C9KX07WQMZBA", "labels/SERIAL"));
  EXPECT_TRUE(refused(testing::AskFacility("participants/a/lots/b"), "facility.name",
                      "participants/a/lots/b", "participants/ID/facilities/ID"));
  EXPECT_TRUE(refused(testing::AskProduct("products/b"), "product.name", "products/b",
                      "participants/ID/products/ID"));
  EXPECT_TRUE(refused(testing::AskLot("participants/a/lots/B"), "lot.name", "participants/a/lots/B",
                      "participants/ID/lots/ID"));
  const char* const pilot = "schemes/pilot/versions/v1";
  const char* const codes = "CPC:01316 | HS:080450";
  const auto ask = testing::AskThreshold;
  EXPECT_TRUE(refused(ask("schemes/pilot", "", 0), "scheme_version.name", "schemes/pilot",
                      "schemes/ID/versions/ID"));
  EXPECT_TRUE(refused(ask(pilot, "", 2026), "scheme_version.category", "", codes));
  EXPECT_TRUE(refused(ask(pilot, "mango", 2026), "scheme_version.category", "mango", codes));
  EXPECT_TRUE(refused(ask(pilot, "CPC:01316", 0), "scheme_version.harvest_year", "0", "1900-2200"));
  EXPECT_TRUE(
      refused(ask(pilot, "CPC:01316", 2201), "scheme_version.harvest_year", "2201", "1900-2200"));
  EXPECT_TRUE(refused(testing::AskRecords({}), "records.keys", "0", "1-256"));
  EXPECT_TRUE(refused(testing::AskRecords(std::vector<std::string>(257, "k")), "records.keys",
                      "257", "1-256"));
  EXPECT_TRUE(refused(testing::AskRecords({""}), "records.keys[0]", "", "1-65535 bytes"));
  EXPECT_TRUE(refused(testing::AskRecords({"b", "a"}), "records.keys[1]", "61", "> 62"));
  EXPECT_TRUE(refused(testing::AskRecords({"a", "a"}), "records.keys[1]", "61", "> 61"));
}

TEST_F(Answers, DescribeADocumentAndWhoVouchesForIt) {
  const auto answer = Ask(testing::AskDocument(s_.document));
  EXPECT_TRUE(answer.found());
  EXPECT_EQ(answer.document().document().size_bytes(), 11u);
  ASSERT_EQ(answer.document().signers_size(), 1);
  EXPECT_EQ(answer.document().signers(0).key(), testing::KeyNameOf("cnas"));
  EXPECT_EQ(answer.document().signers(0).participant(), "participants/cnas");
  EXPECT_EQ(answer.document().signers(0).holder(), "h0");
  EXPECT_TRUE(answer.document().signers(0).counted());
}

TEST_F(Answers, SayThatSomethingIsNotThere) {
  const std::string uuid = "/00000000-0000-8000-8000-000000000000";
  const std::string hex(64, '0');
  for (const auto& question :
       {testing::AskDocument("documents/" + hex), testing::AskParticipant("participants/nobody"),
        testing::AskKey("keys/" + hex), testing::AskAccreditation("accreditations" + uuid),
        testing::AskLicence("licences" + uuid), testing::AskCorrection("corrections" + uuid),
        testing::AskStatement("statements" + uuid), testing::AskCertificate("certificates" + uuid),
        testing::AskLabel("labels/HN150000000000011")}) {
    EXPECT_FALSE(Ask(question).found()) << question.DebugString();
    EXPECT_EQ(Closure(question).size(), 1u);
  }
}

TEST_F(Answers, ShowAParticipantWithItsKeys) {
  v1::AddKey add;
  *add.mutable_key() = testing::Grant("cnas", 1, {v1::PERMISSION_GOVERN});
  ASSERT_TRUE(Accepted(s_.world.Do("cnas", add)));
  const auto answer = Ask(testing::AskParticipant("participants/cnas")).participant();
  EXPECT_EQ(answer.participant().id(), "cnas");
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(answer.status().interval().from_time(), testing::kGenesisTimeMs);
  ASSERT_EQ(answer.keys_size(), 2);
  EXPECT_EQ(answer.keys(1).name(), testing::KeyNameOf("cnas", 1));
  EXPECT_TRUE(answer.keys(1).in_force());
}

TEST_F(Answers, AKeyNeedsItsParticipant) {
  const auto question = testing::AskKey(testing::KeyNameOf("auditor"));
  EXPECT_TRUE(Ask(question).key().in_force());
  const auto before = s_.world.now_ms();
  Suspend("zone", "auditor");
  const auto answer = Ask(question).key();
  EXPECT_FALSE(answer.in_force());
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(answer.participant_status().kind(), v1::STATUS_KIND_SUSPENDED);
  EXPECT_TRUE(AskAt(question, before, s_.world.now_ms()).key().in_force());
}

// DOMAIN: "a key reported in June as compromised since March changes D = April only for K >= June".
TEST_F(Answers, ACompromiseReachesThePastOfWhoeverKnows) {
  const auto march = s_.world.now_ms();
  s_.world.Advance(30 * testing::kDayMs);
  const auto april = s_.world.now_ms();
  s_.world.Advance(60 * testing::kDayMs);
  Compromise("cnas", march);
  const auto june = s_.world.now_ms();
  const auto question = testing::AskKey(testing::KeyNameOf("cnas"));
  EXPECT_TRUE(AskAt(question, april, june - 1).key().in_force());
  const auto known = AskAt(question, april, june).key();
  EXPECT_FALSE(known.in_force());
  EXPECT_EQ(known.status().kind(), v1::STATUS_KIND_VOID);
  EXPECT_EQ(known.status().interval().recorded_time(), june);
  EXPECT_TRUE(AskAt(question, march - 1, june).key().in_force());
}

TEST_F(Answers, ACompromiseReachesWhatWasSigned) {
  const auto accredited = s_.world.now_ms() - 1;
  s_.world.Advance(testing::kDayMs);
  const auto before = s_.world.now_ms();
  Compromise("cnas", testing::kGenesisTimeMs);
  const auto question = testing::AskAccreditation(s_.accreditation);
  EXPECT_TRUE(AskAt(question, accredited, before).accreditation().in_force());
  const auto answer = AskAt(question, accredited, s_.world.now_ms()).accreditation();
  EXPECT_FALSE(answer.in_force());
  ASSERT_EQ(answer.signers_size(), 1);
  EXPECT_FALSE(answer.signers(0).counted());
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_IN_FORCE);
}

TEST_F(Answers, ALaterCompromiseLeavesWhatWasSignedBefore) {
  s_.world.Advance(testing::kDayMs);
  Compromise("cnas", s_.world.now_ms());
  EXPECT_TRUE(Ask(testing::AskAccreditation(s_.accreditation)).accreditation().in_force());
}

TEST_F(Answers, AnAccreditationNeedsAccreditorAndBody) {
  const auto question = testing::AskAccreditation(s_.accreditation);
  auto answer = Ask(question).accreditation();
  EXPECT_TRUE(answer.in_force());
  EXPECT_EQ(answer.accreditation().body(), "participants/auditor");
  Suspend("zone", "auditor");
  answer = Ask(question).accreditation();
  EXPECT_FALSE(answer.in_force());
  EXPECT_EQ(answer.body_status().kind(), v1::STATUS_KIND_SUSPENDED);
  EXPECT_EQ(answer.accreditor_status().kind(), v1::STATUS_KIND_IN_FORCE);
}

TEST_F(Answers, AnAccreditationOfASuspendedAccreditorDoesNotCount) {
  testing::CarryBallot(
      s_.world, {testing::ChangeStatus("cnas", testing::OpenStatus(v1::STATUS_KIND_SUSPENDED))});
  const auto answer = Ask(testing::AskAccreditation(s_.accreditation)).accreditation();
  EXPECT_FALSE(answer.in_force());
  EXPECT_EQ(answer.accreditor_status().kind(), v1::STATUS_KIND_SUSPENDED);
}

TEST_F(Answers, ALicenceCountsFromItsDate) {
  const auto question = testing::AskLicence(s_.licence);
  auto answer = Ask(question).licence();
  EXPECT_FALSE(answer.in_force());
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_UNSPECIFIED);
  EXPECT_FALSE(answer.status().has_interval());
  s_.world.Advance(11 * testing::kDayMs);
  answer = Ask(question).licence();
  EXPECT_TRUE(answer.in_force());
  ASSERT_TRUE(Accepted(s_.world.Do(
      "body-cn",
      testing::ChangeLicence(s_.licence, testing::OpenStatus(v1::STATUS_KIND_WITHDRAWN)))));
  EXPECT_EQ(Ask(question).licence().status().kind(), v1::STATUS_KIND_WITHDRAWN);
  EXPECT_EQ(Ask(question).licence().status().number(), 1u);
}

TEST_F(Answers, GiveRecordsAsTheyAre) {
  const auto electorate = kElectorate.Key();
  const auto answer = Ask(testing::AskRecords({electorate, "\x7f"})).records();
  ASSERT_EQ(answer.records_size(), 2);
  EXPECT_EQ(answer.records(0).record(), s_.world.state().Get(electorate));
  EXPECT_EQ(answer.records(1).record(), "");
}

TEST_F(Answers, AskForTheirClosureAndNoMore) {
  const auto cnas = KeyOf("cnas").key_id();
  const auto hash = crypto::Sha256("certificate");
  EXPECT_THAT(Closure(testing::AskDocument(s_.document)),
              ::testing::UnorderedElementsAre(kDocuments.Key(hash), kKeys.Key(cnas),
                                              MakeKey(KeySpace::kKeyStatus, cnas)));
  EXPECT_EQ(Closure(testing::AskAccreditation(s_.accreditation)).size(), 6u);
  EXPECT_EQ(Closure(testing::AskLicence(s_.licence)).size(), 6u);
  EXPECT_EQ(Closure(testing::AskKey(testing::KeyNameOf("cnas"))).size(), 3u);
  EXPECT_EQ(Closure(testing::AskParticipant("participants/cnas")).size(), 5u);
}

// Every interval is fetched by number, also those that were moved out: nothing can be left out.
TEST_F(Answers, AskForEveryMovedInterval) {
  auto change = testing::OpenStatus(v1::STATUS_KIND_UNDER_REVIEW);
  *change.mutable_reason() = testing::Text(std::string(1024, 'r'), std::string(1024, 's'));
  const std::size_t before = Closure(testing::AskAccreditation(s_.accreditation)).size();
  for (int i = 0; i < 5; ++i) {
    ASSERT_TRUE(
        Accepted(s_.world.Do("cnas", testing::ChangeAccreditation(s_.accreditation, change))));
  }
  EXPECT_EQ(Closure(testing::AskAccreditation(s_.accreditation)).size(), before + 5);
}

TEST(ProvedReader, HoldsItselfToTheProvedRecords) {
  const ProvedReader::Records records{{"a", "1"}, {"b", std::nullopt}, {"c", "3"}};
  const ProvedReader reader(records);
  EXPECT_EQ(reader.FirstUnused(), "a");
  EXPECT_EQ(reader.Get("a"), "1");
  EXPECT_EQ(reader.Get("b"), std::nullopt);
  EXPECT_EQ(reader.FirstUnused(), "c");
  EXPECT_EQ(reader.Get("c"), "3");
  EXPECT_EQ(reader.FirstUnused(), std::nullopt);
  EXPECT_THROW(reader.Get("d"), ProvedReader::RecordMissing);
}

}  // namespace
}  // namespace tanji::ledger
