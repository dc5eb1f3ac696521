// Answers about corrections and statements: who stands behind a statement, and who is to blame
// where it no longer counts.
#include <gtest/gtest.h>

#include <algorithm>

#include "ledger/answers/answer.h"
#include "ledger/answers/closure.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/tables.h"
#include "ledger/modules/verification/tables.h"
#include "ledger/state/key.h"
#include "tests/ledger/answers/support/archive.h"
#include "tests/ledger/answers/support/questions.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/membership/grants.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/verification/audit.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::AskStatement;
using testing::kDayMs;
using testing::OpenStatus;

class VerificationAnswers : public ::testing::Test {
 protected:
  VerificationAnswers() : name_(audit_.Issued()), issued_ms_(audit_.world.now_ms()) {}

  v1::StatementAnswer AskAt(std::int64_t effective_ms, std::int64_t known_ms) {
    auto question = AskStatement(name_);
    question.set_effective_time(effective_ms);
    question.set_known_time(known_ms);
    v1::Answer answer;
    EXPECT_TRUE(
        Accepted(AnswerQuestion(question, audit_.world.now_ms(), audit_.world.state(), answer)));
    EXPECT_TRUE(answer.found());
    return answer.statement();
  }
  v1::StatementAnswer Ask() { return AskAt(audit_.world.now_ms(), audit_.world.now_ms()); }
  template <class Message>
  void Do(const char* author, const Message& message) {
    ASSERT_TRUE(Accepted(audit_.world.Do(author, message)));
  }
  void Accreditation(v1::StatusKind kind) {
    Do("cnas", testing::ChangeAccreditation(audit_.accreditation, OpenStatus(kind)));
  }

  testing::Audit audit_;
  const std::string name_;
  const std::int64_t issued_ms_;
};

