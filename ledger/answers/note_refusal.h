// The faults of notes, checkpoints and proof files as outcomes.
#pragma once

#include "crypto/note/fault.h"
#include "ledger/base/outcome.h"

namespace tanji::ledger {

Outcome RefuseNote(crypto::NoteFault fault);

}  // namespace tanji::ledger
