// Whether an accreditation is the author's, in force, and covers what a statement says.
#pragma once

#include <string>

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/verification.pb.h"

namespace tanji::ledger {

// For a statement under `scheme` on a product of `category`. CODE_NOT_FOUND,
// CODE_ACCREDITATION_NOT_OWN; CODE_NOT_IN_FORCE, of it or of its accreditor, at block time;
// CODE_OUTSIDE_SCOPE, naming the first thing that is not covered.
Outcome RequireAccredited(const v1::IssueStatement& message, const std::string& scheme,
                          const std::string& category, const OperationContext& context,
                          const StateReader& reader);

}  // namespace tanji::ledger
