// ChangeFacilityStatus: the producer suspends, withdraws or reinstates a facility.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

Outcome CheckChangeFacilityStatus(const v1::ChangeFacilityStatus& message, const Flags& flags);
Outcome AuthoriseChangeFacilityStatus(const v1::ChangeFacilityStatus& message,
                                      const OperationContext& context, const StateReader& reader);
Outcome ApplyChangeFacilityStatus(const v1::ChangeFacilityStatus& message,
                                  const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
