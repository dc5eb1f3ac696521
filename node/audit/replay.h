// Executes a whole log again, from the genesis file, and compares every byte: whether the receipts
// are what the rules say and the state is what the transactions made it. Every signature is
// verified again.
#pragma once

#include <absl/status/statusor.h>

#include <cstdint>
#include <optional>

#include "ledger/engine/authority.h"
#include "ledger/engine/executor.h"
#include "ledger/engine/module.h"
#include "ledger/storage/store.h"
#include "node/audit/block_walk.h"

namespace tanji::node {

struct ReplayRules {
  ledger::ModuleList modules;
  const ledger::Authority* authority = nullptr;
};

// What became of one transaction, with the detail that the log does not hold.
struct Explanation {
  std::uint64_t index = 0;
  std::uint64_t height = 0;
  ledger::TransactionResult result;
};

struct ReplayReport {
  std::uint64_t blocks = 0;
  std::uint64_t transactions = 0;
  // Of the transaction asked about; the replay then ends with its block.
  std::optional<Explanation> explanation;
};

// Replays `store` into `scratch`, which is empty. `explain` is the id of a logged transaction
// (NotFound if it is not). DataLoss names the first difference: "entry N: what".
absl::StatusOr<ReplayReport> Replay(const ledger::Store& store, ledger::Store& scratch,
                                    const ReplayRules& rules, const Progress& progress,
                                    std::optional<crypto::Hash> explain = std::nullopt);

}  // namespace tanji::node
