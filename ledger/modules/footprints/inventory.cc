#include "ledger/modules/footprints/inventory.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/own_footprint.h"
#include "ledger/modules/footprints/rules.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {
namespace {

Outcome RefuseLot(std::string_view field, const std::string& name,
                  const v1::InventoryHeader& header) {
  return Refuse(v1::CODE_LOT_NOT_COVERED, {{"field", std::string(field)},
                                           {"value", name},
                                           {"product", header.product()},
                                           {"first_day", header.first_day()},
                                           {"last_day", header.last_day()}});
}

Outcome CheckPredecessor(const v1::InventoryHeader& header, const v1::Predecessor& predecessor,
                         std::string_view field, const OperationContext& context,
                         const StateReader& reader) {
  const auto& name = predecessor.footprint();
  OwnFootprint before;
  TANJI_RETURN_IF_REFUSED(FindOwnFootprint(context, reader, field, name, before));
  TANJI_RETURN_IF_REFUSED(RequireDeclared(before.progress, field, name));
  if (!MaySucceed(before.record.header(), header, predecessor.reason())) {
    return Refuse(v1::CODE_PREDECESSOR_UNSUITABLE,
                  {{"field", std::string(field)},
                   {"value", name},
                   {"product", before.record.header().product()},
                   {"last_day", before.record.header().last_day()},
                   {"reason", v1::SuccessionReason_Name(predecessor.reason())}});
  }
  if (before.progress.successors_size() < kMaxFootprintSuccessors) return Outcome::Ok();
  return Refuse(v1::CODE_FOOTPRINT_SUCCEEDED_TOO_OFTEN,
                {{"field", std::string(field)},
                 {"value", name},
                 {"limit", std::to_string(kMaxFootprintSuccessors)}});
}

}  // namespace

Outcome CheckPlace(const v1::InventoryHeader& header, const OperationContext& context,
                   const StateReader& reader) {
  TANJI_RETURN_IF_REFUSED(
      RequireOwn(context, ParseOwned(kProductsCollection, header.product()).value()));
  v1::Product product;
  TANJI_RETURN_IF_REFUSED(
      FindProduct(reader, "header.product", header.product(), context.time_ms(), product));
  for (int i = 0; i < header.facilities_size(); ++i) {
    const auto& name = header.facilities(i);
    TANJI_RETURN_IF_REFUSED(RequireOwn(context, ParseOwned(kFacilitiesCollection, name).value()));
    v1::Facility facility;
    TANJI_RETURN_IF_REFUSED(
        FindFacility(reader, Item("header.facilities", i), name, context.time_ms(), facility));
  }
  return Outcome::Ok();
}

Outcome CheckLots(const v1::InventoryHeader& header, const OperationContext& context,
                  const StateReader& reader) {
  for (int i = 0; i < header.lots_size(); ++i) {
    const auto& name = header.lots(i);
    const auto field = Item("header.lots", i);
    const auto owned = ParseOwned(kLotsCollection, name).value();
    TANJI_RETURN_IF_REFUSED(RequireOwn(context, owned));
    const auto lot = kLots.Get(reader, owned.producer_id, owned.id);
    if (!lot) return RefuseNotFound(field, name);
    if (!CoversHarvest(header, *lot)) return RefuseLot(field, name, header);
  }
  return Outcome::Ok();
}

Outcome CheckPredecessors(const v1::InventoryHeader& header, const OperationContext& context,
                          const StateReader& reader) {
  for (int i = 0; i < header.predecessors_size(); ++i) {
    const auto field = Path(Item("header.predecessors", i), "footprint");
    TANJI_RETURN_IF_REFUSED(
        CheckPredecessor(header, header.predecessors(i), field, context, reader));
  }
  return Outcome::Ok();
}

}  // namespace tanji::ledger
