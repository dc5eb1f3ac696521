// Statements: what is recorded, and what the rules let pass.
#include <gtest/gtest.h>

#include "ledger/modules/common/names.h"
#include "ledger/modules/verification/rules.h"
#include "ledger/modules/verification/tables.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/verification/audit.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Audit;
using testing::kDayMs;

class Statements : public ::testing::Test {
 protected:
  static Id IdOf(const std::string& name) {
    return ParseIdName(kStatementsCollection, name).value();
  }
  v1::Statement Read(const std::string& name) {
    return kStatements.Get(audit_.world.state(), IdOf(name)).value();
  }
  v1::Engagement Years() {
    return kEngagements.Get(audit_.world.state(), "auditor", "farm").value();
  }

  Audit audit_;
};

TEST_F(Statements, SayWhatWasFoundByWhomUnderWhichRules) {
  const auto name = audit_.Issued();
  const auto statement = Read(name);
  EXPECT_EQ(statement.footprint(), audit_.footprint);
  EXPECT_EQ(statement.auditor(), "participants/auditor");
  EXPECT_EQ(statement.producer(), "participants/farm");
  EXPECT_EQ(statement.scheme_version(), "schemes/pilot/versions/v1");
  EXPECT_EQ(statement.accreditation(), audit_.accreditation);
  EXPECT_EQ(statement.opinion(), v1::OPINION_UNMODIFIED);
  EXPECT_EQ(statement.lead(), "h0");
  EXPECT_EQ(statement.reviewer(), "h1");
  EXPECT_EQ(statement.visit().last_day(), "2026-06-01");
  EXPECT_EQ(statement.lines_sampled_count(), 1u);
  EXPECT_EQ(statement.finding_count(), 1u);
  EXPECT_EQ(statement.evidence(0), testing::ReportName());
  EXPECT_EQ(statement.materiality(), 500u);
  EXPECT_EQ(statement.misstatement_share(), 100u);
  EXPECT_EQ(statement.issued_time(), audit_.world.now_ms());
  EXPECT_EQ(statement.signed_by_size(), 2);

  const auto& state = audit_.world.state();
  EXPECT_EQ(kStatementSamples.Get(state, IdOf(name)).value().lines(0), "power");
  EXPECT_EQ(kStatementFindings.Get(state, IdOf(name), 0).value().finding().line(), "power");
  EXPECT_TRUE(StatementHistory(IdOf(name))
                  .At(state, {audit_.world.now_ms(), audit_.world.now_ms()})
                  .in_force());
}

TEST_F(Statements, NeedNeitherVisitNorFindingsNorDocuments) {
  auto message = audit_.Statement();
  message.set_visit_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  message.clear_findings();
  message.clear_evidence();
  const auto statement = Read(audit_.Issued(message));
  EXPECT_EQ(statement.visit_unknown(), v1::UNKNOWN_NOT_APPLICABLE);
  EXPECT_EQ(statement.misstatement_share(), 0u);
}

TEST_F(Statements, ArePassedAtExactlyTheMateriality) {
  auto message = audit_.Statement();
  message.mutable_findings(0)->mutable_misstatement()->set_decimal("-0.28885");
  EXPECT_EQ(Read(audit_.Issued(message)).misstatement_share(), 500u);
}

TEST_F(Statements, AboveTheMaterialityAreQualifiedOrWorse) {
  auto message = audit_.Statement();
  message.set_opinion(v1::OPINION_QUALIFIED);
  message.mutable_findings(0)->mutable_misstatement()->set_decimal("1.1554");
  *message.add_findings() = message.findings(0);
  message.mutable_findings(1)->mutable_misstatement()->set_unknown(v1::UNKNOWN_NOT_READ);
  EXPECT_EQ(Read(audit_.Issued(message)).misstatement_share(), 2000u);
}

// Lead and reviewer may be the other way round, and a visit may end today.
TEST_F(Statements, AreSignedByBothInAnyRole) {
  auto message = audit_.Statement();
  message.set_lead("h1");
  message.set_reviewer("h0");
  message.mutable_visit()->set_last_day("2026-06-02");
  EXPECT_TRUE(Accepted(audit_.Issue(message)));
}

TEST_F(Statements, OfOneYearAreOneYearOfWork) {
  audit_.Issued();
  audit_.Issued();
  EXPECT_EQ(Years().years_size(), 1);
  EXPECT_EQ(Years().years(0), 2026u);
}

TEST_F(Statements, MayComeAgainAfterAYearOff) {
  for (int year = 0; year < 3; ++year) {
    audit_.Issued();
    audit_.world.Advance(365 * kDayMs);
  }
  // 2029 is the year off.
  EXPECT_EQ(audit_.Issue(audit_.Statement()).code(), v1::CODE_ROTATION_DUE);
  audit_.world.Advance(365 * kDayMs);
  EXPECT_TRUE(Accepted(audit_.Issue(audit_.Statement())));
  EXPECT_EQ(Years().years_size(), 4);
}

TEST_F(Statements, AreSuspendedAndReinstatedByWhoIssuedThem) {
  const auto name = audit_.Issued();
  ASSERT_TRUE(Accepted(audit_.world.Do(
      "auditor", testing::ChangeStatement(name, testing::OpenStatus(v1::STATUS_KIND_SUSPENDED)))));
  const auto now = audit_.world.now_ms();
  EXPECT_EQ(StatementHistory(IdOf(name)).At(audit_.world.state(), {now, now}).kind,
            v1::STATUS_KIND_SUSPENDED);
  ASSERT_TRUE(
      Accepted(audit_.world.Do("auditor", testing::ChangeStatement(name, testing::EndStatus(1)))));
  const auto later = audit_.world.now_ms();
  EXPECT_TRUE(StatementHistory(IdOf(name)).At(audit_.world.state(), {later, later}).in_force());
}

}  // namespace
}  // namespace tanji::ledger
