// AddCriteria: a draft grows by what product categories must meet.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

Outcome CheckAddCriteria(const v1::AddCriteria& message, const Flags& flags);
Outcome AuthoriseAddCriteria(const v1::AddCriteria& message, const OperationContext& context,
                             const StateReader& reader);
Outcome ApplyAddCriteria(const v1::AddCriteria& message, const OperationContext& context,
                         StateWriter& writer);

}  // namespace tanji::ledger
