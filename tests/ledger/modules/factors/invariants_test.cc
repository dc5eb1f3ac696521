// Each invariant is proved able to fire: the state is corrupted as no operation would.
#include "ledger/modules/factors/invariants.h"

#include <gtest/gtest.h>

#include "ledger/modules/common/draft_digest.h"
#include "ledger/modules/factors/tables.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;

class FactorsInvariant : public ::testing::Test {
 protected:
  FactorsInvariant() {
    EXPECT_TRUE(Accepted(world_.Do("body-cn", testing::GwpSet("ar6"))));
    testing::PublishDatasetOf(world_, "old", {"a", "b"});
    testing::PublishDatasetOf(world_, "new", {"a"}, "datasets/old");
    EXPECT_TRUE(Accepted(world_.Do("body-cn", testing::Dataset("draft"))));
    EXPECT_TRUE(Accepted(world_.Do("body-cn", testing::Rows("draft", {testing::GridRow("a")}))));
  }

  // The problem that the invariant finds in `layer_`; empty if none.
  std::string Problem(const std::string& invariant) {
    const auto outcome =
        testing::CheckInvariant("factors." + invariant, layer_.changes(), world_.state(), layer_);
    return outcome.ok() ? "" : outcome.detail().back().second;
  }
  v1::DatasetProgress Progress(const std::string& id) {
    return kDatasetProgress.Get(layer_, id).value();
  }
  void PutProgress(const std::string& id, const v1::DatasetProgress& progress) {
    kDatasetProgress.Put(layer_, id, progress);
  }
  // Puts a row into a dataset as AddFactors would, without counting it.
  v1::Factor PutRow(const std::string& id, const std::string& code) {
    v1::Factor factor;
    factor.set_dataset("datasets/" + id);
    *factor.mutable_row() = testing::GridRow(code);
    kFactors.Put(layer_, id, code, factor);
    FactorHistory(id, code).Create(layer_, {world_.now_ms(), "participants/body-cn"},
                                   world_.now_ms(), std::nullopt);
    return factor;
  }

  testing::World world_;
  Overlay layer_{testing::Below(world_.state())};
};

TEST_F(FactorsInvariant, NothingIsWrongToBeginWith) {
  PutProgress("old", Progress("old"));
  for (const auto& row : FactorsInvariants()) {
    EXPECT_TRUE(Accepted(row.check(layer_.changes(), world_.state(), layer_))) << row.name;
  }
}

TEST_F(FactorsInvariant, RecordsAreImmutable) {
  auto set = kGwpSets.Get(layer_, "ar6").value();
  set.mutable_values(1)->set_value("25");
  kGwpSets.Put(layer_, "ar6", set);
  EXPECT_EQ(Problem("records_are_immutable"), "rewritten");
}

TEST_F(FactorsInvariant, FactorsAndDatasetsAreImmutableToo) {
  kDatasets.Delete(layer_, "old");
  EXPECT_EQ(Problem("records_are_immutable"), "deleted");
  kDatasets.Put(layer_, "old", kDatasets.Get(world_.state(), "old").value());
  EXPECT_EQ(Problem("records_are_immutable"), "");
  auto factor = kFactors.Get(layer_, "old", "a").value();
  factor.mutable_row()->mutable_value()->set_decimal("0.1");
  kFactors.Put(layer_, "old", "a", factor);
  EXPECT_EQ(Problem("records_are_immutable"), "rewritten");
}

TEST_F(FactorsInvariant, RecordsLieUnderTheirNames) {
  kFactors.Put(layer_, "old", "c", kFactors.Get(layer_, "old", "a").value());
  EXPECT_EQ(Problem("records_lie_under_their_names"), "not the key of its name");
}

TEST_F(FactorsInvariant, DatasetsAndSetsLieUnderTheirNames) {
  kDatasets.Put(layer_, "other", kDatasets.Get(layer_, "old").value());
  EXPECT_EQ(Problem("records_lie_under_their_names"), "not the key of its name");
  kDatasets.Delete(layer_, "other");
  kGwpSets.Put(layer_, "ar7", kGwpSets.Get(layer_, "ar6").value());
  EXPECT_EQ(Problem("records_lie_under_their_names"), "not the key of its name");
}

