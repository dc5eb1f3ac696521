// Evidence, membership, state and node services: every method, paging, and waiting for a size.
#include <thread>

#include "tests/node/grpc/grpc_fixture.h"

namespace tanji::node {
namespace {

using ledger::testing::KeyNameOf;
using ledger::testing::Op;
using testing_support::Call;
using testing_support::DocumentName;
using testing_support::ExpectRefused;
using testing_support::SignDocument;
using testing_support::SignNow;

using ReadServicesTest = testing_support::GrpcTest;

TEST_F(ReadServicesTest, Documents) {
  Start();
  node_->RegisterDocuments({"a", "b", "c"});
  v1::GetDocumentRequest get;
  get.set_name(DocumentName("b"));
  v1::GetDocumentResponse got;
  ASSERT_TRUE(evidence_->GetDocument(std::make_unique<Call>().get(), get, &got).ok());
  EXPECT_EQ(got.document().sha256(), crypto::Sha256("b").view());
  EXPECT_EQ(got.log_size(), size());

  get.set_name(DocumentName("z"));
  ExpectRefused(evidence_->GetDocument(std::make_unique<Call>().get(), get, &got),
                grpc::StatusCode::NOT_FOUND, "NOT_FOUND");
  get.set_name("documents/z");
  ExpectRefused(evidence_->GetDocument(std::make_unique<Call>().get(), get, &got),
                grpc::StatusCode::INVALID_ARGUMENT, "NAME_MALFORMED");
}

TEST_F(ReadServicesTest, ListsPage) {
  Start();
  node_->RegisterDocuments({"a", "b", "c", "d", "e"});
  v1::ListDocumentsRequest list;
  list.set_page_size(2);
  std::vector<std::string> seen;
  int pages = 0;
  do {
    v1::ListDocumentsResponse response;
    ASSERT_TRUE(evidence_->ListDocuments(std::make_unique<Call>().get(), list, &response).ok());
    for (const auto& document : response.documents()) seen.push_back(document.sha256());
    EXPECT_EQ(response.log_size(), size());
    list.set_page_token(response.next_page_token());
    ++pages;
  } while (!list.page_token().empty());
  EXPECT_EQ(pages, 3);
  EXPECT_EQ(seen.size(), 5u);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));

