// What a ballot can do: checked when it is proposed, checked again and done when it is executed.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

using BallotActions = google::protobuf::RepeatedPtrField<v1::BallotAction>;

// Shape: each action is one, its flag or parameter is known, no flag and no participant twice.
Outcome CheckBallotActions(const BallotActions& actions);

// Whether they could be carried out at this block: flags not yet scheduled and at a later height,
// parameters within their bounds, participants whose history takes the change.
Outcome AuthoriseBallotActions(const BallotActions& actions, const OperationContext& context,
                               const StateReader& reader);

// `stamp.by` is the ballot.
void ApplyBallotActions(const BallotActions& actions, const EventStamp& stamp, StateWriter& writer);

}  // namespace tanji::ledger
