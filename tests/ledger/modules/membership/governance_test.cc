// Ballots from proposal to execution.
#include <gtest/gtest.h>

#include "ledger/base/names.h"
#include "ledger/engine/flags.h"
#include "ledger/modules/membership/queries.h"
#include "ledger/modules/membership/tables.h"
#include "tests/ledger/modules/membership/ballots.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Execution;
using testing::Proposal;
using testing::SetBallotThreshold;
using testing::SetLifetime;
using testing::SwitchRehearsal;
using testing::Vote;
using testing::World;

class Governance : public ::testing::Test {
 protected:
  std::string Propose(const std::vector<v1::BallotAction>& actions) {
    EXPECT_TRUE(Accepted(world_.Do("body-cn", Proposal(actions))));
    return world_.CreatedName("ballots");
  }
  void Carry(const std::string& ballot, const std::vector<std::string>& voters) {
    for (const auto& voter : voters) {
      EXPECT_TRUE(Accepted(world_.Do(voter, Vote(ballot, v1::VOTE_YES))));
    }
  }
  v1::Ballot Ballot(const std::string& name) {
    return kBallots.Get(world_.state(), ParseIdName("ballots", name).value()).value();
  }

  AsOf Now() { return {world_.now_ms(), world_.now_ms()}; }

  World world_;
};

TEST_F(Governance, TakesTheElectorateAndAStrictMajorityAtProposal) {
  const auto ballot = Ballot(Propose({SwitchRehearsal(100)}));
  EXPECT_EQ(ballot.electorate_size(), 3);
  EXPECT_EQ(ballot.electorate(0), "participants/body-cn");
  EXPECT_EQ(ballot.electorate(2), "participants/body-hn");
  EXPECT_EQ(ballot.threshold(), 2u);
  EXPECT_EQ(ballot.state(), v1::BALLOT_STATE_OPEN);
  EXPECT_EQ(ballot.proposed_by(), "participants/body-cn");
}

