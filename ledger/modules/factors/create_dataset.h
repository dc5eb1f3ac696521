// CreateDataset: a notice or publication is described; its rows follow.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/factors.pb.h"

namespace tanji::ledger {

Outcome CheckCreateDataset(const v1::CreateDataset& message, const Flags& flags);
Outcome AuthoriseCreateDataset(const v1::CreateDataset& message, const OperationContext& context,
                               const StateReader& reader);
Outcome ApplyCreateDataset(const v1::CreateDataset& message, const OperationContext& context,
                           StateWriter& writer);

}  // namespace tanji::ledger
