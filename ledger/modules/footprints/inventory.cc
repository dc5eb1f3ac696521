#include "ledger/modules/footprints/inventory.h"

#include "ledger/base/date.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/footprints/own_footprint.h"
#include "ledger/modules/footprints/rules.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/rules.h"
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

Outcome RefusePredecessor(const OwnFootprint& before, v1::SuccessionReason reason,
                          std::string_view field) {
  const auto& header = before.record.header();
  return Refuse(v1::CODE_PREDECESSOR_UNSUITABLE,
                {{"field", std::string(field)},
                 {"value", before.name},
                 {"reason", v1::SuccessionReason_Name(reason)},
                 {"product", header.product()},
                 {"boundary", v1::FootprintBoundary_Name(header.boundary())},
                 {"first_day", header.first_day()},
                 {"last_day", header.last_day()}});
}

std::string PredecessorField(int index) {
  return Path(Item("header.predecessors", index), "footprint");
}

Outcome CheckPredecessor(const v1::InventoryHeader& header, const v1::Predecessor& predecessor,
                         std::string_view field, const OperationContext& context,
                         const StateReader& reader) {
  const auto& name = predecessor.footprint();
  OwnFootprint before;
  TANJI_RETURN_IF_REFUSED(FindOwnFootprint(context, reader, field, name, before));
  TANJI_RETURN_IF_REFUSED(RequireDeclared(before.progress, field, name));
  if (!MaySucceed(before.record.header(), header, predecessor.reason())) {
    return RefusePredecessor(before, predecessor.reason(), field);
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
    const AsOf now{context.time_ms(), context.time_ms()};
    if (IsFinal(LotHistory(owned.producer_id, owned.id).At(reader, now).kind)) {
      return Refuse(v1::CODE_NOT_IN_FORCE, {{"field", field}, {"value", name}});
    }
  }
  return Outcome::Ok();
}

Outcome CheckPredecessors(const v1::InventoryHeader& header, const OperationContext& context,
                          const StateReader& reader) {
  for (int i = 0; i < header.predecessors_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(
        CheckPredecessor(header, header.predecessors(i), PredecessorField(i), context, reader));
  }
  return Outcome::Ok();
}

Outcome CheckSameActivities(const v1::InventoryHeader& header,
                            std::span<const v1::InventoryLine> lines,
                            const OperationContext& context, const StateReader& reader) {
  for (int i = 0; i < header.predecessors_size(); ++i) {
    const auto& predecessor = header.predecessors(i);
    if (predecessor.reason() != v1::SUCCESSION_REASON_METHOD_OR_FACTOR_YEAR) continue;
    OwnFootprint before;
    TANJI_RETURN_IF_REFUSED(
        FindOwnFootprint(context, reader, PredecessorField(i), predecessor.footprint(), before));
    if (!SameActivities(ReadLines(reader, before.id, before.progress), lines)) {
      return RefusePredecessor(before, predecessor.reason(), PredecessorField(i));
    }
  }
  return Outcome::Ok();
}

Outcome CheckPeriodIsOver(const v1::InventoryHeader& header, const OperationContext& context) {
  const auto today = ToText(DayInChina(context.time_ms()));
  if (header.last_day() <= today) return Outcome::Ok();
  return Refuse(v1::CODE_FIELD_OUT_OF_RANGE, {{"field", "header.last_day"},
                                              {"value", header.last_day()},
                                              {"lowest", header.first_day()},
                                              {"highest", today}});
}

}  // namespace tanji::ledger
