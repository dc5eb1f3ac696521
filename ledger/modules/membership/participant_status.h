// The change of a participant's status: what its registrar's operation and a ballot's action share.
// Who may is decided by whoever calls. `prefix` begins the paths in refusals: "" or ending in a
// dot.
#pragma once

#include <cstdint>
#include <string>

#include "ledger/base/outcome.h"
#include "ledger/state/history.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

// Shape.
Outcome CheckParticipantStatus(const v1::ChangeParticipantStatus& message,
                               const std::string& prefix);

// Whether the participant is there and its history takes the change at this block.
Outcome AuthoriseParticipantStatus(const v1::ChangeParticipantStatus& message,
                                   const std::string& prefix, std::int64_t block_time_ms,
                                   const StateReader& reader);

void ApplyParticipantStatus(const v1::ChangeParticipantStatus& message, const EventStamp& stamp,
                            StateWriter& writer);

}  // namespace tanji::ledger
