// SchemesService over gRPC: what its calls answer of a ledger in which something has happened.
#include "tests/ledger/modules/schemes/pilot.h"
#include "tests/node/grpc/grpc_fixture.h"

namespace tanji::node {
namespace {

using ledger::testing::Op;
using testing_support::Call;
using testing_support::ExpectRefused;
using testing_support::SignNow;

using SchemesServiceTest = testing_support::GrpcTest;

TEST_F(SchemesServiceTest, Schemes) {
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

TEST_F(SchemesServiceTest, Thresholds) {
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

}  // namespace
}  // namespace tanji::node
