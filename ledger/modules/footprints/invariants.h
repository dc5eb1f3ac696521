// What must hold of footprints over every write set.
#pragma once

#include <span>

#include "ledger/engine/module.h"

namespace tanji::ledger {

std::span<const InvariantRow> FootprintsInvariants();

}  // namespace tanji::ledger
