// CloseCorrection: the auditor that asked is satisfied, or takes its request back.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/verification.pb.h"

namespace tanji::ledger {

Outcome CheckCloseCorrection(const v1::CloseCorrection& message, const Flags& flags);
Outcome AuthoriseCloseCorrection(const v1::CloseCorrection& message,
                                 const OperationContext& context, const StateReader& reader);
Outcome ApplyCloseCorrection(const v1::CloseCorrection& message, const OperationContext& context,
                             StateWriter& writer);

}  // namespace tanji::ledger
