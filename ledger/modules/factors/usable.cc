#include "ledger/modules/factors/usable.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/modules/factors/tables.h"
#include "ledger/modules/membership/standing.h"

namespace tanji::ledger {
namespace {

Outcome RequireInForce(bool in_force, std::string_view field, const std::string& name) {
  if (in_force) return Outcome::Ok();
  return Refuse(v1::CODE_NOT_IN_FORCE, {{"field", std::string(field)}, {"value", name}});
}

// The publisher that a record names exists: it signed.
Outcome RequirePublisher(const StateReader& reader, std::string_view field,
                         const std::string& publisher, AsOf at) {
  return RequireInForce(ParticipantCounts(reader, *ParseParticipantName(publisher), at), field,
                        publisher);
}

}  // namespace

Outcome CheckFactorName(std::string_view name, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!name.empty(), field));
  if (ParseFactorName(name)) return Outcome::Ok();
  return Refuse(v1::CODE_NAME_MALFORMED, {{"field", std::string(field)},
                                          {"value", Shown(name)},
                                          {"expected", "datasets/ID/factors/CODE"}});
}

Outcome FindUsableDataset(const StateReader& reader, std::string_view field,
                          const std::string& name, std::int64_t time_ms, v1::Dataset& out) {
  const std::string id(*ParseName(kDatasetsCollection, name));
  auto dataset = kDatasets.Get(reader, id);
  if (!dataset) return RefuseNotFound(field, name);
  const AsOf now{time_ms, time_ms};
  if (!DatasetHistory(id).Exists(reader)) {
    return Refuse(v1::CODE_DATASET_IS_DRAFT, {{"field", std::string(field)}, {"value", name}});
  }
  TANJI_RETURN_IF_REFUSED(
      RequireInForce(DatasetHistory(id).At(reader, now).in_force(), field, name));
  TANJI_RETURN_IF_REFUSED(RequirePublisher(reader, field, dataset->created_by(), now));
  out = std::move(*dataset);
  return Outcome::Ok();
}

Outcome FindUsableFactor(const StateReader& reader, std::string_view field, const std::string& name,
                         std::int64_t time_ms, v1::Factor& out) {
  const auto parts = *ParseFactorName(name);
  auto factor = kFactors.Get(reader, parts.dataset_id, parts.code);
  if (!factor) return RefuseNotFound(field, name);
  v1::Dataset dataset;
  TANJI_RETURN_IF_REFUSED(FindUsableDataset(reader, field, factor->dataset(), time_ms, dataset));
  const auto history = FactorHistory(parts.dataset_id, parts.code);
  TANJI_RETURN_IF_REFUSED(
      RequireInForce(history.At(reader, {time_ms, time_ms}).in_force(), field, name));
  out = std::move(*factor);
  return Outcome::Ok();
}

Outcome FindGwpSet(const StateReader& reader, std::string_view field, const std::string& name,
                   std::int64_t time_ms, v1::GwpSet& out) {
  const std::string id(*ParseName(kGwpSetsCollection, name));
  auto set = kGwpSets.Get(reader, id);
  if (!set) return RefuseNotFound(field, name);
  const AsOf now{time_ms, time_ms};
  TANJI_RETURN_IF_REFUSED(
      RequireInForce(GwpSetHistory(id).At(reader, now).in_force(), field, name));
  TANJI_RETURN_IF_REFUSED(RequirePublisher(reader, field, set->published_by(), now));
  out = std::move(*set);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
