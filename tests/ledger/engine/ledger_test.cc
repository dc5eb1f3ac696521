// Blocks, the window of ids, opening again.
#include "ledger/engine/ledger.h"

#include <gtest/gtest.h>

#include <map>

#include "crypto/log/verify.h"
#include "ledger/base/big_endian.h"
#include "ledger/engine/tables.h"
#include "ledger/state/record.h"
#include "tests/support/test_ledger.h"

namespace tanji::ledger {
namespace {

using namespace testing;

std::string Register(std::string_view content, std::uint64_t seed = 0,
                     std::int64_t expire_ms = kGenesisTimeMs + kDayMs) {
  return TransactionOf({.author_id = "zone",
                        .operations = {Op(Document(content))},
                        .expire_ms = expire_ms,
                        .seed = seed});
}

v1::LogEntry EntryAt(TestLedger& world, std::uint64_t index) {
  return ParseRecord<v1::LogEntry>(world.store().Now().ReadEntries(index, 1)->front());
}

TEST(Genesis, IsEntryZeroAndTheBlockOfHeightZero) {
  TestLedger world;
  const auto genesis = EntryAt(world, 0).genesis();
  EXPECT_EQ(genesis.chain_id(), kChainId);
  EXPECT_EQ(genesis.genesis_sha256(), crypto::Sha256(GenesisFile()).str());
  EXPECT_EQ(genesis.genesis_size_bytes(), GenesisFile().size());
  const auto block = EntryAt(world, 1).block();
  EXPECT_EQ(block.height(), 0u);
  EXPECT_EQ(block.time(), kGenesisTimeMs);
  EXPECT_EQ(block.first_index(), 1u);
  EXPECT_EQ(block.transaction_count(), 0u);
  EXPECT_EQ(block.state_root(), world.ledger().tip().state_root());
}

TEST(Block, LogsNothingWhenNothingIsLogged) {
  TestLedger world;
  const auto before = world.ledger().tip();
  world.Run({});
  const auto& after = world.ledger().tip();
  EXPECT_EQ(after.height(), before.height() + 1);
  EXPECT_EQ(after.log_root(), before.log_root());
  EXPECT_EQ(after.state_root(), before.state_root());
  EXPECT_EQ(after.block_entry_index(), before.block_entry_index());
  ASSERT_TRUE(world.Reopen().ok());
  EXPECT_EQ(world.ledger().tip().height(), before.height() + 1);
}

TEST(Block, EveryEntryIsProvedWithoutStorage) {
  TestLedger world;
  std::uint64_t seed = 0;
  for (const int count : {1, 2, 3, 7, 60, 200, 1}) {
    std::vector<std::string> transactions;
    for (int i = 0; i < count; ++i) {
      transactions.push_back(Register("d" + std::to_string(seed), seed));
      ++seed;
    }
    world.Run(transactions);
    const auto& block = *world.last_block();
    for (std::size_t i = 0; i < block.write.entries.size(); ++i) {
      const auto index = block.write.first_entry_index + i;
      EXPECT_EQ(crypto::VerifyInclusion(crypto::LeafHash(block.write.entries[i]), index,
                                        block.frontier.size(), ProveInBlock(block, index),
                                        block.log_root),
                crypto::ProofCheck::kHolds);
    }
  }
}

// Every document in the state, with the one field that block time decides left out. The digests of
// the window of ids are per block by their definition, so the roots themselves must differ.
std::map<std::string, std::string> DocumentsIn(TestLedger& world) {
  std::map<std::string, std::string> out;
  EXPECT_TRUE(world.store()
                  .Now()
                  .ScanState(MakeKey(KeySpace::kDocument),
                             [&](std::string_view key, std::string_view record) {
                               if (key[0] != static_cast<char>(KeySpace::kDocument)) return false;
                               auto document = ParseRecord<v1::Document>(record);
                               document.clear_registered_time();
                               out.emplace(key, EncodeRecord(document));
                               return true;
                             })
                  .ok());
  return out;
}

TEST(Block, RecordsDependOnTransactionsNotOnTheirBatches) {
  std::vector<std::string> transactions;
  for (std::uint64_t i = 0; i < 30; ++i) {
    transactions.push_back(Register("d" + std::to_string(i % 20), i));
  }
  TestLedger one, many;
  one.Run(transactions);
  for (const auto& transaction : transactions) many.Run({transaction});
  EXPECT_EQ(DocumentsIn(one), DocumentsIn(many));
  EXPECT_EQ(DocumentsIn(one).size(), 20u);
}

TEST(Block, TheSameBlocksGiveTheSameRootsEverywhere) {
  TestLedger one, other;
  for (std::uint64_t i = 0; i < 10; ++i) {
    const std::vector blocks{Register("a" + std::to_string(i), 2 * i),
                             Register("a" + std::to_string(i), 2 * i + 1)};
    one.Run(blocks);
    other.Run(blocks);
    if (i % 3 == 0) {
      ASSERT_TRUE(other.Reopen().ok());
    }
    ASSERT_EQ(one.ledger().tip().log_root(), other.ledger().tip().log_root());
  }
}

TEST(Block, ExecutedAheadReadsWhatIsNotYetDurable) {
  TestLedger world;
  auto& ledger = world.ledger();
  const auto execute = [&](const std::string& transaction) {
    auto envelope = std::make_shared<Envelope>();
    EXPECT_TRUE(
        ParseEnvelope(transaction, kChainId, Flags({v1::FEATURE_FLAG_FOUNDATION}), *envelope).ok());
    BlockInput input{ledger.tip().height() + 1, ledger.tip().time() + 1, {envelope}, {}};
    return *ledger.Finalize(input, NoMemory());
  };
  const auto first = execute(Register("a"));
  const auto again = execute(Register("a", 1));  // another transaction, same document
  const auto replay = execute(Register("a"));    // the same transaction
  EXPECT_EQ(first->results[0].result.fate, Fate::kApplied);
  EXPECT_EQ(again->results[0].result.outcome.code(), v1::CODE_ALREADY_EXISTS);
  EXPECT_EQ(replay->results[0].result.outcome.code(), v1::CODE_REPLAYED);
  EXPECT_EQ(replay->results[0].index, first->results[0].index);
  ASSERT_TRUE(ledger.Commit(*first).ok());
  // Thrown away with the process: what was committed is all there is.
  ASSERT_TRUE(world.Reopen().ok());
  EXPECT_EQ(world.ledger().tip().height(), first->tip.height());
}

TEST(Block, RefusesWhatACorrectProposerCannotProduce) {
  TestLedger world;
  auto& ledger = world.ledger();
  EXPECT_FALSE(ledger.Process({ledger.tip().height(), ledger.tip().time() + 1, {}, {}}).ok());
  EXPECT_FALSE(ledger.Process({ledger.tip().height() + 2, ledger.tip().time() + 1, {}, {}}).ok());
  EXPECT_FALSE(ledger.Process({ledger.tip().height() + 1, ledger.tip().time(), {}, {}}).ok());
  EXPECT_TRUE(ledger.Process({ledger.tip().height() + 1, ledger.tip().time() + 1, {}, {}}).ok());
}

TEST(Window, DigestIsThatOfTheSpecification) {
  TestLedger world;
  const auto transaction = Register("a");
  world.Run({transaction});
  v1::Transaction parsed;
  ASSERT_TRUE(parsed.ParseFromString(transaction));
  const auto id = TransactionId(parsed.body());
  std::string preimage(32, '\0');
  AppendU64(2, preimage);
  AppendU32(1, preimage);
  preimage.append(crypto::Sha256(id.view()).view());
  const auto hour = static_cast<std::uint64_t>(world.ledger().tip().time() / kHourMs);
  EXPECT_EQ(kReplayWindow.Get(world.store().Now(), hour)->digest(), crypto::Sha256(preimage).str());
}

TEST(Window, KeepsIdsForADayAfterTheirHourAndSurvivesReopening) {
  TestLedger world;
  const auto first = Register("a");
  world.Run({first}, kGenesisTimeMs + 1);
  const std::int64_t hour_end_ms = kGenesisTimeMs + kHourMs;
  // The first block after the day deletes the hour at its end, and not before.
  const auto later = hour_end_ms + kWindowMs;
  world.Run({Register("b", 1, later + 1)}, later);
  EXPECT_TRUE(
      kReplayWindow.Has(world.store().Now(), static_cast<std::uint64_t>(kGenesisTimeMs / kHourMs)));
  ASSERT_TRUE(world.Reopen().ok());
  world.Run({Register("c", 2, later + 2)}, later + 1);
  EXPECT_FALSE(
      kReplayWindow.Has(world.store().Now(), static_cast<std::uint64_t>(kGenesisTimeMs / kHourMs)));
  // Outside the window the id is no longer spent, but the transaction has long expired.
  const auto result = world.Run({first}, later + 3).front().result;
  EXPECT_EQ(result.outcome.code(), v1::CODE_EXPIRED);
}

TEST(Open, RefusesAStoreThatContradictsItself) {
  const auto damaged = [](auto damage) {
    auto store = std::make_shared<MemoryStore>();
    TestLedger world(store);
    world.Run({Register("a")});
    BlockWrite write;
    write.tip = EncodeRecord(world.ledger().tip());
    damage(world, write);
    EXPECT_TRUE(store->WriteBlock(write).ok());
    return world.Reopen();
  };
  // A record altered, a record added, a tip with another root.
  EXPECT_EQ(damaged([](TestLedger&, BlockWrite& write) {
              write.state.emplace("\x7fnew", "record");
            }).code(),
            absl::StatusCode::kDataLoss);
  EXPECT_EQ(damaged([](TestLedger& world, BlockWrite& write) {
              auto tip = world.ledger().tip();
              tip.mutable_log_root()->front() ^= 1;
              write.tip = EncodeRecord(tip);
            }).code(),
            absl::StatusCode::kDataLoss);
  EXPECT_EQ(damaged([](TestLedger&, BlockWrite& write) {
              write.hashes.push_back({0, 0, crypto::Sha256("another leaf")});
            }).code(),
            absl::StatusCode::kDataLoss);
}

}  // namespace
}  // namespace tanji::ledger
