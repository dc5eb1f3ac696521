#include "ledger/modules/factors/change_dataset_status.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/factors/own_dataset.h"
#include "ledger/modules/factors/tables.h"

namespace tanji::ledger {

Outcome CheckChangeDatasetStatus(const v1::ChangeDatasetStatus& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckChosenName(kDatasetsCollection, message.dataset(), "dataset"));
  return CheckStatusChange(message.change());
}

Outcome AuthoriseChangeDatasetStatus(const v1::ChangeDatasetStatus& message,
                                     const OperationContext& context, const StateReader& reader) {
  OwnDataset dataset;
  TANJI_RETURN_IF_REFUSED(FindOwnDataset(context, reader, "dataset", message.dataset(), dataset));
  TANJI_RETURN_IF_REFUSED(RequirePublished(dataset, "dataset"));
  return AuthoriseStatusChange(message.change(), DatasetHistory(dataset.id), message.dataset(),
                               context.time_ms(), reader);
}

Outcome ApplyChangeDatasetStatus(const v1::ChangeDatasetStatus& message,
                                 const OperationContext& context, StateWriter& writer) {
  const std::string id(*ParseName(kDatasetsCollection, message.dataset()));
  ApplyStatusChange(message.change(), DatasetHistory(id), context.stamp(), writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
