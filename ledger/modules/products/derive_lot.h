// DeriveLot: lots are split, merged or transformed; mass is conserved.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

Outcome CheckDeriveLot(const v1::DeriveLot& message, const Flags& flags);
Outcome AuthoriseDeriveLot(const v1::DeriveLot& message, const OperationContext& context,
                           const StateReader& reader);
Outcome ApplyDeriveLot(const v1::DeriveLot& message, const OperationContext& context,
                       StateWriter& writer);

}  // namespace tanji::ledger
