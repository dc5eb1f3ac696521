#include "ledger/modules/membership/execute_ballot.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/ballot_actions.h"
#include "ledger/modules/membership/ballot_state.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {

Outcome CheckExecuteBallot(const v1::ExecuteBallot& message, const Flags&) {
  return CheckIdName(kBallotsCollection, message.ballot(), "ballot");
}

Outcome AuthoriseExecuteBallot(const v1::ExecuteBallot& message, const OperationContext& context,
                               const StateReader& reader) {
  TANJI_RETURN_IF_REFUSED(RequireAuthorKind(context, reader, {v1::PARTICIPANT_KIND_BODY}));
  const auto id = ParseIdName(kBallotsCollection, message.ballot()).value();
  const auto ballot = kBallots.Get(reader, id);
  if (!ballot) return RefuseNotFound("ballot", message.ballot());
  TANJI_RETURN_IF_REFUSED(CheckBallotOpen(*ballot, message.ballot(), context.time_ms()));
  if (ballot->yes_count() < ballot->threshold()) {
    return Refuse(v1::CODE_BALLOT_NOT_CARRIED, {{"ballot", message.ballot()},
                                                {"value", std::to_string(ballot->yes_count())},
                                                {"expected", std::to_string(ballot->threshold())}});
  }
  // Another ballot may have been faster, or the height may have passed.
  return AuthoriseBallotActions(ballot->actions(), context, reader);
}

Outcome ApplyExecuteBallot(const v1::ExecuteBallot& message, const OperationContext& context,
                           StateWriter& writer) {
  const auto id = ParseIdName(kBallotsCollection, message.ballot()).value();
  auto ballot = kBallots.Get(writer, id).value();
  ApplyBallotActions(ballot.actions(), {context.time_ms(), message.ballot()}, writer);
  ballot.set_state(v1::BALLOT_STATE_EXECUTED);
  ballot.set_executed_time(context.time_ms());
  kBallots.Put(writer, id, ballot);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
