// ChangeLicenceStatus: the owner of the scheme suspends, reinstates or withdraws.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

Outcome CheckChangeLicenceStatus(const v1::ChangeLicenceStatus& message, const Flags& flags);
Outcome AuthoriseChangeLicenceStatus(const v1::ChangeLicenceStatus& message,
                                     const OperationContext& context, const StateReader& reader);
Outcome ApplyChangeLicenceStatus(const v1::ChangeLicenceStatus& message,
                                 const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
