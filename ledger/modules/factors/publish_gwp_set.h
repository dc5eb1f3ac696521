// PublishGwpSet: a set of global warming potentials enters the ledger, for good.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/factors.pb.h"

namespace tanji::ledger {

Outcome CheckPublishGwpSet(const v1::PublishGwpSet& message, const Flags& flags);
Outcome AuthorisePublishGwpSet(const v1::PublishGwpSet& message, const OperationContext& context,
                               const StateReader& reader);
Outcome ApplyPublishGwpSet(const v1::PublishGwpSet& message, const OperationContext& context,
                           StateWriter& writer);

}  // namespace tanji::ledger
