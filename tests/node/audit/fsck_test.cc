#include "node/audit/fsck.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "ledger/state/key.h"
#include "ledger/state/record.h"
#include "tests/node/audit/sample_ledger.h"
#include "tests/node/audit/tampered_store.h"

namespace tanji::node {
namespace {

using ::testing::HasSubstr;
using testing_support::FillSampleLedger;
using testing_support::kFirstDocument;
using testing_support::kRefusedIndex;
using testing_support::kSampleSize;
using testing_support::kSecondBlockEntry;
using testing_support::Tampering;

void NoProgress(std::string_view, std::uint64_t, std::uint64_t) {}

void Flip(std::string& bytes, std::size_t at) {
  bytes[at] = static_cast<char>(bytes[at] ^ 1);
}

// Parses, changes and writes a message.
template <class Message, class Change>
void Rewrite(std::string& bytes, Change change) {
  auto message = ledger::ParseRecord<Message>(bytes);
  change(message);
  bytes = ledger::EncodeRecord(message);
}

class FsckTest : public testing::Test {
 protected:
  FsckTest() { FillSampleLedger(ledger_); }

  absl::Status Check() {
    const testing_support::TamperedStore store(ledger_.store(), tampering_);
    return Fsck(store, NoProgress).status();
  }
  std::string Finding() {
    const absl::Status status = Check();
    EXPECT_TRUE(absl::IsDataLoss(status)) << status;
    tampering_ = {};
    return std::string(status.message());
  }
  // Changes the entry at `index` with `change(v1::LogEntry&)`.
  template <class Change>
  std::string FindingOfEntry(std::uint64_t index, Change change) {
    tampering_.entry = [=](std::uint64_t at, std::string& entry) {
      if (at == index) Rewrite<v1::LogEntry>(entry, change);
    };
    return Finding();
  }
  template <class Change>
  std::string FindingOfTip(Change change) {
    tampering_.tip = [=](std::optional<std::string>& tip) { Rewrite<v1::Tip>(*tip, change); };
    return Finding();
  }

