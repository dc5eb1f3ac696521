// ChangeParticipantStatus: a participant is put under review, suspended, reinstated or ended.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

Outcome CheckChangeParticipantStatus(const v1::ChangeParticipantStatus& message,
                                     const Flags& flags);
Outcome AuthoriseChangeParticipantStatus(const v1::ChangeParticipantStatus& message,
                                         const OperationContext& context,
                                         const StateReader& reader);
Outcome ApplyChangeParticipantStatus(const v1::ChangeParticipantStatus& message,
                                     const OperationContext& context, StateWriter& writer);

}  // namespace tanji::ledger
