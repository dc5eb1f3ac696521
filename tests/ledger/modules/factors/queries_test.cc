#include "ledger/modules/factors/queries.h"

#include <gtest/gtest.h>

#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Refused;
using testing::World;

TEST(FactorsQueries, FindOneAndListAll) {
  World world;
  ASSERT_TRUE(Accepted(world.Do("body-cn", testing::GwpSet("ar5"))));
  ASSERT_TRUE(Accepted(world.Do("body-cn", testing::GwpSet("ar6"))));
  testing::PublishDatasetOf(world, "power", {"a", "b", "cc"});
  testing::PublishDatasetOf(world, "power-2", {"z"});

  v1::GetGwpSetRequest get_set;
  v1::GetGwpSetResponse set;
  get_set.set_name("gwpSets/ar6");
  ASSERT_TRUE(Accepted(GetGwpSet(get_set, world.state(), set)));
  EXPECT_EQ(set.gwp_set().id(), "ar6");
  EXPECT_EQ(set.status().event_count(), 1u);
  v1::ListGwpSetsResponse sets;
  ASSERT_TRUE(Accepted(ListGwpSets({}, world.state(), world.Scan(), sets)));
  EXPECT_EQ(sets.gwp_sets_size(), 2);

  v1::GetDatasetRequest get_dataset;
  v1::GetDatasetResponse dataset;
  get_dataset.set_name("datasets/power");
  ASSERT_TRUE(Accepted(GetDataset(get_dataset, world.state(), dataset)));
  EXPECT_EQ(dataset.progress().factor_count(), 3u);
  EXPECT_EQ(dataset.status().event_count(), 1u);
  v1::ListDatasetsResponse datasets;
  ASSERT_TRUE(Accepted(ListDatasets({}, world.state(), world.Scan(), datasets)));
  EXPECT_EQ(datasets.datasets_size(), 2);

  v1::GetFactorRequest get_factor;
  v1::GetFactorResponse factor;
  get_factor.set_name("datasets/power/factors/cc");
  ASSERT_TRUE(Accepted(GetFactor(get_factor, world.state(), factor)));
  EXPECT_EQ(factor.factor().row().code(), "cc");
  EXPECT_EQ(factor.status().event_count(), 1u);
  v1::ListFactorsRequest list;
  v1::ListFactorsResponse factors;
  list.set_parent("datasets/power");
  list.set_page_size(2);
  ASSERT_TRUE(Accepted(ListFactors(list, world.state(), world.Scan(), factors)));
  ASSERT_EQ(factors.factors_size(), 2);
  list.set_page_token(factors.next_page_token());
  factors.Clear();
  ASSERT_TRUE(Accepted(ListFactors(list, world.state(), world.Scan(), factors)));
  ASSERT_EQ(factors.factors_size(), 1);
  EXPECT_EQ(factors.factors(0).factor().row().code(), "cc");
  EXPECT_EQ(factors.next_page_token(), "");
}

TEST(FactorsQueries, SayWhatIsNotThere) {
  World world;
  v1::GetGwpSetResponse set;
  v1::GetGwpSetRequest get_set;
  get_set.set_name("gwpSets/none");
  EXPECT_TRUE(Refused(GetGwpSet(get_set, world.state(), set), v1::CODE_NOT_FOUND,
                      {{"field", "name"}, {"value", "gwpSets/none"}}));
  v1::GetFactorResponse factor;
  v1::GetFactorRequest get_factor;
  get_factor.set_name("datasets/x/factors/y");
  EXPECT_TRUE(Refused(GetFactor(get_factor, world.state(), factor), v1::CODE_NOT_FOUND,
                      {{"field", "name"}, {"value", "datasets/x/factors/y"}}));
  v1::ListFactorsRequest list;
  v1::ListFactorsResponse factors;
  list.set_parent("datasets/none");
  EXPECT_TRUE(Refused(ListFactors(list, world.state(), world.Scan(), factors), v1::CODE_NOT_FOUND,
                      {{"field", "parent"}, {"value", "datasets/none"}}));
  list.set_parent("x");
  EXPECT_TRUE(Refused(ListFactors(list, world.state(), world.Scan(), factors),
                      v1::CODE_NAME_MALFORMED,
                      {{"field", "parent"}, {"value", "x"}, {"expected", "datasets/ID"}}));
}

