#include "ledger/modules/products/change_facility_status.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {

Outcome CheckChangeFacilityStatus(const v1::ChangeFacilityStatus& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckFacilityName(message.facility(), "facility"));
  return CheckStatusChange(message.change());
}

Outcome AuthoriseChangeFacilityStatus(const v1::ChangeFacilityStatus& message,
                                      const OperationContext& context, const StateReader& reader) {
  const auto owned = ParseOwned(kFacilitiesCollection, message.facility()).value();
  TANJI_RETURN_IF_REFUSED(RequireOwn(context, owned));
  if (!kFacilities.Has(reader, owned.producer_id, owned.id)) {
    return RefuseNotFound("facility", message.facility());
  }
  return AuthoriseStatusChange(message.change(), FacilityHistory(owned.producer_id, owned.id),
                               message.facility(), context.time_ms(), reader);
}

Outcome ApplyChangeFacilityStatus(const v1::ChangeFacilityStatus& message,
                                  const OperationContext& context, StateWriter& writer) {
  const auto owned = ParseOwned(kFacilitiesCollection, message.facility()).value();
  ApplyStatusChange(message.change(), FacilityHistory(owned.producer_id, owned.id), context.stamp(),
                    writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
