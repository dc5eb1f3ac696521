// ConfirmHarvest: an auditor ends the review of a harvest that was not plausible by itself.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

Outcome CheckConfirmHarvest(const v1::ConfirmHarvest& message, const Flags& flags);
Outcome AuthoriseConfirmHarvest(const v1::ConfirmHarvest& message, const OperationContext& context,
                                const StateReader& reader);
Outcome ApplyConfirmHarvest(const v1::ConfirmHarvest& message, const OperationContext& context,
                            StateWriter& writer);

}  // namespace tanji::ledger
