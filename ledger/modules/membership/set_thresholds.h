// SetThresholds: the author says how many holders must sign for each permission.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

Outcome CheckSetThresholds(const v1::SetThresholds& message, const Flags& flags);
Outcome AuthoriseSetThresholds(const v1::SetThresholds& message, const OperationContext& context,
                               const StateReader& reader);
Outcome ApplySetThresholds(const v1::SetThresholds& message, const OperationContext& context,
                           StateWriter& writer);

}  // namespace tanji::ledger
