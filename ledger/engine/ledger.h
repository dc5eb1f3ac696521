// The deterministic state machine behind one small interface, which solo ordering and consensus
// drive alike: Process -> Finalize -> Commit. Same blocks in, same bytes out.
//
// Threads: one thread at a time calls Process, Finalize and Retire; Commit may run on
// another thread while the next block is being executed, which is how execution of N+1 and the
// write of N overlap. A block that was executed ahead is thrown away with its predecessor by
// opening the ledger again.
#pragma once

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/engine/block.h"
#include "ledger/engine/executor.h"
#include "ledger/engine/registry.h"
#include "ledger/storage/store.h"

namespace tanji::ledger {

class BlockBuilder;

// Bounds of a block, which Process holds every proposer to.
inline constexpr std::size_t kMaxBlockBytes = 4 << 20;
inline constexpr std::size_t kMaxBlockTransactions = 10'000;

class Ledger {
 public:
  // Opens what `store` holds and checks that tip, log root and state root agree; refuses with
  // DataLoss and what to do where they do not. Everything passed must outlive the ledger.
  static absl::StatusOr<std::unique_ptr<Ledger>> Open(Store& store, ModuleList modules,
                                                      const Authority& authority);

  const std::string& chain_id() const { return chain_id_; }
  const Registry& registry() const { return registry_; }
  const Executor& executor() const { return executor_; }
  // The newest executed block.
  const v1::Tip& tip() const { return tip_; }
  const crypto::StateTree& tree() const { return tree_; }

  // The context in which a block of `height` at `time_ms` would execute.
  BlockContext ContextOf(std::uint64_t height, std::int64_t time_ms) const;

  // Refuses only what a correct proposer cannot produce: bounds, height and time.
  absl::Status Process(const BlockInput& input) const;

  // Executes the block on top of the newest executed one.
  absl::StatusOr<std::shared_ptr<const ExecutedBlock>> Finalize(const BlockInput& input,
                                                                const SignatureMemory& memory);

  // Makes the block durable; blocks are committed in the order in which they were executed. A
  // failure means unknown, not absent: the node stops.
  absl::Status Commit(const ExecutedBlock& block);

  // Tells that the block of `height` and all before it are durable, so that reads find them in the
  // store.
  void Retire(std::uint64_t height);

  // Log index of a transaction id that counts as spent, over all executed blocks.
  absl::StatusOr<std::optional<std::uint64_t>> FindSpentId(const crypto::Hash& id) const;

 private:
  // Reads through the executed blocks that are not yet retired, newest first, to the store.
  class Newest final : public StateReader {
   public:
    explicit Newest(const Ledger& ledger) : ledger_(&ledger) {}
    std::optional<std::string> Get(std::string_view key) const override;

   private:
    const Ledger* ledger_;
  };

  Ledger(Store& store, ModuleList modules, const Authority& authority);
  absl::Status Load();
  absl::Status LoadTree();
  absl::StatusOr<std::shared_ptr<const ExecutedBlock>> Execute(const BlockInput& input,
                                                               const SignatureMemory& memory);
  ExecutedBlock::Result ExecuteOne(const Envelope& envelope, const BlockContext& context,
                                   Overlay& state, BlockBuilder& builder,
                                   const SignatureMemory& memory) const;

  Store& store_;
  Registry registry_;
  Executor executor_;
  Newest newest_;
  std::string chain_id_;
  v1::Tip tip_;
  crypto::Frontier frontier_;
  crypto::StateTree tree_;
  IdWindow window_;
  std::deque<std::shared_ptr<const ExecutedBlock>> pending_;
};

}  // namespace tanji::ledger
