// What must hold over every write set that touches evidence.
#pragma once

#include <span>

#include "ledger/engine/module.h"

namespace tanji::ledger {

std::span<const InvariantRow> EvidenceInvariants();

}  // namespace tanji::ledger
