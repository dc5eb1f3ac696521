// Membership's answers to what the executor asks of authors, keys and thresholds.
#pragma once

#include "ledger/engine/authority.h"

namespace tanji::ledger {

// Stateless and thread-safe; lives as long as the program.
const Authority& MembershipAuthority();

}  // namespace tanji::ledger
