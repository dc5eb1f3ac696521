// ChangeProductStatus: the producer suspends, withdraws or reinstates a product.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

Outcome CheckChangeProductStatus(const v1::ChangeProductStatus& message, const Flags& flags);
Outcome AuthoriseChangeProductStatus(const v1::ChangeProductStatus& message,
                                     const OperationContext& context, const StateReader& reader);
Outcome ApplyChangeProductStatus(const v1::ChangeProductStatus& message,
                                 const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
