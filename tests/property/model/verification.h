// Corrections and statements of the model. What the ledger keeps beside them, how many corrections
// are open and in which years an auditor worked, is counted here from the records themselves.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "tanji/v1/verification.pb.h"
#include "tests/property/model/life.h"
#include "tests/property/model/schemes.h"

namespace tanji::property {

struct World;

struct Statement {
  v1::Statement record;
  Life life;
};

struct Verification {
  std::map<std::string, v1::Correction> corrections;  // by uuid
  std::map<std::string, Statement> statements;        // by uuid
};

// Of one auditor on one footprint, neither resolved nor withdrawn; names.
std::uint32_t OpenCorrections(const World& world, const std::string& footprint,
                              const std::string& auditor);
// Calendar years at +08:00 in which the auditor issued statements on footprints of the producer;
// names.
std::set<int> YearsOfWork(const World& world, const std::string& auditor,
                          const std::string& producer);

// Of the rules of a version, in ten-thousandths.
std::uint32_t MaterialityOf(const World& world, const SchemeVersion& version);

// Whether the statement counted as at `day_ms` as known on `known_ms`, with all that it rests on.
bool StatementStands(const World& world, const std::string& id, std::int64_t day_ms,
                     std::int64_t known_ms);

}  // namespace tanji::property
