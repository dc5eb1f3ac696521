// ChangeLabelStatus: the certifier suspends, withdraws or reinstates one label.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/engine/flags.h"
#include "ledger/state/reader.h"
#include "tanji/v1/labels.pb.h"

namespace tanji::ledger {

Outcome CheckChangeLabelStatus(const v1::ChangeLabelStatus& message, const Flags& flags);
Outcome AuthoriseChangeLabelStatus(const v1::ChangeLabelStatus& message,
                                   const OperationContext& context, const StateReader& reader);
Outcome ApplyChangeLabelStatus(const v1::ChangeLabelStatus& message,
                               const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
