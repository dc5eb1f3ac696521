// Whether the goods of a lot are what a certificate was issued for: where they come from, when they
// were harvested, and how they were kept apart. Thread-safe if the reader is.
#pragma once

#include <cstdint>

#include "ledger/base/outcome.h"
#include "ledger/engine/context.h"
#include "ledger/modules/labels/certificate_standing.h"
#include "ledger/state/reader.h"
#include "tanji/v1/labels.pb.h"

namespace tanji::ledger {

// Of the lot that `message` names, which exists, and of all that it comes from:
// CODE_LINEAGE_TOO_LARGE; CODE_NOT_IN_FORCE; CODE_REQUIREMENT_NOT_MET of custody;
// CODE_HARVEST_OUTSIDE_COVERAGE; CODE_HARVEST_YEAR_NOT_MET. Fills in the year of the last harvest.
Outcome RequireHarvests(const v1::ReleaseLabel& message, const CertificateRecords& certificate,
                        const CertificateStanding& standing,
                        const v1::SchemeRequirements& requirements, const OperationContext& context,
                        const StateReader& reader, std::uint32_t& harvest_year);

}  // namespace tanji::ledger
