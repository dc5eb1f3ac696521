// Short histories from which the golden vectors are made: a module's story uses each of its
// operations once and writes each of its tables. Each is told in a world of its own, so that a
// story that is added or changed alters no other's bytes.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {

class Story {
 public:
  // Runs the operation, which must be accepted, and keeps it: the first of its kind makes the
  // vector.
  void Tell(std::string_view author, v1::Operation operation, const std::vector<int>& keys = {0});

  const std::map<std::string, v1::Operation>& operations() const { return operations_; }
  World& world() { return world_; }

 private:
  World world_;
  std::map<std::string, v1::Operation> operations_;
};

// Evidence and membership.
void TellFoundation(Story& story);
void TellProducts(Story& story);
void TellSchemes(Story& story);
void TellFactors(Story& story);
void TellFootprints(Story& story);
void TellVerification(Story& story);
void TellLabels(Story& story);

}  // namespace tanji::ledger::testing
