// Over a log file that RocksDB wrote: every cut is a torn tail, every altered byte is not.
#include "ledger/storage/log_check.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/ledger/storage/block_model.h"
#include "tests/ledger/storage/test_store.h"

namespace tanji::ledger {
namespace {

constexpr std::size_t kHeaderBytes = 7;

std::string ReadAll(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The store's one write-ahead file.
std::string WalOf(const std::string& store) {
  std::string bytes;
  int files = 0;
  for (const auto& file : std::filesystem::directory_iterator(store)) {
    if (file.path().extension() != ".log") continue;
    bytes = ReadAll(file.path());
    ++files;
  }
  EXPECT_EQ(files, 1);
  return bytes;
}

class LogCheckTest : public ::testing::Test {
 protected:
  // Blocks within one 32 KiB block of the log, and ones that span several.
  LogCheckTest() {
    const TestDirectory directory;
    const auto store = MustCreate(directory / "store");
    BlockModel model(31, {30, 200, 5, 50});
    ends_.push_back(0);
    for (int i = 0; i < 9; ++i) {
      BlockWrite block = model.NextBlock();
      if (i % 4 == 1) block.details.emplace_back(1000 + i, Random(5).Bytes(40'000));
      EXPECT_TRUE(store->WriteBlock(block).ok());
      model.Apply(block);
      bytes_ = WalOf(directory / "store");
      ends_.push_back(bytes_.size());
    }
  }

  std::string bytes_;
  // Where the blocks' records end; the first also holds the record of the format.
  std::vector<std::size_t> ends_;
};

TEST_F(LogCheckTest, AWholeFileIsWhole) {
  const LogScan scan = ScanLog(bytes_);
  EXPECT_FALSE(scan.damaged);
  EXPECT_EQ(scan.whole_bytes, bytes_.size());
  EXPECT_EQ(scan.whole_records, 10u) << "the format and nine blocks";
  EXPECT_GT(bytes_.size(), 3u * 32'768);
  EXPECT_FALSE(ScanLog("").damaged);
}

TEST_F(LogCheckTest, EveryPrefixIsATornTail) {
  for (std::size_t size = 0; size < bytes_.size(); size += 1 + size % 113) {
    const LogScan scan = ScanLog(std::string_view(bytes_).substr(0, size));
    ASSERT_FALSE(scan.damage_was_synced) << size;
    ASSERT_EQ(scan.damaged, scan.whole_bytes != size) << size;
    ASSERT_LE(scan.whole_bytes, size);
  }
  for (std::size_t i = 1; i < ends_.size(); ++i) {
    const LogScan whole = ScanLog(std::string_view(bytes_).substr(0, ends_[i]));
    EXPECT_FALSE(whole.damaged);
    EXPECT_EQ(whole.whole_records, i + 1);
    const LogScan torn = ScanLog(std::string_view(bytes_).substr(0, ends_[i] - 1));
    EXPECT_TRUE(torn.damaged);
    EXPECT_EQ(torn.whole_records, i);
  }
}

// Sectors of the last record reach the disk in any order.
TEST_F(LogCheckTest, LostSectorsOfTheLastRecordAreATornTail) {
  const std::size_t last = ends_[ends_.size() - 2];
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Random random(seed);
    std::string torn = bytes_;
    bool lost = false;
    for (std::size_t at = last; at < torn.size();) {
      const std::size_t next = std::min(torn.size(), (at / 512 + 1) * 512);
      if (random.OneIn(2)) {
        lost = true;
        std::fill(torn.begin() + static_cast<std::ptrdiff_t>(at),
                  torn.begin() + static_cast<std::ptrdiff_t>(next), '\0');
      }
      at = next;
    }
    const LogScan scan = ScanLog(torn);
    ASSERT_EQ(scan.damaged, lost) << seed;
    ASSERT_FALSE(scan.damage_was_synced) << seed;
    ASSERT_TRUE(!lost || scan.whole_bytes == last) << seed;
  }
}

TEST_F(LogCheckTest, EveryAlteredByteBeforeTheLastRecordWasSynced) {
  const std::size_t last = ends_[ends_.size() - 2];
  // Every byte of the first blocks of the log; then ever fewer, since each costs a scan of all.
  for (std::size_t at = 0; at < bytes_.size(); at += 1 + at / 150) {
    std::string altered = bytes_;
    altered[at] = static_cast<char>(altered[at] ^ (1 << at % 8));
    const LogScan scan = ScanLog(altered);
    ASSERT_TRUE(scan.damaged) << at;
    if (at < last) {
      ASSERT_TRUE(scan.damage_was_synced) << at;
      ASSERT_LE(scan.whole_bytes, at);
    } else {
      ASSERT_EQ(scan.whole_bytes, last) << at;
    }
  }
}

TEST_F(LogCheckTest, AnAlteredLengthIsFoundEvenInTheLastRecord) {
  const std::size_t last = ends_[ends_.size() - 2];
  ASSERT_LT(bytes_.size() - last, 32'768u - last % 32'768) << "one fragment";
  for (int bit = 0; bit < 16; ++bit) {
    std::string altered = bytes_;
    const std::size_t at = last + 4 + static_cast<std::size_t>(bit) / 8;
    altered[at] = static_cast<char>(altered[at] ^ (1 << bit % 8));
    EXPECT_TRUE(ScanLog(altered).damage_was_synced) << bit;
  }
}

// What users write may look like a log; it must not make a torn tail look like damage.
TEST_F(LogCheckTest, RecordsWithinARecordAreNotTakenForRecords) {
  const TestDirectory directory;
  const auto store = MustCreate(directory / "store");
  BlockWrite block;
  block.entries = {bytes_.substr(0, 60'000)};
  ASSERT_TRUE(store->WriteBlock(block).ok());
  const std::string wal = WalOf(directory / "store");
  const std::size_t last = ScanLog(std::string_view(wal).substr(0, wal.size() - 1)).whole_bytes;
  // The header of the record is lost, and all else is there.
  std::string torn = wal;
  torn.replace(last, kHeaderBytes + 30, kHeaderBytes + 30, '\0');
  const LogScan scan = ScanLog(torn);
  EXPECT_TRUE(scan.damaged);
  EXPECT_FALSE(scan.damage_was_synced);
}

TEST(LogCheck, SaysWhenItDoesNotKnowAKindOfRecord) {
  // A recyclable full record: type 5, with a valid checksum over type and payload.
  std::string record = std::string("\0\0\0\0\5\0\5", 7) + "12345";
  // masked crc32c of "\5" "12345", little-endian
  record.replace(0, 4, std::string("\x70\x99\x4b\x8e", 4));
  EXPECT_TRUE(ScanLog(record).unknown_kind);
}

}  // namespace
}  // namespace tanji::ledger
