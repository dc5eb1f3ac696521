// ReleaseLabel: the producer that holds a certificate labels goods of a lot.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/engine/flags.h"
#include "ledger/state/reader.h"
#include "tanji/v1/labels.pb.h"

namespace tanji::ledger {

Outcome CheckReleaseLabel(const v1::ReleaseLabel& message, const Flags& flags);
Outcome AuthoriseReleaseLabel(const v1::ReleaseLabel& message, const OperationContext& context,
                              const StateReader& reader);
Outcome ApplyReleaseLabel(const v1::ReleaseLabel& message, const OperationContext& context,
                          StateWriter& writer);

}  // namespace tanji::ledger
