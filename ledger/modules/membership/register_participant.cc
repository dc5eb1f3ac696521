#include "ledger/modules/membership/register_participant.h"

#include "ledger/modules/membership/registration.h"
#include "ledger/modules/membership/rules.h"
#include "ledger/modules/membership/standing.h"

namespace tanji::ledger {

Outcome CheckRegisterParticipant(const v1::RegisterParticipant& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckRegistration(message, ""));
  for (const int kind : message.kinds()) {
    if (NeedsBallot(static_cast<v1::ParticipantKind>(kind))) {
      return Refuse(v1::CODE_KIND_NEEDS_BALLOT,
                    {{"field", "kinds"}, {"value", v1::ParticipantKind_Name(kind)}});
    }
  }
  return Outcome::Ok();
}

Outcome AuthoriseRegisterParticipant(const v1::RegisterParticipant& message,
                                     const OperationContext& context, const StateReader& reader) {
  TANJI_RETURN_IF_REFUSED(RequireAuthorKind(
      context, reader, {v1::PARTICIPANT_KIND_BODY, v1::PARTICIPANT_KIND_OPERATOR}));
  return AuthoriseRegistration(message, "", RecordingOf(context), reader);
}

Outcome ApplyRegisterParticipant(const v1::RegisterParticipant& message,
                                 const OperationContext& context, StateWriter& writer) {
  ApplyRegistration(message, RecordingOf(context), writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
