#include "ledger/modules/footprints/queries.h"

#include <gtest/gtest.h>

#include "tests/ledger/modules/footprints/grower.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::MangoHeader;
using testing::PowerLine;

class FootprintQueries : public ::testing::Test {
 protected:
  FootprintQueries()
      : declared_(grower_.Declared()),
        draft_(grower_.Draft(MangoHeader(), {PowerLine("a", "1"), PowerLine("b", "2")})) {}

  v1::GetFootprintResponse Get(const std::string& name) {
    v1::GetFootprintRequest request;
    request.set_name(name);
    v1::GetFootprintResponse response;
    EXPECT_TRUE(Accepted(GetFootprint(request, grower_.world.state(), response)));
    return response;
  }

  testing::Grower grower_;
  const std::string declared_, draft_;
};

TEST_F(FootprintQueries, GiveADraftWithoutResultAndStatus) {
  const auto draft = Get(draft_), declared = Get(declared_);
  EXPECT_EQ(draft.name(), draft_);
  EXPECT_EQ(draft.progress().line_count(), 2u);
  EXPECT_FALSE(draft.has_result());
  EXPECT_FALSE(draft.has_status());
  EXPECT_EQ(declared.result().value(), "5.777");
  EXPECT_EQ(declared.status().intervals_size(), 1);
}

TEST_F(FootprintQueries, ListThemByPage) {
  v1::ListFootprintsRequest request;
  request.set_page_size(1);
  v1::ListFootprintsResponse first, second;
  const auto scan = grower_.world.Scan();
  ASSERT_TRUE(Accepted(ListFootprints(request, grower_.world.state(), scan, first)));
  ASSERT_EQ(first.footprints_size(), 1);
  request.set_page_token(first.next_page_token());
  ASSERT_TRUE(Accepted(ListFootprints(request, grower_.world.state(), scan, second)));
  ASSERT_EQ(second.footprints_size(), 1);
  EXPECT_TRUE(second.next_page_token().empty());
  EXPECT_NE(first.footprints(0).name(), second.footprints(0).name());
}

TEST_F(FootprintQueries, ListLinesWithTheirResults) {
  v1::ListFootprintLinesRequest request;
  request.set_parent(draft_);
  v1::ListFootprintLinesResponse lines;
  const auto scan = grower_.world.Scan();
  ASSERT_TRUE(Accepted(ListFootprintLines(request, grower_.world.state(), scan, lines)));
  ASSERT_EQ(lines.lines_size(), 2);
  EXPECT_EQ(lines.lines(1).line().id(), "b");
  EXPECT_FALSE(lines.lines(1).has_result());
  request.set_parent(declared_);
  lines.Clear();
  ASSERT_TRUE(Accepted(ListFootprintLines(request, grower_.world.state(), scan, lines)));
  ASSERT_EQ(lines.lines_size(), 1);
  EXPECT_EQ(lines.lines(0).result().co2e(), "5.777");
}

TEST_F(FootprintQueries, RefuseNamesOfNothing) {
  constexpr char kNone[] = "footprints/00000000-0000-8000-8000-000000000001";
  v1::GetFootprintRequest request;
  request.set_name(kNone);
  v1::GetFootprintResponse response;
  EXPECT_TRUE(testing::Refused(GetFootprint(request, grower_.world.state(), response),
                               v1::CODE_NOT_FOUND, {{"field", "name"}, {"value", kNone}}));
  request.set_name("footprints/x");
  EXPECT_EQ(GetFootprint(request, grower_.world.state(), response).code(), v1::CODE_NAME_MALFORMED);
}

}  // namespace
}  // namespace tanji::ledger
