// Every way in which ballots are refused.
#include "ledger/engine/flags.h"
#include "ledger/modules/membership/cast_vote.h"
#include "ledger/modules/membership/execute_ballot.h"
#include "ledger/modules/membership/propose_ballot.h"
#include "tests/ledger/modules/membership/ballots.h"
#include "tests/ledger/modules/refusals.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {
namespace {

using Rows = std::vector<RefusalCase>;

// The ballot that each of these worlds proposes in its first transaction.
std::string FirstBallot() {
  World world;
  EXPECT_TRUE(Accepted(world.Do("body-cn", Proposal({SwitchRehearsal(100)}))));
  return world.CreatedName("ballots");
}

void AddShapes(Rows& rows) {
  using P = v1::ProposeBallot;
  AddAlterations<P>(
      Proposal({SwitchRehearsal(100), SetLifetime(60'000)}), CheckProposeBallot,
      {
          {"no title",
           [](P& m) { m.clear_title(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "title.prevailing"}}},
          {"no action",
           [](P& m) { m.clear_actions(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "actions"}}},
          {"17 actions",
           [](P& m) {
             while (m.actions_size() < 17) *m.add_actions() = SetLifetime(1000);
           },
           v1::CODE_LIST_TOO_LONG,
           {{"field", "actions"}, {"value", "17"}, {"limit", "16"}}},
          {"an empty action",
           [](P& m) { m.mutable_actions(1)->Clear(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "actions[1]"}}},
          {"no flag",
           [](P& m) { m.mutable_actions(0)->mutable_switch_flag()->clear_flag(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "actions[0].switch_flag.flag"}}},
          {"one flag twice",
           [](P& m) { *m.mutable_actions(1) = SwitchRehearsal(200); },
           v1::CODE_FLAG_ALREADY_SET,
           {{"field", "actions[1].switch_flag.flag"}, {"value", "FEATURE_FLAG_REHEARSAL"}}},
          {"one participant twice",
           [](P& m) {
             *m.mutable_actions(0) = ChangeStatus("cnas", OpenStatus(v1::STATUS_KIND_SUSPENDED));
             *m.mutable_actions(1) = ChangeStatus("cnas", OpenStatus(v1::STATUS_KIND_REVOKED));
           },
           v1::CODE_ACTION_REPEATED,
           {{"field", "actions[1].change_participant_status.participant"},
            {"value", "participants/cnas"}}},
          {"a status of nobody",
           [](P& m) {
             *m.mutable_actions(0) = ChangeStatus("cnas", OpenStatus(v1::STATUS_KIND_SUSPENDED));
             m.mutable_actions(0)->mutable_change_participant_status()->clear_participant();
           },
           v1::CODE_FIELD_MISSING,
           {{"field", "actions[0].change_participant_status.participant"}}},
          {"a change of status that is none",
           [](P& m) { *m.mutable_actions(0) = ChangeStatus("cnas", {}); },
           v1::CODE_FIELD_MISSING,
           {{"field", "actions[0].change_participant_status.change.open"}}},
          {"no parameter",
           [](P& m) { m.mutable_actions(1)->mutable_set_parameter()->clear_parameter(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "actions[1].set_parameter.parameter"}}},
          {"lifetime",
           [](P& m) { *m.mutable_actions(1) = SetLifetime(999); },
           v1::CODE_PARAMETER_OUT_OF_RANGE,
           {{"field", "actions[1].set_parameter.value"},
            {"parameter", "PARAMETER_TRANSACTION_LIFETIME_MS"},
            {"value", "999"},
            {"lowest", "1000"},
            {"highest", "86400000"}}},
          {"deadline before 1970",
           [](P& m) { m.set_deadline_time(-1); },
           v1::CODE_FIELD_OUT_OF_RANGE,
           {{"field", "deadline_time"},
            {"value", "-1"},
            {"lowest", "0"},
            {"highest", "253402300799999"}}},
      },
      rows);
  using V = v1::CastVote;
  AddAlterations<V>(
      Vote(FirstBallot(), v1::VOTE_YES), CheckCastVote,
      {
          {"no ballot",
           [](V& m) { m.clear_ballot(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "ballot"}}},
          {"a ballot and a reference",
           [](V& m) { m.set_ballot_operation(3); },
           v1::CODE_OPERATION_REFERENCE,
           {{"field", "ballot_operation"}, {"value", "3"}, {"expected", "ballot"}}},
          {"no vote", [](V& m) { m.clear_vote(); }, v1::CODE_FIELD_MISSING, {{"field", "vote"}}},
      },
      rows);
  using E = v1::ExecuteBallot;
  AddAlterations<E>(
      Execution(FirstBallot()), CheckExecuteBallot,
      {
          {"ballot",
           [](E& m) { m.set_ballot("ballots/7"); },
           v1::CODE_NAME_MALFORMED,
           {{"field", "ballot"}, {"value", "ballots/7"}, {"expected", "ballots/UUID"}}},
      },
      rows);
}

void AddProposalStates(Rows& rows) {
  rows.push_back(
      {"proposed by an operator",
       v1::CODE_WRONG_KIND,
       {{"field", "author"}, {"value", "participants/zone"}, {"expected", "PARTICIPANT_KIND_BODY"}},
       [] { return World().Do("zone", Proposal({SwitchRehearsal(100)})); }});
  for (const std::int64_t days : {0, 367}) {
    const auto deadline_ms = kGenesisTimeMs + days * kDayMs;
    rows.push_back({"deadline in " + std::to_string(days) + " days",
                    v1::CODE_DEADLINE_OUT_OF_RANGE,
                    {{"field", "deadline_time"},
                     {"deadline_time", std::to_string(deadline_ms)},
                     {"block_time", std::to_string(kGenesisTimeMs + 1)},
                     {"latest_time", std::to_string(kGenesisTimeMs + 1 + 366 * kDayMs)}},
                    [=] {
                      auto message = Proposal({SwitchRehearsal(100)});
                      message.set_deadline_time(deadline_ms);
                      return World().Do("body-cn", message);
                    }});
  }
  rows.push_back({"a flag at this height",
                  v1::CODE_FLAG_HEIGHT_PASSED,
                  {{"field", "actions[0].switch_flag.from_height"}, {"value", "1"}, {"limit", "1"}},
                  [] { return World().Do("body-cn", Proposal({SwitchRehearsal(1)})); }});
  rows.push_back({"a flag that is on",
                  v1::CODE_FLAG_ALREADY_SET,
                  {{"field", "actions[0].switch_flag.flag"}, {"value", "FEATURE_FLAG_FOUNDATION"}},
                  [] {
                    auto action = SwitchRehearsal(100);
                    action.mutable_switch_flag()->set_flag(v1::FEATURE_FLAG_FOUNDATION);
                    return World().Do("body-cn", Proposal({action}));
                  }});
  rows.push_back(
      {"a participant that is not there",
       v1::CODE_NOT_FOUND,
       {{"field", "actions[0].change_participant_status.participant"},
        {"value", "participants/nobody"}},
       [] { return World().Do("body-cn", Proposal({ChangeStatus("nobody", EndStatus(1))})); }});
  rows.push_back(
      {"reinstating one that is in force", v1::CODE_INTERVAL_NOT_OPEN, {{"number", "1"}}, [] {
         return World().Do("body-cn", Proposal({ChangeStatus("cnas", EndStatus(1))}));
       }});
  rows.push_back({"a threshold above the number of bodies",
                  v1::CODE_PARAMETER_OUT_OF_RANGE,
                  {{"field", "actions[0].set_parameter.value"},
                   {"parameter", "PARAMETER_BALLOT_THRESHOLD"},
                   {"value", "4"},
                   {"lowest", "0"},
                   {"highest", "3"}},
                  [] { return World().Do("body-cn", Proposal({SetBallotThreshold(4)})); }});
}

// A world in which body-cn has proposed and `voters` have voted yes.
struct Voted {
  explicit Voted(std::vector<std::string> voters,
                 const v1::BallotAction& action = SwitchRehearsal(100)) {
    EXPECT_TRUE(Accepted(world.Do("body-cn", Proposal({action}))));
    ballot = world.CreatedName("ballots");
    for (const auto& voter : voters) {
      EXPECT_TRUE(Accepted(world.Do(voter, Vote(ballot, v1::VOTE_YES))));
    }
  }
  World world;
  std::string ballot;
};

void AddVoteStates(Rows& rows) {
  const auto ballot = FirstBallot();
  rows.push_back(
      {"vote on nothing", v1::CODE_NOT_FOUND, {{"field", "ballot"}, {"value", ballot}}, [=] {
         return World().Do("body-cn", Vote(ballot, v1::VOTE_NO));
       }});
  rows.push_back({"vote from outside",
                  v1::CODE_NOT_IN_ELECTORATE,
                  {{"value", "participants/zone"}, {"ballot", ballot}},
                  [] {
                    Voted voted({});
                    return voted.world.Do("zone", Vote(voted.ballot, v1::VOTE_YES));
                  }});
  rows.push_back({"vote twice",
                  v1::CODE_VOTED_ALREADY,
                  {{"value", "participants/body-cn"}, {"ballot", ballot}},
                  [] {
                    Voted voted({"body-cn"});
                    return voted.world.Do("body-cn", Vote(voted.ballot, v1::VOTE_NO));
                  }});
  const auto deadline = std::to_string(kGenesisTimeMs + 30 * kDayMs);
  rows.push_back({"vote after the deadline",
                  v1::CODE_BALLOT_CLOSED,
                  {{"ballot", ballot}, {"deadline_time", deadline}},
                  [] {
                    Voted voted({});
                    voted.world.Advance(30 * kDayMs);
                    return voted.world.Do("body-cn", Vote(voted.ballot, v1::VOTE_YES));
                  }});
  rows.push_back({"a reference to itself",
                  v1::CODE_OPERATION_REFERENCE,
                  {{"field", "ballot_operation"}, {"value", "0"}, {"expected", "propose_ballot"}},
                  [] { return World().Do("body-cn", VoteOnOperation(0, v1::VOTE_YES)); }});
  rows.push_back(
      {"a reference to something else",
       v1::CODE_OPERATION_REFERENCE,
       {{"field", "ballot_operation"}, {"value", "0"}, {"expected", "propose_ballot"}},
       [] {
         return World().Run("body-cn", {Op(Document("x")), Op(VoteOnOperation(0, v1::VOTE_YES))});
       }});
}

void AddExecutionStates(Rows& rows) {
  const auto ballot = FirstBallot();
  const auto deadline = std::to_string(kGenesisTimeMs + 30 * kDayMs);
  rows.push_back(
      {"execute nothing", v1::CODE_NOT_FOUND, {{"field", "ballot"}, {"value", ballot}}, [=] {
         return World().Do("body-cn", Execution(ballot));
       }});
  rows.push_back({"execute without the votes",
                  v1::CODE_BALLOT_NOT_CARRIED,
                  {{"ballot", ballot}, {"value", "1"}, {"expected", "2"}},
                  [] {
                    Voted voted({"body-cn"});
                    return voted.world.Do("body-cn", Execution(voted.ballot));
                  }});
  rows.push_back(
      {"executed by an operator",
       v1::CODE_WRONG_KIND,
       {{"field", "author"}, {"value", "participants/zone"}, {"expected", "PARTICIPANT_KIND_BODY"}},
       [] {
         Voted voted({"body-cn", "body-eu"});
         return voted.world.Do("zone", Execution(voted.ballot));
       }});
  rows.push_back({"execute twice",
                  v1::CODE_BALLOT_CLOSED,
                  {{"ballot", ballot}, {"deadline_time", deadline}},
                  [] {
                    Voted voted({"body-cn", "body-eu"});
                    EXPECT_TRUE(Accepted(voted.world.Do("body-cn", Execution(voted.ballot))));
                    return voted.world.Do("body-cn", Execution(voted.ballot));
                  }});
  rows.push_back(
      {"execute after the height",
       v1::CODE_FLAG_HEIGHT_PASSED,
       {{"field", "actions[0].switch_flag.from_height"}, {"value", "100"}, {"limit", "100"}},
       [] {
         Voted voted({"body-cn", "body-eu"});
         voted.world.block().height = 99;
         return voted.world.Do("body-cn", Execution(voted.ballot));
       }});
  auto tomorrow = OpenStatus(v1::STATUS_KIND_SUSPENDED);
  tomorrow.set_effective_time(kGenesisTimeMs + kDayMs);
  rows.push_back({"execute after the effective time",
                  v1::CODE_BACKDATED,
                  {{"field", "actions[0].change_participant_status.change.effective_time"},
                   {"effective_time", std::to_string(kGenesisTimeMs + kDayMs)},
                   {"block_time", std::to_string(kGenesisTimeMs + 2 * kDayMs + 4)}},
                  [=] {
                    Voted voted({"body-cn", "body-eu"}, ChangeStatus("cnas", tomorrow));
                    voted.world.Advance(2 * kDayMs);
                    return voted.world.Do("body-cn", Execution(voted.ballot));
                  }});
  rows.push_back({"execute what another ballot has set",
                  v1::CODE_FLAG_ALREADY_SET,
                  {{"field", "actions[0].switch_flag.flag"}, {"value", "FEATURE_FLAG_REHEARSAL"}},
                  [] {
                    Voted voted({"body-cn", "body-eu"});
                    ScheduleFlag(voted.world.state(), v1::FEATURE_FLAG_REHEARSAL, 50);
                    return voted.world.Do("body-cn", Execution(voted.ballot));
                  }});
}

}  // namespace

std::vector<RefusalCase> GovernanceRefusals() {
  Rows rows;
  AddShapes(rows);
  AddProposalStates(rows);
  AddVoteStates(rows);
  AddExecutionStates(rows);
  return rows;
}

}  // namespace tanji::ledger::testing
