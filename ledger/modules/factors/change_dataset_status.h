// ChangeDatasetStatus: its creator suspends, withdraws or reinstates a dataset.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/factors.pb.h"

namespace tanji::ledger {

Outcome CheckChangeDatasetStatus(const v1::ChangeDatasetStatus& message, const Flags& flags);
Outcome AuthoriseChangeDatasetStatus(const v1::ChangeDatasetStatus& message,
                                     const OperationContext& context, const StateReader& reader);
Outcome ApplyChangeDatasetStatus(const v1::ChangeDatasetStatus& message,
                                 const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