  ledger::testing::TestLedger ledger_;
  Tampering tampering_;
};

TEST_F(FsckTest, ASoundStoreIsSound) {
  std::vector<std::string> stages;
  const auto report =
      Fsck(ledger_.store(), [&](std::string_view stage, std::uint64_t done, std::uint64_t total) {
        EXPECT_LE(done, total);
        if (stages.empty() || stages.back() != stage) stages.emplace_back(stage);
      });
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->entries, kSampleSize);
  EXPECT_EQ(report->blocks, 4u);
  EXPECT_EQ(report->transactions, 6u);
  EXPECT_EQ(report->state_keys, ledger_.ledger().tree().size());
  EXPECT_EQ(stages, (std::vector<std::string>{"files", "log"}));
}

TEST_F(FsckTest, FindsEveryFlippedByteOfEveryEntry) {
  const auto entries = ledger_.store().Now().ReadEntries(0, kSampleSize);
  ASSERT_EQ(entries->size(), kSampleSize);
  for (std::uint64_t index = 0; index < kSampleSize; ++index) {
    for (std::size_t byte = 0; byte < (*entries)[index].size(); ++byte) {
      tampering_.entry = [=](std::uint64_t at, std::string& entry) {
        if (at == index) Flip(entry, byte);
      };
      ASSERT_FALSE(Check().ok()) << "entry " << index << ", byte " << byte;
    }
  }
}

TEST_F(FsckTest, FindsEveryFlippedByteOfTheState) {
  std::vector<std::pair<std::string, std::string>> all;
  tampering_.state = [&](auto& records) { all = records; };
  ASSERT_TRUE(Check().ok());
  ASSERT_GT(all.size(), 20u);
  for (std::size_t row = 0; row < all.size(); ++row) {
    const std::size_t key_bytes = all[row].first.size();
    for (std::size_t byte = 0; byte < key_bytes + all[row].second.size(); ++byte) {
      tampering_.state = [=](auto& records) {
        if (byte < key_bytes) {
          Flip(records[row].first, byte);
        } else {
          Flip(records[row].second, byte - key_bytes);
        }
        // As a store would have it: one record under a key, in key order.
        std::map<std::string, std::string> stored(records.begin(), records.end());
        records.assign(stored.begin(), stored.end());
      };
      ASSERT_FALSE(Check().ok()) << "record " << row << ", byte " << byte;
    }
  }
}

TEST_F(FsckTest, FindsAlteredHashesAtEveryLevel) {
  std::vector<std::string> many;
  for (std::uint64_t i = 0; i < 300; ++i) {
    auto draft = testing_support::DocumentDraft(1'000 + i);
    draft.expire_ms = ledger_.ledger().tip().time() + 1'000;
    many.push_back(ledger::testing::TransactionOf(draft));
  }
  ledger_.Run(many);
  ASSERT_TRUE(Check().ok());
  for (const std::uint64_t index : {0u, 1u, 255u, 256u, 300u}) {
    tampering_.hash = [=](std::uint8_t level, std::uint64_t at, crypto::Hash& hash) {
      if (level == 0 && at == index) hash.bytes[31] ^= 1;
    };
    EXPECT_THAT(Finding(), HasSubstr("hash " + std::to_string(index) + " of level 0"));
  }
  tampering_.hash = [](std::uint8_t level, std::uint64_t, crypto::Hash& hash) {
    if (level == 1) hash.bytes[0] ^= 1;
  };
  EXPECT_THAT(Finding(), HasSubstr("hash 0 of level 1"));
}

TEST_F(FsckTest, FindsAnIndexOfIdsThatDisagrees) {
  tampering_.id = [](const crypto::Hash&, std::optional<std::uint64_t>& index) {
    if (index == kRefusedIndex) index = std::nullopt;
  };
  EXPECT_THAT(Finding(), HasSubstr("entry 7: the index of ids says"));
  tampering_.id = [](const crypto::Hash&, std::optional<std::uint64_t>& index) {
    if (index == kFirstDocument) *index += 1;
  };
  EXPECT_THAT(Finding(), HasSubstr("entry 2: the index of ids says"));
}

TEST_F(FsckTest, FindsDetailsOutOfPlace) {
  tampering_.detail = [](std::uint64_t index, std::optional<std::string>& detail) {
    if (index == kFirstDocument) detail = ledger::EncodeRecord(v1::RefusalDetail());
  };
  EXPECT_THAT(Finding(), HasSubstr("entry 2: the stored detail"));
}

TEST_F(FsckTest, FindsMalformedDetails) {
  tampering_.detail = [](std::uint64_t index, std::optional<std::string>& detail) {
    if (index == kRefusedIndex) detail = "\xff";
  };
  EXPECT_THAT(Finding(), HasSubstr("entry 7: the stored detail"));
}

TEST_F(FsckTest, FindsAnotherGenesisFile) {
  tampering_.genesis = [](std::string& file) { file += "\n"; };
  EXPECT_THAT(Finding(), HasSubstr("genesis"));
}

// These lie deeper than a hash can tell: every hash below is that of the altered entry.
TEST_F(FsckTest, FindsBlocksOutOfOrder) {
  const auto index = kSecondBlockEntry;
  EXPECT_THAT(FindingOfEntry(index, [](auto& e) { e.mutable_block()->set_height(0); }),
              HasSubstr("entry 5: the block's height"));
  EXPECT_THAT(FindingOfEntry(index, [](auto& e) { e.mutable_block()->set_time(1); }),
              HasSubstr("entry 5: the block's time"));
  EXPECT_THAT(FindingOfEntry(index, [](auto& e) { e.mutable_block()->set_first_index(3); }),
              HasSubstr("entry 5: the block entry counts"));
  EXPECT_THAT(FindingOfEntry(index, [](auto& e) { e.mutable_block()->set_transaction_count(2); }),
              HasSubstr("entry 5: the block entry counts"));
  EXPECT_THAT(FindingOfEntry(index, [](auto& e) { e.mutable_block()->set_state_root("short"); }),
              HasSubstr("entry 5: the state root"));
  EXPECT_THAT(FindingOfEntry(1, [](auto& e) { e.mutable_block()->set_height(1); }),
              HasSubstr("entry 1: the first height"));
  EXPECT_THAT(FindingOfEntry(0, [](auto& e) { e.mutable_genesis()->set_origin("a/b"); }),
              HasSubstr("entry 0: names another chain"));
}

TEST_F(FsckTest, FindsEntriesOfTheWrongKind) {
  EXPECT_THAT(FindingOfEntry(3, [](auto& e) { e.mutable_genesis(); }),
              HasSubstr("entry 3: the genesis entry is entry 0"));
  EXPECT_THAT(FindingOfEntry(kSampleSize - 1, [](auto& e) { e.mutable_transaction(); }),
              HasSubstr("begins a block that no block entry closes"));
}

TEST_F(FsckTest, FindsATipThatDoesNotFollow) {
  EXPECT_THAT(FindingOfTip([](v1::Tip& t) { t.mutable_log_root()->back() ^= 1; }),
              HasSubstr("tip: its log root"));
  EXPECT_THAT(FindingOfTip([](v1::Tip& t) { t.mutable_frontier()->back() ^= 1; }),
              HasSubstr("tip: its log root or frontier"));
  EXPECT_THAT(FindingOfTip([](v1::Tip& t) { t.mutable_state_root()->back() ^= 1; }),
              HasSubstr("tip: it does not follow"));
  EXPECT_THAT(FindingOfTip([](v1::Tip& t) { t.set_height(1); }), HasSubstr("tip: it does not"));
  EXPECT_THAT(FindingOfTip([](v1::Tip& t) { t.set_time(1); }), HasSubstr("tip: it does not"));
  EXPECT_THAT(FindingOfTip([](v1::Tip& t) { t.mutable_hours(0)->set_first_index(1); }),
              HasSubstr("tip: its window"));
  EXPECT_THAT(FindingOfTip([](v1::Tip& t) { t.set_state_size(t.state_size() + 1); }),
              HasSubstr("state: holds"));
  // A log cut short, or said to be longer than it is.
  EXPECT_FALSE(FindingOfTip([](v1::Tip& t) { t.set_block_entry_index(5); }).empty());
  EXPECT_FALSE(FindingOfTip([](v1::Tip& t) { t.set_block_entry_index(11); }).empty());
  tampering_.tip = [](std::optional<std::string>& tip) { tip->push_back('\0'); };
  EXPECT_THAT(Finding(), HasSubstr("tip: is not a canonical record"));
  tampering_.tip = [](std::optional<std::string>& tip) { tip.reset(); };
  EXPECT_THAT(Finding(), HasSubstr("tip: there is none"));
}

TEST_F(FsckTest, FindsRecordsThatAreMissingOrTooMany) {
  tampering_.state = [](auto& records) { records.pop_back(); };
  EXPECT_THAT(Finding(), HasSubstr("state: holds"));
  tampering_.state = [](auto& records) { records.emplace_back("\xf0zzz", "record"); };
  EXPECT_THAT(Finding(), HasSubstr("state: holds"));
  tampering_.state = [](auto& records) { records.back().second.clear(); };
  EXPECT_THAT(Finding(), HasSubstr("the record is empty"));
  // The window of ids: a digest altered, one missing, one too many.
  const std::string prefix = ledger::MakeKey(ledger::KeySpace::kReplayWindow);
  tampering_.state = [=](auto& records) {
    for (auto& [key, record] : records) {
      if (key.starts_with(prefix)) Flip(record, record.size() - 1);
    }
  };
  EXPECT_THAT(Finding(), HasSubstr("the digest of the window"));
  tampering_.state = [=](auto& records) {
    std::erase_if(records, [&](const auto& row) { return row.first.starts_with(prefix); });
  };
  EXPECT_THAT(Finding(), HasSubstr("is missing"));
}

}  // namespace
}  // namespace tanji::node
