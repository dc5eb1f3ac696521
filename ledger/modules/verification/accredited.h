// Whether an accreditation is the author's, in force, and covers what it is used for.
#pragma once

#include <string>

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

// For what an accreditation is used. `level` of verification only.
struct AccreditedFor {
  v1::Activity activity;
  // `accreditations/{uuid}`, well-formed.
  const std::string& accreditation;
  const std::string& scheme;
  const std::string& sub_scope;
  const std::string& category;
  v1::AssuranceLevel level = v1::ASSURANCE_LEVEL_UNSPECIFIED;
};

// CODE_NOT_FOUND, CODE_ACCREDITATION_NOT_OWN; CODE_NOT_IN_FORCE, of it or of its accreditor, at
// block time; CODE_OUTSIDE_SCOPE, naming the first thing that is not covered.
Outcome RequireAccredited(const AccreditedFor& use, const OperationContext& context,
                          const StateReader& reader);

// CODE_FIELD_MISSING, CODE_SCOPE_MALFORMED.
Outcome CheckSubScope(const std::string& sub_scope);

}  // namespace tanji::ledger
