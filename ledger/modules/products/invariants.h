// What must hold over every write set that touches products.
#pragma once

#include <span>

#include "ledger/engine/module.h"

namespace tanji::ledger {

std::span<const InvariantRow> ProductsInvariants();

}  // namespace tanji::ledger
