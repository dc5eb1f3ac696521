// What must hold over every write set that touches factors.
#pragma once

#include <span>

#include "ledger/engine/module.h"

namespace tanji::ledger {

std::span<const InvariantRow> FactorsInvariants();

}  // namespace tanji::ledger
