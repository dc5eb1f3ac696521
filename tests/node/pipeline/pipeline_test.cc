// Submissions through the whole pipeline, over a ledger in memory.
#include "node/pipeline/pipeline.h"

#include <gtest/gtest.h>

#include <future>
#include <set>
#include <thread>

#include "crypto/note/checkpoint.h"
#include "crypto/note/signed_note.h"
#include "ledger/modules/all.h"
#include "ledger/modules/membership/authority.h"
#include "ledger/state/record.h"
#include "tests/support/test_ledger.h"

namespace tanji::node {
namespace {

using namespace ledger::testing;
using ledger::Fate;
using ledger::MemoryStore;

class FixedClock final : public Clock {
 public:
  std::int64_t WallMs() const override { return wall_ms; }
  std::int64_t MonotonicMs() const override { return monotonic_ms; }
  std::atomic<std::int64_t> wall_ms{kGenesisTimeMs + 1'000};
  std::atomic<std::int64_t> monotonic_ms{1'000};
};

class PipelineTest : public ::testing::Test {
 protected:
  PipelineTest()
      : world_(store_), signer_(std::string(kChainId), {"solo", NodeLogKey(), NodeCosignerKey()}) {}

  void Start(PipelineOptions options = {}) {
    pipeline_ = std::make_unique<Pipeline>(world_.ledger(), *store_, signer_, clock_, options,
                                           [this](const absl::Status& status) {
                                             const std::lock_guard lock(mutex_);
                                             fatal_ = status;
                                           });
    ASSERT_TRUE(pipeline_->Start().ok());
  }

  std::future<Submitted> Submit(const std::string& bytes) {
    auto promise = std::make_shared<std::promise<Submitted>>();
    auto future = promise->get_future();
    const bool taken = pipeline_->Submit(
        {bytes, WaitFor::kQuorum,
         [promise](Submitted submitted) { promise->set_value(std::move(submitted)); }, nullptr});
    EXPECT_TRUE(taken);
    return future;
  }

  std::string Register(std::string_view content, std::uint64_t seed = 0) {
    return TransactionOf({.author_id = "zone",
                          .operations = {Op(Document(content))},
                          .expire_ms = clock_.wall_ms + 60'000,
                          .seed = seed});
  }

  std::shared_ptr<MemoryStore> store_ = std::make_shared<MemoryStore>();
  TestLedger world_;
  CheckpointSigner signer_;
  FixedClock clock_;
  std::unique_ptr<Pipeline> pipeline_;
  std::mutex mutex_;
  absl::Status fatal_;
};

TEST_F(PipelineTest, AppliesFailsAndDrops) {
  Start();
  const auto applied = Submit(Register("a")).get();
  EXPECT_EQ(applied.result.fate, Fate::kApplied);
  ASSERT_TRUE(applied.index);
  ASSERT_TRUE(applied.block);
  EXPECT_EQ(store_->Now().ReadEntries(*applied.index, 1)->front(), applied.entry);

  const auto failed = Submit(Register("a", 1)).get();
  EXPECT_EQ(failed.result.fate, Fate::kFailed);
  EXPECT_EQ(failed.result.outcome.code(), v1::CODE_ALREADY_EXISTS);

  const auto dropped = Submit("no transaction").get();
  EXPECT_EQ(dropped.result.fate, Fate::kDropped);
  EXPECT_FALSE(dropped.index);
}

TEST_F(PipelineTest, SubmittingAgainReturnsTheFirstReceiptWhateverSignaturesCame) {
  Start();
  const std::string bytes = Register("a");
  const auto first = Submit(bytes).get();
  const auto again = Submit(bytes).get();
  EXPECT_EQ(again.index, first.index);
  EXPECT_EQ(again.entry, first.entry);
  EXPECT_EQ(again.result.fate, Fate::kApplied);

  v1::Transaction other;
  ASSERT_TRUE(other.ParseFromString(bytes));
  other.mutable_signatures(0)->mutable_signature()->front() ^= 1;
  const auto with_other_signatures = Submit(ledger::EncodeRecord(other)).get();
  EXPECT_EQ(with_other_signatures.index, first.index);
  EXPECT_EQ(with_other_signatures.result.fate, Fate::kApplied);

  const auto failed = Submit(Register("a", 1)).get();
  const auto failed_again = Submit(Register("a", 1)).get();
  EXPECT_EQ(failed_again.result.outcome.code(), v1::CODE_ALREADY_EXISTS);
  EXPECT_EQ(failed_again.result.outcome.detail().size(), failed.result.outcome.detail().size());
}

TEST_F(PipelineTest, TheSameTransactionManyTimesAtOnceIsLoggedOnce) {
  Start();
  std::vector<std::future<Submitted>> all;
  for (int i = 0; i < 50; ++i) all.push_back(Submit(Register("a")));
  std::set<std::uint64_t> indexes;
  for (auto& one : all) indexes.insert(*one.get().index);
  EXPECT_EQ(indexes.size(), 1u);
}

TEST_F(PipelineTest, ServesACheckpointOfEveryBlockItAcknowledges) {
  Start();
  for (std::uint64_t i = 0; i < 20; ++i) {
    const auto submitted = Submit(Register("d" + std::to_string(i), i)).get();
    const auto& served = *submitted.served;
    ASSERT_GT(served.log_size, *submitted.index);
    const auto note = crypto::SignedNote::Parse(served.checkpoint);
    ASSERT_TRUE(note.ok());
    EXPECT_EQ(
        note->text,
        (crypto::Checkpoint{std::string(kChainId), served.log_size, served.log_root}).Print());
    EXPECT_EQ(served.tree.root().view(), served.header.state_root());
  }
}

TEST_F(PipelineTest, ManyClientsGetTheirOwnAnswers) {
  Start();
  std::vector<std::thread> clients;
  std::atomic<int> applied{0};
  for (std::uint64_t c = 0; c < 4; ++c) {
    clients.emplace_back([&, c] {
      std::vector<std::pair<std::string, std::future<Submitted>>> sent;
      for (std::uint64_t i = 0; i < 50; ++i) {
        const auto bytes = Register(std::to_string(c) + "/" + std::to_string(i), c * 1'000 + i);
        sent.emplace_back(bytes, Submit(bytes));
      }
      for (auto& [bytes, future] : sent) {
        const auto submitted = future.get();
        const auto entry = ledger::ParseRecord<v1::LogEntry>(submitted.entry);
        if (entry.transaction().transaction() == bytes) ++applied;
      }
    });
  }
  for (auto& client : clients) client.join();
  EXPECT_EQ(applied, 200);
}

TEST_F(PipelineTest, AFullQueueRefusesAndLosesNothing) {
  PipelineOptions options;
  options.unverified = {4, 1 << 20};
  Start(options);
  std::atomic<int> done{0};
  int taken = 0, refused = 0;
  for (std::uint64_t i = 0; i < 300; ++i) {
    const bool ok = pipeline_->Submit({Register("d" + std::to_string(i), i), WaitFor::kCommitted,
                                       [&](Submitted) { ++done; }, nullptr});
    (ok ? taken : refused) += 1;
  }
  pipeline_->Drain();
  EXPECT_EQ(done, taken);
  EXPECT_EQ(taken + refused, 300);
}

TEST_F(PipelineTest, AFailedWriteStopsTheNodeAndSaysUnknown) {
  Start();
  ASSERT_EQ(Submit(Register("a")).get().result.fate, Fate::kApplied);
  store_->FailNextWrite();
  const auto submitted = Submit(Register("b", 1)).get();
  EXPECT_TRUE(submitted.unknown);
  EXPECT_FALSE(submitted.index);
  pipeline_->Drain();
  const std::lock_guard lock(mutex_);
  EXPECT_FALSE(fatal_.ok());
  EXPECT_FALSE(
      pipeline_->Submit({Register("c", 2), WaitFor::kCommitted, [](Submitted) {}, nullptr}));
}

TEST_F(PipelineTest, AClockThatJumpsStopsBlocksButNotTheNode) {
  Start();
  ASSERT_EQ(Submit(Register("a")).get().result.fate, Fate::kApplied);
  const auto later = Register("b", 1);
  clock_.wall_ms += 30'000;
  const auto refused = Submit(later).get();
  EXPECT_EQ(refused.result.outcome.code(), v1::CODE_NODE_READ_ONLY);
  EXPECT_FALSE(refused.index);
}

TEST_F(PipelineTest, IdleCheckpointsAreRenewedWithTheSameRoot) {
  PipelineOptions options;
  options.freshness_interval_ms = 20;
  Start(options);
  const auto before = pipeline_->served().Newest();
  clock_.wall_ms += 5'000;
  for (int i = 0; i < 200 && pipeline_->served().Newest() == before; ++i) {
    clock_.monotonic_ms += 20;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  const auto after = pipeline_->served().Newest();
  ASSERT_NE(after, before);
  EXPECT_EQ(after->log_root, before->log_root);
  EXPECT_EQ(after->log_size, before->log_size);
  EXPECT_NE(after->checkpoint, before->checkpoint);
}

TEST(CheckpointSigner, NeverSignsTwoRootsForOneSize) {
  CheckpointSigner signer(std::string(kChainId), {"solo", NodeLogKey(), NodeCosignerKey()});
  EXPECT_TRUE(signer.Sign(5, crypto::Sha256("a"), 1'000).ok());
  EXPECT_TRUE(signer.Sign(5, crypto::Sha256("a"), 2'000).ok());
  EXPECT_FALSE(signer.Sign(5, crypto::Sha256("b"), 2'000).ok());
  EXPECT_FALSE(signer.Sign(4, crypto::Sha256("a"), 2'000).ok());
  EXPECT_TRUE(signer.Sign(6, crypto::Sha256("b"), 2'000).ok());
}

TEST(RecentSignatures, RemembersTheKeysAndForgetsTheOldest) {
  RecentSignatures memory(2);
  const crypto::PublicKey one = NodeLogKey().public_key(), other = NodeCosignerKey().public_key();
  memory.Remember(crypto::Sha256("t0"), std::vector{one});
  EXPECT_TRUE(memory.Remembers(crypto::Sha256("t0"), std::vector{one}));
  EXPECT_FALSE(memory.Remembers(crypto::Sha256("t0"), std::vector{other}));
  EXPECT_FALSE(memory.Remembers(crypto::Sha256("t0"), std::vector{one, one}));
  EXPECT_FALSE(memory.Remembers(crypto::Sha256("t1"), std::vector{one}));
  for (const auto* name : {"t1", "t2", "t3", "t4"}) {
    memory.Remember(crypto::Sha256(name), std::vector{one});
  }
  EXPECT_FALSE(memory.Remembers(crypto::Sha256("t0"), std::vector{one}));
  EXPECT_TRUE(memory.Remembers(crypto::Sha256("t4"), std::vector{one}));
}

}  // namespace
}  // namespace tanji::node
