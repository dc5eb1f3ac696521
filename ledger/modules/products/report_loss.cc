#include "ledger/modules/products/report_loss.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/products/balance.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {

Outcome CheckReportLoss(const v1::ReportLoss& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckLotName(message.lot(), "lot"));
  TANJI_RETURN_IF_REFUSED(CheckGoods(message.mass(), "mass"));
  return CheckText(message.reason(), "reason");
}

// Whatever the status of the lot: a suspended or withdrawn lot may spoil too.
Outcome AuthoriseReportLoss(const v1::ReportLoss& message, const OperationContext& context,
                            const StateReader& reader) {
  const auto owned = ParseOwned(kLotsCollection, message.lot()).value();
  TANJI_RETURN_IF_REFUSED(RequireOwn(context, owned));
  const auto lot = kLots.Get(reader, owned.producer_id, owned.id);
  if (!lot) return RefuseNotFound("lot", message.lot());
  return CheckLeft(reader, owned, *lot, MassOf(message.mass()), "mass");
}

Outcome ApplyReportLoss(const v1::ReportLoss& message, const OperationContext&,
                        StateWriter& writer) {
  const auto owned = ParseOwned(kLotsCollection, message.lot()).value();
  auto balance = ReadBalance(writer, owned);
  AddLost(balance, MassOf(message.mass()));
  PutBalance(writer, owned, balance);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
