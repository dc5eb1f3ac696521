// PublishSchemeVersion: ends the draft and supersedes the version before.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

Outcome CheckPublishSchemeVersion(const v1::PublishSchemeVersion& message, const Flags& flags);
Outcome AuthorisePublishSchemeVersion(const v1::PublishSchemeVersion& message,
                                      const OperationContext& context, const StateReader& reader);
Outcome ApplyPublishSchemeVersion(const v1::PublishSchemeVersion& message,
                                  const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
