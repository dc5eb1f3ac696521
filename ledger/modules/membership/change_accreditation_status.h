// ChangeAccreditationStatus: the accreditor suspends, reinstates or withdraws.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

Outcome CheckChangeAccreditationStatus(const v1::ChangeAccreditationStatus& message,
                                       const Flags& flags);
Outcome AuthoriseChangeAccreditationStatus(const v1::ChangeAccreditationStatus& message,
                                           const OperationContext& context,
                                           const StateReader& reader);
Outcome ApplyChangeAccreditationStatus(const v1::ChangeAccreditationStatus& message,
                                       const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
