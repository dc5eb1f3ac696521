#include "ledger/modules/membership/cast_vote.h"

#include <algorithm>

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/operation_reference.h"
#include "ledger/modules/membership/ballot_state.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {
namespace {

// The ballot voted on: named, or proposed by an earlier operation of the same transaction. What
// CheckCastVote and AuthoriseCastVote let through.
Id BallotId(const v1::CastVote& message, const OperationContext& context) {
  return message.has_ballot_operation() ? context.IdOfOperation(message.ballot_operation())
                                        : ParseIdName(kBallotsCollection, message.ballot()).value();
}

Outcome CheckReference(const v1::CastVote& message, const OperationContext& context) {
  if (!message.has_ballot_operation()) return Outcome::Ok();
  return RequireEarlierOperation(context, message.ballot_operation(), v1::Operation::kProposeBallot,
                                 "ballot_operation", "propose_ballot");
}

Outcome CheckElector(const v1::Ballot& ballot, const std::string& name,
                     const OperationContext& context) {
  const auto& list = ballot.electorate();
  if (std::find(list.begin(), list.end(), context.author) != list.end()) return Outcome::Ok();
  return Refuse(v1::CODE_NOT_IN_ELECTORATE, {{"value", context.author}, {"ballot", name}});
}

}  // namespace

Outcome CheckCastVote(const v1::CastVote& message, const Flags&) {
  if (!message.has_ballot_operation()) {
    TANJI_RETURN_IF_REFUSED(CheckIdName(kBallotsCollection, message.ballot(), "ballot"));
  } else if (!message.ballot().empty()) {
    // Two answers to one question.
    return Refuse(v1::CODE_OPERATION_REFERENCE,
                  {{"field", "ballot_operation"},
                   {"value", std::to_string(message.ballot_operation())},
                   {"expected", "ballot"}});
  }
  return CheckChosen(message.vote(), "vote");
}

Outcome AuthoriseCastVote(const v1::CastVote& message, const OperationContext& context,
                          const StateReader& reader) {
  TANJI_RETURN_IF_REFUSED(CheckReference(message, context));
  const Id id = BallotId(message, context);
  const auto name = MakeName(kBallotsCollection, id);
  const auto ballot = kBallots.Get(reader, id);
  if (!ballot) return RefuseNotFound("ballot", name);
  TANJI_RETURN_IF_REFUSED(CheckBallotOpen(*ballot, name, context.time_ms()));
  TANJI_RETURN_IF_REFUSED(CheckElector(*ballot, name, context));
  if (kBallotVotes.Has(reader, id, context.author_id)) {
    return Refuse(v1::CODE_VOTED_ALREADY, {{"value", context.author}, {"ballot", name}});
  }
  return Outcome::Ok();
}

Outcome ApplyCastVote(const v1::CastVote& message, const OperationContext& context,
                      StateWriter& writer) {
  const Id id = BallotId(message, context);
  v1::BallotVote vote;
  vote.set_vote(message.vote());
  vote.set_time(context.time_ms());
  RecordSigners(context, vote);
  kBallotVotes.Put(writer, id, context.author_id, vote);

  auto ballot = kBallots.Get(writer, id).value();
  if (message.vote() == v1::VOTE_YES) {
    ballot.set_yes_count(ballot.yes_count() + 1);
  } else {
    ballot.set_no_count(ballot.no_count() + 1);
  }
  kBallots.Put(writer, id, ballot);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
