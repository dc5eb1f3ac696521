// Evidence, membership, factors, products, state and node services: every method, paging, and
// waiting for a size.
#include <thread>

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

using ledger::testing::KeyNameOf;
using ledger::testing::Op;
using testing_support::Call;
using testing_support::DocumentName;
using testing_support::ExpectRefused;
using testing_support::SignDocument;
using testing_support::SignNow;

class ReadServicesTest : public testing_support::GrpcTest {
 protected:
  v1::ProveResponse Prove(const v1::ProveRequest& request) {
    Call call;
    v1::ProveResponse response;
    const auto status = state_->Prove(&call, request, &response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return response;
  }
};

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

TEST_F(ReadServicesTest, Factors) {
  Start();
  const auto row = ledger::testing::GridRow("average");
  const auto submit = [&](v1::Operation operation) {
    EXPECT_EQ(Submit(SignNow("body-cn", {std::move(operation)})).fate(), v1::FATE_APPLIED);
  };
  submit(Op(ledger::testing::GwpSet("ar6")));
  for (const char* id : {"before", "after"}) {
    submit(Op(ledger::testing::Dataset(id)));
    submit(Op(ledger::testing::Rows(id, {row})));
  }
  auto added = ledger::testing::GridRow("new");
  submit(Op(ledger::testing::Rows("after", {added})));

  v1::GetGwpSetRequest get_set;
  get_set.set_name("gwpSets/ar6");
  v1::GetGwpSetResponse set;
  ASSERT_TRUE(factors_->GetGwpSet(std::make_unique<Call>().get(), get_set, &set).ok());
  EXPECT_EQ(set.gwp_set().id(), "ar6");
  v1::ListGwpSetsResponse sets;
  ASSERT_TRUE(factors_->ListGwpSets(std::make_unique<Call>().get(), {}, &sets).ok());
  EXPECT_EQ(sets.gwp_sets_size(), 1);

  v1::GetDatasetRequest get_dataset;
  get_dataset.set_name("datasets/after");
  v1::GetDatasetResponse dataset;
  ASSERT_TRUE(factors_->GetDataset(std::make_unique<Call>().get(), get_dataset, &dataset).ok());
  EXPECT_EQ(dataset.progress().factor_count(), 2u);
  EXPECT_EQ(dataset.log_size(), size());
  v1::ListDatasetsResponse datasets;
  ASSERT_TRUE(factors_->ListDatasets(std::make_unique<Call>().get(), {}, &datasets).ok());
  EXPECT_EQ(datasets.datasets_size(), 2);

  v1::GetFactorRequest get_factor;
  get_factor.set_name("datasets/before/factors/average");
  v1::GetFactorResponse factor;
  ASSERT_TRUE(factors_->GetFactor(std::make_unique<Call>().get(), get_factor, &factor).ok());
  EXPECT_EQ(factor.factor().row().value().decimal(), "0.5777");
  v1::ListFactorsRequest list;
  list.set_parent("datasets/after");
  v1::ListFactorsResponse factors;
  ASSERT_TRUE(factors_->ListFactors(std::make_unique<Call>().get(), list, &factors).ok());
  EXPECT_EQ(factors.factors_size(), 2);
  v1::CompareDatasetsRequest compare;
  compare.set_before("datasets/before");
  compare.set_after("datasets/after");
  v1::CompareDatasetsResponse differences;
  ASSERT_TRUE(
      factors_->CompareDatasets(std::make_unique<Call>().get(), compare, &differences).ok());
  ASSERT_EQ(differences.differences_size(), 1);
  EXPECT_EQ(differences.differences(0).code(), "new");

  get_factor.set_name("datasets/before");
  ExpectRefused(factors_->GetFactor(std::make_unique<Call>().get(), get_factor, &factor),
                grpc::StatusCode::INVALID_ARGUMENT, "NAME_MALFORMED");
}

TEST_F(ReadServicesTest, Products) {
  Start();
  const auto submit = [&](std::string_view author, v1::Operation operation) {
    const auto result = Submit(SignNow(author, {std::move(operation)}));
    EXPECT_EQ(result.fate(), v1::FATE_APPLIED) << v1::Code_Name(result.code());
  };
  submit("zone", Op(ledger::testing::Registration("farm", {v1::PARTICIPANT_KIND_PRODUCER})));
  submit("body-cn", Op(ledger::testing::Bound()));
  submit("farm", Op(ledger::testing::Orchard()));
  submit("farm", Op(ledger::testing::Packhouse()));
  submit("farm", Op(ledger::testing::Mango()));
  submit("farm", Op(ledger::testing::Harvested("h-1")));
  submit("farm", Op(ledger::testing::Derived("split", {{"h-1", "10"}}, "10")));

  v1::GetFacilityRequest get_facility;
  get_facility.set_name(std::string(ledger::testing::kOrchard));
  v1::GetFacilityResponse facility;
  ASSERT_TRUE(products_->GetFacility(std::make_unique<Call>().get(), get_facility, &facility).ok());
  EXPECT_EQ(facility.facility().area_m2(), "10000");
  EXPECT_EQ(facility.log_size(), size());
  v1::ListFacilitiesResponse facilities;
  ASSERT_TRUE(products_->ListFacilities(std::make_unique<Call>().get(), {}, &facilities).ok());
  EXPECT_EQ(facilities.facilities_size(), 2);

  v1::GetProductRequest get_product;
  get_product.set_name(std::string(ledger::testing::kMango));
  v1::GetProductResponse product;
  ASSERT_TRUE(products_->GetProduct(std::make_unique<Call>().get(), get_product, &product).ok());
  EXPECT_EQ(product.product().category(), "CPC:01316");
  v1::ListProductsResponse products;
  ASSERT_TRUE(products_->ListProducts(std::make_unique<Call>().get(), {}, &products).ok());
  EXPECT_EQ(products.products_size(), 1);

  v1::GetYieldBoundRequest get_bound;
  get_bound.set_category("CPC:0131");
  v1::GetYieldBoundResponse bound;
  ASSERT_TRUE(products_->GetYieldBound(std::make_unique<Call>().get(), get_bound, &bound).ok());
  EXPECT_EQ(bound.bound().set_by(), "participants/body-cn");
  // The very category, not one that covers it.
  get_bound.set_category("CPC:01316");
  ExpectRefused(products_->GetYieldBound(std::make_unique<Call>().get(), get_bound, &bound),
                grpc::StatusCode::NOT_FOUND, "NOT_FOUND");

  v1::GetLotRequest get_lot;
  get_lot.set_name(ledger::testing::LotName("h-1"));
  v1::GetLotResponse lot;
  ASSERT_TRUE(products_->GetLot(std::make_unique<Call>().get(), get_lot, &lot).ok());
  EXPECT_EQ(lot.lot().harvest().bound_kg(), "20000");
  EXPECT_EQ(lot.balance().taken_kg(), "10");
  EXPECT_FALSE(lot.has_confirmation());
  v1::ListLotsRequest list;
  list.set_parent("participants/farm");
  v1::ListLotsResponse lots;
  ASSERT_TRUE(products_->ListLots(std::make_unique<Call>().get(), list, &lots).ok());
  ASSERT_EQ(lots.lots_size(), 2);
  EXPECT_EQ(lots.lots(1).lot().id(), "split");
  list.set_parent("participants/zone");
  ASSERT_TRUE(products_->ListLots(std::make_unique<Call>().get(), list, &lots).ok());
  EXPECT_EQ(lots.lots_size(), 0);

  get_lot.set_name("lots/h-1");
  ExpectRefused(products_->GetLot(std::make_unique<Call>().get(), get_lot, &lot),
                grpc::StatusCode::INVALID_ARGUMENT, "NAME_MALFORMED");
}

TEST_F(ReadServicesTest, Schemes) {
  Start();
  namespace pilot = ledger::testing;
  const std::string version(pilot::kFirstVersion);
  for (const auto& operation :
       {Op(pilot::PilotScheme()), Op(pilot::FirstVersion()),
        Op(pilot::Clauses(version, {"04-01", "04-02"})), Op(pilot::Claims(version)),
        Op(pilot::Categories(version, {pilot::MangoCriteria(), pilot::Lychee()}))}) {
    ASSERT_EQ(Submit(SignNow("body-hn", {operation})).fate(), v1::FATE_APPLIED);
  }

  v1::GetSchemeRequest get;
  get.set_name(std::string(pilot::kPilot));
  v1::GetSchemeResponse scheme;
  ASSERT_TRUE(schemes_->GetScheme(std::make_unique<Call>().get(), get, &scheme).ok());
  EXPECT_EQ(scheme.terms().terms().complaint_days().days(), 30u);
  EXPECT_EQ(scheme.log_size(), size());
  v1::ListSchemesResponse schemes;
  ASSERT_TRUE(schemes_->ListSchemes(std::make_unique<Call>().get(), {}, &schemes).ok());
  EXPECT_EQ(schemes.schemes_size(), 1);

  v1::GetSchemeVersionRequest get_version;
  get_version.set_name(version);
  v1::GetSchemeVersionResponse got;
  ASSERT_TRUE(schemes_->GetSchemeVersion(std::make_unique<Call>().get(), get_version, &got).ok());
  EXPECT_EQ(got.progress().category_count(), 2u);
  v1::ListSchemeVersionsRequest list_versions;
  list_versions.set_parent(get.name());
  v1::ListSchemeVersionsResponse versions;
  ASSERT_TRUE(
      schemes_->ListSchemeVersions(std::make_unique<Call>().get(), list_versions, &versions).ok());
  EXPECT_EQ(versions.versions_size(), 1);

  v1::ListClausesRequest list_clauses;
  list_clauses.set_parent(version);
  v1::ListClausesResponse clauses;
  ASSERT_TRUE(schemes_->ListClauses(std::make_unique<Call>().get(), list_clauses, &clauses).ok());
  EXPECT_EQ(clauses.clauses_size(), 2);
  v1::ListClaimTextsRequest list_claims;
  list_claims.set_parent(version);
  v1::ListClaimTextsResponse claims;
  ASSERT_TRUE(schemes_->ListClaimTexts(std::make_unique<Call>().get(), list_claims, &claims).ok());
  EXPECT_EQ(claims.markets(0).market(), "CN");
  v1::ListCriteriaRequest list_criteria;
  list_criteria.set_parent(version);
  v1::ListCriteriaResponse criteria;
  ASSERT_TRUE(
      schemes_->ListCriteria(std::make_unique<Call>().get(), list_criteria, &criteria).ok());
  EXPECT_EQ(criteria.categories(1).category(), "CPC:01359");
}

TEST_F(ReadServicesTest, Thresholds) {
  Start();
  namespace pilot = ledger::testing;
  const std::string version(pilot::kFirstVersion);
  for (const auto& operation :
       {Op(pilot::PilotScheme()), Op(pilot::FirstVersion()),
        Op(pilot::Categories(version, {pilot::MangoCriteria(), pilot::Lychee()}))}) {
    ASSERT_EQ(Submit(SignNow("body-hn", {operation})).fate(), v1::FATE_APPLIED);
  }
  v1::GetThresholdRequest request;
  request.set_version(version);
  request.set_category("CPC:01316");
  request.set_harvest_year(2026);
  v1::GetThresholdResponse threshold;
  ASSERT_TRUE(schemes_->GetThreshold(std::make_unique<Call>().get(), request, &threshold).ok());
  EXPECT_EQ(threshold.threshold(), "0.954926061");
  EXPECT_TRUE(threshold.example());
  request.set_category("CPC:01359");
  const auto none = schemes_->GetThreshold(std::make_unique<Call>().get(), request, &threshold);
  ExpectRefused(none, grpc::StatusCode::INVALID_ARGUMENT, "NO_BASE_INTENSITY");
  EXPECT_NE(testing_support::InfoOf(none).metadata().at("way").find("果园"), std::string::npos);

  // The same threshold is proved, with nothing but the policy.
  v1::ProveRequest prove;
  auto& question = *prove.mutable_question()->mutable_scheme_version();
  question.set_name(version);
  question.set_category("CPC:01316");
  question.set_harvest_year(2026);
  ledger::VerifiedBundle verified;
  const auto outcome = ledger::VerifyBundle(Prove(prove).bundle(), PolicyText(), {}, verified);
  ASSERT_TRUE(outcome.ok()) << v1::Code_Name(outcome.code());
  EXPECT_EQ(verified.answer.scheme_version().threshold().limit(), "0.954926061");
}

TEST_F(ReadServicesTest, Footprints) {
  Start();
  const auto submit = [&](const char* author, std::vector<v1::Operation> operations) {
    const auto result = Submit(SignNow(author, std::move(operations)));
    EXPECT_EQ(result.fate(), v1::FATE_APPLIED) << v1::Code_Name(result.code());
  };
  submit("body-cn", {Op(ledger::testing::GwpSet("ar6"))});
  submit("zone", {Op(ledger::testing::Registration("farm", {v1::PARTICIPANT_KIND_PRODUCER}))});
  auto lines = ledger::testing::Lines("", {ledger::testing::PowerLine("power", "1000")});
  lines.set_footprint_operation(2);
  submit("farm", {Op(ledger::testing::Orchard()), Op(ledger::testing::Mango()),
                  Op(ledger::testing::Creation()), Op(lines)});

  v1::ListFootprintsResponse list;
  ASSERT_TRUE(footprints_->ListFootprints(std::make_unique<Call>().get(), {}, &list).ok());
  ASSERT_EQ(list.footprints_size(), 1);
  EXPECT_EQ(list.log_size(), size());
  v1::GetFootprintRequest get;
  get.set_name(list.footprints(0).name());
  v1::GetFootprintResponse footprint;
  ASSERT_TRUE(footprints_->GetFootprint(std::make_unique<Call>().get(), get, &footprint).ok());
  EXPECT_EQ(footprint.footprint().producer(), "participants/farm");
  EXPECT_EQ(footprint.progress().line_count(), 1u);
  v1::ListFootprintLinesRequest parent;
  parent.set_parent(get.name());
  v1::ListFootprintLinesResponse rows;
  ASSERT_TRUE(footprints_->ListFootprintLines(std::make_unique<Call>().get(), parent, &rows).ok());
  ASSERT_EQ(rows.lines_size(), 1);
  EXPECT_EQ(rows.lines(0).line().id(), "power");

  get.set_name("footprints/x");
  ExpectRefused(footprints_->GetFootprint(std::make_unique<Call>().get(), get, &footprint),
                grpc::StatusCode::INVALID_ARGUMENT, "NAME_MALFORMED");
}

// What an auditor needs on a node of today: a declared footprint, the pilot in force, a second
// person, an accreditation.
class VerificationServiceTest : public ReadServicesTest {
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
