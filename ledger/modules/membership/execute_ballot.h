// ExecuteBallot: what enough bodies voted for is carried out, all or none.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

Outcome CheckExecuteBallot(const v1::ExecuteBallot& message, const Flags& flags);
Outcome AuthoriseExecuteBallot(const v1::ExecuteBallot& message, const OperationContext& context,
                               const StateReader& reader);
Outcome ApplyExecuteBallot(const v1::ExecuteBallot& message, const OperationContext& context,
                           StateWriter& writer);

}  // namespace tanji::ledger
