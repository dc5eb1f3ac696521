// From cells to the records: sums, shares, quality, references. Nothing is rounded here but shares
// (D4) and quality scores.
#pragma once

#include "ledger/modules/footprints/reckon/evaluate.h"
#include "ledger/modules/footprints/reckon/reckon.h"

namespace tanji::ledger {

// CODE_FOOTPRINT_OVERFLOW.
Outcome FillTotals(const ReckonInput& input, const Plan& plan, const Evaluated& evaluated,
                   Reckoned& out);

}  // namespace tanji::ledger
