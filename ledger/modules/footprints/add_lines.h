// AddLines: lines are added to a draft.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/footprints.pb.h"

namespace tanji::ledger {

Outcome CheckAddLines(const v1::AddLines& message, const Flags& flags);
Outcome AuthoriseAddLines(const v1::AddLines& message, const OperationContext& context,
                          const StateReader& reader);
Outcome ApplyAddLines(const v1::AddLines& message, const OperationContext& context,
                      StateWriter& writer);

}  // namespace tanji::ledger
