// Power loss at any write: every block whose WriteBlock returned OK is there whole afterwards, at
// most the one that was being written besides, and never part of one.
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "ledger/storage/rocks_store.h"
#include "tests/ledger/storage/block_model.h"
#include "tests/ledger/storage/fault_file_system.h"
#include "tests/ledger/storage/hasty_clock.h"
#include "tests/ledger/storage/test_store.h"

// RocksDB 7.8 loses the write buffer it has just made when the power fails while it switches to it.
// The process ends on such a failure, so nothing is to be mended; any other leak still fails the
// test.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:rocksdb::DBImpl::SwitchMemtable\n";
}

namespace tanji::ledger {
namespace {

constexpr int kSeedsPerBatch = 40;
constexpr int kBatches = 6;
constexpr int kPowerLosses = 3;
constexpr std::uint64_t kMaxBlocks = 12;
// RocksDB's least. Blocks of a few KiB fill it several times in a run, so that the power also
// fails during flushes, compactions and changes of the write-ahead file.
constexpr std::size_t kWriteBufferBytes = 64 << 10;

// Waits until RocksDB's own threads rest, so that the operations of a seed come in one order. After
// an error they leave their work undone.
void WaitUntilIdle(const Store& store, const FaultFileSystem& files) {
  const auto& rocks = dynamic_cast<const RocksStore&>(store);
  const auto busy = [&] {
    using P = rocksdb::DB::Properties;
    for (std::size_t i = 0; i < kFamilyCount; ++i) {
      for (const auto& property : {P::kMemTableFlushPending, P::kNumRunningFlushes,
                                   P::kCompactionPending, P::kNumRunningCompactions}) {
        std::uint64_t value = 0;
        rocks.db().GetIntProperty(rocks.families()[static_cast<Family>(i)], property, &value);
        if (value != 0) return true;
      }
    }
    return false;
  };
  while (!files.crashed() && busy()) std::this_thread::sleep_for(std::chrono::microseconds(50));
}

class PowerLoss {
 public:
  PowerLoss(std::uint64_t seed, bool wait)
      : random_(seed), wait_(wait), model_(seed, ShapeOf(seed)), files_(MakeFiles()) {}

  void Run() {
    Create();
    for (int i = 0; i < kPowerLosses && !::testing::Test::HasFailure(); ++i) WriteUntilPowerLoss();
  }

  int blocks_in_flight_kept() const { return blocks_in_flight_kept_; }
  int crashes_in_an_operation() const { return crashes_in_an_operation_; }

 private:
  // Some runs have blocks that fill write buffers and tiles.
  static BlockShape ShapeOf(std::uint64_t seed) {
    return seed % 4 == 0 ? BlockShape{200, 300, 100, 400} : BlockShape{};
  }
  std::shared_ptr<FaultFileSystem> MakeFiles() const {
    return std::make_shared<FaultFileSystem>(directory_ / "scratch");
  }
  StoreOptions Options(StoreOptions::Mode mode) const {
    auto options = OptionsAt(directory_ / "store", mode);
    options.file_system = files_;
    options.clock = clock_;
    options.write_buffer_bytes = kWriteBufferBytes;
    return options;
  }

  // Creating may be cut short as well; then it is done again.
  void Create() {
    if (random_.OneIn(3)) files_->CrashAtOperation(1 + random_.Below(60), random_.Below(1 << 30));
    auto store = Store::Open(Options(StoreOptions::Mode::kCreate));
    if (store.ok()) {
      store->reset();
      files_->CrashNow(random_.Below(1 << 30));
      files_->Restart();
      EXPECT_NE(MustOpen(Options(StoreOptions::Mode::kOpen)), nullptr) << "creation was lost";
      return;
    }
    ASSERT_TRUE(files_->crashed()) << store.status();
    files_->Restart();
    if (Store::Open(Options(StoreOptions::Mode::kOpen)).ok()) return;
    EXPECT_NE(MustOpen(Options(StoreOptions::Mode::kCreate)), nullptr);
  }

