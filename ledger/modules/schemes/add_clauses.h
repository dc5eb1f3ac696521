// AddClauses: a draft grows by clauses.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

Outcome CheckAddClauses(const v1::AddClauses& message, const Flags& flags);
Outcome AuthoriseAddClauses(const v1::AddClauses& message, const OperationContext& context,
                            const StateReader& reader);
Outcome ApplyAddClauses(const v1::AddClauses& message, const OperationContext& context,
                        StateWriter& writer);

}  // namespace tanji::ledger
