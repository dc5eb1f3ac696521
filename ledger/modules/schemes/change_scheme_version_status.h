// ChangeSchemeVersionStatus: the owner suspends, withdraws, revokes or reinstates.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

Outcome CheckChangeSchemeVersionStatus(const v1::ChangeSchemeVersionStatus& message,
                                       const Flags& flags);
Outcome AuthoriseChangeSchemeVersionStatus(const v1::ChangeSchemeVersionStatus& message,
                                           const OperationContext& context,
                                           const StateReader& reader);
Outcome ApplyChangeSchemeVersionStatus(const v1::ChangeSchemeVersionStatus& message,
                                       const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
