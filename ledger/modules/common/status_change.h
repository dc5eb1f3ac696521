// What may happen to the status of an object with a lifecycle: the rules are the same for
// participants, accreditations, licences and whatever comes later. Who may is each module's matter.
#pragma once

#include <cstdint>
#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/state/history.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

// Intervals one object may have, so that an answer about it stays small enough to prove. Above
// this only what ends the object for good is still recorded, up to the second bound.
inline constexpr std::uint32_t kMaxStatusIntervals = 64;
inline constexpr std::uint32_t kMaxStatusIntervalsWithFinal = 72;

// WITHDRAWN, REVOKED and VOID: nothing follows.
bool IsFinal(v1::StatusKind kind);

// CODE_STATUS_HISTORY_FULL if an interval of `kind` finds no room.
Outcome CheckStatusRoom(const History& history, v1::StatusKind kind, std::string_view name,
                        const StateReader& reader);

// Shape. `field` is where the change lies, for messages.
Outcome CheckStatusChange(const v1::StatusChange& change, std::string_view field = "change");

// Never backdated; nothing after a final interval; what is ended is open and may be ended.
// `name` is the object's, for messages.
Outcome AuthoriseStatusChange(const v1::StatusChange& change, const History& history,
                              std::string_view name, std::int64_t block_time_ms,
                              const StateReader& reader, std::string_view field = "change");

void ApplyStatusChange(const v1::StatusChange& change, const History& history,
                       const EventStamp& stamp, StateWriter& writer);

}  // namespace tanji::ledger
