// ReportLoss: part of a lot is lost, destroyed or used up.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

Outcome CheckReportLoss(const v1::ReportLoss& message, const Flags& flags);
Outcome AuthoriseReportLoss(const v1::ReportLoss& message, const OperationContext& context,
                            const StateReader& reader);
Outcome ApplyReportLoss(const v1::ReportLoss& message, const OperationContext& context,
                        StateWriter& writer);

}  // namespace tanji::ledger
