// A small scheme for tests: mango and paddy along the IPCC medians, as the pilot has them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/modules/schemes/rules.h"
#include "tanji/v1/schemes.pb.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {

inline constexpr std::string_view kPilot = "schemes/pilot";
inline constexpr std::string_view kFirstVersion = "schemes/pilot/versions/v1";

v1::CertificationTerms Terms();
v1::RegisterScheme PilotScheme(std::string_view id = "pilot", std::string_view prefix = "HN15");
v1::Pathway IpccPathway();
v1::SchemeRequirements PilotRequirements();
// Mango: 19720 kgCO2e/ha over 15000 kg/ha.
v1::CategoryCriteria MangoCriteria();
// No base intensity.
v1::CategoryCriteria Lychee();
// As far as rules read it.
Criteria PilotCriteria(std::vector<v1::CategoryCriteria> categories);

v1::CreateSchemeVersion FirstVersion();
// Supersedes the first; issued under it until 2026-12-31, sold until 2027-06-30.
v1::CreateSchemeVersion SecondVersion();
v1::CreateSchemeVersion Edition();
v1::SchemeClause Clause(std::string_view id);
v1::AddClauses Clauses(std::string_view version, const std::vector<std::string>& ids);
v1::AddClaimTexts Claims(std::string_view version);
v1::AddCriteria Categories(std::string_view version, std::vector<v1::CategoryCriteria> categories);
v1::ChangeSchemeVersionStatus ChangeVersion(std::string_view version, v1::StatusChange change);
v1::VoidSchemeVersion VoidFrom(std::string_view version, std::int64_t from_ms);
// Names the digest that the draft has now.
v1::PublishSchemeVersion VersionPublication(World& world, std::string_view version);

// Body `body-hn` registers, drafts and publishes the first version. Expected to be accepted.
void PublishPilot(World& world, v1::CreateSchemeVersion first = FirstVersion());
// `version` of it: criteria for mango added, published.
void PublishNext(World& world, v1::CreateSchemeVersion version);

}  // namespace tanji::ledger::testing
