// A node that executes as it should, but for one record that it writes otherwise.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/property/story.h"

namespace tanji::property {

// What came of it.
struct Tampered {
  // Applied with the altered record in the state: nothing on the node itself noticed.
  bool unnoticed = false;
  // An invariant refused the transaction, or the node stopped.
  bool noticed = false;
  // What was altered, for people.
  std::string what;
  // As the node left it, up to and with the block of the alteration.
  std::shared_ptr<ledger::MemoryStore> store;
};

// Runs `story` until operation `target` of those that are applied has been run, one of whose
// records is altered as `dice` says.
Tampered Tamper(const Story& story, std::uint64_t target, Dice& dice);

}  // namespace tanji::property
