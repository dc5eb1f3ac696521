// VoidSchemeVersion: fraud or safety, with effect in the past.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

Outcome CheckVoidSchemeVersion(const v1::VoidSchemeVersion& message, const Flags& flags);
Outcome AuthoriseVoidSchemeVersion(const v1::VoidSchemeVersion& message,
                                   const OperationContext& context, const StateReader& reader);
Outcome ApplyVoidSchemeVersion(const v1::VoidSchemeVersion& message,
                               const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
