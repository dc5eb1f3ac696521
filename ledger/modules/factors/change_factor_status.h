// ChangeFactorStatus: the creator of its dataset suspends, withdraws or reinstates a factor.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/factors.pb.h"

namespace tanji::ledger {

Outcome CheckChangeFactorStatus(const v1::ChangeFactorStatus& message, const Flags& flags);
Outcome AuthoriseChangeFactorStatus(const v1::ChangeFactorStatus& message,
                                    const OperationContext& context, const StateReader& reader);
Outcome ApplyChangeFactorStatus(const v1::ChangeFactorStatus& message,
                                const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
