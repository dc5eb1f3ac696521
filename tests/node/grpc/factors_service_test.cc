// FactorsService over gRPC: what its calls answer of a ledger in which something has happened.
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/node/grpc/grpc_fixture.h"

namespace tanji::node {
namespace {

using ledger::testing::Op;
using testing_support::Call;
using testing_support::ExpectRefused;
using testing_support::SignNow;

using FactorsServiceTest = testing_support::GrpcTest;

TEST_F(FactorsServiceTest, Factors) {
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

}  // namespace
}  // namespace tanji::node
