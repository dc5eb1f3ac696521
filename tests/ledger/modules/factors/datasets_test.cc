// CreateDataset, AddFactors, PublishDataset, ChangeDatasetStatus, ChangeFactorStatus, and what they
// make of the use of a factor.
#include <gtest/gtest.h>

#include "ledger/modules/common/draft_digest.h"
#include "ledger/modules/factors/tables.h"
#include "ledger/modules/factors/usable.h"
#include "ledger/modules/membership/tables.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/membership/ballots.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Dataset;
using testing::GridRow;
using testing::Publication;
using testing::Refused;
using testing::Rows;
using testing::World;

constexpr char kFactor[] = "datasets/power/factors/average";

Outcome Use(World& world, const std::string& name = kFactor) {
  v1::Factor factor;
  return FindUsableFactor(world.state(), "factor", name, world.now_ms(), factor);
}

TEST(CreateDataset, RecordsADraft) {
  World world;
  const auto message = Dataset("power");
  ASSERT_TRUE(Accepted(world.Do("body-cn", message)));
  const auto record = kDatasets.Get(world.state(), "power").value();
  EXPECT_EQ(record.title().en(), message.title().en());
  EXPECT_EQ(record.publisher().zh(), message.publisher().zh());
  EXPECT_EQ(record.notice_number().text(), "No. 3 of 2025");
  EXPECT_EQ(record.document_sha256().sha256(), message.document_sha256().sha256());
  EXPECT_EQ(record.url().text(), message.url().text());
  EXPECT_EQ(record.licence().unknown(), v1::UNKNOWN_NOT_PUBLISHED);
  EXPECT_EQ(record.transcription_sha256(), message.transcription_sha256());
  EXPECT_EQ(record.year(), 2025u);
  EXPECT_EQ(record.created_by(), "participants/body-cn");
  EXPECT_EQ(record.created_time(), world.now_ms());
  EXPECT_EQ(record.signed_by_size(), 1);
  const auto progress = kDatasetProgress.Get(world.state(), "power").value();
  EXPECT_EQ(progress.factor_count(), 0u);
  EXPECT_EQ(progress.rows_digest(), std::string(32, '\0'));
  EXPECT_FALSE(progress.has_published_time());
  EXPECT_FALSE(DatasetHistory("power").Exists(world.state()));
}

TEST(CreateDataset, ASupplierMayPublishItsOwn) {
  World world;
  for (const auto kind : {v1::PARTICIPANT_KIND_AUDITOR, v1::PARTICIPANT_KIND_CERTIFIER,
                          v1::PARTICIPANT_KIND_PRODUCER_GROUP, v1::PARTICIPANT_KIND_PRODUCER}) {
    const std::string id = "p" + std::to_string(kind);
    world.Register(id, {kind});
    EXPECT_TRUE(Accepted(world.Do(id, Dataset("of-" + id)))) << v1::ParticipantKind_Name(kind);
  }
}

TEST(AddFactors, BindsTheRowsInTheOrderOfTheirCodes) {
  World world;
  ASSERT_TRUE(Accepted(world.Do("body-cn", Dataset("power"))));
  ASSERT_TRUE(Accepted(world.Do("body-cn", Rows("power", {GridRow("B"), GridRow("a")}))));
  const auto added_ms = world.now_ms();
  ASSERT_TRUE(Accepted(world.Do("body-cn", Rows("power", {GridRow("aa")}))));
  DraftDigest digest;
  for (const char* code : {"B", "a", "aa"}) {
    const auto factor = kFactors.Get(world.state(), "power", code).value();
    EXPECT_EQ(factor.dataset(), "datasets/power");
    EXPECT_EQ(factor.row().code(), code);
    digest.Add(EncodeRecord(factor));
  }
  const auto progress = kDatasetProgress.Get(world.state(), "power").value();
  EXPECT_EQ(progress.factor_count(), 3u);
  EXPECT_EQ(progress.last_code(), "aa");
  EXPECT_EQ(progress.rows_digest(), digest.str());
  const auto history = FactorHistory("power", "a");
  EXPECT_EQ(history.Interval(world.state(), 0)->from_time(), added_ms);
}

TEST(AddFactors, TakesAHundredRowsAtATime) {
  World world;
  ASSERT_TRUE(Accepted(world.Do("body-cn", Dataset("power"))));
  std::vector<v1::FactorRow> rows;
  for (int i = 100; i < 200; ++i) rows.push_back(GridRow("c" + std::to_string(i)));
  EXPECT_TRUE(Accepted(world.Do("body-cn", Rows("power", rows))));
  EXPECT_EQ(kDatasetProgress.Get(world.state(), "power")->factor_count(), 100u);
}

TEST(AddFactors, AnUnusualValueSaysWhy) {
  World world;
  ASSERT_TRUE(Accepted(world.Do("body-cn", Dataset("power"))));
  auto row = GridRow("old");
  row.mutable_value()->set_decimal("2");
  *row.mutable_unusual() = testing::Text("老旧机组", "an old unit");
  EXPECT_TRUE(Accepted(world.Do("body-cn", Rows("power", {row}))));
}

TEST(AddFactors, AnUnknownValueIsKeptAsUnknown) {
  World world;
  ASSERT_TRUE(Accepted(world.Do("body-cn", Dataset("power"))));
  auto row = GridRow("tibet");
  row.mutable_value()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  ASSERT_TRUE(Accepted(world.Do("body-cn", Rows("power", {row}))));
  const auto stored = kFactors.Get(world.state(), "power", "tibet").value().row();
  EXPECT_FALSE(stored.value().has_decimal());
  EXPECT_EQ(stored.value().unknown(), v1::UNKNOWN_NOT_PUBLISHED);
}

