// What only the store on disk has: opening, refusing to open, failing.
#include "ledger/storage/rocks_store.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "ledger/storage/block_write.h"
#include "tests/ledger/storage/block_model.h"
#include "tests/ledger/storage/fault_file_system.h"
#include "tests/ledger/storage/hasty_clock.h"
#include "tests/ledger/storage/test_store.h"

namespace tanji::ledger {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using Mode = StoreOptions::Mode;

// Writes `count` blocks and returns the model after them.
BlockModel WriteBlocks(Store& store, std::uint64_t seed, int count) {
  BlockModel model(seed);
  for (int i = 0; i < count; ++i) {
    const BlockWrite block = model.NextBlock();
    EXPECT_TRUE(store.WriteBlock(block).ok());
    model.Apply(block);
  }
  return model;
}

std::string RefusalOf(const StoreOptions& options, absl::StatusCode code) {
  const auto store = Store::Open(options);
  EXPECT_EQ(store.status().code(), code) << store.status();
  return std::string(store.status().message());
}

class RocksStoreTest : public ::testing::Test {
 protected:
  TestDirectory directory_;
  const std::string path_ = directory_ / "store";
};

TEST_F(RocksStoreTest, KeepsEverythingOverReopening) {
  auto store = MustCreate(path_);
  ASSERT_TRUE(store->WriteGenesis("genesis").ok());
  BlockModel model = WriteBlocks(*store, 3, 30);
  store.reset();
  store = MustOpen(OptionsAt(path_));
  EXPECT_EQ(*store->ReadGenesis(), "genesis");
  EXPECT_EQ(model.Compare(store->Now()), "");
  EXPECT_EQ(store->recovery_note(), "");
  const BlockWrite block = model.NextBlock();
  ASSERT_TRUE(store->WriteBlock(block).ok());
  model.Apply(block);
  store.reset();
  EXPECT_EQ(model.Compare(MustOpen(OptionsAt(path_ + "/"))->Now()), "");
}

TEST_F(RocksStoreTest, ReadOnlyReadsAndDoesNotWrite) {
  const BlockModel model = WriteBlocks(*MustCreate(path_), 4, 10);
  const auto store = MustOpen(OptionsAt(path_, Mode::kOpenReadOnly));
  EXPECT_EQ(model.Compare(store->Now()), "");
  EXPECT_EQ(model.Compare(*store->Snapshot()), "");
  EXPECT_TRUE(store->VerifyFiles().ok());
  const auto status = store->WriteBlock(model.NextBlock());
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(status.message()), HasSubstr("open for reading only"));
  EXPECT_EQ(model.Compare(store->Now()), "");
}

TEST_F(RocksStoreTest, CreatesOnlyWhereThereIsNone) {
  MustCreate(path_).reset();
  EXPECT_THAT(RefusalOf(OptionsAt(path_, Mode::kCreate), absl::StatusCode::kAlreadyExists),
              AllOf(HasSubstr(path_), HasSubstr("holds a store already")));
}

TEST_F(RocksStoreTest, OpensOnlyWhereThereIsOne) {
  for (const auto mode : {Mode::kOpen, Mode::kOpenReadOnly}) {
    EXPECT_THAT(RefusalOf(OptionsAt(path_, mode), absl::StatusCode::kNotFound),
                AllOf(HasSubstr(path_), HasSubstr("no store")));
  }
  EXPECT_FALSE(std::filesystem::exists(path_)) << "opening must not make anything";
}

TEST_F(RocksStoreTest, SaysThatAnotherStoreOfThisProcessHoldsIt) {
  const auto store = MustCreate(path_);
  for (const auto mode : {Mode::kCreate, Mode::kOpen, Mode::kOpenReadOnly}) {
    EXPECT_THAT(RefusalOf(OptionsAt(path_, mode), absl::StatusCode::kFailedPrecondition),
                AllOf(HasSubstr(path_), HasSubstr("in use by another process")));
  }
}

TEST_F(RocksStoreTest, SaysThatAnotherProcessHoldsIt) {
  MustCreate(path_).reset();
  int locked[2];
  int done[2];
  ASSERT_EQ(pipe(locked), 0);
  ASSERT_EQ(pipe(done), 0);
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {  // takes the lock as RocksDB does, and keeps it until told
    const int file = open((path_ + "/LOCK").c_str(), O_RDWR);
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    char byte = fcntl(file, F_SETLK, &lock) == 0 ? 'y' : 'n';
    if (write(locked[1], &byte, 1) != 1 || read(done[0], &byte, 1) != 1) _exit(1);
    _exit(0);
  }
  char byte = 0;
  ASSERT_EQ(read(locked[0], &byte, 1), 1);
  ASSERT_EQ(byte, 'y');
  for (const auto mode : {Mode::kOpen, Mode::kOpenReadOnly}) {
    EXPECT_THAT(RefusalOf(OptionsAt(path_, mode), absl::StatusCode::kFailedPrecondition),
                HasSubstr("in use by another process"));
  }
  ASSERT_EQ(write(done[1], &byte, 1), 1);
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  for (const int end : {locked[0], locked[1], done[0], done[1]}) close(end);
  EXPECT_NE(MustOpen(OptionsAt(path_)), nullptr);
}

