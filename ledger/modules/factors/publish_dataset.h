// PublishDataset: a draft is closed, and may be used from then on.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/factors.pb.h"

namespace tanji::ledger {

Outcome CheckPublishDataset(const v1::PublishDataset& message, const Flags& flags);
Outcome AuthorisePublishDataset(const v1::PublishDataset& message, const OperationContext& context,
                                const StateReader& reader);
Outcome ApplyPublishDataset(const v1::PublishDataset& message, const OperationContext& context,
                            StateWriter& writer);

}  // namespace tanji::ledger
