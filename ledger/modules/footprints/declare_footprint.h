// DeclareFootprint: the ledger reckons the result, and nothing is added after it.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/footprints.pb.h"

namespace tanji::ledger {

Outcome CheckDeclareFootprint(const v1::DeclareFootprint& message, const Flags& flags);
Outcome AuthoriseDeclareFootprint(const v1::DeclareFootprint& message,
                                  const OperationContext& context, const StateReader& reader);
Outcome ApplyDeclareFootprint(const v1::DeclareFootprint& message, const OperationContext& context,
                              StateWriter& writer);

}  // namespace tanji::ledger
