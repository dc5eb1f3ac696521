// ChangeCertificateStatus: the certifier suspends, withdraws or reinstates what it
// issued, and says whether the lots that were released are reached.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/engine/flags.h"
#include "ledger/state/reader.h"
#include "tanji/v1/labels.pb.h"

namespace tanji::ledger {

Outcome CheckChangeCertificateStatus(const v1::ChangeCertificateStatus& message,
                                     const Flags& flags);
Outcome AuthoriseChangeCertificateStatus(const v1::ChangeCertificateStatus& message,
                                         const OperationContext& context,
                                         const StateReader& reader);
Outcome ApplyChangeCertificateStatus(const v1::ChangeCertificateStatus& message,
                                     const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
