// RegisterParticipant: a participant with its first keys. By a BODY or OPERATOR.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

Outcome CheckRegisterParticipant(const v1::RegisterParticipant& message, const Flags& flags);
Outcome AuthoriseRegisterParticipant(const v1::RegisterParticipant& message,
                                     const OperationContext& context, const StateReader& reader);
Outcome ApplyRegisterParticipant(const v1::RegisterParticipant& message,
                                 const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
