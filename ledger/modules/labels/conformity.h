// Whether a footprint is as a version of a scheme demands. What the inventory leaves unknown does
// not meet a demand: an unknown is never a yes.
#pragma once

#include <string>
#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/modules/footprints/standing.h"
#include "tanji/v1/schemes.pb.h"
#include "tanji/v1/verification.pb.h"

namespace tanji::ledger {

// CODE_REQUIREMENT_NOT_MET, naming the first requirement that is not met, what the footprint has
// and what would do. `footprint` is declared, `standing` its own; `level` that of its statement.
// Pure; thread-safe.
Outcome RequireConforms(const v1::SchemeRequirements& requirements, const std::string& footprint,
                        const FootprintRecords& records, const FootprintStanding& standing,
                        v1::AssuranceLevel level);

// Likewise for the custody of a lot, `field` naming the lot.
Outcome RequireCustody(const v1::SchemeRequirements& requirements, const std::string& lot,
                       v1::CustodyModel custody);

}  // namespace tanji::ledger
