// Accreditations and licences for tests.
#pragma once

#include <string>

#include "tanji/v1/membership.pb.h"

namespace tanji::ledger::testing {

// Verification of ISO 14067 for fruit, valid for a year from the genesis on.
v1::GrantAccreditation Accreditation(std::string_view body_id);
v1::GrantLicence Licence(std::string_view certifier_id);
v1::ChangeAccreditationStatus ChangeAccreditation(const std::string& name, v1::StatusChange change);
v1::ChangeLicenceStatus ChangeLicence(const std::string& name, v1::StatusChange change);

}  // namespace tanji::ledger::testing
