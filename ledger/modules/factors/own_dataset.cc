#include "ledger/modules/factors/own_dataset.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/modules/factors/tables.h"

namespace tanji::ledger {

Outcome FindOwnDataset(const OperationContext& context, const StateReader& reader,
                       std::string_view field, const std::string& name, OwnDataset& out) {
  out.id = std::string(*ParseName(kDatasetsCollection, name));
  auto record = kDatasets.Get(reader, out.id);
  if (!record) return RefuseNotFound(field, name);
  if (record->created_by() != context.author) {
    return Refuse(v1::CODE_NOT_ENTITLED,
                  {{"value", context.author}, {"expected", record->created_by()}});
  }
  out.record = std::move(*record);
  out.progress = kDatasetProgress.Get(reader, out.id).value();
  return Outcome::Ok();
}

Outcome RequirePublished(const OwnDataset& dataset, std::string_view field) {
  if (dataset.is_published()) return Outcome::Ok();
  return Refuse(v1::CODE_DATASET_IS_DRAFT, {{"field", std::string(field)},
                                            {"value", MakeName(kDatasetsCollection, dataset.id)}});
}

Outcome RequireDraft(const OwnDataset& dataset, std::string_view field) {
  if (!dataset.is_published()) return Outcome::Ok();
  return Refuse(v1::CODE_DRAFT_CLOSED, {{"field", std::string(field)},
                                        {"value", MakeName(kDatasetsCollection, dataset.id)}});
}

Outcome CheckRoomForSuccessor(const OwnDataset& dataset) {
  if (dataset.progress.successors_size() < kMaxSuccessors) return Outcome::Ok();
  return Refuse(v1::CODE_TOO_MANY_SUCCESSORS, {{"value", MakeName(kDatasetsCollection, dataset.id)},
                                               {"limit", std::to_string(kMaxSuccessors)}});
}

}  // namespace tanji::ledger
