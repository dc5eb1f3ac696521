// What votes and execution ask of a ballot.
#pragma once

#include <string>

#include "ledger/base/outcome.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

// CODE_BALLOT_CLOSED once it is executed or its deadline, the last moment, has passed.
Outcome CheckBallotOpen(const v1::Ballot& ballot, const std::string& name,
                        std::int64_t block_time_ms);

}  // namespace tanji::ledger
