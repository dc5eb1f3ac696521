#include "ledger/modules/factors/change_factor_status.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/factors/own_dataset.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/modules/factors/tables.h"
#include "ledger/modules/factors/usable.h"

namespace tanji::ledger {

Outcome CheckChangeFactorStatus(const v1::ChangeFactorStatus& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckFactorName(message.factor(), "factor"));
  return CheckStatusChange(message.change());
}

Outcome AuthoriseChangeFactorStatus(const v1::ChangeFactorStatus& message,
                                    const OperationContext& context, const StateReader& reader) {
  const auto name = *ParseFactorName(message.factor());
  const auto factor = kFactors.Get(reader, name.dataset_id, name.code);
  if (!factor) return RefuseNotFound("factor", message.factor());
  OwnDataset dataset;
  TANJI_RETURN_IF_REFUSED(FindOwnDataset(context, reader, "factor", factor->dataset(), dataset));
  TANJI_RETURN_IF_REFUSED(RequirePublished(dataset, "factor"));
  return AuthoriseStatusChange(message.change(), FactorHistory(name.dataset_id, name.code),
                               message.factor(), context.time_ms(), reader);
}

Outcome ApplyChangeFactorStatus(const v1::ChangeFactorStatus& message,
                                const OperationContext& context, StateWriter& writer) {
  const auto name = *ParseFactorName(message.factor());
  ApplyStatusChange(message.change(), FactorHistory(name.dataset_id, name.code), context.stamp(),
                    writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
