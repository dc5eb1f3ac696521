// What the terms of a scheme must look like, and whom they may name: shared by its registration and
// their revision.
#pragma once

#include <string>

#include "ledger/base/outcome.h"
#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

// Shape. Paths in refusals start with `terms`.
Outcome CheckTerms(const v1::CertificationTerms& terms);

// A monitor that takes part here exists (CODE_NOT_FOUND) and is another than the author, who owns
// the scheme (CODE_MONITOR_NOT_INDEPENDENT).
Outcome AuthoriseTerms(const v1::CertificationTerms& terms, const OperationContext& context,
                       const StateReader& reader);

// Records the terms as number `progress.terms_count` and counts them.
void RecordTerms(const v1::CertificationTerms& terms, const std::string& scheme_id,
                 const OperationContext& context, v1::SchemeProgress progress, StateWriter& writer);

}  // namespace tanji::ledger
