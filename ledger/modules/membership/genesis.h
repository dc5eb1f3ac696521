// The first participants, of any kind, and the bodies that govern.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/genesis.pb.h"

namespace tanji::ledger {

// Refuses what RegisterParticipant would refuse, but for the kinds; keys prove possession here too
// and count from the genesis time on. At least one and at most 64 of the participants are bodies.
Outcome LoadMembershipGenesis(const v1::Genesis& genesis, const BlockContext& block,
                              StateWriter& writer);

}  // namespace tanji::ledger