// Another program's database, or another version's, at `path`.
void WriteForeign(const std::string& path, const std::string& key, const std::string& value,
                  bool own_family) {
  rocksdb::Options options;
  options.create_if_missing = true;
  rocksdb::DB* raw = nullptr;
  ASSERT_TRUE(rocksdb::DB::Open(options, path, &raw).ok());
  const std::unique_ptr<rocksdb::DB> db(raw);
  ASSERT_TRUE(db->Put(rocksdb::WriteOptions(), key, value).ok());
  if (!own_family) return;
  rocksdb::ColumnFamilyHandle* family = nullptr;
  ASSERT_TRUE(db->CreateColumnFamily(options, "pages", &family).ok());
  ASSERT_TRUE(db->DestroyColumnFamilyHandle(family).ok());
}

TEST_F(RocksStoreTest, NamesTheFormatItDoesNotRead) {
  // With other column families, and with the same ones.
  WriteForeign(path_, "format", "tanji-store-2", /*own_family=*/true);
  const std::string same = directory_ / "same-families";
  {
    const auto store = MustCreate(same);
    auto& rocks = dynamic_cast<RocksStore&>(*store);
    ASSERT_TRUE(rocks.db()
                    .Put(rocksdb::WriteOptions(), rocks.families()[Family::kMeta], "format",
                         "tanji-store-2")
                    .ok());
  }
  for (const std::string& path : {path_, same}) {
    for (const auto mode : {Mode::kOpen, Mode::kOpenReadOnly}) {
      EXPECT_THAT(
          RefusalOf(OptionsAt(path, mode), absl::StatusCode::kFailedPrecondition),
          AllOf(HasSubstr(path), HasSubstr("tanji-store-2"), HasSubstr("reads tanji-store-1")));
    }
  }
  EXPECT_THAT(RefusalOf(OptionsAt(path_, Mode::kCreate), absl::StatusCode::kAlreadyExists),
              HasSubstr("tanji-store-2"));
}

TEST_F(RocksStoreTest, LeavesAnotherProgramsDatabaseAlone) {
  WriteForeign(path_, "some", "thing", /*own_family=*/false);
  for (const auto mode : {Mode::kCreate, Mode::kOpen, Mode::kOpenReadOnly}) {
    EXPECT_THAT(RefusalOf(OptionsAt(path_, mode), absl::StatusCode::kFailedPrecondition),
                HasSubstr("not a Tanji store"));
  }
}

TEST_F(RocksStoreTest, RefusesAStoreWhoseFamiliesDisagree) {
  {
    const auto store = MustCreate(path_);
    WriteBlocks(*store, 5, 4);
    auto& rocks = dynamic_cast<RocksStore&>(*store);
    std::uint64_t count = store->Now().ReadEntries(0, ~0ull)->size();
    std::string wrong(8, '\0');
    wrong[7] = static_cast<char>(count + 1);
    ASSERT_TRUE(rocks.db()
                    .Put(SyncedWrite(), rocks.families()[Family::kMeta],
                         rocksdb::Slice(kEntryCountKey), wrong)
                    .ok());
  }
  EXPECT_THAT(RefusalOf(OptionsAt(path_), absl::StatusCode::kDataLoss),
              HasSubstr("entries are stored but the last block says"));
}

TEST_F(RocksStoreTest, ReportsSizesByFamilyAndLog) {
  const auto store = MustCreate(path_);
  WriteBlocks(*store, 6, 5);
  std::map<std::string, std::uint64_t> sizes;
  for (const auto& [name, bytes] : store->SizeBytes()) sizes[name] = bytes;
  EXPECT_EQ(sizes.size(), 7u);
  EXPECT_EQ(sizes.count("meta"), 1u);
  EXPECT_EQ(sizes["entries"], 0u) << "not flushed yet";
  EXPECT_GT(sizes["wal"], 1000u);
}

TEST_F(RocksStoreTest, ViewsMustNotOutliveTheStore) {
  auto store = MustCreate(path_);
  const auto view = store->Snapshot();
  EXPECT_DEATH(store.reset(), "outlives");
}

struct FailedWrite {
  FaultFileSystem::Kind kind;
  FaultFileSystem::Fault fault;
};

class FailedWriteTest : public RocksStoreTest, public ::testing::WithParamInterface<FailedWrite> {};

