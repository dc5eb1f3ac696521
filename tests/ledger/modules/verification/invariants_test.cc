// Each invariant of verification sees the mistake that it is there for.
#include <gtest/gtest.h>

#include "ledger/modules/common/names.h"
#include "ledger/modules/verification/tables.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/verification/audit.h"

namespace tanji::ledger {
namespace {

class VerificationInvariant : public ::testing::Test {
 protected:
  VerificationInvariant()
      : statement_(ParseIdName(kStatementsCollection, audit_.Issued()).value()),
        correction_(ParseIdName(kCorrectionsCollection, audit_.Requested()).value()),
        footprint_(ParseIdName(kFootprintsCollection, audit_.footprint).value()) {}

  std::string Problem(const std::string& invariant) {
    const auto outcome = testing::CheckInvariant("verification." + invariant, layer_.changes(),
                                                 audit_.world.state(), layer_);
    return outcome.ok() ? "" : outcome.detail().back().second;
  }
  v1::Correction Correction() { return kCorrections.Get(layer_, correction_).value(); }
  void Put(const v1::Correction& correction) { kCorrections.Put(layer_, correction_, correction); }
  v1::Statement Statement() { return kStatements.Get(layer_, statement_).value(); }
  void Put(const v1::Statement& statement) { kStatements.Put(layer_, statement_, statement); }
  v1::Engagement Engagement() { return kEngagements.Get(layer_, "auditor", "farm").value(); }
  void Put(const v1::Engagement& engagement) {
    kEngagements.Put(layer_, "auditor", "farm", engagement);
  }