TEST_F(VerificationAnswers, HoldTheStatementAndTheWholeFootprint) {
  const auto answer = Ask();
  EXPECT_EQ(answer.statement().opinion(), v1::OPINION_UNMODIFIED);
  EXPECT_EQ(answer.sample().lines(0), "power");
  ASSERT_EQ(answer.findings_size(), 1);
  EXPECT_EQ(answer.findings(0).line(), "power");
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(answer.auditor_status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(answer.accreditation_when_issued().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(answer.accreditation_status().kind(), v1::STATUS_KIND_IN_FORCE);
  ASSERT_EQ(answer.signers_size(), 2);
  EXPECT_NE(answer.signers(0).holder(), answer.signers(1).holder());
  EXPECT_EQ(answer.footprint().result().value(), "5.777");
  ASSERT_EQ(answer.footprint().factors_size(), 1);
  EXPECT_TRUE(answer.footprint().in_force());
  EXPECT_TRUE(answer.in_force());
}

TEST_F(VerificationAnswers, FallWithASuspendedAccreditationUntilItIsReinstated) {
  Accreditation(v1::STATUS_KIND_SUSPENDED);
  const auto suspended_ms = audit_.world.now_ms();
  EXPECT_FALSE(Ask().in_force());
  EXPECT_EQ(Ask().accreditation_status().kind(), v1::STATUS_KIND_SUSPENDED);
  EXPECT_EQ(Ask().accreditation_when_issued().kind(), v1::STATUS_KIND_IN_FORCE);
  audit_.world.Advance(kDayMs);
  Do("cnas", testing::ChangeAccreditation(audit_.accreditation, testing::EndStatus(1)));
  EXPECT_TRUE(Ask().in_force());
  EXPECT_FALSE(AskAt(suspended_ms, audit_.world.now_ms()).in_force());
}

TEST_F(VerificationAnswers, CountedBeforeTheAccreditationWasWithdrawn) {
  audit_.world.Advance(kDayMs);
  const auto before_ms = audit_.world.now_ms();
  audit_.world.Advance(kDayMs);
  Accreditation(v1::STATUS_KIND_WITHDRAWN);
  EXPECT_FALSE(Ask().in_force());
  EXPECT_TRUE(AskAt(before_ms, audit_.world.now_ms()).in_force());
}

// It was in force when the statement was given, and nobody took it away.
TEST_F(VerificationAnswers, OutliveTheTermOfTheAccreditation) {
  audit_.world.Advance(5 * 365 * kDayMs);
  EXPECT_TRUE(Ask().in_force());
  EXPECT_EQ(Ask().accreditation_status().kind(), v1::STATUS_KIND_UNSPECIFIED);
}

TEST_F(VerificationAnswers, FallWithAFactorBelowTheFootprint) {
  Do("body-cn", testing::ChangeFactor(testing::kPower, OpenStatus(v1::STATUS_KIND_WITHDRAWN)));
  const auto answer = Ask();
  EXPECT_FALSE(answer.in_force());
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_FALSE(answer.footprint().in_force());
  EXPECT_FALSE(answer.footprint().factors(0).in_force());
}

// The accreditor's key was lost before it granted the accreditation: nobody was accredited.
TEST_F(VerificationAnswers, FallWithTheKeyThatAccredited) {
  audit_.world.Advance(30 * kDayMs);
  const auto before_ms = audit_.world.now_ms();
  v1::DeclareKeyCompromised compromise;
  compromise.set_key(testing::KeyNameOf("cnas"));
  compromise.set_since_time(testing::kGenesisTimeMs);
  *compromise.mutable_reason() = testing::Reason();
  Do("cnas", compromise);
  EXPECT_FALSE(AskAt(before_ms, audit_.world.now_ms()).in_force());
  EXPECT_TRUE(AskAt(before_ms, before_ms).in_force());
}

// Reported in July as compromised since May: from then on what was signed in June never counted.
TEST_F(VerificationAnswers, FallWithTheReviewersKey) {
  audit_.world.Advance(30 * kDayMs);
  const auto before_ms = audit_.world.now_ms();
  v1::DeclareKeyCompromised compromise;
  compromise.set_key(testing::KeyNameOf("auditor", 1));
  compromise.set_since_time(issued_ms_ - kDayMs);
  *compromise.mutable_reason() = testing::Reason();
  Do("auditor", compromise);
  const auto answer = AskAt(before_ms, audit_.world.now_ms());
  EXPECT_FALSE(answer.in_force());
  for (const auto& signer : answer.signers()) {
    EXPECT_EQ(signer.counted(), signer.holder() == "h0") << signer.holder();
  }
  EXPECT_TRUE(AskAt(before_ms, before_ms).in_force());
}

TEST_F(VerificationAnswers, FallWhenTheAuditorWithdrawsThem) {
  Do("auditor", testing::ChangeStatement(name_, OpenStatus(v1::STATUS_KIND_WITHDRAWN)));
  EXPECT_FALSE(Ask().in_force());
  EXPECT_EQ(Ask().status().kind(), v1::STATUS_KIND_WITHDRAWN);
  EXPECT_TRUE(AskAt(issued_ms_, audit_.world.now_ms()).in_force());
}

TEST_F(VerificationAnswers, OutliveTheAuditorUnlessItWasVoidByThen) {
  auto& state = audit_.world.state();
  audit_.world.Advance(kDayMs);
  const EventStamp now{audit_.world.now_ms(), "ballots/x"};
  ParticipantHistory("auditor").Open(state, now, v1::STATUS_KIND_SUSPENDED, now.block_time_ms,
                                     testing::Reason());
  EXPECT_TRUE(Ask().in_force());
  ParticipantHistory("auditor").Open(state, now, v1::STATUS_KIND_VOID, issued_ms_ - kDayMs,
                                     testing::Reason());
  EXPECT_FALSE(Ask().in_force());
  EXPECT_EQ(Ask().auditor_status().kind(), v1::STATUS_KIND_VOID);
}

TEST_F(VerificationAnswers, AreNotYetBeforeTheyAreIssued) {
  const auto answer = AskAt(issued_ms_ - 1, issued_ms_);
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_UNSPECIFIED);
  EXPECT_FALSE(answer.in_force());
}

TEST_F(VerificationAnswers, AreProvedByExactlyWhatTheyRead) {
  const testing::Archive archive(audit_.world);
  VerifiedBundle verified;
  ASSERT_TRUE(Accepted(archive.Verify(archive.BundleFor(AskStatement(name_)), &verified)));
  EXPECT_TRUE(verified.answer.statement().in_force());
  const auto whole = archive.PartsFor(AskStatement(name_));
  const auto accreditation = ParseIdName(kAccreditationsCollection, audit_.accreditation).value();
  const auto footprint = ParseIdName(kFootprintsCollection, audit_.footprint).value();
  for (const auto& key :
       {MakeKey(KeySpace::kAccreditation, accreditation),
        MakeKey(KeySpace::kAccreditationStatus, accreditation),
        MakeKey(KeySpace::kFootprintStatus, footprint),
        MakeKey(KeySpace::kFactorStatus, std::string("power"), std::string("average"))}) {
    auto parts = whole;
    ASSERT_EQ(std::erase(parts.keys, key), 1u);
    EXPECT_EQ(archive.Verify(parts).code(), v1::CODE_RECORD_MISSING);
  }
  auto parts = whole;
  parts.keys.push_back(MakeKey(KeySpace::kParticipant, std::string("auditor")));
  EXPECT_EQ(archive.Verify(parts).code(), v1::CODE_RECORD_UNUSED);
}

// A verifier meets whatever somebody could prove: it refuses, it does not crash.
TEST_F(VerificationAnswers, RefuseRecordsThatNoLedgerMakes) {
  const auto id = ParseIdName(kStatementsCollection, name_).value();
  const auto ask = [&](const StateReader& source) {
    v1::Answer answer;
    return AnswerQuestion(AskStatement(name_), audit_.world.now_ms(), source, answer);
  };
  const auto good = kStatements.Get(audit_.world.state(), id).value();
  Overlay layer(testing::Below(audit_.world.state()));
  for (const char* name : {"", "x", "footprints/x", "statements/x"}) {
    auto statement = good;
    statement.set_footprint(name);
    kStatements.Put(layer, id, statement);
    EXPECT_THROW((void)ask(layer), StorageFailure) << name;
    statement = good;
    statement.set_accreditation(name);
    kStatements.Put(layer, id, statement);
    EXPECT_THROW((void)ask(layer), StorageFailure) << name;
  }
  auto statement = good;
  statement.set_signed_by(0, "short");
  kStatements.Put(layer, id, statement);
  EXPECT_THROW((void)ask(layer), StorageFailure);
  statement = good;
  statement.set_finding_count(good.finding_count() + 1);
  kStatements.Put(layer, id, statement);
  EXPECT_THROW((void)ask(layer), StorageFailure);
}

TEST_F(VerificationAnswers, ShowACorrectionAsFarAsItIs) {
  const auto name = audit_.Requested();
  audit_.Answered(name);
  v1::Answer answer;
  ASSERT_TRUE(Accepted(AnswerQuestion(testing::AskCorrection(name), audit_.world.now_ms(),
                                      audit_.world.state(), answer)));
  EXPECT_EQ(answer.correction().correction().state(), v1::CORRECTION_STATE_ANSWERED);
  ASSERT_EQ(answer.correction().signers_size(), 1);
  EXPECT_EQ(answer.correction().signers(0).participant(), "participants/auditor");
  EXPECT_TRUE(answer.correction().signers(0).counted());
}

}  // namespace
}  // namespace tanji::ledger
