// Readers beside the writer. Runs under ThreadSanitizer as well (see planted_race.cc).
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "ledger/storage/backup.h"
#include "tests/ledger/storage/block_model.h"
#include "tests/ledger/storage/test_store.h"

namespace tanji::ledger {
namespace {

constexpr int kBlocks = 60;
constexpr BlockShape kShape = {20, 200, 20, 60};

// Models after 0, 1, ... kBlocks blocks.
std::vector<BlockModel> Models(std::uint64_t seed) {
  std::vector<BlockModel> models = {BlockModel(seed, kShape)};
  for (int i = 0; i < kBlocks; ++i) {
    models.push_back(models.back());
    models.back().Apply(models.back().NextBlock());
  }
  return models;
}

class Concurrency : public ::testing::Test {
 protected:
  Concurrency() {
    auto options = OptionsAt(directory_ / "store", StoreOptions::Mode::kCreate);
    options.write_buffer_bytes = 64 << 10;  // flushes and compactions take part
    store_ = MustOpen(options);
  }

  void WriteAll() {
    for (int i = 0; i < kBlocks; ++i) {
      ASSERT_TRUE(store_->WriteBlock(models_[static_cast<std::size_t>(i)].NextBlock()).ok());
    }
    done_ = true;
  }

  TestDirectory directory_;
  const std::vector<BlockModel> models_ = Models(11);
  std::unique_ptr<Store> store_;
  std::atomic<bool> done_ = false;
};

TEST_F(Concurrency, EverySnapshotIsTheStateAfterSomeBlock) {
  std::atomic<int> snapshots = 0;
  const auto read = [&] {
    std::uint64_t last = 0;
    do {
      const auto view = store_->Snapshot();
      const std::uint64_t height = HeightOf(*view);
      ASSERT_GE(height, last) << "time went backwards";
      last = height;
      ASSERT_EQ(models_[height].Compare(*view), "") << "height " << height;
      ++snapshots;
    } while (!done_);
  };
  std::thread first(read);
  std::thread second(read);
  WriteAll();
  first.join();
  second.join();
  EXPECT_GT(snapshots, 2);
  EXPECT_EQ(models_.back().Compare(store_->Now()), "");
}

TEST_F(Concurrency, TheNewestStateNeverGoesBack) {
  std::thread reader([&] {
    std::size_t entries = 0;
    std::uint64_t height = 0;
    do {
      const auto read = store_->Now().ReadEntries(0, ~0ull);
      ASSERT_TRUE(read.ok());
      ASSERT_GE(read->size(), entries);
      entries = read->size();
      ASSERT_GE(HeightOf(store_->Now()), height);
      height = HeightOf(store_->Now());
      (void)store_->SizeBytes();
    } while (!done_);
  });
  WriteAll();
  reader.join();
}

TEST_F(Concurrency, BackupsAndSnapshotsBesideTheWriterAreWhole) {
  std::thread copier([&] {
    int copies = 0;
    do {
      const std::string number = std::to_string(++copies);
      ASSERT_TRUE(CreateSnapshot(*store_, directory_ / ("snapshot" + number)).ok());
      ASSERT_TRUE(CreateBackup(*store_, directory_ / "backups").ok());
      ASSERT_TRUE(RestoreBackup(directory_ / "backups", directory_ / ("restored" + number)).ok());
      for (const char* copy : {"snapshot", "restored"}) {
        const auto store = MustOpen(OptionsAt(directory_ / (copy + number)));
        ASSERT_EQ(models_[HeightOf(store->Now())].Compare(store->Now()), "");
      }
    } while (!done_ && copies < 8);
  });
  WriteAll();
  copier.join();
}

}  // namespace
}  // namespace tanji::ledger
