// Which records a reckoning reads.
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "tanji/v1/footprints.pb.h"

namespace tanji::ledger {

struct References {
  // `datasets/{id}/factors/{code}`, each once, ascending by bytes.
  std::vector<std::string> factors;
  // `footprints/{uuid}`, of upstream products, likewise. Predecessors are not among them.
  std::vector<std::string> footprints;
};

// The factors that one line names, of whatever role.
std::set<std::string> FactorsOf(const v1::InventoryLine& line);

// The parts have passed CheckInventoryHeader and CheckInventoryLine. The GWP set is the header's
// and not listed.
References ReferencesOf(const v1::InventoryHeader& header,
                        std::span<const v1::InventoryLine> lines);

}  // namespace tanji::ledger
