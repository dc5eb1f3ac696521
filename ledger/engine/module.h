// What a module gives the engine: its operations, its invariants, its part of the genesis.
#pragma once

#include <span>
#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/engine/operation.h"
#include "ledger/state/overlay.h"
#include "tanji/v1/genesis.pb.h"

namespace tanji::ledger {

// What must hold over every write set. `changes` are a transaction's writes, `before` the state
// without them, `after` with them. OK, or the detail of what is violated under
// CODE_INVARIANT_VIOLATED.
struct InvariantRow {
  std::string_view name;
  Outcome (*check)(const ChangeSet& changes, const StateReader& before, const StateReader& after);
};

struct Module {
  std::string_view name;
  std::span<const OperationRow> operations;
  std::span<const InvariantRow> invariants;
  // Writes the module's part of the genesis; refuses what its operations would refuse.
  Outcome (*load_genesis)(const v1::Genesis&, const BlockContext&, StateWriter&);
};

// The modules in dependency order; the one list is ledger/modules/all.h.
using ModuleList = std::span<const Module* const>;

}  // namespace tanji::ledger