  v1::ListDocumentsResponse response;
  list.set_page_token("not a token");
  ExpectRefused(evidence_->ListDocuments(std::make_unique<Call>().get(), list, &response),
                grpc::StatusCode::INVALID_ARGUMENT, "PAGE_TOKEN_MALFORMED");
  list.set_page_token("");
  list.set_page_size(1'001);
  ExpectRefused(evidence_->ListDocuments(std::make_unique<Call>().get(), list, &response),
                grpc::StatusCode::INVALID_ARGUMENT, "PAGE_SIZE_OUT_OF_RANGE");
}

TEST_F(ReadServicesTest, Membership) {
  Start();
  v1::GetParticipantRequest participant;
  participant.set_name("participants/zone");
  v1::GetParticipantResponse zone;
  ASSERT_TRUE(membership_->GetParticipant(std::make_unique<Call>().get(), participant, &zone).ok());
  EXPECT_EQ(zone.participant().id(), "zone");
  ASSERT_EQ(zone.keys_size(), 1);
  EXPECT_EQ(zone.keys(0).name(), KeyNameOf("zone"));

  v1::GetKeyRequest key;
  key.set_name(KeyNameOf("zone"));
  v1::GetKeyResponse got_key;
  ASSERT_TRUE(membership_->GetKey(std::make_unique<Call>().get(), key, &got_key).ok());
  EXPECT_EQ(got_key.key().key().participant(), "participants/zone");

  v1::ListParticipantsResponse participants;
  ASSERT_TRUE(
      membership_->ListParticipants(std::make_unique<Call>().get(), {}, &participants).ok());
  EXPECT_EQ(participants.participants_size(), 5);
  EXPECT_EQ(participants.log_size(), size());
}

TEST_F(ReadServicesTest, Ballots) {
  Start();
  v1::ProposeBallot proposal;
  *proposal.mutable_title() = ledger::testing::Text("表决", "Ballot");
  auto& action = *proposal.add_actions()->mutable_set_parameter();
  action.set_parameter(v1::PARAMETER_TRANSACTION_LIFETIME_MS);
  action.set_value(3'600'000);
  proposal.set_deadline_time(SystemClock().WallMs() + 86'400'000);
  ASSERT_EQ(Submit(SignNow("body-cn", {Op(proposal)})).fate(), v1::FATE_APPLIED);
  v1::ListBallotsResponse list;
  ASSERT_TRUE(membership_->ListBallots(std::make_unique<Call>().get(), {}, &list).ok());
  ASSERT_EQ(list.ballots_size(), 1);
  v1::GetBallotRequest get;
  get.set_name(list.ballots(0).name());
  v1::GetBallotResponse ballot;
  ASSERT_TRUE(membership_->GetBallot(std::make_unique<Call>().get(), get, &ballot).ok());
  EXPECT_EQ(ballot.ballot().ballot().title().en(), "Ballot");
  EXPECT_EQ(ballot.log_size(), size());
}

TEST_F(ReadServicesTest, AccreditationsAndLicences) {
  Start();
  const std::vector<v1::ParticipantKind> certifier = {v1::PARTICIPANT_KIND_CERTIFIER};
  ASSERT_EQ(Submit(SignNow("zone", {Op(ledger::testing::Registration("cert", certifier))})).fate(),
            v1::FATE_APPLIED);
  v1::GrantLicence licence;
  licence.set_certifier("participants/cert");
  licence.set_scheme("schemes/low-carbon");
  licence.set_valid_from_time(SystemClock().WallMs());
  licence.set_valid_until_time(SystemClock().WallMs() + 86'400'000);
  ASSERT_EQ(Submit(SignNow("body-cn", {Op(licence)})).fate(), v1::FATE_APPLIED);
  v1::ListLicencesResponse licences;
  ASSERT_TRUE(membership_->ListLicences(std::make_unique<Call>().get(), {}, &licences).ok());
  ASSERT_EQ(licences.licences_size(), 1);
  v1::GetLicenceRequest get;
  get.set_name(licences.licences(0).name());
  v1::GetLicenceResponse got;
  ASSERT_TRUE(membership_->GetLicence(std::make_unique<Call>().get(), get, &got).ok());
  EXPECT_EQ(got.licence().licence().certifier(), "participants/cert");

  v1::GrantAccreditation accreditation;
  accreditation.set_body("participants/cert");
  auto& scope = *accreditation.mutable_scope();
  scope.set_activity(v1::ACTIVITY_CERTIFICATION);
  scope.add_schemes("schemes/low-carbon");
  scope.add_sub_scopes("ISO 14067");
  scope.add_product_categories("CPC:01");
  accreditation.set_valid_from_time(licence.valid_from_time());
  accreditation.set_valid_until_time(licence.valid_until_time());
  const auto granted = Submit(SignNow("cnas", {Op(accreditation)}));
  ASSERT_EQ(granted.fate(), v1::FATE_APPLIED) << v1::Code_Name(granted.code());
  v1::ListAccreditationsResponse list;
  ASSERT_TRUE(membership_->ListAccreditations(std::make_unique<Call>().get(), {}, &list).ok());
  ASSERT_EQ(list.accreditations_size(), 1);
  v1::GetAccreditationRequest get_accreditation;
  get_accreditation.set_name(list.accreditations(0).name());
  v1::GetAccreditationResponse one;
  ASSERT_TRUE(
      membership_->GetAccreditation(std::make_unique<Call>().get(), get_accreditation, &one).ok());
  EXPECT_EQ(one.accreditation().accreditation().body(), "participants/cert");
}

TEST_F(ReadServicesTest, ANodeThatIsBehindSaysSo) {
  Start();
  v1::GetDocumentRequest request;
  request.set_name(DocumentName("a"));
  request.set_min_size(size() + 1);
  v1::GetDocumentResponse response;
  const auto start = std::chrono::steady_clock::now();
  const auto status = evidence_->GetDocument(std::make_unique<Call>().get(), request, &response);
  const auto waited = std::chrono::steady_clock::now() - start;
  ExpectRefused(status, grpc::StatusCode::UNAVAILABLE, "BEHIND_MIN_SIZE");
  EXPECT_GE(waited, std::chrono::milliseconds(1'900));
  EXPECT_LT(waited, std::chrono::seconds(10));
}

TEST_F(ReadServicesTest, AReadWaitsForWhatIsOnItsWay) {
  Start();
  v1::GetDocumentRequest request;
  request.set_name(DocumentName("a"));
  request.set_min_size(size() + 1);
  v1::GetDocumentResponse response;
  grpc::Status status;
  std::thread reader(
      [&] { status = evidence_->GetDocument(std::make_unique<Call>().get(), request, &response); });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  node_->RegisterDocuments({"a"});
  reader.join();
  ASSERT_TRUE(status.ok()) << status.error_message();
  EXPECT_GE(response.log_size(), request.min_size());
}

TEST_F(ReadServicesTest, BundlesVerifyWithNothingButThePolicy) {
  Start();
  node_->RegisterDocuments({"a", "b"});
  for (const char* content : {"a", "never registered"}) {
    v1::ProveRequest request;
    request.mutable_question()->mutable_document()->set_name(DocumentName(content));
    const std::string bundle = Prove(request).bundle();
    ledger::VerifiedBundle verified;
    ledger::VerifyOptions options;
    options.now_ms = SystemClock().WallMs();
    options.expected_question = &request.question();
    const auto outcome = ledger::VerifyBundle(bundle, PolicyText(), options, verified);
    ASSERT_TRUE(outcome.ok()) << v1::Code_Name(outcome.code());
    EXPECT_EQ(verified.answer.found(), std::string_view(content) == "a");
    EXPECT_EQ(verified.block_entry_index, size() - 1);
    EXPECT_FALSE(verified.as_of);
  }
}

TEST_F(ReadServicesTest, EveryKindOfQuestionIsProved) {
  Start();
  std::vector<v1::Question> questions(4);
  questions[0].mutable_participant()->set_name("participants/zone");
  questions[1].mutable_key()->set_name(KeyNameOf("cnas"));
  questions[2].mutable_participant()->set_name("participants/nobody");
  questions[3].mutable_records()->add_keys("\x01");
  for (const auto& question : questions) {
    v1::ProveRequest request;
    *request.mutable_question() = question;
    ledger::VerifiedBundle verified;
    const auto outcome = ledger::VerifyBundle(Prove(request).bundle(), PolicyText(), {}, verified);
    EXPECT_TRUE(outcome.ok()) << v1::Code_Name(outcome.code());
  }
}

TEST_F(ReadServicesTest, HistoryIsShownAsHistory) {
  Start();
  v1::ProveRequest request;
  request.mutable_question()->mutable_document()->set_name(DocumentName("a"));
  request.set_as_of_size(size());
  node_->RegisterDocuments({"a"});
  const std::string bundle = Prove(request).bundle();
  ledger::VerifiedBundle verified;
  const auto outcome = ledger::VerifyBundle(bundle, PolicyText(), {}, verified);
  ASSERT_TRUE(outcome.ok()) << v1::Code_Name(outcome.code());
  EXPECT_TRUE(verified.as_of);
  EXPECT_FALSE(verified.answer.found());

  request.set_as_of_size(0);
  v1::ProveResponse response;
  ExpectRefused(state_->Prove(std::make_unique<Call>().get(), request, &response),
                grpc::StatusCode::FAILED_PRECONDITION, "PROOF_WINDOW_PASSED");
}

TEST_F(ReadServicesTest, RefusesQuestionsThatAreNone) {
  Start();
  v1::ProveResponse response;
  ExpectRefused(state_->Prove(std::make_unique<Call>().get(), {}, &response),
                grpc::StatusCode::INVALID_ARGUMENT, "QUESTION_MALFORMED");
}

TEST_F(ReadServicesTest, StatusAndPolicy) {
  Start();
  node_->RegisterDocuments({"a"});
  v1::GetStatusResponse status;
  ASSERT_TRUE(about_->GetStatus(std::make_unique<Call>().get(), {}, &status).ok());
  const auto served = node_->served();
  EXPECT_EQ(status.chain_id(), ledger::testing::kChainId);
  EXPECT_EQ(status.node_id(), "solo");
  EXPECT_EQ(status.version(), "0.0.0-test");
  EXPECT_EQ(status.height(), 1u);
  EXPECT_EQ(status.log_size(), served->log_size);
  EXPECT_EQ(status.quorum_size(), served->log_size);
  EXPECT_EQ(status.log_root(), served->log_root.view());
  EXPECT_EQ(status.state_root(), served->header.state_root());
  EXPECT_EQ(status.block_time(), served->header.time());
  ASSERT_EQ(status.flags_size(), 1);
  EXPECT_EQ(status.flags(0), v1::FEATURE_FLAG_FOUNDATION);
  EXPECT_EQ(status.read_only_en(), "");

  EXPECT_EQ(Policy(), *PolicyOf(ledger::testing::kChainId, *served->view));
  v1::GetPolicyRequest request;
  request.set_height(2);
  v1::GetPolicyResponse response;
  ExpectRefused(about_->GetPolicy(std::make_unique<Call>().get(), request, &response),
                grpc::StatusCode::INVALID_ARGUMENT, "FIELD_OUT_OF_RANGE");
}

}  // namespace
}  // namespace tanji::node
