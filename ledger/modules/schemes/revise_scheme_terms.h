// ReviseSchemeTerms: the owner's terms change; what they were stays on record.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

Outcome CheckReviseSchemeTerms(const v1::ReviseSchemeTerms& message, const Flags& flags);
Outcome AuthoriseReviseSchemeTerms(const v1::ReviseSchemeTerms& message,
                                   const OperationContext& context, const StateReader& reader);
Outcome ApplyReviseSchemeTerms(const v1::ReviseSchemeTerms& message,
                               const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
