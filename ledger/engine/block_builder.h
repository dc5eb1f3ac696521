// Turns executed transactions into entries, and closes the block: the writes at its end, the state
// root, the block entry.
#pragma once

#include <map>

#include "ledger/engine/block.h"

namespace tanji::ledger {

class BlockBuilder {
 public:
  // Goes on from the block before, of which these are copies.
  BlockBuilder(crypto::Frontier frontier, crypto::StateTree tree, IdWindow window);

  // The log index of `id` if this block has logged it.
  std::optional<std::uint64_t> FindId(const crypto::Hash& id) const;
  // Logs a transaction that failed or was applied; returns its log index.
  std::uint64_t Log(const Envelope& envelope, const TransactionResult& result);

  // Logs entry 0.
  void LogGenesis(const v1::LogEntry& entry);

  // Closes the block over `state`, which holds the transactions' writes. `block` has its header's
  // height and time and the results set.
  void Finish(Overlay& state, const std::vector<v1::Notice>& notices, ExecutedBlock& block) &&;

 private:
  void AppendEntry(const v1::LogEntry& entry);
  void UpdateTree(const ChangeSet& changes);
  void CloseWithBlockEntry(const std::vector<v1::Notice>& notices, ExecutedBlock& block);

  crypto::Frontier frontier_;
  crypto::StateTree tree_;
  IdWindow window_;
  BlockWrite write_;
  std::vector<crypto::PlacedHash> edge_before_;
  std::vector<crypto::PlacedHash> placed_;
  std::map<crypto::Hash, std::uint64_t> index_of_;
  bool always_closes_ = false;
};

}  // namespace tanji::ledger
