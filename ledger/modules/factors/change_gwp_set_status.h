// ChangeGwpSetStatus: its publisher suspends, withdraws or reinstates a GWP set.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/factors.pb.h"

namespace tanji::ledger {

Outcome CheckChangeGwpSetStatus(const v1::ChangeGwpSetStatus& message, const Flags& flags);
Outcome AuthoriseChangeGwpSetStatus(const v1::ChangeGwpSetStatus& message,
                                    const OperationContext& context, const StateReader& reader);
Outcome ApplyChangeGwpSetStatus(const v1::ChangeGwpSetStatus& message,
                                const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
