// What must hold over every write set that touches verification.
#pragma once

#include <span>

#include "ledger/engine/module.h"

namespace tanji::ledger {

std::span<const InvariantRow> VerificationInvariants();

}  // namespace tanji::ledger
