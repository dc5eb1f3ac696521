// The membership module: participants, keys, governance, accreditation. See README.md.
#pragma once

#include "ledger/engine/module.h"

namespace tanji::ledger {

const Module& MembershipModule();

}  // namespace tanji::ledger
