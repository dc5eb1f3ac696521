#include "ledger/modules/products/new_lot.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/products/balance.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {

Outcome CheckLotId(const std::string& id) {
  TANJI_RETURN_IF_REFUSED(CheckChosenId(id, "id"));
  return CheckMaxBytes(id, kMaxLotIdBytes, "id");
}

Outcome AuthoriseNewLot(const std::string& id, const std::string& product_name,
                        const OperationContext& context, const StateReader& reader,
                        v1::Product& out) {
  TANJI_RETURN_IF_REFUSED(RequireProducer(context, reader));
  if (kLots.Has(reader, context.author_id, id)) {
    return Refuse(v1::CODE_ALREADY_EXISTS,
                  {{"field", "id"}, {"value", OwnedName(kLotsCollection, context.author_id, id)}});
  }
  TANJI_RETURN_IF_REFUSED(
      RequireOwn(context, ParseOwned(kProductsCollection, product_name).value()));
  return FindProduct(reader, "product", product_name, context.time_ms(), out);
}

void StoreNewLot(const v1::Lot& lot, const OperationContext& context, StateWriter& writer) {
  kLots.Put(writer, context.author_id, lot.id(), lot);
  PutBalance(writer, {context.author_id, lot.id()}, NothingGone());
  LotHistory(context.author_id, lot.id())
      .Create(writer, context.stamp(), context.time_ms(), std::nullopt);
}

}  // namespace tanji::ledger
