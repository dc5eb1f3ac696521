#include "ledger/modules/membership/change_participant_status.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {
namespace {

// Whoever registered a participant answers for it; for those of the genesis any BODY does.
Outcome CheckEntitled(const v1::Participant& participant, const OperationContext& context,
                      const StateReader& reader) {
  if (participant.registered_by().empty()) {
    const auto author = kParticipants.Get(reader, context.author_id).value();
    if (HasKind(author, v1::PARTICIPANT_KIND_BODY)) return Outcome::Ok();
    return Refuse(v1::CODE_NOT_ENTITLED,
                  {{"value", context.author},
                   {"expected", v1::ParticipantKind_Name(v1::PARTICIPANT_KIND_BODY)}});
  }
  if (participant.registered_by() == context.author) return Outcome::Ok();
  return Refuse(v1::CODE_NOT_ENTITLED,
                {{"value", context.author}, {"expected", participant.registered_by()}});
}

}  // namespace

Outcome CheckChangeParticipantStatus(const v1::ChangeParticipantStatus& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(
      CheckChosenName(kParticipantsCollection, message.participant(), "participant"));
  return CheckStatusChange(message.change());
}

Outcome AuthoriseChangeParticipantStatus(const v1::ChangeParticipantStatus& message,
                                         const OperationContext& context,
                                         const StateReader& reader) {
  const auto id = ParseParticipantName(message.participant()).value();
  const auto participant = kParticipants.Get(reader, id);
  if (!participant) return RefuseNotFound("participant", message.participant());
  TANJI_RETURN_IF_REFUSED(CheckEntitled(*participant, context, reader));
  return AuthoriseStatusChange(message.change(), ParticipantHistory(id), message.participant(),
                               context.time_ms(), reader);
}

Outcome ApplyChangeParticipantStatus(const v1::ChangeParticipantStatus& message,
                                     const OperationContext& context, StateWriter& writer) {
  const auto id = ParseParticipantName(message.participant()).value();
  ApplyStatusChange(message.change(), ParticipantHistory(id), context.stamp(), writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
