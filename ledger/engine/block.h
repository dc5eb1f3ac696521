// A block on its way through the ledger.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "crypto/log/log_tree.h"
#include "crypto/tree/state_tree.h"
#include "ledger/engine/envelope.h"
#include "ledger/engine/executor.h"
#include "ledger/engine/window.h"
#include "ledger/storage/store.h"
#include "tanji/v1/log.pb.h"
#include "tanji/v1/storage.pb.h"

namespace tanji::ledger {

// What ordering decides.
struct BlockInput {
  std::uint64_t height = 0;
  // Milliseconds since 1970; later than the block before.
  std::int64_t time_ms = 0;
  std::vector<std::shared_ptr<const Envelope>> transactions;
  std::vector<v1::Notice> notices;
};

// A block executed and not yet, or already, durable. Immutable; shared between threads.
struct ExecutedBlock {
  v1::BlockHeader header;
  // False: nothing was logged, and log and state are as they were before.
  bool logged = false;
  // One per transaction of the input.
  struct Result {
    TransactionResult result;
    // Log index of its entry; of the earlier entry for a replay; nullopt if dropped.
    std::optional<std::uint64_t> index;
  };
  std::vector<Result> results;

  BlockWrite write;
  v1::Tip tip;
  crypto::Frontier frontier;
  crypto::Hash log_root;
  crypto::StateTree tree;
  IdWindow window;
  // Every subtree hash that a proof for one of the block's entries needs: the edge of the log
  // before the block, and what the block completed; sorted by coordinate.
  std::vector<crypto::PlacedHash> known_hashes;
};

// RFC 6962 section 2.1.1 for the entry at `index`, one of the block's own, in the tree that ends
// with the block. Needs no storage.
std::vector<crypto::Hash> ProveInBlock(const ExecutedBlock& block, std::uint64_t index);

}  // namespace tanji::ledger
