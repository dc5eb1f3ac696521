// ReportUnits: the producer reports units that bear their label no more.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/engine/flags.h"
#include "ledger/state/reader.h"
#include "tanji/v1/labels.pb.h"

namespace tanji::ledger {

Outcome CheckReportUnits(const v1::ReportUnits& message, const Flags& flags);
Outcome AuthoriseReportUnits(const v1::ReportUnits& message, const OperationContext& context,
                             const StateReader& reader);
Outcome ApplyReportUnits(const v1::ReportUnits& message, const OperationContext& context,
                         StateWriter& writer);

}  // namespace tanji::ledger
