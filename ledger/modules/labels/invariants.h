// What must hold over every write set that touches certificates and labels.
#pragma once

#include <span>

#include "ledger/engine/module.h"

namespace tanji::ledger {

std::span<const InvariantRow> LabelsInvariants();

}  // namespace tanji::ledger
