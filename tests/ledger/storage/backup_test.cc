#include "ledger/storage/backup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/ledger/storage/block_model.h"
#include "tests/ledger/storage/test_store.h"

namespace tanji::ledger {
namespace {

using ::testing::HasSubstr;

class Backup : public ::testing::Test {
 protected:
  Backup() : store_(MustCreate(directory_ / "store")) {}

  void Write(int blocks) {
    for (int i = 0; i < blocks; ++i) {
      const BlockWrite block = model_.NextBlock();
      ASSERT_TRUE(store_->WriteBlock(block).ok());
      model_.Apply(block);
    }
  }

  TestDirectory directory_;
  BlockModel model_{21};
  std::unique_ptr<Store> store_;
  const std::string backups_ = directory_ / "backups";
  const std::string target_ = directory_ / "target";
};

TEST_F(Backup, RestoresTheNewest) {
  ASSERT_TRUE(store_->WriteGenesis("genesis").ok());
  Write(5);
  const auto first = CreateBackup(*store_, backups_);
  ASSERT_TRUE(first.ok()) << first.status();
  Write(5);
  const auto second = CreateBackup(*store_, backups_);
  ASSERT_TRUE(second.ok()) << second.status();
  EXPECT_EQ(first->number, 1u);
  EXPECT_EQ(second->number, 2u);
  EXPECT_GT(second->bytes, 1000u);
  EXPECT_GT(second->files, 5u);
  const BlockModel saved = model_;
  Write(5);

  const auto restored = RestoreBackup(backups_, target_ + "/");
  ASSERT_TRUE(restored.ok()) << restored.status();
  EXPECT_EQ(restored->number, 2u);
  const auto store = MustOpen(OptionsAt(target_));
  EXPECT_EQ(saved.Compare(store->Now()), "");
  EXPECT_EQ(*store->ReadGenesis(), "genesis");
  EXPECT_TRUE(store->VerifyFiles().ok());
  EXPECT_TRUE(store->WriteBlock(saved.NextBlock()).ok()) << "a restored store goes on";
  EXPECT_FALSE(std::filesystem::exists(target_ + ".restoring"));
}

TEST_F(Backup, RestoresOnlyIntoNothing) {
  Write(2);
  ASSERT_TRUE(CreateBackup(*store_, backups_).ok());
  EXPECT_EQ(RestoreBackup(backups_, directory_ / "store").status().code(),
            absl::StatusCode::kAlreadyExists);
  std::ofstream(target_) << "a file";
  EXPECT_EQ(RestoreBackup(backups_, target_).status().code(), absl::StatusCode::kAlreadyExists);
  std::filesystem::remove(target_);
  std::filesystem::create_directory(target_);
  // What an interrupted attempt left is no hindrance.
  std::filesystem::create_directory(target_ + ".restoring");
  std::ofstream(target_ + ".restoring/000099.sst") << "old";
  EXPECT_TRUE(RestoreBackup(backups_, target_).ok());
  EXPECT_EQ(model_.Compare(MustOpen(OptionsAt(target_))->Now()), "");
}

TEST_F(Backup, SaysThatThereIsNone) {
  EXPECT_FALSE(RestoreBackup(directory_ / "nowhere", target_).ok());
  std::filesystem::create_directory(directory_ / "empty");
  EXPECT_FALSE(RestoreBackup(directory_ / "empty", target_).ok());
  EXPECT_FALSE(std::filesystem::exists(target_));
}

// A damaged newest backup is reported, not passed over for an older one: whichever of its files
// has lost a bit, or its end.
TEST_F(Backup, ADamagedBackupIsRefused) {
  Write(5);
  ASSERT_TRUE(CreateBackup(*store_, backups_).ok());
  Write(5);
  ASSERT_TRUE(CreateBackup(*store_, backups_).ok());
  int files = 0;
  std::vector<std::filesystem::path> paths;
  for (const auto& file : std::filesystem::recursive_directory_iterator(backups_ + "/private/2")) {
    paths.push_back(file.path());
  }
  for (const auto& file : std::filesystem::directory_iterator(backups_ + "/shared_checksum")) {
    paths.push_back(file.path());
  }
  for (const auto& path : paths) {
    const auto size = std::filesystem::file_size(path);
    if (size == 0) continue;
    SCOPED_TRACE(path.string());
    ++files;
    const std::string kept = directory_ / "kept";
    std::filesystem::copy_file(path, kept);
    {
      std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
      file.seekg(static_cast<std::streamoff>(size / 2));
      const int byte = file.get();
      file.seekp(static_cast<std::streamoff>(size / 2));
      file.put(static_cast<char>(byte ^ 4));
    }
    EXPECT_EQ(RestoreBackup(backups_, target_).status().code(), absl::StatusCode::kDataLoss);
    std::filesystem::resize_file(path, size - 1);
    EXPECT_EQ(RestoreBackup(backups_, target_).status().code(), absl::StatusCode::kDataLoss);
    EXPECT_FALSE(std::filesystem::exists(target_));
    std::filesystem::remove(path);
    std::filesystem::rename(kept, path);
  }
  EXPECT_GT(files, 8);
  EXPECT_TRUE(RestoreBackup(backups_, target_).ok());
}

TEST_F(Backup, ASnapshotIsAStoreOfItsOwn) {
  Write(5);
  ASSERT_TRUE(CreateSnapshot(*store_, target_).ok());
  const BlockModel saved = model_;
  Write(5);
  {
    const auto store = MustOpen(OptionsAt(target_));
    EXPECT_EQ(saved.Compare(store->Now()), "");
    EXPECT_TRUE(store->WriteBlock(saved.NextBlock()).ok());
  }
  EXPECT_EQ(model_.Compare(store_->Now()), "");
  EXPECT_EQ(CreateSnapshot(*store_, target_).code(), absl::StatusCode::kAlreadyExists);
}

}  // namespace
}  // namespace tanji::ledger
