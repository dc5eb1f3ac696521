#include "node/audit/replay.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/modules/all.h"
#include "ledger/modules/membership/authority.h"
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
using testing_support::Tampering;

class ReplayTest : public testing::Test {
 protected:
  ReplayTest() { FillSampleLedger(ledger_); }

  absl::StatusOr<ReplayReport> Run(std::optional<crypto::Hash> explain = std::nullopt) {
    const testing_support::TamperedStore store(ledger_.store(), tampering_);
    ledger::MemoryStore scratch;
    return Replay(
        store, scratch, {ledger::AllModules(), &ledger::MembershipAuthority()},
        [](std::string_view, std::uint64_t, std::uint64_t) {}, explain);
  }
  template <class Change>
  std::string FindingOfEntry(std::uint64_t index, Change change) {
    tampering_.entry = [=](std::uint64_t at, std::string& bytes) {
      if (at != index) return;
      auto entry = ledger::ParseRecord<v1::LogEntry>(bytes);
      change(entry);
      bytes = ledger::EncodeRecord(entry);
    };
    const auto report = Run();
    EXPECT_TRUE(absl::IsDataLoss(report.status())) << report.status();
    return std::string(report.status().message());
  }
  crypto::Hash IdAt(std::uint64_t index) {
    const auto entry =
        ledger::ParseRecord<v1::LogEntry>(ledger_.store().Now().ReadEntries(index, 1)->front());
    const auto transaction =
        ledger::ParseRecord<v1::Transaction>(entry.transaction().transaction());
    return ledger::TransactionId(transaction.body());
  }

  ledger::testing::TestLedger ledger_;
  Tampering tampering_;
};

TEST_F(ReplayTest, AnHonestLogReplays) {
  const auto report = Run();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->blocks, 4u);
  EXPECT_EQ(report->transactions, 6u);
  EXPECT_FALSE(report->explanation);
}

TEST_F(ReplayTest, LargeBlocksReplayOnAllCores) {
  std::vector<std::string> many;
  for (std::uint64_t i = 0; i < 200; ++i) {
    auto draft = testing_support::DocumentDraft(1'000 + i % 150);  // some are refused
    draft.seed = 5'000 + i;
    draft.expire_ms = ledger_.ledger().tip().time() + 1'000;
    many.push_back(ledger::testing::TransactionOf(draft));
  }
  ledger_.Run(many);
  const auto report = Run();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->transactions, 206u);
}

TEST_F(ReplayTest, FindsAnAlteredReceipt) {
  EXPECT_THAT(FindingOfEntry(kFirstDocument,
                             [](v1::LogEntry& entry) {
                               auto& receipt = *entry.mutable_transaction()->mutable_receipt();
                               receipt.set_code(v1::CODE_NOT_FOUND);
                               receipt.set_refused_operation(0);
                             }),
              HasSubstr("entry 2: the log says 'operation 0 refused with NOT_FOUND', the rules say "
                        "'applied'"));
  EXPECT_THAT(FindingOfEntry(kRefusedIndex,
                             [](v1::LogEntry& entry) {
                               entry.mutable_transaction()->mutable_receipt()->Clear();
                             }),
              HasSubstr("entry 7: the log says 'applied', the rules say 'operation 0 refused with "
                        "ALREADY_EXISTS'"));
}

TEST_F(ReplayTest, FindsAFalseSignature) {
  EXPECT_THAT(FindingOfEntry(kFirstDocument,
                             [](v1::LogEntry& entry) {
                               auto& inner = *entry.mutable_transaction();
                               auto transaction =
                                   ledger::ParseRecord<v1::Transaction>(inner.transaction());
                               transaction.mutable_signatures(0)->mutable_signature()->back() ^= 1;
                               inner.set_transaction(ledger::EncodeRecord(transaction));
                             }),
              HasSubstr("entry 2: the log holds it, but the rules drop it"));
}

TEST_F(ReplayTest, FindsATransactionThatNeverWasOne) {
  EXPECT_THAT(FindingOfEntry(kFirstDocument + 1,
                             [](v1::LogEntry& entry) {
                               entry.mutable_transaction()->set_transaction("nonsense");
                             }),
              HasSubstr("entry 3: holds a transaction that was never acceptable"));
}

TEST_F(ReplayTest, FindsAnotherStateRoot) {
  EXPECT_THAT(
      FindingOfEntry(
          5, [](v1::LogEntry& entry) { entry.mutable_block()->mutable_state_root()->back() ^= 1; }),
      HasSubstr("entry 5: the block's state root"));
}

TEST_F(ReplayTest, FindsEveryFlippedByteOfTheLog) {
  const auto entries = ledger_.store().Now().ReadEntries(0, kSampleSize);
  for (std::uint64_t index = 0; index < kSampleSize; ++index) {
    // Every seventh byte: a replay costs more than a hash.
    for (std::size_t byte = index % 7; byte < (*entries)[index].size(); byte += 7) {
      tampering_.entry = [=](std::uint64_t at, std::string& entry) {
        if (at == index) entry[byte] = static_cast<char>(entry[byte] ^ 1);
      };
      ASSERT_FALSE(Run().ok()) << "entry " << index << ", byte " << byte;
    }
  }
}

TEST_F(ReplayTest, FindsAnotherTip) {
  tampering_.tip = [](std::optional<std::string>& bytes) {
    auto tip = ledger::ParseRecord<v1::Tip>(*bytes);
    tip.set_state_size(tip.state_size() + 1);
    bytes = ledger::EncodeRecord(tip);
  };
  EXPECT_THAT(Run().status().message(), HasSubstr("tip: it is not that of the replayed log"));
}

TEST_F(ReplayTest, ExplainsARefusal) {
  const auto report = Run(IdAt(kRefusedIndex));
  ASSERT_TRUE(report.ok()) << report.status();
  ASSERT_TRUE(report->explanation);
  EXPECT_EQ(report->explanation->index, kRefusedIndex);
  EXPECT_EQ(report->explanation->height, 4u);
  EXPECT_EQ(report->explanation->result.outcome.code(), v1::CODE_ALREADY_EXISTS);
  EXPECT_EQ(report->explanation->result.refused_operation, 0u);
  EXPECT_FALSE(report->explanation->result.outcome.detail().empty());
}

TEST_F(ReplayTest, ExplainsThatNothingWasRefused) {
  const auto report = Run(IdAt(kFirstDocument));
  ASSERT_TRUE(report.ok()) << report.status();
  ASSERT_TRUE(report->explanation);
  EXPECT_TRUE(report->explanation->result.outcome.ok());
  EXPECT_TRUE(absl::IsNotFound(Run(crypto::Sha256("no such transaction")).status()));
}

}  // namespace
}  // namespace tanji::node
