// The flag machinery: scheduled by ballot, in force at a height, and what is parsed under it.
#include "ledger/engine/flags.h"

#include <gtest/gtest.h>

#include "tests/support/test_ledger.h"

namespace tanji::ledger {
namespace {

using namespace testing;

// Proposes, has all three bodies vote, and executes; returns the last outcome.
TransactionResult SwitchByBallot(TestLedger& world, v1::FeatureFlag flag, std::uint64_t height) {
  v1::ProposeBallot propose;
  *propose.mutable_title() = Text("演练", "rehearsal");
  propose.set_deadline_time(world.ledger().tip().time() + kDayMs);
  auto& action = *propose.add_actions()->mutable_switch_flag();
  action.set_flag(flag);
  action.set_from_height(height);
  const Draft proposal{.author_id = "body-cn", .operations = {Op(propose)}};
  EXPECT_EQ(world.RunOne(proposal).fate, Fate::kApplied);
  v1::Transaction transaction;
  EXPECT_TRUE(transaction.ParseFromString(TransactionOf(proposal)));
  const auto ballot = "ballots/" + DeriveId(TransactionId(transaction.body()), 0, 0).Text();
  for (const auto* body : {"body-cn", "body-eu", "body-hn"}) {
    v1::CastVote vote;
    vote.set_ballot(ballot);
    vote.set_vote(v1::VOTE_YES);
    EXPECT_EQ(world.RunOne({.author_id = body, .operations = {Op(vote)}, .seed = 7}).fate,
              Fate::kApplied);
  }
  v1::ExecuteBallot execute;
  execute.set_ballot(ballot);
  return world.RunOne({.author_id = "body-eu", .operations = {Op(execute)}, .seed = 8});
}

TEST(Flags, AreInForceFromTheirHeightOn) {
  TestLedger world;
  const auto height = world.ledger().tip().height() + 20;
  ASSERT_EQ(SwitchByBallot(world, v1::FEATURE_FLAG_REHEARSAL, height).fate, Fate::kApplied);
  const auto& now = world.store().Now();
  EXPECT_FALSE(FlagsAt(now, height - 1).On(v1::FEATURE_FLAG_REHEARSAL));
  EXPECT_TRUE(FlagsAt(now, height).On(v1::FEATURE_FLAG_REHEARSAL));
  ASSERT_EQ(ScheduledFlags(now, height - 1).size(), 1u);
  EXPECT_TRUE(ScheduledFlags(now, height).empty());
  EXPECT_TRUE(IsScheduled(now, v1::FEATURE_FLAG_REHEARSAL));
}

TEST(Flags, ATransactionParsedBeforeTheSwitchIsParsedAgainAfterIt) {
  TestLedger world;
  Envelope envelope;
  const auto bytes = TransactionOf({.author_id = "zone", .operations = {Op(Document("a"))}});
  ASSERT_TRUE(ParseEnvelope(bytes, kChainId,
                            Flags({v1::FEATURE_FLAG_FOUNDATION, v1::FEATURE_FLAG_REHEARSAL}),
                            envelope)
                  .ok());
  auto& ledger = world.ledger();
  const auto block = ledger.Finalize({ledger.tip().height() + 1,
                                      ledger.tip().time() + 1,
                                      {std::make_shared<Envelope>(envelope)},
                                      {}},
                                     NoMemory());
  ASSERT_TRUE(block.ok());
  EXPECT_EQ((*block)->results[0].result.fate, Fate::kApplied);
}

TEST(Parameters, HaveDefaultsUntilTheyAreSet) {
  TestLedger world;
  EXPECT_EQ(ParameterAt(world.store().Now(), v1::PARAMETER_TRANSACTION_LIFETIME_MS), 86'400'000);
  Overlay overlay(world.store().Now());
  StoreParameter(overlay, v1::PARAMETER_TRANSACTION_LIFETIME_MS, 5'000);
  EXPECT_EQ(ParameterAt(overlay, v1::PARAMETER_TRANSACTION_LIFETIME_MS), 5'000);
  EXPECT_EQ(ParameterAt(overlay, v1::PARAMETER_BALLOT_THRESHOLD), 0);
}

}  // namespace
}  // namespace tanji::ledger
