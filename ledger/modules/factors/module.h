// The factors module: datasets of emission factors, and GWP sets. See README.md.
#pragma once

#include "ledger/engine/module.h"

namespace tanji::ledger {

const Module& FactorsModule();

}  // namespace tanji::ledger
