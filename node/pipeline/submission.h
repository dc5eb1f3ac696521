// A transaction on its way through the node.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "ledger/engine/block.h"
#include "node/pipeline/served_state.h"

namespace tanji::node {

enum class WaitFor { kCommitted, kQuorum };

// What became of a submission.
struct Submitted {
  crypto::Hash id;
  // Dropped: by admission or by execution; nothing was logged.
  ledger::TransactionResult result;
  // Log index of the entry, if there is one; also of the earlier entry where the id was spent
  // already: then `result` is what that entry says.
  std::optional<std::uint64_t> index;
  // The LogEntry, if logged.
  std::string entry;
  // The block that logged it, if that was just now: proofs of its entries need no storage.
  std::shared_ptr<const ledger::ExecutedBlock> block;
  // A state whose log holds the entry, if logged. With kQuorum its checkpoint has a quorum.
  std::shared_ptr<const ServedState> served;
  // Set: the node stopped before it could say what became of it; ask again with the same bytes.
  bool unknown = false;
};

// Fills `out` with what the log of `out.served` says of the entry at `index`.
void FillFromLog(std::uint64_t index, Submitted& out);

struct Submission {
  std::string bytes;
  WaitFor wait = WaitFor::kQuorum;
  // Called once, from a thread of the pipeline; must not block.
  std::function<void(Submitted)> done;
  // Set once admission has parsed it.
  std::shared_ptr<const ledger::Envelope> envelope;
};

}  // namespace tanji::node
