// GrantAccreditation: an accreditor says what an auditor or certifier is competent for.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

Outcome CheckGrantAccreditation(const v1::GrantAccreditation& message, const Flags& flags);
Outcome AuthoriseGrantAccreditation(const v1::GrantAccreditation& message,
                                    const OperationContext& context, const StateReader& reader);
Outcome ApplyGrantAccreditation(const v1::GrantAccreditation& message,
                                const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