  testing::Audit audit_;
  const Id statement_, correction_, footprint_;
  Overlay layer_{testing::Below(audit_.world.state())};
};

TEST_F(VerificationInvariant, RecordsAreImmutable) {
  for (const auto& key : {kStatements.Key(statement_), kStatementFindings.Key(statement_, 0),
                          kStatementSamples.Key(statement_)}) {
    Overlay layer(testing::Below(audit_.world.state()));
    layer.Put(key, layer.Get(key).value() + "x");
    EXPECT_EQ(testing::CheckInvariant("verification.records_are_immutable", layer.changes(),
                                      audit_.world.state(), layer)
                  .code(),
              v1::CODE_INVARIANT_VIOLATED);
  }
}

TEST_F(VerificationInvariant, HistoriesContinue) {
  const auto key = MakeKey(KeySpace::kStatementStatus, statement_);
  auto record = ParseRecord<v1::StatusRecord>(layer_.Get(key).value());
  record.mutable_intervals(0)->set_from_time(1);
  layer_.Put(key, EncodeRecord(record));
  EXPECT_EQ(Problem("histories_continue"), "a status interval was rewritten");
}
TEST_F(VerificationInvariant, EachStatementHasItsHistory) {
  Id other = statement_;
  other.bytes[15] ^= 1;
  kStatements.Put(layer_, other, Statement());
  EXPECT_EQ(Problem("histories_continue"), "no status record");
}

TEST_F(VerificationInvariant, CorrectionsKeepWhatTheyAskFor) {
  auto correction = Correction();
  correction.set_lines(0, "diesel");
  correction.set_state(v1::CORRECTION_STATE_RESOLVED);
  correction.mutable_closing();
  Put(correction);
  EXPECT_EQ(Problem("corrections_only_go_forward"), "a lasting field has changed");
}
TEST_F(VerificationInvariant, CorrectionsDoNotOpenAgain) {
  testing::Farm::Expect(
      audit_.world.Do("auditor", testing::Closing(MakeName(kCorrectionsCollection, correction_))));
  auto correction = Correction();
  correction.set_state(v1::CORRECTION_STATE_OPEN);
  correction.clear_closing();
  Put(correction);
  EXPECT_EQ(Problem("corrections_only_go_forward"), "a lasting field has changed");
}
TEST_F(VerificationInvariant, CorrectionsKeepTheirAnswer) {
  audit_.Answered(MakeName(kCorrectionsCollection, correction_));
  auto correction = Correction();
  correction.set_state(v1::CORRECTION_STATE_RESOLVED);
  correction.mutable_closing();
  correction.mutable_answer()->clear_evidence();
  Put(correction);
  EXPECT_EQ(Problem("corrections_only_go_forward"), "a lasting field has changed");
}
TEST_F(VerificationInvariant, NobodyAnswersWhileClosing) {
  auto correction = Correction();
  correction.set_state(v1::CORRECTION_STATE_RESOLVED);
  correction.mutable_closing();
  correction.mutable_answer()->set_answered_time(1);
  Put(correction);
  EXPECT_EQ(Problem("corrections_only_go_forward"), "a lasting field has changed");
}
TEST_F(VerificationInvariant, CorrectionsAreWhatTheirStateSays) {
  auto correction = Correction();
  correction.set_state(v1::CORRECTION_STATE_ANSWERED);
  Put(correction);
  EXPECT_EQ(Problem("corrections_only_go_forward"), "a correction that is not what its state says");
}
TEST_F(VerificationInvariant, CorrectionsBeginOpen) {
  Id other = correction_;
  other.bytes[15] ^= 1;
  auto correction = Correction();
  correction.set_state(v1::CORRECTION_STATE_RESOLVED);
  correction.mutable_closing();
  kCorrections.Put(layer_, other, correction);
  EXPECT_EQ(Problem("corrections_only_go_forward"), "a correction that is not what its state says");
}

TEST_F(VerificationInvariant, OpenCorrectionsAreCounted) {
  auto correction = Correction();
  correction.set_state(v1::CORRECTION_STATE_RESOLVED);
  correction.mutable_closing();
  Put(correction);
  EXPECT_EQ(Problem("open_corrections_are_counted"),
            "the count is not that of the open corrections");
  kOpenCorrections.Delete(layer_, footprint_, "auditor");
  EXPECT_EQ(Problem("open_corrections_are_counted"), "");
}
TEST_F(VerificationInvariant, TheCountDoesNotMoveByItself) {
  v1::OpenCorrections open;
  open.set_count(2);
  kOpenCorrections.Put(layer_, footprint_, "auditor", open);
  EXPECT_EQ(Problem("open_corrections_are_counted"),
            "the count is not that of the open corrections");
}

TEST_F(VerificationInvariant, StatementsAreOfAnother) {
  auto statement = Statement();
  statement.set_producer(statement.auditor());
  Put(statement);
  EXPECT_EQ(Problem("statements_are_whole"), "not the word of another, by two people");
  statement.set_producer("participants/farm");
  statement.set_reviewer(statement.lead());
  Put(statement);
  EXPECT_EQ(Problem("statements_are_whole"), "not the word of another, by two people");
}
TEST_F(VerificationInvariant, StatementsHaveTheirSample) {
  auto statement = Statement();
  statement.set_lines_sampled_count(2);
  Put(statement);
  EXPECT_EQ(Problem("statements_are_whole"), "not with its sample");
}
TEST_F(VerificationInvariant, StatementsHaveTheirFindings) {
  auto statement = Statement();
  for (const auto count : {0u, 2u}) {
    statement.set_finding_count(count);
    Put(statement);
    EXPECT_EQ(Problem("statements_are_whole"), "not with its findings") << count;
  }
}
TEST_F(VerificationInvariant, StatementsAreInAYearOfTheEngagement) {
  auto statement = Statement();
  statement.set_issued_time(statement.issued_time() + 365 * testing::kDayMs);
  Put(statement);
  EXPECT_EQ(Problem("statements_are_whole"), "not in a year of the engagement");
}

TEST_F(VerificationInvariant, NothingIsAddedToAStatement) {
  kStatementFindings.Put(layer_, statement_, 1,
                         kStatementFindings.Get(layer_, statement_, 0).value());
  EXPECT_EQ(Problem("parts_come_with_the_statement"), "a part without its statement");
}

TEST_F(VerificationInvariant, YearsAreNotForgotten) {
  auto engagement = Engagement();
  engagement.set_years(0, 2025);
  Put(engagement);
  EXPECT_EQ(Problem("years_only_ascend"), "a lasting field has changed");
}
TEST_F(VerificationInvariant, YearsAscend) {
  auto engagement = Engagement();
  engagement.add_years(2026);
  Put(engagement);
  EXPECT_EQ(Problem("years_only_ascend"), "years that do not ascend");
}

}  // namespace
}  // namespace tanji::ledger
