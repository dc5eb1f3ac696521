// ChangeLotStatus: the producer suspends, withdraws or reinstates a lot.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

Outcome CheckChangeLotStatus(const v1::ChangeLotStatus& message, const Flags& flags);
Outcome AuthoriseChangeLotStatus(const v1::ChangeLotStatus& message,
                                 const OperationContext& context, const StateReader& reader);
Outcome ApplyChangeLotStatus(const v1::ChangeLotStatus& message, const OperationContext& context,
                             StateWriter& writer);

}  // namespace tanji::ledger
