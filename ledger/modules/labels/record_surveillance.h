// RecordSurveillance: the certifier has looked after what it certified, and it stays.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/engine/flags.h"
#include "ledger/state/reader.h"
#include "tanji/v1/labels.pb.h"

namespace tanji::ledger {

Outcome CheckRecordSurveillance(const v1::RecordSurveillance& message, const Flags& flags);
Outcome AuthoriseRecordSurveillance(const v1::RecordSurveillance& message,
                                    const OperationContext& context, const StateReader& reader);
Outcome ApplyRecordSurveillance(const v1::RecordSurveillance& message,
                                const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
