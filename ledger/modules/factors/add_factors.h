// AddFactors: rows enter a draft.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/factors.pb.h"

namespace tanji::ledger {

Outcome CheckAddFactors(const v1::AddFactors& message, const Flags& flags);
Outcome AuthoriseAddFactors(const v1::AddFactors& message, const OperationContext& context,
                            const StateReader& reader);
Outcome ApplyAddFactors(const v1::AddFactors& message, const OperationContext& context,
                        StateWriter& writer);

}  // namespace tanji::ledger