TEST(FactorsQueries, ADraftHasNoStatus) {
  World world;
  ASSERT_TRUE(Accepted(world.Do("body-cn", testing::Dataset("draft"))));
  v1::GetDatasetRequest request;
  v1::GetDatasetResponse response;
  request.set_name("datasets/draft");
  ASSERT_TRUE(Accepted(GetDataset(request, world.state(), response)));
  EXPECT_FALSE(response.has_status());
  EXPECT_FALSE(response.progress().has_published_time());
}

class Comparison : public ::testing::Test {
 protected:
  Comparison() {
    testing::PublishDatasetOf(world_, "before", {"a", "b", "bb", "c", "gone"});
    EXPECT_TRUE(Accepted(world_.Do("body-cn", testing::Dataset("after"))));
    auto changed = testing::GridRow("bb");
    changed.mutable_value()->set_decimal("0.5");
    EXPECT_TRUE(Accepted(world_.Do(
        "body-cn", testing::Rows("after", {testing::GridRow("a"), testing::GridRow("b"), changed,
                                           testing::GridRow("c"), testing::GridRow("new")}))));
  }

  // The codes that differ, in pages of `size` rows.
  std::vector<std::string> Codes(std::uint32_t size) {
    std::vector<std::string> codes;
    v1::CompareDatasetsRequest request;
    request.set_before("datasets/before");
    request.set_after("datasets/after");
    request.set_page_size(size);
    do {
      v1::CompareDatasetsResponse response;
      EXPECT_TRUE(Accepted(CompareDatasets(request, world_.state(), world_.Scan(), response)));
      for (const auto& difference : response.differences()) codes.push_back(difference.code());
      request.set_page_token(response.next_page_token());
    } while (!request.page_token().empty());
    return codes;
  }

  World world_;
};

TEST_F(Comparison, ShowsWhatChangedWhateverThePages) {
  for (std::uint32_t size = 0; size <= 7; ++size) {
    EXPECT_EQ(Codes(size), (std::vector<std::string>{"bb", "new", "gone"})) << size;
  }
}

TEST_F(Comparison, HasBothRows) {
  v1::CompareDatasetsRequest request;
  request.set_before("datasets/before");
  request.set_after("datasets/after");
  v1::CompareDatasetsResponse response;
  ASSERT_TRUE(Accepted(CompareDatasets(request, world_.state(), world_.Scan(), response)));
  ASSERT_EQ(response.differences_size(), 3);
  EXPECT_EQ(response.differences(0).before().value().decimal(), "0.5777");
  EXPECT_EQ(response.differences(0).after().value().decimal(), "0.5");
  EXPECT_FALSE(response.differences(1).has_before());
  EXPECT_FALSE(response.differences(2).has_after());
}

TEST_F(Comparison, RefusesWhatIsNoPage) {
  v1::CompareDatasetsRequest request;
  request.set_before("datasets/before");
  request.set_after("datasets/after");
  v1::CompareDatasetsResponse response;
  const auto compare = [&] {
    return CompareDatasets(request, world_.state(), world_.Scan(), response);
  };
  request.set_page_token("xyz");
  EXPECT_TRUE(Refused(compare(), v1::CODE_PAGE_TOKEN_MALFORMED, {}));
  request.set_page_size(1001);
  EXPECT_TRUE(
      Refused(compare(), v1::CODE_PAGE_SIZE_OUT_OF_RANGE, {{"value", "1001"}, {"limit", "1000"}}));
  request.set_before("datasets/none");
  EXPECT_TRUE(
      Refused(compare(), v1::CODE_NOT_FOUND, {{"field", "before"}, {"value", "datasets/none"}}));
}

}  // namespace
}  // namespace tanji::ledger
