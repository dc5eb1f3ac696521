// ChangeFootprintStatus: the producer suspends, withdraws or reinstates a declared footprint.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/footprints.pb.h"

namespace tanji::ledger {

Outcome CheckChangeFootprintStatus(const v1::ChangeFootprintStatus& message, const Flags& flags);
Outcome AuthoriseChangeFootprintStatus(const v1::ChangeFootprintStatus& message,
                                       const OperationContext& context, const StateReader& reader);
Outcome ApplyChangeFootprintStatus(const v1::ChangeFootprintStatus& message,
                                   const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
