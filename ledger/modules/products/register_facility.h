// RegisterFacility: a producer records an orchard, a field, a packhouse, once.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

Outcome CheckRegisterFacility(const v1::RegisterFacility& message, const Flags& flags);
Outcome AuthoriseRegisterFacility(const v1::RegisterFacility& message,
                                  const OperationContext& context, const StateReader& reader);
Outcome ApplyRegisterFacility(const v1::RegisterFacility& message, const OperationContext& context,
                              StateWriter& writer);

}  // namespace tanji::ledger
