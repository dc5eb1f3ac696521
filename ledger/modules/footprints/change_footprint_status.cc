#include "ledger/modules/footprints/change_footprint_status.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/footprints/own_footprint.h"
#include "ledger/modules/footprints/tables.h"

namespace tanji::ledger {

Outcome CheckChangeFootprintStatus(const v1::ChangeFootprintStatus& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckIdName(kFootprintsCollection, message.footprint(), "footprint"));
  return CheckStatusChange(message.change());
}

Outcome AuthoriseChangeFootprintStatus(const v1::ChangeFootprintStatus& message,
                                       const OperationContext& context, const StateReader& reader) {
  OwnFootprint footprint;
  TANJI_RETURN_IF_REFUSED(
      FindOwnFootprint(context, reader, "footprint", message.footprint(), footprint));
  TANJI_RETURN_IF_REFUSED(RequireDeclared(footprint.progress, "footprint", footprint.name));
  return AuthoriseStatusChange(message.change(), FootprintHistory(footprint.id), footprint.name,
                               context.time_ms(), reader);
}

Outcome ApplyChangeFootprintStatus(const v1::ChangeFootprintStatus& message,
                                   const OperationContext& context, StateWriter& writer) {
  const auto id = ParseIdName(kFootprintsCollection, message.footprint()).value();
  ApplyStatusChange(message.change(), FootprintHistory(id), context.stamp(), writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
