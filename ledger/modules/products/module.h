// The products module: facilities, products, lots. See README.md.
#pragma once

#include "ledger/engine/module.h"

namespace tanji::ledger {

const Module& ProductsModule();

}  // namespace tanji::ledger
