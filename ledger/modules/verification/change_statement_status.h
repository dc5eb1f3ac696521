// ChangeStatementStatus: the auditor suspends, withdraws or reinstates a statement of its own.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/verification.pb.h"

namespace tanji::ledger {

Outcome CheckChangeStatementStatus(const v1::ChangeStatementStatus& message, const Flags& flags);
Outcome AuthoriseChangeStatementStatus(const v1::ChangeStatementStatus& message,
                                       const OperationContext& context, const StateReader& reader);
Outcome ApplyChangeStatementStatus(const v1::ChangeStatementStatus& message,
                                   const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
