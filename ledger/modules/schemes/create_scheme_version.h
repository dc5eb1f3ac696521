// CreateSchemeVersion: begins a draft.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

Outcome CheckCreateSchemeVersion(const v1::CreateSchemeVersion& message, const Flags& flags);
Outcome AuthoriseCreateSchemeVersion(const v1::CreateSchemeVersion& message,
                                     const OperationContext& context, const StateReader& reader);
Outcome ApplyCreateSchemeVersion(const v1::CreateSchemeVersion& message,
                                 const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
