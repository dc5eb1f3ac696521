// Facilities, products and yield bounds: what is recorded, and their lives.
#include <gtest/gtest.h>

#include "ledger/modules/products/find.h"
#include "ledger/modules/products/queries.h"
#include "ledger/modules/products/tables.h"
#include "tests/ledger/modules/products/farm.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Farm;
using testing::Refused;

class Registration : public ::testing::Test {
 protected:
  Farm farm_;
  testing::World& world_ = farm_.world;
};

TEST_F(Registration, RecordsAFacilityInSquareMetres) {
  const auto message = testing::Orchard("north");
  farm_.Do(message);
  const auto record = kFacilities.Get(world_.state(), "farm", "north").value();
  EXPECT_EQ(record.producer(), "participants/farm");
  EXPECT_EQ(record.id(), "north");
  EXPECT_EQ(record.name().zh(), message.name().zh());
  EXPECT_EQ(record.gln(), message.gln());
  EXPECT_EQ(record.region(), "CN-HI");
  EXPECT_EQ(record.admin_code(), "469029");
  EXPECT_EQ(record.area().decimal(), "15");
  EXPECT_EQ(record.area().unit(), "mu");
  EXPECT_EQ(record.area_m2(), "10000");
  EXPECT_EQ(record.climate().precipitation_mm(), 1900u);
  EXPECT_EQ(record.registered_time(), world_.now_ms());
  ASSERT_EQ(record.signed_by_size(), 1);
  EXPECT_EQ(record.signed_by(0), testing::KeyOf("farm").key_id().str());
  EXPECT_FALSE(kFacilities.Get(world_.state(), "farm", "packhouse").value().has_climate());
}

TEST_F(Registration, OfAbroadNeedsNoAdministrativeCode) {
  auto message = testing::Orchard("sicily");
  message.set_region("IT-82");
  message.clear_admin_code();
  message.clear_gln();
  message.mutable_climate()->set_precipitation_mm(1000);
  message.mutable_climate()->set_class_(v1::CLIMATE_CLASS_DRY);
  farm_.Do(message);
}

TEST_F(Registration, RecordsAProduct) {
  const auto record = kProducts.Get(world_.state(), "farm", "mango").value();
  EXPECT_EQ(record.producer(), "participants/farm");
  EXPECT_EQ(record.id(), "mango");
  EXPECT_EQ(record.name().en(), "mango");
  EXPECT_EQ(record.category(), "CPC:01316");
  EXPECT_EQ(record.gtin(), "4006381333931");
  EXPECT_EQ(record.unit(), "kg");
  EXPECT_GT(record.registered_time(), testing::kGenesisTimeMs);
  ASSERT_EQ(record.signed_by_size(), 1);
}

TEST_F(Registration, LeavesIdsToEachProducer) {
  EXPECT_TRUE(Accepted(world_.Do("neighbour", testing::Orchard())));
  EXPECT_TRUE(Accepted(world_.Do("neighbour", testing::Mango())));
  EXPECT_TRUE(kFacilities.Has(world_.state(), "neighbour", "orchard"));
}

TEST_F(Registration, OfAGroupIsLikeThatOfAFarm) {
  world_.Register("coop", {v1::PARTICIPANT_KIND_PRODUCER_GROUP});
  EXPECT_TRUE(Accepted(world_.Do("coop", testing::Mango())));
}

TEST_F(Registration, ReplacesABound) {
  auto lower = testing::Bound();
  lower.set_kg_per_ha("12000.5");
  EXPECT_TRUE(Accepted(world_.Do("body-hn", lower)));
  v1::GetYieldBoundRequest request;
  v1::GetYieldBoundResponse response;
  request.set_category("CPC:0131");
  ASSERT_TRUE(Accepted(GetYieldBound(request, world_.state(), response)));
  EXPECT_EQ(response.bound().kg_per_ha(), "12000.5");
  EXPECT_EQ(response.bound().set_by(), "participants/body-hn");
  EXPECT_EQ(response.bound().set_time(), world_.now_ms());
  EXPECT_EQ(response.bound().source(), "made up for tests");
  EXPECT_EQ(response.bound().signed_by_size(), 1);
}

