// ProductsService over gRPC: what its calls answer of a ledger in which something has happened.
#include "tests/ledger/modules/products/farm.h"
#include "tests/node/grpc/grpc_fixture.h"

namespace tanji::node {
namespace {

using ledger::testing::Op;
using testing_support::Call;
using testing_support::ExpectRefused;
using testing_support::SignNow;

using ProductsServiceTest = testing_support::GrpcTest;

TEST_F(ProductsServiceTest, Products) {
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

}  // namespace
}  // namespace tanji::node