TEST_P(FailedWriteTest, EndsAllWriting) {
  const auto files = std::make_shared<FaultFileSystem>(directory_ / "scratch");
  auto options = OptionsAt(path_, Mode::kCreate);
  options.file_system = files;
  auto store = MustOpen(options);
  BlockModel model = WriteBlocks(*store, 7, 5);
  const BlockWrite lost = model.NextBlock();

  files->FailNth(GetParam().kind, 1, GetParam().fault);
  const auto status = store->WriteBlock(lost);
  EXPECT_EQ(status.code(), absl::StatusCode::kUnknown) << status;
  EXPECT_THAT(std::string(status.message()), AllOf(HasSubstr("injected"), HasSubstr("not known")));
  // The disk is well again, but the store does not come back by itself.
  for (int i = 0; i < 3; ++i) {
    const auto refused = store->WriteBlock(lost);
    EXPECT_EQ(refused.code(), absl::StatusCode::kFailedPrecondition) << refused;
    EXPECT_THAT(std::string(refused.message()), HasSubstr("injected"));
  }
  EXPECT_EQ(model.Compare(store->Now()), "") << "an unsynced block is visible";

  store.reset();
  options.mode = Mode::kOpen;
  store = MustOpen(options);
  // Unknown, not absent.
  if (HeightOf(store->Now()) > model.height()) model.Apply(lost);
  EXPECT_EQ(model.Compare(store->Now()), "");
  EXPECT_TRUE(store->WriteBlock(model.NextBlock()).ok());
}

INSTANTIATE_TEST_SUITE_P(
    Faults, FailedWriteTest,
    ::testing::Values(FailedWrite{FaultFileSystem::Kind::kAppend, FaultFileSystem::Fault::kEio},
                      FailedWrite{FaultFileSystem::Kind::kAppend, FaultFileSystem::Fault::kNoSpace},
                      FailedWrite{FaultFileSystem::Kind::kSync, FaultFileSystem::Fault::kEio},
                      FailedWrite{FaultFileSystem::Kind::kSync, FaultFileSystem::Fault::kNoSpace}),
    [](const auto& test) {
      return std::string(test.param.kind == FaultFileSystem::Kind::kAppend ? "Append" : "Sync") +
             (test.param.fault == FaultFileSystem::Fault::kEio ? "Eio" : "NoSpace");
    });

// A flush fails on a thread of RocksDB: the next write, at the latest, says so, for good.
TEST_F(RocksStoreTest, AFailedFlushEndsAllWriting) {
  const auto files = std::make_shared<FaultFileSystem>(directory_ / "scratch");
  auto options = OptionsAt(path_, Mode::kCreate);
  options.file_system = files;
  const auto store = MustOpen(options);
  const BlockModel model = WriteBlocks(*store, 8, 5);
  auto& rocks = dynamic_cast<RocksStore&>(*store);
  files->FailNth(FaultFileSystem::Kind::kAppend, 1, FaultFileSystem::Fault::kNoSpace);
  EXPECT_FALSE(rocks.db().Flush(rocksdb::FlushOptions(), rocks.families()[Family::kState]).ok());
  const auto status = store->WriteBlock(model.NextBlock());
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition) << status;
  EXPECT_THAT(std::string(status.message()), HasSubstr("injected ENOSPC"));
}

// Write buffers of several families are full at once, and the disk has no room for the next
// write-ahead file: the store still closes, and what it acknowledged is there. With some of these
// seeds RocksDB by itself would switch two buffers in one write, and then abort.
TEST_F(RocksStoreTest, ClosesAfterFullWriteBuffersCouldNotBeSwitched) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const auto files = std::make_shared<FaultFileSystem>(directory_ / "scratch");
    auto options = OptionsAt(directory_ / std::to_string(seed), Mode::kCreate);
    options.file_system = files;
    options.clock = std::make_shared<HastyClock>();
    options.write_buffer_bytes = 64 << 10;
    auto store = MustOpen(options);
    BlockModel model(seed, BlockShape{400, 400, 300, 400});
    files->FailNth(FaultFileSystem::Kind::kCreate, 1, FaultFileSystem::Fault::kNoSpace);
    int written = 0;
    BlockWrite block = model.NextBlock();
    for (; store->WriteBlock(block).ok(); block = model.NextBlock()) {
      model.Apply(block);
      ASSERT_LT(++written, 50) << "the fault has stopped nothing";
    }
    store.reset();

    options.mode = Mode::kOpen;
    store = MustOpen(options);
    if (HeightOf(store->Now()) > model.height()) model.Apply(block);
    EXPECT_EQ(model.Compare(store->Now()), "");
  }
}

}  // namespace
}  // namespace tanji::ledger
