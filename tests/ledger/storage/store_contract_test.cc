// What every store promises, held against the one on disk and the one in memory.
#include <gtest/gtest.h>

#include <functional>

#include "tests/ledger/storage/block_model.h"
#include "tests/ledger/storage/test_store.h"
#include "tests/support/memory_store.h"

namespace tanji::ledger {
namespace {

struct Maker {
  const char* name;
  std::function<std::unique_ptr<Store>(const std::string& path)> make;
};

class StoreContract : public ::testing::TestWithParam<Maker> {
 protected:
  StoreContract() : store_(GetParam().make(directory_ / "store")) {}

  void Write(const BlockWrite& block) {
    const auto status = store_->WriteBlock(block);
    ASSERT_TRUE(status.ok()) << status;
  }
  // A block of these entries, after `first` others.
  static BlockWrite Entries(std::uint64_t first, std::vector<std::string> entries) {
    BlockWrite block;
    block.first_entry_index = first;
    block.entries = std::move(entries);
    return block;
  }

  TestDirectory directory_;
  std::unique_ptr<Store> store_;
};

TEST_P(StoreContract, AnswersWhatWasWritten) {
  BlockModel model(1, {600, 100, 60, 300});
  EXPECT_EQ(model.Compare(store_->Now()), "");
  for (int i = 0; i < 20; ++i) {
    const BlockWrite block = model.NextBlock();
    Write(block);
    model.Apply(block);
    ASSERT_EQ(model.Compare(store_->Now()), "") << "block " << i;
  }
}

TEST_P(StoreContract, ASnapshotStaysAsItIs) {
  BlockModel model(2);
  for (int i = 0; i < 5; ++i) {
    const BlockWrite block = model.NextBlock();
    Write(block);
    model.Apply(block);
  }
  const BlockModel before = model;
  const auto snapshot = store_->Snapshot();
  for (int i = 0; i < 5; ++i) {
    const BlockWrite block = model.NextBlock();
    Write(block);
    model.Apply(block);
  }
  EXPECT_EQ(before.Compare(*snapshot), "");
  EXPECT_EQ(model.Compare(store_->Now()), "");
  EXPECT_NE(model.Compare(*snapshot), "");
}

TEST_P(StoreContract, ReadsEntriesFromAnyIndex) {
  Write(Entries(0, {"e0", "e1"}));
  Write(Entries(2, std::vector<std::string>(300, "x")));
  Write(Entries(302, {"e302"}));
  const auto& view = store_->Now();
  EXPECT_EQ(*view.ReadEntries(1, 2), (std::vector<std::string>{"e1", "x"}));
  EXPECT_EQ(*view.ReadEntries(255, 2), (std::vector<std::string>{"x", "x"}));
  EXPECT_EQ(*view.ReadEntries(301, 9), (std::vector<std::string>{"x", "e302"}));
  EXPECT_EQ(*view.ReadEntries(302, 1), (std::vector<std::string>{"e302"}));
  EXPECT_EQ(*view.ReadEntries(303, 1), std::vector<std::string>());
  EXPECT_EQ(*view.ReadEntries(~0ull, 1), std::vector<std::string>());
  EXPECT_EQ(*view.ReadEntries(0, 0), std::vector<std::string>());
  EXPECT_EQ(view.ReadEntries(0, ~0ull)->size(), 303u);
}

TEST_P(StoreContract, ReadsHashesOrSaysThatOneIsMissing) {
  BlockWrite block;
  for (std::uint64_t i = 0; i < 3; ++i) block.hashes.push_back({0, i, crypto::Sha256("h")});
  block.hashes.push_back({2, 0, crypto::Sha256("root")});
  Write(block);
  const auto& view = store_->Now();
  EXPECT_EQ(view.ReadHashes(0, 0, 3)->size(), 3u);
  EXPECT_EQ(view.ReadHashes(0, 1, 0)->size(), 0u);
  EXPECT_EQ(view.ReadHashes(2, 0, 1)->at(0), crypto::Sha256("root"));
  EXPECT_EQ(view.ReadHashes(0, 1, 3).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(view.ReadHashes(0, 3, 1).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(view.ReadHashes(1, 0, 1).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(view.ReadHashes(2, 0, 2).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(view.ReadHashes(3, 0, 1).status().code(), absl::StatusCode::kNotFound);
}

TEST_P(StoreContract, ScansStateFromAKeyUntilTold) {
  BlockWrite block;
  for (const char* key : {"b", "a", "ab", "c"}) block.state[key] = std::string("r-") + key;
  block.state[std::string("\xff\0", 2)] = "last";
  Write(block);
  std::vector<std::string> keys;
  ASSERT_TRUE(store_->Now()
                  .ScanState("ab",
                             [&](std::string_view key, std::string_view) {
                               keys.emplace_back(key);
                               return keys.size() < 3;
                             })
                  .ok());
  EXPECT_EQ(keys, (std::vector<std::string>{"ab", "b", "c"}));
}

TEST_P(StoreContract, DeletedKeysAreGoneAndMayComeBack) {
  BlockWrite block;
  block.state["k"] = "1";
  Write(block);
  block.state["k"] = std::nullopt;
  Write(block);
  EXPECT_EQ(store_->Now().Get("k"), std::nullopt);
  block.state["k"] = "2";
  Write(block);
  EXPECT_EQ(store_->Now().Get("k"), "2");
}

TEST_P(StoreContract, DetailsOfTheSameBlockSurviveItsDeletion) {
  BlockWrite block;
  block.details = {{1, "one"}, {2, "two"}};
  Write(block);
  block.details = {{3, "three"}};
  block.details_below = 2;
  Write(block);
  EXPECT_EQ(*store_->Now().ReadDetail(1), std::nullopt);
  EXPECT_EQ(*store_->Now().ReadDetail(2), "two");
  EXPECT_EQ(*store_->Now().ReadDetail(3), "three");
}

TEST_P(StoreContract, GenesisIsWrittenOnceAndFirst) {
  EXPECT_EQ(store_->ReadGenesis().status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(*store_->Now().ReadTip(), std::nullopt);
  ASSERT_TRUE(store_->WriteGenesis("file").ok());
  EXPECT_EQ(*store_->ReadGenesis(), "file");
  EXPECT_EQ(store_->WriteGenesis("other").code(), absl::StatusCode::kAlreadyExists);
  EXPECT_EQ(*store_->ReadGenesis(), "file");
}

TEST_P(StoreContract, NoGenesisAfterABlock) {
  Write(Entries(0, {"e"}));
  EXPECT_EQ(store_->WriteGenesis("file").code(), absl::StatusCode::kAlreadyExists);
}

TEST_P(StoreContract, AGapInTheLogIsOurOwnMistake) {
  Write(Entries(0, {"e"}));
  EXPECT_DEATH((void)store_->WriteBlock(Entries(2, {"e"})), "first_entry_index");
}

INSTANTIATE_TEST_SUITE_P(
    Stores, StoreContract,
    ::testing::Values(Maker{"Rocks", [](const std::string& path) { return MustCreate(path); }},
                      Maker{"Memory",
                            [](const std::string&) { return std::make_unique<MemoryStore>(); }}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(MemoryStore, RefusesEverythingAfterAFailedWrite) {
  MemoryStore store;
  store.FailNextWrite();
  EXPECT_EQ(store.WriteBlock({}).code(), absl::StatusCode::kUnknown);
  EXPECT_EQ(store.WriteBlock({}).code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(store.WriteGenesis("file").code(), absl::StatusCode::kFailedPrecondition);
}

}  // namespace
}  // namespace tanji::ledger