TEST_F(Governance, CarriesOutAllActions) {
  const auto name = Propose({SwitchRehearsal(100), SetLifetime(60'000), SetBallotThreshold(3)});
  Carry(name, {"body-eu", "body-hn"});
  ASSERT_TRUE(Accepted(world_.Do("body-cn", Execution(name))));
  EXPECT_FALSE(FlagsAt(world_.state(), 99).On(v1::FEATURE_FLAG_REHEARSAL));
  EXPECT_TRUE(FlagsAt(world_.state(), 100).On(v1::FEATURE_FLAG_REHEARSAL));
  EXPECT_EQ(ParameterAt(world_.state(), v1::PARAMETER_TRANSACTION_LIFETIME_MS), 60'000);
  const auto ballot = Ballot(name);
  EXPECT_EQ(ballot.state(), v1::BALLOT_STATE_EXECUTED);
  EXPECT_EQ(ballot.executed_time(), world_.now_ms());
  // The next ballot is decided by the new rule, this one was by the old.
  EXPECT_EQ(ballot.threshold(), 2u);
  EXPECT_EQ(Ballot(Propose({SetBallotThreshold(0)})).threshold(), 3u);
}

TEST_F(Governance, MayVoteInTheTransactionThatProposes) {
  ASSERT_TRUE(
      Accepted(world_.Run("body-cn", {testing::Op(Proposal({SwitchRehearsal(100)})),
                                      testing::Op(testing::VoteOnOperation(0, v1::VOTE_YES))})));
  EXPECT_EQ(Ballot(world_.CreatedName("ballots")).yes_count(), 1u);
}

TEST_F(Governance, CountsNoVotesToo) {
  const auto name = Propose({SwitchRehearsal(100)});
  ASSERT_TRUE(Accepted(world_.Do("body-eu", Vote(name, v1::VOTE_NO))));
  Carry(name, {"body-hn"});
  EXPECT_EQ(Ballot(name).no_count(), 1u);
  EXPECT_EQ(world_.Do("body-cn", Execution(name)).code(), v1::CODE_BALLOT_NOT_CARRIED);
  Carry(name, {"body-cn"});
  EXPECT_TRUE(Accepted(world_.Do("body-cn", Execution(name))));
}

TEST_F(Governance, IsOpenUpToTheDeadlineItself) {
  const auto name = Propose({SwitchRehearsal(100)});
  Carry(name, {"body-eu", "body-hn"});
  world_.Advance(Ballot(name).deadline_time() - world_.now_ms() - 1);
  EXPECT_TRUE(Accepted(world_.Do("body-cn", Execution(name))));
  EXPECT_EQ(world_.now_ms(), Ballot(name).deadline_time());
}

TEST_F(Governance, AFailedExecutionChangesNothing) {
  const auto name = Propose({SetLifetime(60'000), SwitchRehearsal(100)});
  Carry(name, {"body-eu", "body-hn"});
  world_.block().height = 100;
  EXPECT_EQ(world_.Do("body-cn", Execution(name)).code(), v1::CODE_FLAG_HEIGHT_PASSED);
  EXPECT_EQ(ParameterAt(world_.state(), v1::PARAMETER_TRANSACTION_LIFETIME_MS), 86'400'000);
  EXPECT_EQ(Ballot(name).state(), v1::BALLOT_STATE_OPEN);
}

TEST_F(Governance, NoBodyAloneEndsAnother) {
  v1::ChangeParticipantStatus message;
  message.set_participant("participants/body-eu");
  *message.mutable_change() = testing::OpenStatus(v1::STATUS_KIND_REVOKED);
  EXPECT_TRUE(testing::Refused(world_.Do("body-cn", message), v1::CODE_STATUS_NEEDS_BALLOT,
                               {{"value", "participants/body-eu"}}));
  EXPECT_TRUE(ParticipantHistory("body-eu").At(world_.state(), Now()).in_force());
}

TEST_F(Governance, SuspendsAndReinstatesTogether) {
  const auto history = ParticipantHistory("cnas");
  const auto ballot = testing::CarryBallot(
      world_, {testing::ChangeStatus("cnas", testing::OpenStatus(v1::STATUS_KIND_SUSPENDED)),
               SetLifetime(60'000)});
  const auto suspended = history.At(world_.state(), Now());
  EXPECT_EQ(suspended.kind, v1::STATUS_KIND_SUSPENDED);
  EXPECT_EQ(suspended.interval.by(), ballot);
  EXPECT_EQ(suspended.interval.from_time(), world_.now_ms()) << "from the executing block";
  testing::CarryBallot(world_, {testing::ChangeStatus("cnas", testing::EndStatus(1))});
  EXPECT_TRUE(history.At(world_.state(), Now()).in_force());
}

TEST_F(Governance, MaySuspendWhomItsRegistrarLeavesAlone) {
  world_.Register("farm", {v1::PARTICIPANT_KIND_PRODUCER});
  testing::CarryBallot(
      world_, {testing::ChangeStatus("farm", testing::OpenStatus(v1::STATUS_KIND_SUSPENDED))});
  EXPECT_EQ(ParticipantHistory("farm").At(world_.state(), Now()).kind, v1::STATUS_KIND_SUSPENDED);
}

TEST_F(Governance, EveryParameterHasARule) {
  for (int i = 1; i < v1::Parameter_ARRAYSIZE; ++i) {
    const auto* rule = FindParameterRule(static_cast<v1::Parameter>(i));
    ASSERT_NE(rule, nullptr) << v1::Parameter_Name(i);
    EXPECT_LE(rule->lowest, rule->default_value);
    EXPECT_LE(rule->default_value, rule->highest);
  }
}

TEST_F(Governance, IsReadWithItsVotes) {
  const auto name = Propose({SwitchRehearsal(100)});
  ASSERT_TRUE(Accepted(world_.Do("body-eu", Vote(name, v1::VOTE_NO))));
  v1::GetBallotRequest request;
  v1::GetBallotResponse response;
  request.set_name(name);
  ASSERT_TRUE(Accepted(GetBallot(request, world_.state(), response)));
  EXPECT_EQ(response.ballot().name(), name);
  EXPECT_EQ(response.ballot().ballot().no_count(), 1u);
  ASSERT_EQ(response.ballot().votes_size(), 1);
  EXPECT_EQ(response.ballot().votes(0).participant(), "participants/body-eu");
  EXPECT_EQ(response.ballot().votes(0).vote().vote(), v1::VOTE_NO);

  const auto other = Propose({SetLifetime(5000)});
  v1::ListBallotsRequest list;
  v1::ListBallotsResponse all;
  ASSERT_TRUE(Accepted(ListBallots(list, world_.state(), world_.Scan(), all)));
  ASSERT_EQ(all.ballots_size(), 2);
  EXPECT_EQ(all.ballots(0).name(), std::min(name, other));
}

}  // namespace
}  // namespace tanji::ledger
