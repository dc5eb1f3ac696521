// ConfirmRelease: the certifier lets a release that waits for it begin.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/engine/flags.h"
#include "ledger/state/reader.h"
#include "tanji/v1/labels.pb.h"

namespace tanji::ledger {

Outcome CheckConfirmRelease(const v1::ConfirmRelease& message, const Flags& flags);
Outcome AuthoriseConfirmRelease(const v1::ConfirmRelease& message, const OperationContext& context,
                                const StateReader& reader);
Outcome ApplyConfirmRelease(const v1::ConfirmRelease& message, const OperationContext& context,
                            StateWriter& writer);

}  // namespace tanji::ledger
