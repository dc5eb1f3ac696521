// The file system of the power loss tests must itself forget, and by its seed alone.
#include "tests/ledger/storage/fault_file_system.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "tests/ledger/storage/test_store.h"

namespace tanji::ledger {
namespace {

using rocksdb::FileOptions;
using rocksdb::IOOptions;

class FaultFileSystemTest : public ::testing::Test {
 protected:
  std::unique_ptr<rocksdb::FSWritableFile> Make(const std::string& name) {
    std::unique_ptr<rocksdb::FSWritableFile> file;
    EXPECT_TRUE(files_.NewWritableFile(directory_ / name, FileOptions(), &file, nullptr).ok());
    return file;
  }
  void SyncDirectory() {
    std::unique_ptr<rocksdb::FSDirectory> directory;
    ASSERT_TRUE(files_.NewDirectory(directory_ / "", IOOptions(), &directory, nullptr).ok());
    ASSERT_TRUE(directory->Fsync(IOOptions(), nullptr).ok());
  }
  // "-" if there is no such file.
  std::string Content(const std::string& name) const {
    std::ifstream in(directory_ / name, std::ios::binary);
    if (!in) return "-";
    return {std::istreambuf_iterator<char>(in), {}};
  }

  TestDirectory directory_;
  FaultFileSystem files_{directory_ / "scratch"};
};

TEST_F(FaultFileSystemTest, KeepsWhatIsSyncedAndForgetsSomeOfTheRest) {
  std::set<std::string> seen;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    auto file = Make("file");
    SyncDirectory();
    ASSERT_TRUE(file->Append("synced", IOOptions(), nullptr).ok());
    ASSERT_TRUE(file->Sync(IOOptions(), nullptr).ok());
    ASSERT_TRUE(file->Append("lost", IOOptions(), nullptr).ok());
    files_.CrashNow(seed);
    EXPECT_FALSE(file->Append("more", IOOptions(), nullptr).ok());
    EXPECT_FALSE(file->Sync(IOOptions(), nullptr).ok());
    file.reset();
    files_.Restart();
    EXPECT_EQ(Content("file").substr(0, 6), "synced");
    seen.insert(Content("file").substr(6));
  }
  EXPECT_TRUE(seen.contains(""));
  EXPECT_TRUE(seen.contains("lo"));
  EXPECT_TRUE(seen.contains("lost"));
  EXPECT_TRUE(seen.contains(std::string(3, '\0'))) << "a sector that was not written";
}

TEST_F(FaultFileSystemTest, UndoesChangesOfADirectoryFromTheLastOn) {
  std::set<std::string> seen;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    for (const char* name : {"a", "b"}) {
      auto file = Make(name);
      ASSERT_TRUE(file->Append(name, IOOptions(), nullptr).ok());
      ASSERT_TRUE(file->Sync(IOOptions(), nullptr).ok());
    }
    std::filesystem::remove(directory_ / "c");
    SyncDirectory();
    const std::string a = directory_ / "a";
    const std::string b = directory_ / "b";
    const std::string c = directory_ / "c";
    ASSERT_TRUE(files_.LinkFile(a, c, IOOptions(), nullptr).ok());
    ASSERT_TRUE(files_.RenameFile(a, b, IOOptions(), nullptr).ok());
    ASSERT_TRUE(files_.DeleteFile(b, IOOptions(), nullptr).ok());
    files_.CrashNow(seed);
    files_.Restart();
    seen.insert(Content("a") + Content("b") + Content("c"));
  }
  EXPECT_EQ(seen, (std::set<std::string>{"ab-", "aba", "-aa", "--a"}));
}

TEST_F(FaultFileSystemTest, ForgetsANewDirectoryWithAllThatIsInIt) {
  std::set<bool> seen;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    std::filesystem::remove_all(directory_ / "new");
    ASSERT_TRUE(files_.CreateDir(directory_ / "new", IOOptions(), nullptr).ok());
    const auto file = Make("new/file");
    files_.CrashNow(seed);
    files_.Restart();
    seen.insert(std::filesystem::exists(directory_ / "new"));
  }
  EXPECT_EQ(seen.size(), 2u);
}

TEST_F(FaultFileSystemTest, FailsTheNthOperationOfAKindOnce) {
  auto file = Make("file");
  files_.FailNth(FaultFileSystem::Kind::kAppend, 2, FaultFileSystem::Fault::kNoSpace);
  files_.FailNth(FaultFileSystem::Kind::kSync, 1, FaultFileSystem::Fault::kEio);
  EXPECT_TRUE(file->Append("1234", IOOptions(), nullptr).ok());
  EXPECT_TRUE(file->Append("5678", IOOptions(), nullptr).IsNoSpace());
  EXPECT_TRUE(file->Append("9", IOOptions(), nullptr).ok());
  EXPECT_TRUE(file->Sync(IOOptions(), nullptr).IsIOError());
  EXPECT_TRUE(file->Sync(IOOptions(), nullptr).ok());
  EXPECT_EQ(Content("file"), "1234569");
}

TEST_F(FaultFileSystemTest, FailsAtThePlannedOperation) {
  auto file = Make("file");
  SyncDirectory();
  files_.CrashAtOperation(3, 1);
  EXPECT_TRUE(file->Append("a", IOOptions(), nullptr).ok());
  EXPECT_TRUE(file->Sync(IOOptions(), nullptr).ok());
  EXPECT_FALSE(file->Append("b", IOOptions(), nullptr).ok());
  EXPECT_TRUE(files_.crashed());
}

}  // namespace
}  // namespace tanji::ledger
