#include "ledger/modules/membership/propose_ballot.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/membership/ballot_actions.h"
#include "ledger/modules/membership/rules.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {
namespace {

Outcome CheckDeadline(std::int64_t deadline_ms, std::int64_t block_time_ms) {
  const std::int64_t latest_ms = block_time_ms + kMaxBallotSpanMs;
  if (block_time_ms < deadline_ms && deadline_ms <= latest_ms) return Outcome::Ok();
  return Refuse(v1::CODE_DEADLINE_OUT_OF_RANGE, {{"field", "deadline_time"},
                                                 {"deadline_time", std::to_string(deadline_ms)},
                                                 {"block_time", std::to_string(block_time_ms)},
                                                 {"latest_time", std::to_string(latest_ms)}});
}

}  // namespace

Outcome CheckProposeBallot(const v1::ProposeBallot& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckText(message.title(), "title"));
  TANJI_RETURN_IF_REFUSED(CheckBallotActions(message.actions()));
  return CheckTime(message.deadline_time(), "deadline_time");
}

Outcome AuthoriseProposeBallot(const v1::ProposeBallot& message, const OperationContext& context,
                               const StateReader& reader) {
  TANJI_RETURN_IF_REFUSED(RequireAuthorKind(context, reader, {v1::PARTICIPANT_KIND_BODY}));
  TANJI_RETURN_IF_REFUSED(CheckDeadline(message.deadline_time(), context.time_ms()));
  return AuthoriseBallotActions(message.actions(), context, reader);
}

// Who may vote and how many must say yes is settled now: a ballot that changes the rules is itself
// decided by the old ones.
Outcome ApplyProposeBallot(const v1::ProposeBallot& message, const OperationContext& context,
                           StateWriter& writer) {
  const auto electorate = kElectorate.Get(writer).value();
  v1::Ballot ballot;
  *ballot.mutable_title() = message.title();
  *ballot.mutable_actions() = message.actions();
  ballot.set_deadline_time(message.deadline_time());
  ballot.set_proposed_by(context.author);
  ballot.set_proposed_time(context.time_ms());
  *ballot.mutable_electorate() = electorate.bodies();
  ballot.set_threshold(BallotThreshold(ParameterAt(writer, v1::PARAMETER_BALLOT_THRESHOLD),
                                       static_cast<std::uint32_t>(electorate.bodies_size())));
  ballot.set_state(v1::BALLOT_STATE_OPEN);
  RecordSigners(context, ballot);
  kBallots.Put(writer, context.NewId(), ballot);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
