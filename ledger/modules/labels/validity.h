// For how long a certificate is valid, and by when it is looked after. Pure functions, thread-safe.
#pragma once

#include <cstdint>

#include "ledger/base/outcome.h"
#include "ledger/modules/schemes/usable.h"
#include "tanji/v1/labels.pb.h"

namespace tanji::ledger {

// Days of the scheme, in order: CODE_FIELD_MISSING, CODE_DAY_MALFORMED, CODE_FIELD_OUT_OF_RANGE,
// CODE_LIST_TOO_LONG, CODE_LIST_NOT_ASCENDING.
Outcome CheckValidity(const v1::IssueCertificate& message);

// It begins today or within a year, and is no longer than the version allows:
// CODE_FIELD_OUT_OF_RANGE.
Outcome RequireValidity(const v1::IssueCertificate& message, const FoundVersion& version,
                        const v1::SchemeRequirements& requirements, std::int64_t time_ms);

// CODE_SURVEILLANCE_PLAN where two planned days, or the ends of validity, lie further apart than
// the version asks.
Outcome RequireSurveillance(const v1::IssueCertificate& message,
                            const v1::SchemeRequirements& requirements);

}  // namespace tanji::ledger
