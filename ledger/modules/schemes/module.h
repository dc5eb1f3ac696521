// The schemes module: standards, their versions and what they demand. See README.md.
#pragma once

#include "ledger/engine/module.h"

namespace tanji::ledger {

const Module& SchemesModule();

}  // namespace tanji::ledger
