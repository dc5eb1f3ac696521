// AddKey: the author adds a key of its own.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

Outcome CheckAddKey(const v1::AddKey& message, const Flags& flags);
Outcome AuthoriseAddKey(const v1::AddKey& message, const OperationContext& context,
                        const StateReader& reader);
Outcome ApplyAddKey(const v1::AddKey& message, const OperationContext& context,
                    StateWriter& writer);

}  // namespace tanji::ledger
