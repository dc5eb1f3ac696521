// RequestCorrection: an auditor asks the producer of a footprint to correct or to explain.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/verification.pb.h"

namespace tanji::ledger {

Outcome CheckRequestCorrection(const v1::RequestCorrection& message, const Flags& flags);
Outcome AuthoriseRequestCorrection(const v1::RequestCorrection& message,
                                   const OperationContext& context, const StateReader& reader);
Outcome ApplyRequestCorrection(const v1::RequestCorrection& message,
                               const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
