// The module's one table: its operations, its invariants, its part of the genesis.
#pragma once

#include "ledger/engine/module.h"

namespace tanji::ledger {

const Module& LabelsModule();

}  // namespace tanji::ledger
