// CastVote: a body votes on a ballot, once.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

Outcome CheckCastVote(const v1::CastVote& message, const Flags& flags);
Outcome AuthoriseCastVote(const v1::CastVote& message, const OperationContext& context,
                          const StateReader& reader);
Outcome ApplyCastVote(const v1::CastVote& message, const OperationContext& context,
                      StateWriter& writer);

}  // namespace tanji::ledger
