// FootprintsService over gRPC: what its calls answer of a ledger in which something has happened.
#include "ledger/modules/common/draft_digest.h"
#include "ledger/modules/common/names.h"
#include "ledger/state/record.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/footprints/grower.h"
#include "tests/ledger/modules/products/farm.h"
#include "tests/node/grpc/grpc_fixture.h"

namespace tanji::node {
namespace {

using ledger::testing::Op;
using testing_support::Call;
using testing_support::ExpectRefused;
using testing_support::SignNow;

using FootprintsServiceTest = testing_support::GrpcTest;

TEST_F(FootprintsServiceTest, Footprints) {
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

}  // namespace
}  // namespace tanji::node
