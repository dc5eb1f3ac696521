// ProposeBallot: a body puts actions to the vote of the bodies.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

Outcome CheckProposeBallot(const v1::ProposeBallot& message, const Flags& flags);
Outcome AuthoriseProposeBallot(const v1::ProposeBallot& message, const OperationContext& context,
                               const StateReader& reader);
Outcome ApplyProposeBallot(const v1::ProposeBallot& message, const OperationContext& context,
                           StateWriter& writer);

}  // namespace tanji::ledger
