#include "ledger/modules/factors/usable.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/modules/factors/tables.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {
namespace {

Outcome RequireInForce(bool in_force, std::string_view field, const std::string& name) {
  if (in_force) return Outcome::Ok();
  return Refuse(v1::CODE_NOT_IN_FORCE, {{"field", std::string(field)}, {"value", name}});
}

// What was published stands on its own: its publisher may have left since, but it and the keys it
// signed with must have been in force when it published, as is known now.
Outcome RequirePublication(const StateReader& reader, std::string_view field,
                           const std::string& publisher,
                           const google::protobuf::RepeatedPtrField<std::string>& signed_by,
                           AsOf published) {
  TANJI_RETURN_IF_REFUSED(RequireInForce(
      ParticipantCounts(reader, *ParseParticipantName(publisher), published), field, publisher));
  for (const auto& raw : signed_by) {
    const auto key_id = crypto::Hash::FromBytes(raw).value();
    TANJI_RETURN_IF_REFUSED(RequireInForce(KeyHistory(key_id).At(reader, published).in_force(),
                                           field, MakeName(kKeysCollection, key_id)));
  }
  return Outcome::Ok();
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
  const auto progress = kDatasetProgress.Get(reader, id).value();
  TANJI_RETURN_IF_REFUSED(RequirePublication(reader, field, dataset->created_by(),
                                             progress.published_by(),
                                             {progress.published_time(), time_ms}));
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
  TANJI_RETURN_IF_REFUSED(RequirePublication(reader, field, set->published_by(), set->signed_by(),
                                             {set->published_time(), time_ms}));
  out = std::move(*set);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
