#include "ledger/modules/membership/participant_status.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {

Outcome CheckParticipantStatus(const v1::ChangeParticipantStatus& message,
                               const std::string& prefix) {
  TANJI_RETURN_IF_REFUSED(
      CheckChosenName(kParticipantsCollection, message.participant(), prefix + "participant"));
  return CheckStatusChange(message.change(), prefix + "change");
}

Outcome AuthoriseParticipantStatus(const v1::ChangeParticipantStatus& message,
                                   const std::string& prefix, std::int64_t block_time_ms,
                                   const StateReader& reader) {
  const auto id = ParseParticipantName(message.participant()).value();
  if (!kParticipants.Get(reader, id)) {
    return RefuseNotFound(prefix + "participant", message.participant());
  }
  return AuthoriseStatusChange(message.change(), ParticipantHistory(id), message.participant(),
                               block_time_ms, reader, prefix + "change");
}

void ApplyParticipantStatus(const v1::ChangeParticipantStatus& message, const EventStamp& stamp,
                            StateWriter& writer) {
  const auto id = ParseParticipantName(message.participant()).value();
  ApplyStatusChange(message.change(), ParticipantHistory(id), stamp, writer);
}

}  // namespace tanji::ledger
