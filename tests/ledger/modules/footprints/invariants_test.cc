// Each invariant of footprints sees the mistake that it is there for.
#include <gtest/gtest.h>

#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/rules.h"
#include "ledger/modules/footprints/tables.h"
#include "tests/ledger/modules/footprints/grower.h"

namespace tanji::ledger {
namespace {

using testing::MangoHeader;
using testing::PowerLine;

class FootprintInvariant : public ::testing::Test {
 protected:
  FootprintInvariant()
      : declared_(IdOf(grower_.Declared())),
        draft_(IdOf(grower_.Draft(MangoHeader(), {PowerLine("a", "1")}))) {}

  static Id IdOf(const std::string& name) {
    return ParseIdName(kFootprintsCollection, name).value();
  }
  std::string Problem(const std::string& invariant) {
    const auto outcome = testing::CheckInvariant("footprints." + invariant, layer_.changes(),
                                                 grower_.world.state(), layer_);
    return outcome.ok() ? "" : outcome.detail().back().second;
  }
  v1::FootprintProgress Progress(const Id& id) {
    return kFootprintProgress.Get(layer_, id).value();
  }
  void Put(const Id& id, const v1::FootprintProgress& progress) {
    kFootprintProgress.Put(layer_, id, progress);
  }

  testing::Grower grower_;
  const Id declared_, draft_;
  Overlay layer_{testing::Below(grower_.world.state())};
};

TEST_F(FootprintInvariant, RecordsAreImmutable) {
  for (const auto& key : {kFootprints.Key(declared_), kFootprintLines.Key(declared_, 0),
                          kFootprintResults.Key(declared_), kFootprintLineResults.Key(declared_, 0),
                          kFootprintReferences.Key(declared_, 0)}) {
    Overlay layer(testing::Below(grower_.world.state()));
    layer.Put(key, layer.Get(key).value() + "x");
    EXPECT_EQ(testing::CheckInvariant("footprints.records_are_immutable", layer.changes(),
                                      grower_.world.state(), layer)
                  .code(),
              v1::CODE_INVARIANT_VIOLATED);
  }
}

TEST_F(FootprintInvariant, HistoriesContinue) {
  const auto key = MakeKey(KeySpace::kFootprintStatus, declared_);
  auto record = ParseRecord<v1::StatusRecord>(layer_.Get(key).value());
  record.mutable_intervals(0)->set_from_time(1);
  layer_.Put(key, EncodeRecord(record));
  EXPECT_EQ(Problem("histories_continue"), "a status interval was rewritten");
}

TEST_F(FootprintInvariant, WhatIsDeclaredDoesNotChange) {
  auto progress = Progress(declared_);
  progress.set_declared_time(progress.declared_time() + 1);
  Put(declared_, progress);
  EXPECT_EQ(Problem("progress_only_goes_forward"), "a lasting field has changed");
}
TEST_F(FootprintInvariant, ADraftDoesNotShrink) {
  auto progress = Progress(draft_);
  progress.set_line_count(0);
  Put(draft_, progress);
  EXPECT_EQ(Problem("progress_only_goes_forward"), "a lasting field has changed");
}

TEST_F(FootprintInvariant, EachHasItsProgress) {
  Id other = draft_;
  other.bytes[15] ^= 1;
  kFootprints.Put(layer_, other, kFootprints.Get(layer_, draft_).value());
  EXPECT_EQ(Problem("progress_comes_with_the_footprint"), "a footprint without its progress");
  layer_.Delete(kFootprints.Key(other));
  Put(other, Progress(draft_));
  EXPECT_EQ(Problem("progress_comes_with_the_footprint"), "the progress of no footprint");
}

TEST_F(FootprintInvariant, EachLineIsCounted) {
  kFootprintLines.Put(layer_, draft_, 1, kFootprintLines.Get(layer_, draft_, 0).value());
  EXPECT_EQ(Problem("digests_bind_the_lines"), "a line that its footprint does not count");
  Put(draft_, Progress(draft_));
  EXPECT_EQ(Problem("digests_bind_the_lines"), "a line that its footprint does not count");
  auto progress = Progress(draft_);
  progress.set_line_count(3);
  Put(draft_, progress);
  EXPECT_EQ(Problem("digests_bind_the_lines"), "a line is missing");
}

TEST_F(FootprintInvariant, ResultsComeWithTheDeclaration) {
  auto progress = Progress(draft_);
  progress.set_declared_time(1);
  Put(draft_, progress);
  EXPECT_EQ(Problem("results_come_with_the_declaration"),
            "status, result and declaration disagree");
}
TEST_F(FootprintInvariant, EachLineHasItsResult) {
  layer_.Delete(kFootprintLineResults.Key(declared_, 0));
  Put(declared_, Progress(declared_));
  EXPECT_EQ(Problem("results_come_with_the_declaration"), "not a result for every line");
}

TEST_F(FootprintInvariant, ADraftHasNeitherResultNorStatus) {
  kFootprintResults.Put(layer_, draft_, kFootprintResults.Get(layer_, declared_).value());
  EXPECT_EQ(Problem("results_belong_to_a_declaration"), "a result without a declaration");
  // Nor with a progress that is written and still a draft's.
  Put(draft_, Progress(draft_));
  EXPECT_EQ(Problem("results_belong_to_a_declaration"), "a result without a declaration");
}
TEST_F(FootprintInvariant, ADraftHasNoStatus) {
  FootprintHistory(draft_).Create(layer_, {1, "participants/farm"}, 1, std::nullopt);
  EXPECT_EQ(Problem("results_belong_to_a_declaration"), "a status without a declaration");
}

TEST_F(FootprintInvariant, CellsAddUp) {
  auto result = kFootprintResults.Get(layer_, declared_).value();
  result.set_value("5.776999999");
  kFootprintResults.Put(layer_, declared_, result);
  EXPECT_EQ(Problem("cells_add_up"), "the cells do not add up to the value");
}

TEST_F(FootprintInvariant, ReferencesAreCounted) {
  auto result = kFootprintResults.Get(layer_, declared_).value();
  result.set_factor_count(2);
  kFootprintResults.Put(layer_, declared_, result);
  EXPECT_EQ(Problem("references_are_counted"), "not as many references as the result counts");
  result.set_factor_count(33);
  kFootprintResults.Put(layer_, declared_, result);
  EXPECT_EQ(Problem("references_are_counted"), "references are missing");
}

TEST_F(FootprintInvariant, PredecessorsAreTold) {
  auto footprint = kFootprints.Get(layer_, draft_).value();
  auto& before = *footprint.mutable_header()->add_predecessors();
  before.set_footprint(MakeName(kFootprintsCollection, declared_));
  before.set_reason(v1::SUCCESSION_REASON_CORRECTION);
  kFootprints.Put(layer_, draft_, footprint);
  auto progress = Progress(draft_);
  progress.set_declared_time(1);
  Put(draft_, progress);
  EXPECT_EQ(Problem("predecessors_are_told"), "a predecessor is not told");
}

TEST_F(FootprintInvariant, SuccessorsSucceed) {
  auto progress = Progress(declared_);
  progress.add_successors()->set_footprint(MakeName(kFootprintsCollection, draft_));
  Put(declared_, progress);
  EXPECT_EQ(Problem("successors_succeed"), "a successor that does not succeed it");
  progress.mutable_successors(0)->set_footprint(MakeName(kFootprintsCollection, declared_));
  Put(declared_, progress);
  EXPECT_EQ(Problem("successors_succeed"), "a successor that does not name it");
}

}  // namespace
}  // namespace tanji::ledger