// What later modules ask.
TEST_F(Registration, IsFoundWhileInForce) {
  v1::Facility facility;
  v1::Product product;
  const std::string orchard(testing::kOrchard), mango(testing::kMango);
  EXPECT_TRUE(Accepted(FindFacility(world_.state(), "f", orchard, world_.now_ms(), facility)));
  EXPECT_EQ(facility.id(), "orchard");
  EXPECT_TRUE(Accepted(FindProduct(world_.state(), "p", mango, world_.now_ms(), product)));
  EXPECT_EQ(product.id(), "mango");

  farm_.Do(testing::ChangeOrchard(testing::OpenStatus(v1::STATUS_KIND_SUSPENDED)));
  farm_.Do(testing::ChangeMango(testing::OpenStatus(v1::STATUS_KIND_SUSPENDED)));
  EXPECT_TRUE(Refused(FindFacility(world_.state(), "f", orchard, world_.now_ms(), facility),
                      v1::CODE_NOT_IN_FORCE, {{"field", "f"}, {"value", orchard}}));
  EXPECT_TRUE(Refused(FindProduct(world_.state(), "p", mango, world_.now_ms(), product),
                      v1::CODE_NOT_IN_FORCE, {{"field", "p"}, {"value", mango}}));
  farm_.Do(testing::ChangeOrchard(testing::EndStatus(1)));
  farm_.Do(testing::ChangeMango(testing::EndStatus(1)));
  EXPECT_TRUE(Accepted(FindFacility(world_.state(), "f", orchard, world_.now_ms(), facility)));
  EXPECT_TRUE(Accepted(FindProduct(world_.state(), "p", mango, world_.now_ms(), product)));
  EXPECT_TRUE(Refused(
      FindProduct(world_.state(), "p", "participants/farm/products/kiwi", world_.now_ms(), product),
      v1::CODE_NOT_FOUND, {{"field", "p"}, {"value", "participants/farm/products/kiwi"}}));
}

TEST_F(Registration, IsReadOneByOneAndInPages) {
  v1::GetFacilityRequest get;
  v1::GetFacilityResponse found;
  get.set_name(std::string(testing::kOrchard));
  ASSERT_TRUE(Accepted(GetFacility(get, world_.state(), found)));
  EXPECT_EQ(found.facility().id(), "orchard");
  EXPECT_EQ(found.status().event_count(), 1u);

  EXPECT_TRUE(Accepted(world_.Do("neighbour", testing::Orchard())));
  v1::ListFacilitiesRequest list;
  v1::ListFacilitiesResponse all, own, first, second;
  ASSERT_TRUE(Accepted(ListFacilities(list, world_.state(), world_.Scan(), all)));
  EXPECT_EQ(all.facilities_size(), 3);
  list.set_parent("participants/farm");
  ASSERT_TRUE(Accepted(ListFacilities(list, world_.state(), world_.Scan(), own)));
  EXPECT_EQ(own.facilities_size(), 2);
  list.set_page_size(1);
  ASSERT_TRUE(Accepted(ListFacilities(list, world_.state(), world_.Scan(), first)));
  list.set_page_token(first.next_page_token());
  ASSERT_TRUE(Accepted(ListFacilities(list, world_.state(), world_.Scan(), second)));
  EXPECT_EQ(first.facilities(0).facility().id(), "orchard");
  EXPECT_EQ(second.facilities(0).facility().id(), "packhouse");
  EXPECT_EQ(second.next_page_token(), "");
  // A token of one producer's list does not lead into another's.
  list.set_parent("participants/neighbour");
  EXPECT_TRUE(Refused(ListFacilities(list, world_.state(), world_.Scan(), second),
                      v1::CODE_PAGE_TOKEN_MALFORMED, {}));
  list.set_parent("farm");
  EXPECT_TRUE(Refused(ListFacilities(list, world_.state(), world_.Scan(), second),
                      v1::CODE_NAME_MALFORMED,
                      {{"field", "parent"}, {"value", "farm"}, {"expected", "participants/ID"}}));
}

TEST_F(Registration, OfProductsIsReadLikewise) {
  v1::GetProductRequest get;
  v1::GetProductResponse found;
  get.set_name(std::string(testing::kMango));
  ASSERT_TRUE(Accepted(GetProduct(get, world_.state(), found)));
  EXPECT_EQ(found.product().category(), "CPC:01316");
  EXPECT_EQ(found.status().intervals(0).kind(), v1::STATUS_KIND_IN_FORCE);
  v1::ListProductsRequest list;
  v1::ListProductsResponse own;
  list.set_parent("participants/farm");
  ASSERT_TRUE(Accepted(ListProducts(list, world_.state(), world_.Scan(), own)));
  ASSERT_EQ(own.products_size(), 2);
  // In the order of the keys: a shorter id comes first.
  EXPECT_EQ(own.products(0).product().id(), "mango");
  EXPECT_EQ(own.products(1).product().id(), "cut-mango");
}

}  // namespace
}  // namespace tanji::ledger
