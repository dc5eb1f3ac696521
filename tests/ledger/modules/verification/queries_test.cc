// Reading statements and corrections, as every service does.
#include "ledger/modules/verification/queries.h"

#include <gtest/gtest.h>

#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/verification/audit.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Refused;

class VerificationQueries : public ::testing::Test {
 protected:
  testing::Audit audit_;
};

TEST_F(VerificationQueries, ReadAStatementWhole) {
  v1::GetStatementRequest request;
  request.set_name(audit_.Issued());
  v1::GetStatementResponse response;
  ASSERT_TRUE(Accepted(GetStatement(request, audit_.world.state(), response)));
  EXPECT_EQ(response.name(), request.name());
  EXPECT_EQ(response.statement().producer(), "participants/farm");
  EXPECT_EQ(response.sample().lines(0), "power");
  ASSERT_EQ(response.findings_size(), 1);
  EXPECT_EQ(response.findings(0).misstatement().decimal(), "0.05777");
  EXPECT_EQ(response.status().intervals_size(), 1);
}

TEST_F(VerificationQueries, ReadACorrection) {
  v1::GetCorrectionRequest request;
  request.set_name(audit_.Requested());
  v1::GetCorrectionResponse response;
  ASSERT_TRUE(Accepted(GetCorrection(request, audit_.world.state(), response)));
  EXPECT_EQ(response.name(), request.name());
  EXPECT_EQ(response.correction().state(), v1::CORRECTION_STATE_OPEN);
}

TEST_F(VerificationQueries, ListByPages) {
  for (int i = 0; i < 3; ++i) audit_.Issued();
  v1::ListStatementsRequest request;
  request.set_page_size(2);
  v1::ListStatementsResponse first, second;
  const auto& state = audit_.world.state();
  ASSERT_TRUE(Accepted(ListStatements(request, state, audit_.world.Scan(), first)));
  EXPECT_EQ(first.statements_size(), 2);
  request.set_page_token(first.next_page_token());
  ASSERT_TRUE(Accepted(ListStatements(request, state, audit_.world.Scan(), second)));
  ASSERT_EQ(second.statements_size(), 1);
  EXPECT_EQ(second.next_page_token(), "");
  EXPECT_EQ(second.statements(0).findings_size(), 1);
}

TEST_F(VerificationQueries, ListCorrectionsByPages) {
  audit_.Requested();
  audit_.Requested();
  v1::ListCorrectionsRequest request;
  request.set_page_size(1);
  v1::ListCorrectionsResponse response;
  ASSERT_TRUE(
      Accepted(ListCorrections(request, audit_.world.state(), audit_.world.Scan(), response)));
  ASSERT_EQ(response.corrections_size(), 1);
  EXPECT_NE(response.next_page_token(), "");
}

TEST_F(VerificationQueries, RefuseWhatIsNotThere) {
  v1::GetStatementRequest statement;
  v1::GetStatementResponse none;
  const auto& state = audit_.world.state();
  EXPECT_TRUE(
      Refused(GetStatement(statement, state, none), v1::CODE_FIELD_MISSING, {{"field", "name"}}));
  statement.set_name("statements/1");
  EXPECT_TRUE(
      Refused(GetStatement(statement, state, none), v1::CODE_NAME_MALFORMED,
              {{"field", "name"}, {"value", "statements/1"}, {"expected", "statements/UUID"}}));
  v1::GetCorrectionRequest correction;
  correction.set_name("corrections/00000000-0000-8000-8000-000000000001");
  v1::GetCorrectionResponse nothing;
  EXPECT_TRUE(Refused(GetCorrection(correction, state, nothing), v1::CODE_NOT_FOUND,
                      {{"field", "name"}, {"value", correction.name()}}));
  v1::ListStatementsRequest page;
  page.set_page_size(1001);
  v1::ListStatementsResponse rows;
  EXPECT_TRUE(Refused(ListStatements(page, state, audit_.world.Scan(), rows),
                      v1::CODE_PAGE_SIZE_OUT_OF_RANGE, {{"value", "1001"}, {"limit", "1000"}}));
}

}  // namespace
}  // namespace tanji::ledger
