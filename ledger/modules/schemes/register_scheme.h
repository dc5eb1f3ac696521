// RegisterScheme: a body registers a standard of its own.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

Outcome CheckRegisterScheme(const v1::RegisterScheme& message, const Flags& flags);
Outcome AuthoriseRegisterScheme(const v1::RegisterScheme& message, const OperationContext& context,
                                const StateReader& reader);
Outcome ApplyRegisterScheme(const v1::RegisterScheme& message, const OperationContext& context,
                            StateWriter& writer);

}  // namespace tanji::ledger
