// VerificationService over gRPC: what its calls answer of a ledger in which something has happened.
#include "tests/node/grpc/audited_node.h"

namespace tanji::node {
namespace {

using ledger::testing::Op;
using testing_support::Call;
using testing_support::ExpectRefused;
using VerificationServiceTest = testing_support::AuditedNodeTest;

TEST_F(VerificationServiceTest, StatementsAndCorrections) {
  Start();
  Declare();
  PublishPilot();
  Accredit();
  const auto issued = Issue();
  ASSERT_EQ(issued.fate(), v1::FATE_APPLIED) << v1::Code_Name(issued.code());
  v1::GetStatementRequest get;
  get.set_name(Created(issued, ledger::kStatementsCollection));
  v1::GetStatementResponse statement;
  ASSERT_TRUE(verification_->GetStatement(std::make_unique<Call>().get(), get, &statement).ok());
  EXPECT_EQ(statement.statement().producer(), "participants/farm");
  EXPECT_EQ(statement.sample().lines(0), "power");
  EXPECT_EQ(statement.log_size(), size());
  v1::ListStatementsResponse statements;
  ASSERT_TRUE(verification_->ListStatements(std::make_unique<Call>().get(), {}, &statements).ok());
  EXPECT_EQ(statements.statements_size(), 1);

  const auto request = ledger::testing::Request(footprint_);
  Do("auditor", {Op(request)});
  v1::ListCorrectionsResponse corrections;
  ASSERT_TRUE(
      verification_->ListCorrections(std::make_unique<Call>().get(), {}, &corrections).ok());
  ASSERT_EQ(corrections.corrections_size(), 1);
  v1::GetCorrectionRequest get_correction;
  get_correction.set_name(corrections.corrections(0).name());
  v1::GetCorrectionResponse correction;
  ASSERT_TRUE(
      verification_->GetCorrection(std::make_unique<Call>().get(), get_correction, &correction)
          .ok());
  EXPECT_EQ(correction.correction().state(), v1::CORRECTION_STATE_OPEN);

  // An open correction blocks the next statement.
  EXPECT_EQ(Issue().code(), v1::CODE_CORRECTIONS_OPEN);

  v1::ProveRequest prove;
  prove.mutable_question()->mutable_statement()->set_name(get.name());
  ledger::VerifiedBundle verified;
  const auto outcome = ledger::VerifyBundle(Prove(prove).bundle(), PolicyText(), {}, verified);
  ASSERT_TRUE(outcome.ok()) << v1::Code_Name(outcome.code());
  EXPECT_TRUE(verified.answer.statement().in_force());

  get.set_name("statements/x");
  ExpectRefused(verification_->GetStatement(std::make_unique<Call>().get(), get, &statement),
                grpc::StatusCode::INVALID_ARGUMENT, "NAME_MALFORMED");
}

}  // namespace
}  // namespace tanji::node
