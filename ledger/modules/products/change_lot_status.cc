#include "ledger/modules/products/change_lot_status.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {

Outcome CheckChangeLotStatus(const v1::ChangeLotStatus& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckLotName(message.lot(), "lot"));
  return CheckStatusChange(message.change());
}

Outcome AuthoriseChangeLotStatus(const v1::ChangeLotStatus& message,
                                 const OperationContext& context, const StateReader& reader) {
  const auto owned = ParseOwned(kLotsCollection, message.lot()).value();
  TANJI_RETURN_IF_REFUSED(RequireOwn(context, owned));
  const auto lot = kLots.Get(reader, owned.producer_id, owned.id);
  if (!lot) return RefuseNotFound("lot", message.lot());
  // Whoever is under review does not end it.
  if (message.change().has_end() && message.change().end() == kHarvestReview &&
      NeedsConfirmation(*lot)) {
    return Refuse(v1::CODE_REVIEW_ENDS_BY_AUDITOR,
                  {{"value", message.lot()}, {"number", std::to_string(kHarvestReview)}});
  }
  return AuthoriseStatusChange(message.change(), LotHistory(owned.producer_id, owned.id),
                               message.lot(), context.time_ms(), reader);
}

Outcome ApplyChangeLotStatus(const v1::ChangeLotStatus& message, const OperationContext& context,
                             StateWriter& writer) {
  const auto owned = ParseOwned(kLotsCollection, message.lot()).value();
  ApplyStatusChange(message.change(), LotHistory(owned.producer_id, owned.id), context.stamp(),
                    writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
