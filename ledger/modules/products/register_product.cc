#include "ledger/modules/products/register_product.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {

Outcome CheckRegisterProduct(const v1::RegisterProduct& message, const Flags&) {
  constexpr const char* kUnit = "kg";
  TANJI_RETURN_IF_REFUSED(CheckChosenId(message.id(), "id"));
  TANJI_RETURN_IF_REFUSED(CheckText(message.name(), "name"));
  TANJI_RETURN_IF_REFUSED(CheckCategory(message.category(), "category"));
  TANJI_RETURN_IF_REFUSED(CheckGtin(message.gtin(), "gtin"));
  TANJI_RETURN_IF_REFUSED(CheckSet(!message.unit().empty(), "unit"));
  if (message.unit() == kUnit) return Outcome::Ok();
  return Refuse(v1::CODE_UNIT_NOT_ACCEPTED,
                {{"field", "unit"}, {"value", Shown(message.unit())}, {"expected", kUnit}});
}

Outcome AuthoriseRegisterProduct(const v1::RegisterProduct& message,
                                 const OperationContext& context, const StateReader& reader) {
  TANJI_RETURN_IF_REFUSED(RequireProducer(context, reader));
  if (!kProducts.Has(reader, context.author_id, message.id())) return Outcome::Ok();
  return Refuse(v1::CODE_ALREADY_EXISTS,
                {{"field", "id"},
                 {"value", OwnedName(kProductsCollection, context.author_id, message.id())}});
}

Outcome ApplyRegisterProduct(const v1::RegisterProduct& message, const OperationContext& context,
                             StateWriter& writer) {
  v1::Product product;
  product.set_producer(context.author);
  product.set_id(message.id());
  *product.mutable_name() = message.name();
  product.set_category(message.category());
  product.set_gtin(message.gtin());
  product.set_unit(message.unit());
  product.set_registered_time(context.time_ms());
  RecordSigners(context, product);
  kProducts.Put(writer, context.author_id, message.id(), product);
  ProductHistory(context.author_id, message.id())
      .Create(writer, context.stamp(), context.time_ms(), std::nullopt);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
