#include "ledger/modules/products/change_product_status.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {

Outcome CheckChangeProductStatus(const v1::ChangeProductStatus& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckProductName(message.product(), "product"));
  return CheckStatusChange(message.change());
}

Outcome AuthoriseChangeProductStatus(const v1::ChangeProductStatus& message,
                                     const OperationContext& context, const StateReader& reader) {
  const auto owned = ParseOwned(kProductsCollection, message.product()).value();
  TANJI_RETURN_IF_REFUSED(RequireOwn(context, owned));
  if (!kProducts.Has(reader, owned.producer_id, owned.id)) {
    return RefuseNotFound("product", message.product());
  }
  return AuthoriseStatusChange(message.change(), ProductHistory(owned.producer_id, owned.id),
                               message.product(), context.time_ms(), reader);
}

Outcome ApplyChangeProductStatus(const v1::ChangeProductStatus& message,
                                 const OperationContext& context, StateWriter& writer) {
  const auto owned = ParseOwned(kProductsCollection, message.product()).value();
  ApplyStatusChange(message.change(), ProductHistory(owned.producer_id, owned.id), context.stamp(),
                    writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
