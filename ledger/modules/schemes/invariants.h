// What must hold over every write set that touches schemes.
#pragma once

#include <span>

#include "ledger/engine/module.h"

namespace tanji::ledger {

std::span<const InvariantRow> SchemesInvariants();

}  // namespace tanji::ledger
