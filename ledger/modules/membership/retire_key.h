// RetireKey: the author ends a key of its own; what it has signed stays good.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

Outcome CheckRetireKey(const v1::RetireKey& message, const Flags& flags);
Outcome AuthoriseRetireKey(const v1::RetireKey& message, const OperationContext& context,
                           const StateReader& reader);
Outcome ApplyRetireKey(const v1::RetireKey& message, const OperationContext& context,
                       StateWriter& writer);

}  // namespace tanji::ledger
