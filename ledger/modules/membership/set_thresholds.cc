#include "ledger/modules/membership/set_thresholds.h"

#include "ledger/modules/membership/registration.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {

Outcome CheckSetThresholds(const v1::SetThresholds& message, const Flags&) {
  return CheckThresholds(message.thresholds(), "thresholds");
}

// The author's present threshold for MANAGE_KEYS was met, so the default of 1 is reachable.
Outcome AuthoriseSetThresholds(const v1::SetThresholds& message, const OperationContext& context,
                               const StateReader& reader) {
  for (const auto& row : message.thresholds()) {
    const auto there = HoldersInForce(reader, context.author_id, row.permission(),
                                      context.time_ms(), std::nullopt);
    TANJI_RETURN_IF_REFUSED(CheckReachable(row.permission(), row.holders(), there));
  }
  return Outcome::Ok();
}

Outcome ApplySetThresholds(const v1::SetThresholds& message, const OperationContext& context,
                           StateWriter& writer) {
  auto participant = kParticipants.Get(writer, context.author_id).value();
  *participant.mutable_thresholds() = message.thresholds();
  kParticipants.Put(writer, context.author_id, participant);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
