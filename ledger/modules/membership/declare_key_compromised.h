// DeclareKeyCompromised: signatures of a key of the author count no more since a time, which may be
// past.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

Outcome CheckDeclareKeyCompromised(const v1::DeclareKeyCompromised& message, const Flags& flags);
Outcome AuthoriseDeclareKeyCompromised(const v1::DeclareKeyCompromised& message,
                                       const OperationContext& context, const StateReader& reader);
Outcome ApplyDeclareKeyCompromised(const v1::DeclareKeyCompromised& message,
                                   const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