TEST_F(FactorsInvariant, HistoriesContinue) {
  layer_.Delete(MakeKey(KeySpace::kFactorStatus, std::string("old"), std::string("a")));
  EXPECT_EQ(Problem("histories_continue"), "deleted");
}

TEST_F(FactorsInvariant, EveryFactorAndSetHasAStatus) {
  v1::Factor factor = PutRow("draft", "b");
  EXPECT_EQ(Problem("histories_continue"), "");
  factor.mutable_row()->set_code("c");
  kFactors.Put(layer_, "draft", "c", factor);
  EXPECT_EQ(Problem("histories_continue"), "no status record");
}

TEST_F(FactorsInvariant, ADraftHasNoStatus) {
  DatasetHistory("draft").Create(layer_, {world_.now_ms(), "participants/body-cn"}, world_.now_ms(),
                                 std::nullopt);
  EXPECT_EQ(Problem("status_comes_with_publishing"), "a status without a published dataset");
}

TEST_F(FactorsInvariant, WhatIsPublishedHasAStatus) {
  auto progress = Progress("draft");
  progress.set_published_time(world_.now_ms());
  PutProgress("draft", progress);
  EXPECT_EQ(Problem("status_comes_with_publishing"), "status and publication disagree");
}

TEST_F(FactorsInvariant, ADatasetHasItsProgress) {
  v1::Dataset dataset;
  dataset.set_id("bare");
  kDatasets.Put(layer_, "bare", dataset);
  EXPECT_EQ(Problem("status_comes_with_publishing"), "a dataset without its progress");
}

TEST_F(FactorsInvariant, PublishedDatasetsNeverGrow) {
  auto progress = Progress("old");
  DraftDigest digest(progress.rows_digest());
  digest.Add(EncodeRecord(PutRow("old", "c")));
  progress.set_factor_count(3);
  progress.set_last_code("c");
  progress.set_rows_digest(digest.str());
  PutProgress("old", progress);
  EXPECT_EQ(Problem("digests_bind_the_rows"), "");
  EXPECT_EQ(Problem("progress_only_goes_forward"), "a lasting field has changed");
}

TEST_F(FactorsInvariant, SuccessorsAreNeverTakenBack) {
  auto progress = Progress("old");
  progress.clear_successors();
  PutProgress("old", progress);
  EXPECT_EQ(Problem("progress_only_goes_forward"), "a lasting field has changed");
}

TEST_F(FactorsInvariant, RowsAreCounted) {
  PutRow("draft", "b");
  EXPECT_EQ(Problem("digests_bind_the_rows"), "a row that its dataset does not count");
  PutProgress("draft", Progress("draft"));
  EXPECT_EQ(Problem("digests_bind_the_rows"), "the digest does not bind the rows");
}

TEST_F(FactorsInvariant, RowsComeAfterTheLast) {
  auto progress = Progress("draft");
  DraftDigest digest(progress.rows_digest());
  digest.Add(EncodeRecord(PutRow("draft", "A")));
  progress.set_factor_count(2);
  progress.set_last_code("A");
  progress.set_rows_digest(digest.str());
  PutProgress("draft", progress);
  EXPECT_EQ(Problem("digests_bind_the_rows"), "the digest does not bind the rows");
}

TEST_F(FactorsInvariant, SuccessorsSupersede) {
  auto progress = Progress("new");
  progress.add_successors()->set_dataset("datasets/old");
  PutProgress("new", progress);
  EXPECT_EQ(Problem("successors_supersede"), "a successor that does not supersede it");
  PutProgress("none", Progress("new"));
  kDatasetProgress.Delete(layer_, "new");
  EXPECT_EQ(Problem("successors_supersede"), "progress of no dataset");
}

}  // namespace
}  // namespace tanji::ledger