  void WriteUntilPowerLoss() {
    auto store = MustOpen(Options(StoreOptions::Mode::kOpen));
    ASSERT_NE(store, nullptr);
    files_->CrashAtOperation(1 + random_.Below(80), random_.Below(1 << 30));
    bool failed = false;
    for (std::uint64_t i = 0; i < kMaxBlocks && !failed; ++i) {
      const BlockWrite block = model_.NextBlock();
      failed = !store->WriteBlock(block).ok();
      if (!failed) model_.Apply(block);
      if (wait_) WaitUntilIdle(*store, *files_);
    }
    ASSERT_EQ(failed && !files_->crashed(), false) << "a write failed with the power on";
    if (files_->crashed()) ++crashes_in_an_operation_;
    files_->CrashNow(random_.Below(1 << 30));
    store.reset();
    files_->Restart();

    store = OpenThroughPowerLosses();
    ASSERT_NE(store, nullptr);
    const std::uint64_t height = HeightOf(store->Now());
    ASSERT_GE(height, model_.height()) << "an acknowledged block is lost";
    ASSERT_LE(height, model_.height() + (failed ? 1 : 0));
    if (height > model_.height()) {
      ++blocks_in_flight_kept_;
      model_.Apply(model_.NextBlock());
    }
    ASSERT_EQ(model_.Compare(store->Now()), "");
    ASSERT_TRUE(store->VerifyFiles().ok()) << store->VerifyFiles();
  }

  // Recovering may be cut short too.
  std::unique_ptr<Store> OpenThroughPowerLosses() {
    while (random_.OneIn(3)) {
      files_->CrashAtOperation(1 + random_.Below(30), random_.Below(1 << 30));
      const auto store = Store::Open(Options(StoreOptions::Mode::kOpen));
      EXPECT_TRUE(store.ok() || files_->crashed()) << store.status();
      files_->CrashNow(random_.Below(1 << 30));
      // Whatever is open closes before the power is back.
      if (store.ok()) const_cast<std::unique_ptr<Store>&>(*store).reset();
      files_->Restart();
    }
    return MustOpen(Options(StoreOptions::Mode::kOpen));
  }

  TestDirectory directory_;
  Random random_;
  bool wait_;
  BlockModel model_;  // every acknowledged block
  std::shared_ptr<FaultFileSystem> files_;
  std::shared_ptr<HastyClock> clock_ = std::make_shared<HastyClock>();
  int blocks_in_flight_kept_ = 0;
  int crashes_in_an_operation_ = 0;
};

// Batches of seeds, so that several can run at once.
class PowerLossTest : public ::testing::TestWithParam<int> {
 protected:
  static std::uint64_t FirstSeed() { return 1 + kSeedsPerBatch * GetParam(); }
};

TEST_P(PowerLossTest, LosesNoAcknowledgedBlockAndSplitsNone) {
  int kept = 0;
  int crashes = 0;
  for (std::uint64_t seed = FirstSeed(); seed < FirstSeed() + kSeedsPerBatch; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    PowerLoss run(seed, /*wait=*/true);
    run.Run();
    if (HasFailure()) return;
    kept += run.blocks_in_flight_kept();
    crashes += run.crashes_in_an_operation();
  }
  // The test has seen what it is about.
  EXPECT_GT(crashes, kSeedsPerBatch / 2);
  EXPECT_GT(kept, 0);
  RecordProperty("crashes", crashes);
  RecordProperty("blocks_in_flight_kept", kept);
}

INSTANTIATE_TEST_SUITE_P(Batch, PowerLossTest, ::testing::Range(0, kBatches));

// The same with RocksDB's threads running free: flushes and block writes overlap, and a seed does
// not always crash in the same place.
TEST(PowerLoss, LosesNothingWhileFlushesAndWritesOverlap) {
  for (std::uint64_t seed = 1001; seed <= 1060; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    PowerLoss(seed, /*wait=*/false).Run();
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace tanji::ledger
