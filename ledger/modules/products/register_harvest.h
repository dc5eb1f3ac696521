// RegisterHarvest: a lot comes from the field, bounded by area and plausible yield.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

Outcome CheckRegisterHarvest(const v1::RegisterHarvest& message, const Flags& flags);
Outcome AuthoriseRegisterHarvest(const v1::RegisterHarvest& message,
                                 const OperationContext& context, const StateReader& reader);
Outcome ApplyRegisterHarvest(const v1::RegisterHarvest& message, const OperationContext& context,
                             StateWriter& writer);

}  // namespace tanji::ledger
