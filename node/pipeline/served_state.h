// What the node answers from: a durable block, with a checkpoint that has a quorum.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "crypto/tree/state_tree.h"
#include "ledger/engine/block.h"
#include "ledger/storage/store.h"

namespace tanji::node {

// Immutable; shared by every thread that answers.
struct ServedState {
  // The store as it was after the block.
  std::shared_ptr<const ledger::StoreView> view;
  crypto::StateTree tree;
  v1::Tip tip;
  // The newest block entry: its bytes, and its place as the last entry of the log.
  std::string block_entry;
  v1::BlockHeader header;
  std::uint64_t log_size = 0;
  crypto::Hash log_root;
  // C2SP signed note over (log_size, log_root): this node's log signature and exactly a quorum of
  // cosignatures.
  std::string checkpoint;
};

// The states a node serves. Thread-safe.
class ServedStates {
 public:
  // How many older states stay provable, besides the newest; at most one a second is kept.
  static constexpr std::size_t kMaxOlder = 64;
  static constexpr std::int64_t kMinSpacingMs = 1'000;

  // Null before the first publication.
  std::shared_ptr<const ServedState> Newest() const;
  // The newest with log_size <= `size`; null if it is no longer, or not yet, served.
  std::shared_ptr<const ServedState> AtMost(std::uint64_t size) const;

  // Makes `state` the newest and wakes the listeners. A state of the same size replaces the newest:
  // same log, fresher cosignatures. `now_ms` spaces the older ones.
  void Publish(std::shared_ptr<const ServedState> state, std::int64_t now_ms);

  // `listener` is called after each publication, on the publishing thread, and must not block.
  // Returns a token for Unsubscribe, after which it is not called any more.
  std::uint64_t Subscribe(std::function<void()> listener);
  void Unsubscribe(std::uint64_t token);

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const ServedState> newest_;
  std::vector<std::pair<std::int64_t, std::shared_ptr<const ServedState>>> older_;  // oldest first
  std::int64_t newest_ms_ = 0;

  std::mutex listeners_mutex_;
  std::uint64_t next_token_ = 1;
  std::vector<std::pair<std::uint64_t, std::function<void()>>> listeners_;
};

}  // namespace tanji::node
