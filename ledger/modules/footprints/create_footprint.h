// CreateFootprint: the inventory of a reference flow is begun; its lines follow.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/footprints.pb.h"

namespace tanji::ledger {

Outcome CheckCreateFootprint(const v1::CreateFootprint& message, const Flags& flags);
Outcome AuthoriseCreateFootprint(const v1::CreateFootprint& message,
                                 const OperationContext& context, const StateReader& reader);
Outcome ApplyCreateFootprint(const v1::CreateFootprint& message, const OperationContext& context,
                             StateWriter& writer);

}  // namespace tanji::ledger
