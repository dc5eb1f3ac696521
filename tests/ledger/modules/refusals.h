// The tables of refusals, one per module (see support/coverage.h).
#pragma once

#include <vector>

#include "tests/ledger/modules/support/coverage.h"

namespace tanji::ledger::testing {

std::vector<RefusalCase> ValueRefusals();
std::vector<RefusalCase> EvidenceRefusals();
std::vector<RefusalCase> MembershipRefusals();
std::vector<RefusalCase> GovernanceRefusals();
std::vector<RefusalCase> AccreditationRefusals();
std::vector<RefusalCase> ProductsRefusals();
std::vector<RefusalCase> LotRefusals();
std::vector<RefusalCase> SchemeShapeRefusals();
std::vector<RefusalCase> SchemeRefusals();
std::vector<RefusalCase> FactorsRefusals();
// Of the shape of inventories; they are among FootprintReckonRefusals.
std::vector<RefusalCase> InventoryShapeRefusals();
std::vector<RefusalCase> FootprintReckonRefusals();
std::vector<RefusalCase> FootprintRefusals();
std::vector<RefusalCase> VerificationShapeRefusals();
std::vector<RefusalCase> VerificationRefusals();
std::vector<RefusalCase> LabelShapeRefusals();
std::vector<RefusalCase> RequirementRefusals();
std::vector<RefusalCase> CertificateRefusals();
std::vector<RefusalCase> LabelRefusals();

}  // namespace tanji::ledger::testing
