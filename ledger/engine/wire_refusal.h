// The strict wire check's faults as outcomes.
#pragma once

#include <string_view>

#include "crypto/wire/strict_check.h"
#include "ledger/base/outcome.h"

namespace tanji::ledger {

Outcome RefuseWire(const crypto::WireFault& fault);

}  // namespace tanji::ledger
