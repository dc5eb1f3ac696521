// Questions for tests.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tanji/v1/proof.pb.h"

namespace tanji::ledger::testing {

v1::Question AskDocument(std::string name);
v1::Question AskParticipant(std::string name);
v1::Question AskKey(std::string name);
v1::Question AskAccreditation(std::string name);
v1::Question AskLicence(std::string name);
v1::Question AskDataset(std::string name);
v1::Question AskFactor(std::string name);
v1::Question AskGwpSet(std::string name);
v1::Question AskFootprint(std::string name);
v1::Question AskCorrection(std::string name);
v1::Question AskStatement(std::string name);
v1::Question AskCertificate(std::string name);
// The label as a whole, or one unit of it.
v1::Question AskLabel(std::string name, std::uint64_t unit = 0);
v1::Question AskFacility(std::string name);
v1::Question AskProduct(std::string name);
v1::Question AskLot(std::string name);
v1::Question AskSchemeVersion(std::string name);
v1::Question AskThreshold(std::string version, std::string category, std::uint32_t harvest_year);
v1::Question AskRecords(const std::vector<std::string>& keys);

}  // namespace tanji::ledger::testing
