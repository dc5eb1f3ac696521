#include "ledger/modules/products/find.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {
namespace {

using HistoryOf = History (*)(const std::string& producer_id, const std::string& id);

template <class Record>
Outcome Find(const Table<Record, std::string, std::string>& table, HistoryOf history,
             std::string_view collection, const StateReader& reader, std::string_view field,
             const std::string& name, std::int64_t time_ms, Record& out) {
  const auto owned = ParseOwned(collection, name).value();
  auto record = table.Get(reader, owned.producer_id, owned.id);
  if (!record) return RefuseNotFound(field, name);
  if (!history(owned.producer_id, owned.id).At(reader, {time_ms, time_ms}).in_force()) {
    return Refuse(v1::CODE_NOT_IN_FORCE, {{"field", std::string(field)}, {"value", name}});
  }
  out = std::move(*record);
  return Outcome::Ok();
}

}  // namespace

std::optional<OwnedId> ParseOwned(std::string_view collection, std::string_view name) {
  const auto ids = ParseNestedName(kParticipantsCollection, collection, name);
  if (!ids) return std::nullopt;
  return OwnedId{std::string(ids->first), std::string(ids->second)};
}

std::string OwnedName(std::string_view collection, std::string_view producer_id,
                      std::string_view id) {
  return MakeNestedName(kParticipantsCollection, producer_id, collection, id);
}

Outcome CheckFacilityName(std::string_view name, std::string_view field) {
  return CheckNestedName(kParticipantsCollection, kFacilitiesCollection, name, field);
}
Outcome CheckProductName(std::string_view name, std::string_view field) {
  return CheckNestedName(kParticipantsCollection, kProductsCollection, name, field);
}
Outcome CheckLotName(std::string_view name, std::string_view field) {
  return CheckNestedName(kParticipantsCollection, kLotsCollection, name, field);
}

Outcome FindFacility(const StateReader& reader, std::string_view field, const std::string& name,
                     std::int64_t time_ms, v1::Facility& out) {
  return Find(kFacilities, FacilityHistory, kFacilitiesCollection, reader, field, name, time_ms,
              out);
}
Outcome FindProduct(const StateReader& reader, std::string_view field, const std::string& name,
                    std::int64_t time_ms, v1::Product& out) {
  return Find(kProducts, ProductHistory, kProductsCollection, reader, field, name, time_ms, out);
}
Outcome FindLot(const StateReader& reader, std::string_view field, const std::string& name,
                std::int64_t time_ms, v1::Lot& out) {
  return Find(kLots, LotHistory, kLotsCollection, reader, field, name, time_ms, out);
}

Outcome RequireProducer(const OperationContext& context, const StateReader& reader) {
  return RequireAuthorKind(context, reader,
                           {v1::PARTICIPANT_KIND_PRODUCER, v1::PARTICIPANT_KIND_PRODUCER_GROUP});
}

Outcome RequireOwn(const OperationContext& context, const OwnedId& owned) {
  if (owned.producer_id == context.author_id) return Outcome::Ok();
  return Refuse(v1::CODE_NOT_ENTITLED,
                {{"value", context.author}, {"expected", ParticipantName(owned.producer_id)}});
}

}  // namespace tanji::ledger
