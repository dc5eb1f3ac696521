#include "tests/ledger/modules/membership/grants.h"

#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {

v1::GrantAccreditation Accreditation(std::string_view body_id) {
  v1::GrantAccreditation message;
  message.set_body("participants/" + std::string(body_id));
  auto& scope = *message.mutable_scope();
  scope.set_activity(v1::ACTIVITY_VERIFICATION);
  scope.add_schemes("schemes/baoting-low-carbon");
  scope.add_sub_scopes("ISO 14064-1");
  scope.add_sub_scopes("ISO 14067");
  scope.add_product_categories("CPC:01319");
  scope.add_product_categories("HS:081090");
  scope.add_assurance_levels(v1::ASSURANCE_LEVEL_LIMITED);
  scope.add_assurance_levels(v1::ASSURANCE_LEVEL_REASONABLE);
  message.set_valid_from_time(kGenesisTimeMs - 400 * kDayMs);
  message.set_valid_until_time(kGenesisTimeMs + 365 * kDayMs);
  message.set_arrangement("GAC-MRA 2026-01-01");
  return message;
}

v1::GrantLicence Licence(std::string_view certifier_id) {
  v1::GrantLicence message;
  message.set_certifier("participants/" + std::string(certifier_id));
  message.set_scheme("schemes/baoting-low-carbon");
  message.set_valid_from_time(kGenesisTimeMs + 10 * kDayMs);
  message.set_valid_until_time(kGenesisTimeMs + 365 * kDayMs);
  return message;
}

v1::ChangeAccreditationStatus ChangeAccreditation(const std::string& name,
                                                  v1::StatusChange change) {
  v1::ChangeAccreditationStatus message;
  message.set_accreditation(name);
  *message.mutable_change() = std::move(change);
  return message;
}

v1::ChangeLicenceStatus ChangeLicence(const std::string& name, v1::StatusChange change) {
  v1::ChangeLicenceStatus message;
  message.set_licence(name);
  *message.mutable_change() = std::move(change);
  return message;
}

}  // namespace tanji::ledger::testing