TEST(PublishDataset, MakesItUsable) {
  World world;
  ASSERT_TRUE(Accepted(world.Do("body-cn", Dataset("power"))));
  ASSERT_TRUE(Accepted(world.Do("body-cn", Rows("power", {GridRow("average")}))));
  EXPECT_TRUE(Refused(Use(world), v1::CODE_DATASET_IS_DRAFT,
                      {{"field", "factor"}, {"value", "datasets/power"}}));
  ASSERT_TRUE(Accepted(world.Do("body-cn", Publication(world, "power"))));
  EXPECT_TRUE(Accepted(Use(world)));
  EXPECT_EQ(kDatasetProgress.Get(world.state(), "power")->published_time(), world.now_ms());
  // A time before its publication does not make a draft usable.
  v1::Factor factor;
  EXPECT_TRUE(
      Refused(FindUsableFactor(world.state(), "factor", kFactor, world.now_ms() - 1, factor),
              v1::CODE_NOT_IN_FORCE, {{"field", "factor"}, {"value", "datasets/power"}}));
}

TEST(PublishDataset, SupersedesAndNeverOverwrites) {
  World world;
  testing::PublishDatasetOf(world, "power", {"average"});
  const auto before = kDatasets.Get(world.state(), "power").value();
  testing::PublishDatasetOf(world, "power-2", {"average"}, "datasets/power");
  EXPECT_EQ(EncodeRecord(kDatasets.Get(world.state(), "power").value()), EncodeRecord(before));
  auto progress = kDatasetProgress.Get(world.state(), "power").value();
  ASSERT_EQ(progress.successors_size(), 1);
  EXPECT_EQ(progress.successors(0).dataset(), "datasets/power-2");
  EXPECT_EQ(progress.successors(0).recorded_time(), world.now_ms());
  EXPECT_TRUE(Accepted(Use(world)));
  testing::PublishDatasetOf(world, "power-3", {"average"}, "datasets/power");
  progress = kDatasetProgress.Get(world.state(), "power").value();
  ASSERT_EQ(progress.successors_size(), 2);
  EXPECT_EQ(progress.successors(1).dataset(), "datasets/power-3");
}

TEST(UsableFactor, FollowsFactorAndDataset) {
  World world;
  testing::PublishDatasetOf(world, "power", {"average"});
  const auto suspended = testing::OpenStatus(v1::STATUS_KIND_SUSPENDED);
  const auto refused = [&](const char* value) {
    return Refused(Use(world), v1::CODE_NOT_IN_FORCE, {{"field", "factor"}, {"value", value}});
  };
  ASSERT_TRUE(Accepted(world.Do("body-cn", testing::ChangeFactor(kFactor, suspended))));
  EXPECT_TRUE(refused(kFactor));
  ASSERT_TRUE(Accepted(world.Do("body-cn", testing::ChangeFactor(kFactor, testing::EndStatus(1)))));
  EXPECT_TRUE(Accepted(Use(world)));
  ASSERT_TRUE(Accepted(world.Do("body-cn", testing::ChangeDataset("power", suspended))));
  EXPECT_TRUE(refused("datasets/power"));
  ASSERT_TRUE(
      Accepted(world.Do("body-cn", testing::ChangeDataset("power", testing::EndStatus(1)))));
  EXPECT_TRUE(Accepted(Use(world)));
  EXPECT_TRUE(Refused(Use(world, "datasets/power/factors/none"), v1::CODE_NOT_FOUND,
                      {{"field", "factor"}, {"value", "datasets/power/factors/none"}}));
  v1::Dataset dataset;
  EXPECT_TRUE(
      Refused(FindUsableDataset(world.state(), "dataset", "datasets/none", world.now_ms(), dataset),
              v1::CODE_NOT_FOUND, {{"field", "dataset"}, {"value", "datasets/none"}}));
}

TEST(UsableFactor, OutlivesItsPublisherUnlessThatWasVoidByThen) {
  World world;
  testing::PublishDatasetOf(world, "power", {"average"});
  testing::CarryBallot(
      world, {testing::ChangeStatus("body-cn", testing::OpenStatus(v1::STATUS_KIND_SUSPENDED))});
  EXPECT_TRUE(Accepted(Use(world)));
  ParticipantHistory("body-cn").Open(world.state(), {world.now_ms(), "ballots/x"},
                                     v1::STATUS_KIND_VOID, testing::kGenesisTimeMs,
                                     testing::Reason());
  EXPECT_TRUE(Refused(Use(world), v1::CODE_NOT_IN_FORCE,
                      {{"field", "factor"}, {"value", "participants/body-cn"}}));
}

TEST(UsableFactor, NeedsTheKeysThatPublishedIt) {
  World world;
  testing::PublishDatasetOf(world, "power", {"average"});
  v1::DeclareKeyCompromised compromise;
  compromise.set_key(testing::KeyNameOf("body-cn"));
  compromise.set_since_time(testing::kGenesisTimeMs);
  *compromise.mutable_reason() = testing::Reason();
  ASSERT_TRUE(Accepted(world.Do("body-cn", compromise)));
  EXPECT_TRUE(Refused(Use(world), v1::CODE_NOT_IN_FORCE,
                      {{"field", "factor"}, {"value", testing::KeyNameOf("body-cn")}}));
}

}  // namespace
}  // namespace tanji::ledger
