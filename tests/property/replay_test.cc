// What must not matter does not: who executes a log, when, in which blocks, and what it remembers
// of signatures. And what must matter does: one altered record.
#include <stdexcept>

#include "ledger/modules/all.h"
#include "ledger/modules/membership/authority.h"
#include "node/audit/replay.h"
#include "node/pipeline/signature_memory.h"
#include "tests/property/compare.h"
#include "tests/property/sequences.h"
#include "tests/property/tampered.h"

namespace tanji::property {
namespace {

using ledger::MemoryStore;
using ledger::testing::TestLedger;

constexpr int kSequences = 30, kSteps = 200;

absl::Status Replayed(const ledger::Store& store, ledger::Store& scratch) {
  const auto report =
      node::Replay(store, scratch, {ledger::AllModules(), &ledger::MembershipAuthority()},
                   [](std::string_view, std::uint64_t, std::uint64_t) {});
  return report.status();
}

void Require(bool holds, const std::string& what) {
  if (!holds) throw std::runtime_error(what);
}

TEST(Replay, TheSameLogGivesTheSameRoots) {
  ForSequences(kSequences, kSteps, [](const std::vector<Step>& steps) {
    Teller teller;
    teller.Tell(steps);
    MemoryStore scratch;
    const auto status = Replayed(teller.ledger().store(), scratch);
    Require(status.ok(), std::string(status.message()));
    // A block that logs nothing is not in the log, so that the heights may differ.
    v1::Tip replayed;
    replayed.ParseFromString(scratch.Now().ReadTip().value().value());
    const auto& tip = teller.ledger().ledger().tip();
    Require(replayed.log_root() == tip.log_root(), "another log root");
    Require(replayed.state_root() == tip.state_root(), "another state root");
  });
}

// --- Other blocks
// ----------------------------------------------------------------------------------

Records AllWithoutTimes(const Records& state) {
  Records out;
  for (const auto& [key, record] : state) out[key] = WithoutTimes(key, record);
  return out;
}

// Cuts the transactions of `story` into other blocks; the results of each.
std::vector<Verdict> RunOtherwise(const Story& story, Dice& dice, TestLedger& other) {
  std::vector<Verdict> verdicts;
  std::vector<std::string> block;
  const auto most = static_cast<std::size_t>(dice.Between(1, 30));
  const auto run = [&] {
    for (const auto& result : other.Run(block)) verdicts.push_back(VerdictOf(result.result));
    block.clear();
  };
  for (const auto& original : story.blocks) {
    for (const auto& transaction : original.transactions) {
      block.push_back(transaction);
      if (block.size() > dice.Below(most)) run();
    }
  }
  run();
  return verdicts;
}

TEST(Replay, OtherBlocksGiveTheSameState) {
  ForSequences(kSequences, kSteps, [](const std::vector<Step>& steps) {
    Teller teller(/*timeless=*/true);
    teller.Tell(steps);
    Dice dice(steps.size());
    TestLedger other;
    const auto verdicts = RunOtherwise(teller.story(), dice, other);
    const auto& expected = teller.story().verdicts;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      Require(verdicts[i] == expected[i], "transaction " + std::to_string(i) + ": " +
                                              verdicts[i].Text() + " instead of " +
                                              expected[i].Text());
    }
    const auto here = AllWithoutTimes(StateOf(teller.ledger()));
    const auto there = AllWithoutTimes(StateOf(other));
    for (const auto& [key, record] : here) {
      const auto it = there.find(key);
      Require(it != there.end() && it->second == record,
              ParseAny(key, record)->Utf8DebugString() + "differs");
    }
    Require(here.size() == there.size(), "other blocks made other records");
  });
}

// --- What is remembered of signatures
// ----------------------------------------------------------------

// Remembers as admission does, and forgets at random.
class ForgetfulMemory final : public ledger::SignatureMemory {
 public:
  explicit ForgetfulMemory(unsigned forgets_percent) : forgets_percent_(forgets_percent) {}

  // What admission would remember of a transaction that comes before the next block.
  void Admit(const std::string& bytes, TestLedger& ledger) {
    auto& core = ledger.ledger();
    const auto context = core.ContextOf(core.tip().height() + 1, core.tip().time() + 1);
    ledger::Envelope envelope;
    ledger::Authentication authentication;
    if (!ledger::ParseEnvelope(bytes, core.chain_id(), context.flags, envelope).ok()) return;
    const auto outcome = core.executor().Authenticate(envelope, context, ledger.store().Now(),
                                                      memory_, authentication);
    if (outcome.ok()) memory_.Remember(envelope.whole_hash, authentication.PublicKeys());
  }

  bool Remembers(const crypto::Hash& whole_hash,
                 std::span<const crypto::PublicKey> keys) const override {
    const bool knows = !dice_.Percent(forgets_percent_) && memory_.Remembers(whole_hash, keys);
    helped_ += knows;
    return knows;
  }
  int helped() const { return helped_; }

 private:
  const unsigned forgets_percent_;
  node::RecentSignatures memory_{10'000};
  mutable Dice dice_{1};
  mutable int helped_ = 0;
};

TEST(Replay, WhatIsRememberedOfSignaturesChangesNothing) {
  int helped = 0;
  ForSequences(kSequences, kSteps, [&](const std::vector<Step>& steps) {
    Teller teller;
    teller.Tell(steps);
    for (const unsigned forgets_percent : {0u, 50u}) {
      ForgetfulMemory memory(forgets_percent);
      TestLedger other;
      other.set_memory(memory);
      auto expected = teller.story().verdicts.begin();
      for (const auto& block : teller.story().blocks) {
        for (const auto& transaction : block.transactions) memory.Admit(transaction, other);
        for (const auto& result : other.Run(block.transactions, block.time_ms)) {
          Require(VerdictOf(result.result) == *expected, "with memory: " + expected->Text());
          ++expected;
        }
      }
      Require(other.ledger().tip().log_root() == teller.ledger().ledger().tip().log_root(),
              "another log");
      helped += memory.helped();
    }
  });
  EXPECT_GT(helped, 0) << "nothing was ever remembered";
}

// --- One altered record
// ------------------------------------------------------------------------------

TEST(Replay, OneAlteredRecordIsNoticed) {
  int by_the_node = 0, by_replay = 0;
  ForSequences(3 * kSequences, kSteps / 2, [&](const std::vector<Step>& steps) {
    Teller teller;
    teller.Tell(steps);
    std::uint64_t operations = 0;
    for (const auto& [kind, count] : teller.applied()) {
      operations += static_cast<std::uint64_t>(count);
    }
    Dice dice(steps.empty() ? 0 : steps.back().seed);
    const auto tampered = Tamper(teller.story(), dice.Below(operations), dice);
    by_the_node += tampered.noticed;
    if (!tampered.unnoticed) return;
    MemoryStore scratch;
    const auto status = Replayed(*tampered.store, scratch);
    Require(absl::IsDataLoss(status), "nobody noticed: " + tampered.what);
    ++by_replay;
  });
  std::printf("noticed by the node itself: %d, by whoever replays: %d\n", by_the_node, by_replay);
  EXPECT_GT(by_the_node, 0);
  EXPECT_GT(by_replay, 0);
}

}  // namespace
}  // namespace tanji::property
