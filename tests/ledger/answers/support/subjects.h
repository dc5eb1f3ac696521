// A world with one of each thing that can be asked about.
#pragma once

#include <string>

#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {

struct Subjects {
  Subjects();

  World world;
  std::string document;
  // To `auditor`, by `cnas`.
  std::string accreditation;
  // To `certifier`, by `body-cn`; valid from ten days after the genesis.
  std::string licence;
};

}  // namespace tanji::ledger::testing
