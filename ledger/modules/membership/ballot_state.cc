#include "ledger/modules/membership/ballot_state.h"

namespace tanji::ledger {

Outcome CheckBallotOpen(const v1::Ballot& ballot, const std::string& name,
                        std::int64_t block_time_ms) {
  if (ballot.state() == v1::BALLOT_STATE_OPEN && block_time_ms <= ballot.deadline_time()) {
    return Outcome::Ok();
  }
  return Refuse(v1::CODE_BALLOT_CLOSED,
                {{"ballot", name}, {"deadline_time", std::to_string(ballot.deadline_time())}});
}

}  // namespace tanji::ledger
