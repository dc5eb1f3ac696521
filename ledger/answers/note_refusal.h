// The faults of notes, checkpoints and proof files as outcomes.
#pragma once

#include "crypto/note/fault.h"
#include "crypto/note/policy.h"
#include "ledger/base/outcome.h"

namespace tanji::ledger {

// Parameters: `value` the fault's name; `expected` for a checkpoint of another log the right one,
// and for a missing quorum what the policy asks for, as "validators 3/4 + witnesses 1/2".
Outcome RefuseNote(crypto::NoteFault fault, const crypto::Policy& policy);

}  // namespace tanji::ledger
