// RegisterProduct: a producer records what it sells, once.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

Outcome CheckRegisterProduct(const v1::RegisterProduct& message, const Flags& flags);
Outcome AuthoriseRegisterProduct(const v1::RegisterProduct& message,
                                 const OperationContext& context, const StateReader& reader);
Outcome ApplyRegisterProduct(const v1::RegisterProduct& message, const OperationContext& context,
                             StateWriter& writer);

}  // namespace tanji::ledger
