// SetYieldBound: a body records the highest plausible yield of a category.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

Outcome CheckSetYieldBound(const v1::SetYieldBound& message, const Flags& flags);
Outcome AuthoriseSetYieldBound(const v1::SetYieldBound& message, const OperationContext& context,
                               const StateReader& reader);
Outcome ApplySetYieldBound(const v1::SetYieldBound& message, const OperationContext& context,
                           StateWriter& writer);

}  // namespace tanji::ledger
