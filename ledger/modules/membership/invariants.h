// What must hold over every write set that touches membership.
#pragma once

#include <span>

#include "ledger/engine/module.h"

namespace tanji::ledger {

std::span<const InvariantRow> MembershipInvariants();

}  // namespace tanji::ledger
