// tanji dataset import: a table goes on only with a dataset that is wholly its own. The node
// executes what it is sent, so that a second run finds it; every answer is a proof.
#include <gtest/gtest.h>

#include "client/sdk/file.h"
#include "ledger/modules/factors/tables.h"
#include "ledger/state/record.h"
#include "tanji/v1/log.pb.h"
#include "tests/client/cli/proving_node.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::client::cli {
namespace {

const std::string kId = "cn-grid-footprint-2023";
const std::string kExample =
    std::string(TANJI_SOURCE_DIR) + "/deploy/examples/factors/cn-grid-footprint-2023";

class DatasetImport : public ::testing::Test {
 protected:
  DatasetImport() { key_ = harness_.Key("cn.key", "body-cn", "h0"); }

  Harness::Outcome Import(const std::string& description, std::vector<std::string> more = {}) {
    std::vector<std::string> words{"dataset",      "import",    kExample + ".csv",
                                   "--dataset",    description, "--yes",
                                   "--unverified", "--output",  "json"};
    words.insert(words.end(), more.begin(), more.end());
    if (more.empty()) words.insert(words.end(), {"--key", key_});
    return harness_.Run(std::move(words));
  }
  // The example's description with one text in place of another.
  std::string Altered(const std::string& from, const std::string& to) {
    auto text = *ReadFile(kExample + ".json");
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos) text.replace(at, from.size(), to);
    return harness_.Write("altered.json", text);
  }

  Harness harness_;
  ledger::testing::World world_;
  WorldNode node_{harness_, world_};
  std::string key_;
};

TEST_F(DatasetImport, IsDoneOnceAndFoundAgain) {
  const auto imported = Import(kExample + ".json");
  ASSERT_EQ(imported.code, 0) << imported.err;
  EXPECT_EQ(imported.json()["already_there"], false);
  const auto count = node_.bodies.size();
  EXPECT_EQ(count, 3u);
  const auto again = Import(kExample + ".json");
  ASSERT_EQ(again.code, 0) << again.err;
  EXPECT_EQ(again.json()["already_there"], true);
  EXPECT_EQ(node_.bodies.size(), count);
}

TEST_F(DatasetImport, AnotherDescriptionOfTheSameTableIsNotThereAlready) {
  ASSERT_EQ(Import(kExample + ".json").code, 0);
  const auto run = Import(Altered("\"year\": 2025", "\"year\": 2024"));
  EXPECT_EQ(run.code, 1) << run.out;
  EXPECT_NE(run.err.find("DESCRIPTION_DIFFERS"), std::string::npos) << run.err;
}

TEST_F(DatasetImport, WhatAnotherAuthorBeganIsNotOnesOwn) {
  ASSERT_EQ(Import(kExample + ".json").code, 0);
  const auto run = Import(kExample + ".json", {"--key", harness_.Key("eu.key", "body-eu", "h0")});
  EXPECT_EQ(run.code, 1) << run.out;
  EXPECT_NE(run.err.find("DATASET_OF_ANOTHER_AUTHOR"), std::string::npos) << run.err;
}

TEST_F(DatasetImport, ARecordThatCannotBeReadIsNotBelieved) {
  ASSERT_EQ(Import(kExample + ".json").code, 0);
  world_.state().Put(ledger::kDatasets.Key(kId), "garbage");
  const auto run = Import(kExample + ".json");
  EXPECT_EQ(run.code, 3) << run.out;
  EXPECT_NE(run.err.find("RECORD_MALFORMED"), std::string::npos) << run.err;
}

TEST_F(DatasetImport, ADatasetWithoutItsProgressIsNotBelieved) {
  ASSERT_EQ(Import(kExample + ".json").code, 0);
  world_.state().Delete(ledger::kDatasetProgress.Key(kId));
  EXPECT_EQ(Import(kExample + ".json").code, 3);
}

TEST_F(DatasetImport, ExpiresWhenItIsTold) {
  ASSERT_EQ(Import(kExample + ".json", {"--key", key_, "--expire", "30s"}).code, 0);
  ASSERT_FALSE(node_.bodies.empty());
  EXPECT_EQ(node_.bodies[0].expire_time(), harness_.now_ms + 30'000);
}

}  // namespace
}  // namespace tanji::client::cli
