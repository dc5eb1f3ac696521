// VerificationService over gRPC: what its calls answer of a ledger in which something has happened.
#include "ledger/modules/common/draft_digest.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/products/rules.h"
#include "ledger/state/record.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/footprints/grower.h"
#include "tests/ledger/modules/products/farm.h"
#include "tests/ledger/modules/schemes/pilot.h"
#include "tests/ledger/modules/verification/audit.h"
#include "tests/node/grpc/grpc_fixture.h"

namespace tanji::node {
namespace {

using ledger::testing::Op;
using testing_support::Call;
using testing_support::ExpectRefused;
using testing_support::SignNow;

// What an auditor needs on a node of today: a declared footprint, the pilot in force, a second
// person, an accreditation.
class VerificationServiceTest : public testing_support::GrpcTest {
 protected:
  void Do(const char* author, std::vector<v1::Operation> operations) {
    const auto result = Submit(SignNow(author, std::move(operations)));
    EXPECT_EQ(result.fate(), v1::FATE_APPLIED) << v1::Code_Name(result.code());
  }
  std::string Created(const v1::SubmitResult& result, std::string_view collection) {
    const auto id = crypto::Hash::FromBytes(result.transaction_id()).value();
    return ledger::MakeName(collection, ledger::DeriveId(id, 0, 0));
  }
  // Of one line that needs no factor: carbon that is reported apart.
  void Declare() {
    v1::InventoryLine line;
    line.set_id("trees");
    line.set_stage(v1::STAGE_CULTIVATION);
    *line.mutable_text() = ledger::testing::Text("树木碳清除", "removal into trees");
    line.mutable_reported_apart()->set_kind(v1::APART_KIND_REMOVAL_TREES);
    *line.mutable_reported_apart()->mutable_amount() = ledger::testing::Amounting("5", "kgCO2");
    line.set_source("made up for tests");
    v1::FootprintLine record;
    *record.mutable_line() = line;
    ledger::DraftDigest digest;
    digest.Add(ledger::EncodeRecord(record));
    v1::AddLines lines;
    lines.set_footprint_operation(2);
    *lines.add_lines() = line;
    v1::DeclareFootprint declaration;
    declaration.set_footprint_operation(2);
    declaration.set_lines_digest(digest.str());
    Do("body-cn", {Op(ledger::testing::GwpSet("ar6"))});
    Do("zone", {Op(ledger::testing::Registration("farm", {v1::PARTICIPANT_KIND_PRODUCER}))});
    Do("farm", {Op(ledger::testing::Orchard()), Op(ledger::testing::Mango()),
                Op(ledger::testing::Creation()), Op(lines), Op(declaration)});
    v1::ListFootprintsResponse list;
    ASSERT_TRUE(footprints_->ListFootprints(std::make_unique<Call>().get(), {}, &list).ok());
    ASSERT_EQ(list.footprints_size(), 1);
    footprint_ = list.footprints(0).name();
  }
  void PublishPilot() {
    namespace pilot = ledger::testing;
    auto version = pilot::FirstVersion();
    version.set_effective_day(ledger::ToText(ledger::DayInChina(node::SystemClock().WallMs())));
    Do("body-hn", {Op(pilot::PilotScheme()), Op(version),
                   Op(pilot::Categories(pilot::kFirstVersion, {pilot::Lychee()}))});
    v1::GetSchemeVersionRequest get;
    get.set_name(std::string(pilot::kFirstVersion));
    v1::GetSchemeVersionResponse got;
    ASSERT_TRUE(schemes_->GetSchemeVersion(std::make_unique<Call>().get(), get, &got).ok());
    v1::PublishSchemeVersion publication;
    publication.set_version(get.name());
    publication.set_content_digest(got.progress().content_digest());
    Do("body-hn", {Op(publication)});
  }
  void Accredit() {
    Do("zone", {Op(ledger::testing::Registration("auditor", {v1::PARTICIPANT_KIND_AUDITOR}))});
    v1::AddKey reviewer;
    *reviewer.mutable_key() = ledger::testing::Grant("auditor", 1, {v1::PERMISSION_VERIFY});
    Do("auditor", {Op(reviewer)});
    const auto granted =
        Submit(SignNow("cnas", {Op(ledger::testing::PilotAccreditation("auditor"))}));
    ASSERT_EQ(granted.fate(), v1::FATE_APPLIED);
    accreditation_ = Created(granted, ledger::kAccreditationsCollection);
  }
  v1::SubmitResult Issue() {
    auto message = ledger::testing::StatementOn(footprint_, accreditation_);
    message.set_lines_sampled(0, "trees");
    message.mutable_findings(0)->set_line("trees");
    message.mutable_findings(0)->mutable_misstatement()->set_decimal("0");
    message.clear_evidence();
    ledger::testing::Draft draft;
    draft.author_id = "auditor";
    draft.operations = {Op(message)};
    draft.keys = {ledger::testing::KeyOf("auditor", 0), ledger::testing::KeyOf("auditor", 1)};
    draft.expire_ms = node::SystemClock().WallMs() + 600'000;
    return Submit(ledger::testing::TransactionOf(draft));
  }

  std::string footprint_, accreditation_;
};

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
  EXPECT_EQ(statement.sample().lines(0), "trees");
  EXPECT_EQ(statement.log_size(), size());
  v1::ListStatementsResponse statements;
  ASSERT_TRUE(verification_->ListStatements(std::make_unique<Call>().get(), {}, &statements).ok());
  EXPECT_EQ(statements.statements_size(), 1);

  auto request = ledger::testing::Request(footprint_);
  request.set_lines(0, "trees");
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
