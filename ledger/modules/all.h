// The one list of modules. A module is added here and nowhere else.
#pragma once

#include "ledger/engine/module.h"

namespace tanji::ledger {

// In dependency order, which is also the order of genesis loading and of invariants. Immutable;
// lives as long as the program.
ModuleList AllModules();

}  // namespace tanji::ledger
