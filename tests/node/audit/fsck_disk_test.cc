// Fsck over a real store, of which one byte was altered behind the node's back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rocksdb/db.h>

#include "ledger/storage/column_families.h"
#include "node/audit/fsck.h"
#include "tests/support/solo_node.h"

namespace tanji::node {
namespace {

using ledger::Family;
using testing_support::Require;
using testing_support::SignDocument;

void NoProgress(std::string_view, std::uint64_t, std::uint64_t) {}

class FsckDiskTest : public testing::TestWithParam<Family> {
 protected:
  FsckDiskTest() {
    node_.RegisterDocuments({"a", "b", "c"});
    node_.Submit(SignDocument("a"));  // refused: has a detail
    node_.Close();
  }

  absl::Status Check() {
    ledger::StoreOptions options;
    options.path = node_.store_path();
    options.mode = ledger::StoreOptions::Mode::kOpenReadOnly;
    const auto store = ledger::Store::Open(options);
    return store.ok() ? Fsck(**store, NoProgress).status() : store.status();
  }

  // Flips the lowest bit of a byte in the last record of the family, as somebody with a RocksDB
  // tool could; checksums then fit what was written.
  void AlterLastRecord(Family family) {
    ledger::StoreOptions options;
    options.path = node_.store_path();
    const auto descriptors = ledger::FamilyDescriptors(options);
    std::vector<rocksdb::ColumnFamilyHandle*> handles;
    rocksdb::DB* raw = nullptr;
    ASSERT_TRUE(rocksdb::DB::Open(ledger::DatabaseOptions(options), options.path, descriptors,
                                  &handles, &raw)
                    .ok());
    const std::unique_ptr<rocksdb::DB> database(raw);
    auto* handle = handles[static_cast<std::size_t>(family)];
    {
      const std::unique_ptr<rocksdb::Iterator> it(
          database->NewIterator(rocksdb::ReadOptions(), handle));
      it->SeekToLast();
      ASSERT_TRUE(it->Valid());
      std::string value = it->value().ToString();
      value[0] = static_cast<char>(value[0] ^ 1);
      ASSERT_TRUE(database->Put(rocksdb::WriteOptions(), handle, it->key(), value).ok());
    }
    for (auto* each : handles) {
      ASSERT_TRUE(database->DestroyColumnFamilyHandle(each).ok());
    }
    ASSERT_TRUE(database->Close().ok());
  }

  testing_support::SoloNode node_;
};

TEST_P(FsckDiskTest, FindsAnAlteredByteInEachFamily) {
  const absl::Status before = Check();
  ASSERT_TRUE(before.ok()) << before;
  AlterLastRecord(GetParam());
  const absl::Status after = Check();
  EXPECT_TRUE(absl::IsDataLoss(after)) << after;
}

INSTANTIATE_TEST_SUITE_P(Families, FsckDiskTest,
                         testing::Values(Family::kMeta, Family::kEntries, Family::kHashes,
                                         Family::kIds, Family::kState, Family::kDetails),
                         [](const auto& family) {
                           return std::string(
                               ledger::kFamilyNames[static_cast<std::size_t>(family.param)]);
                         });

}  // namespace
}  // namespace tanji::node
