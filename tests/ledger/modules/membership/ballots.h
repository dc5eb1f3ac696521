// Messages of governance for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tanji/v1/membership.pb.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {

v1::BallotAction SwitchRehearsal(std::uint64_t from_height);
v1::BallotAction SetLifetime(std::int64_t lifetime_ms);
v1::BallotAction SetBallotThreshold(std::int64_t bodies);
v1::BallotAction ChangeStatus(std::string_view participant_id, v1::StatusChange change);

// Proposed by body-cn, voted for by body-cn and body-eu, executed by body-hn; asserted to succeed.
// The ballot's name.
std::string CarryBallot(World& world, const std::vector<v1::BallotAction>& actions);

// With a deadline 30 days after the genesis.
v1::ProposeBallot Proposal(const std::vector<v1::BallotAction>& actions);
v1::CastVote Vote(const std::string& ballot, v1::Vote vote);
v1::CastVote VoteOnOperation(std::uint32_t operation, v1::Vote vote);
v1::ExecuteBallot Execution(const std::string& ballot);

}  // namespace tanji::ledger::testing
