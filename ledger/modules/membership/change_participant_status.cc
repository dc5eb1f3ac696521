#include "ledger/modules/membership/change_participant_status.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/participant_status.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {
namespace {

// Whoever registered a participant answers for it. Nobody did for those of the genesis, among them
// the bodies and accreditors: no one of the bodies may end another, but a ballot may.
Outcome CheckEntitled(const v1::Participant& participant, const std::string& name,
                      const OperationContext& context) {
  if (participant.registered_by().empty()) {
    return Refuse(v1::CODE_STATUS_NEEDS_BALLOT, {{"value", name}});
  }
  if (participant.registered_by() == context.author) return Outcome::Ok();
  return Refuse(v1::CODE_NOT_ENTITLED,
                {{"value", context.author}, {"expected", participant.registered_by()}});
}

}  // namespace

Outcome CheckChangeParticipantStatus(const v1::ChangeParticipantStatus& message, const Flags&) {
  return CheckParticipantStatus(message, "");
}

Outcome AuthoriseChangeParticipantStatus(const v1::ChangeParticipantStatus& message,
                                         const OperationContext& context,
                                         const StateReader& reader) {
  const auto id = ParseParticipantName(message.participant()).value();
  const auto participant = kParticipants.Get(reader, id);
  if (!participant) return RefuseNotFound("participant", message.participant());
  TANJI_RETURN_IF_REFUSED(CheckEntitled(*participant, message.participant(), context));
  return AuthoriseParticipantStatus(message, "", context.time_ms(), reader);
}

Outcome ApplyChangeParticipantStatus(const v1::ChangeParticipantStatus& message,
                                     const OperationContext& context, StateWriter& writer) {
  ApplyParticipantStatus(message, context.stamp(), writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
