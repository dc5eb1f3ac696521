// Applies a sorted batch of changes to a tree, each touched node once. Internal to crypto/tree.
#pragma once

#include <cstdint>
#include <span>

#include "crypto/tree/node.h"
#include "crypto/tree/state_tree.h"

namespace tanji::crypto::internal {

class Updater {
 public:
  // Sorted by key hash, none twice; the leaves are taken out of it.
  using Items = std::span<PendingLeaf>;

  // The subtree at `depth` that `node` (may be null) becomes. Recursion is at most 256 deep.
  NodeRef Apply(const Node* node, unsigned depth, Items items);

  // Keys gained, negative: lost.
  std::int64_t size_change() const { return size_change_; }
  // Hashes of inner nodes computed.
  std::uint64_t hashes() const { return hashes_; }

 private:
  NodeRef ApplyToNothing(unsigned depth, Items items);
  NodeRef ApplyToLeaf(const Leaf& leaf, const Hash& key_hash, unsigned depth, Items items);
  // To what is left of `inner` below the first `level` levels of its chain.
  NodeRef ApplyToInner(const Inner& inner, unsigned level, unsigned depth, Items items);
  NodeRef ApplyBelowChain(const Inner& inner, unsigned depth, Items items);

  NodeRef Take(PendingLeaf& item);
  // The subtree with these two halves.
  NodeRef Join(NodeRef left, NodeRef right);
  NodeRef Branch(NodeRef left, NodeRef right);
  NodeRef Lengthen(NodeRef child, bool on_right);
  NodeRef WithoutChainTop(const Inner& inner, unsigned level);
  Hash HashInner(const Hash& left, const Hash& right);

  std::int64_t size_change_ = 0;
  std::uint64_t hashes_ = 0;
};

// Hash of `inner` without the first `level` levels of its chain.
Hash HashBelowChainLevel(const Inner& inner, unsigned level);

}  // namespace tanji::crypto::internal
