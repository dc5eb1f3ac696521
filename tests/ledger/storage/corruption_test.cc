// Flipped bits in every file of a store: what was acknowledged is there and right, or the store
// says which file is damaged.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "ledger/storage/rocks_store.h"
#include "tests/ledger/storage/block_model.h"
#include "tests/ledger/storage/test_store.h"

namespace tanji::ledger {
namespace {

namespace fs = std::filesystem;

enum class Outcome {
  kUnharmed,   // all blocks are there
  kRefused,    // an error names a file of the store
  kLastBlock,  // all but the last block, and a note says that a tail was cut off
};

class Corruption : public ::testing::Test {
 protected:
  // Some blocks in sorted files, the last three in the write-ahead file.
  Corruption() {
    const auto store = MustCreate(original_);
    auto& rocks = dynamic_cast<RocksStore&>(*store);
    for (int i = 0; i < 9; ++i) {
      const BlockWrite block = models_.back().NextBlock();
      EXPECT_TRUE(store->WriteBlock(block).ok());
      models_.push_back(models_.back());
      models_.back().Apply(block);
      if (i != 3 && i != 5) continue;
      std::vector<rocksdb::ColumnFamilyHandle*> families;
      for (std::size_t f = 0; f < kFamilyCount; ++f) {
        families.push_back(rocks.families()[static_cast<Family>(f)]);
      }
      EXPECT_TRUE(rocks.db().Flush(rocksdb::FlushOptions(), families).ok());
    }
  }

  std::vector<fs::path> FilesThat(const std::string& contain) const {
    std::vector<fs::path> files;
    for (const auto& file : fs::directory_iterator(original_)) {
      if (file.path().filename().string().find(contain) != std::string::npos) {
        files.push_back(file.path().filename());
      }
    }
    std::sort(files.begin(), files.end());
    EXPECT_FALSE(files.empty());
    return files;
  }

  std::size_t SizeOf(const fs::path& name) const { return fs::file_size(original_ / name); }

  // What becomes of the store when bits of one byte of a file are flipped.
  Outcome Flip(const fs::path& name, std::size_t at, unsigned bits) {
    const fs::path copy = directory_ / "copy";
    fs::remove_all(copy);
    fs::create_directory(copy);
    for (const auto& file : fs::directory_iterator(original_)) {
      const auto file_name = file.path().filename();
      if (file_name == "LOG" || file_name == "LOCK") continue;
      // Only the damaged file is changed by this test, and RocksDB changes none in place.
      if (file_name == name) {
        fs::copy_file(file.path(), copy / file_name);
      } else {
        fs::create_hard_link(file.path(), copy / file_name);
      }
    }
    {
      std::fstream file(copy / name, std::ios::in | std::ios::out | std::ios::binary);
      file.seekg(static_cast<std::streamoff>(at));
      const int byte = file.get();
      file.seekp(static_cast<std::streamoff>(at));
      file.put(static_cast<char>(static_cast<unsigned>(byte) ^ bits));
    }
    return Open(copy);
  }

  Outcome Open(const fs::path& path) {
    const auto store = Store::Open(OptionsAt(path));
    absl::Status status = store.status();
    if (status.ok()) status = (*store)->VerifyFiles();
    if (!status.ok()) {
      EXPECT_THAT(std::string(status.message()), ::testing::HasSubstr(path.string()));
      return Outcome::kRefused;
    }
    const std::uint64_t height = HeightOf((*store)->Now());
    const std::uint64_t newest = models_.size() - 1;
    EXPECT_LE(height, newest);
    EXPECT_EQ(models_[std::min(height, newest)].Compare((*store)->Now()), "");
    if (height == newest) return Outcome::kUnharmed;
    EXPECT_EQ(height, newest - 1) << "blocks are lost";
    EXPECT_THAT((*store)->recovery_note(), ::testing::HasSubstr("cut off"));
    return Outcome::kLastBlock;
  }

  TestDirectory directory_;
  const fs::path original_ = directory_ / "store";
  std::vector<BlockModel> models_ = {BlockModel(41, {8, 60, 6, 30})};
};

TEST_F(Corruption, ATestThatFlipsNothingSeesAllBlocks) {
  EXPECT_EQ(Flip(FilesThat(".sst")[0], 0, 0), Outcome::kUnharmed);
}

TEST_F(Corruption, OfASortedFileIsFoundAndNamed) {
  int flips = 0;
  for (const auto& name : FilesThat(".sst")) {
    for (std::size_t at = static_cast<std::size_t>(flips) * 31 % 499; at < SizeOf(name);
         at += 499, ++flips) {
      EXPECT_EQ(Flip(name, at, 1u << at % 8), Outcome::kRefused) << name << " " << at;
    }
  }
  EXPECT_GT(flips, 20);
}

// log_check_test.cc alters every byte; this shows that opening heeds the check.
TEST_F(Corruption, OfTheWriteAheadFileIsFoundAndNamed) {
  const fs::path name = FilesThat(".log")[0];
  std::map<Outcome, int> outcomes;
  for (std::size_t at = 0; at < SizeOf(name); at += 97) ++outcomes[Flip(name, at, 1u << at % 8)];
  EXPECT_EQ(outcomes[Outcome::kUnharmed], 0);
  EXPECT_GT(outcomes[Outcome::kRefused], outcomes[Outcome::kLastBlock]);
}

TEST_F(Corruption, OfTheManifestLosesNothing) {
  for (const auto& name : FilesThat("MANIFEST")) {
    for (std::size_t at = 0; at < SizeOf(name); at += 37) {
      EXPECT_NE(Flip(name, at, 1u << at % 8), Outcome::kLastBlock) << at;
    }
  }
}

TEST_F(Corruption, OfCurrentLosesNothing) {
  for (std::size_t at = 0; at < SizeOf("CURRENT"); ++at) {
    EXPECT_EQ(Flip("CURRENT", at, 2), Outcome::kRefused) << at;
  }
}

// But for the newest write-ahead file, which nothing else knows of yet (README).
TEST_F(Corruption, AMissingFileIsFound) {
  for (const char* kind : {".sst", "MANIFEST"}) {
    for (const auto& name : FilesThat(kind)) {
      const fs::path copy = directory_ / "copy";
      fs::remove_all(copy);
      fs::copy(original_, copy);
      fs::remove(copy / name);
      const auto store = Store::Open(OptionsAt(copy));
      EXPECT_FALSE(store.ok()) << name;
    }
  }
}

// A disk that forgets what it synced: the end of a file is gone.
TEST_F(Corruption, ATruncatedFileIsFound) {
  for (const auto& name : FilesThat(".sst")) {
    const fs::path copy = directory_ / "copy";
    fs::remove_all(copy);
    fs::copy(original_, copy);
    fs::resize_file(copy / name, SizeOf(name) - 1);
    EXPECT_EQ(Open(copy), Outcome::kRefused) << name;
  }
}

}  // namespace
}  // namespace tanji::ledger
