#include "tests/ledger/modules/membership/ballots.h"

#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {
namespace {

v1::BallotAction Set(v1::Parameter parameter, std::int64_t value) {
  v1::BallotAction action;
  action.mutable_set_parameter()->set_parameter(parameter);
  action.mutable_set_parameter()->set_value(value);
  return action;
}

}  // namespace

v1::BallotAction SwitchRehearsal(std::uint64_t from_height) {
  v1::BallotAction action;
  action.mutable_switch_flag()->set_flag(v1::FEATURE_FLAG_REHEARSAL);
  action.mutable_switch_flag()->set_from_height(from_height);
  return action;
}

v1::BallotAction SetLifetime(std::int64_t lifetime_ms) {
  return Set(v1::PARAMETER_TRANSACTION_LIFETIME_MS, lifetime_ms);
}

v1::BallotAction SetBallotThreshold(std::int64_t bodies) {
  return Set(v1::PARAMETER_BALLOT_THRESHOLD, bodies);
}

v1::BallotAction ChangeStatus(std::string_view participant_id, v1::StatusChange change) {
  v1::BallotAction action;
  auto& message = *action.mutable_change_participant_status();
  message.set_participant("participants/" + std::string(participant_id));
  *message.mutable_change() = std::move(change);
  return action;
}

std::string CarryBallot(World& world, const std::vector<v1::BallotAction>& actions) {
  EXPECT_TRUE(Accepted(world.Do("body-cn", Proposal(actions))));
  std::string ballot = world.CreatedName("ballots");
  for (const auto* voter : {"body-cn", "body-eu"}) {
    EXPECT_TRUE(Accepted(world.Do(voter, Vote(ballot, v1::VOTE_YES))));
  }
  EXPECT_TRUE(Accepted(world.Do("body-hn", Execution(ballot))));
  return ballot;
}

v1::ProposeBallot Proposal(const std::vector<v1::BallotAction>& actions) {
  v1::ProposeBallot message;
  *message.mutable_title() = Text("启用演练标志", "Switch on the rehearsal flag");
  for (const auto& action : actions) *message.add_actions() = action;
  message.set_deadline_time(kGenesisTimeMs + 30 * kDayMs);
  return message;
}

v1::CastVote Vote(const std::string& ballot, v1::Vote vote) {
  v1::CastVote message;
  message.set_ballot(ballot);
  message.set_vote(vote);
  return message;
}

v1::CastVote VoteOnOperation(std::uint32_t operation, v1::Vote vote) {
  v1::CastVote message;
  message.set_ballot_operation(operation);
  message.set_vote(vote);
  return message;
}

v1::ExecuteBallot Execution(const std::string& ballot) {
  v1::ExecuteBallot message;
  message.set_ballot(ballot);
  return message;
}

}  // namespace tanji::ledger::testing
