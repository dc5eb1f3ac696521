#include "crypto/tree/state_tree.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "crypto/tree/format.h"
#include "crypto/tree/updater.h"

namespace tanji::crypto {
namespace {

using internal::AsInner;
using internal::AsLeaf;
using internal::HashOf;
using internal::Node;
using internal::PendingLeaf;

PendingLeaf Pend(const Change& change) {
  const Hash key_hash = Sha256(change.key);
  if (!change.value_hash) return {key_hash, internal::NodeRef()};
  return {key_hash, internal::MakeLeaf(change.key, key_hash, *change.value_hash)};
}

void SortByKeyHash(std::vector<PendingLeaf>& items) {
  std::sort(items.begin(), items.end(),
            [](const auto& a, const auto& b) { return a.key_hash < b.key_hash; });
  assert(std::adjacent_find(items.begin(), items.end(), [](const auto& a, const auto& b) {
           return a.key_hash == b.key_hash;
         }) == items.end());
}

// A descent towards a key hash: visits the subtrees passed on either side.
class Descent {
 public:
  Descent(const Node* root, const Hash& key_hash) : node_(root), key_hash_(key_hash) {
    while (node_ != nullptr && !node_->is_leaf && Step()) {
    }
  }

  // Where it ended: null, or a leaf.
  const Node* end() const { return node_; }
  // Of the subtrees passed, from the root down.
  std::vector<Hash>& siblings() { return siblings_; }
  // The lowest subtrees passed on the left and on the right; null: none.
  const Node* left() const { return beside_[0]; }
  const Node* right() const { return beside_[1]; }

 private:
  // Goes below one inner node; false if the key parts from its chain.
  bool Step() {
    const auto& inner = AsInner(*node_);
    for (unsigned level = 0; level < inner.chain; ++level) {
      if (NextBit() != inner.ChainBit(level)) {
        siblings_.push_back(internal::HashBelowChainLevel(inner, level + 1));
        beside_[inner.ChainBit(level)] = node_;
        node_ = nullptr;
        return false;
      }
      siblings_.push_back(Placeholder());
    }
    const bool bit = NextBit();
    const Node* sibling = inner.children[!bit];
    siblings_.push_back(HashOf(sibling));
    if (sibling != nullptr) beside_[!bit] = sibling;
    node_ = inner.children[bit];
    return true;
  }

  // Each level adds one sibling, so their number is the depth.
  bool NextBit() const { return key_hash_.Bit(siblings_.size()); }

  const Node* node_;
  const Hash& key_hash_;
  std::vector<Hash> siblings_;
  const Node* beside_[2] = {nullptr, nullptr};
};

// The first (`side` 0) or last (1) key of a subtree.
std::string EdgeKey(const Node* node, int side) {
  while (!node->is_leaf) {
    const auto& inner = AsInner(*node);
    node = inner.children[side] != nullptr ? inner.children[side] : inner.children[1 - side];
  }
  return std::string(AsLeaf(*node).key());
}

}  // namespace

StateTree StateTree::Update(std::span<const Change> changes, std::uint64_t* node_hashes) const {
  std::vector<PendingLeaf> items;
  items.reserve(changes.size());
  for (const auto& change : changes) items.push_back(Pend(change));
  SortByKeyHash(items);
  internal::Updater updater;
  auto root = updater.Apply(root_.get(), 0, items);
  if (node_hashes != nullptr) *node_hashes += updater.hashes() + changes.size();
  return StateTree(std::move(root), size_ + static_cast<std::uint64_t>(updater.size_change()));
}

TreePath StateTree::PathTo(const Hash& key_hash) const {
  Descent descent(root_.get(), key_hash);
  TreePath path;
  path.leaf_hash = HashOf(descent.end());
  if (descent.end() != nullptr) {
    path.key = AsLeaf(*descent.end()).key();
    const bool found = Sha256(path.key) == key_hash;
    path.end = found ? TreePath::End::kFound : TreePath::End::kOther;
  }
  path.siblings = std::move(descent.siblings());
  std::reverse(path.siblings.begin(), path.siblings.end());
  return path;
}

TreeNeighbours StateTree::NeighboursOf(const Hash& key_hash) const {
  const Descent descent(root_.get(), key_hash);
  const Node* left = descent.left();
  const Node* right = descent.right();
  if (descent.end() != nullptr) {
    // The leaf at the end is nearer than anything passed on the way.
    const Hash end_hash = Sha256(AsLeaf(*descent.end()).key());
    if (end_hash < key_hash) left = descent.end();
    if (end_hash > key_hash) right = descent.end();
  }
  TreeNeighbours neighbours;
  if (left != nullptr) neighbours.left = EdgeKey(left, 1);
  if (right != nullptr) neighbours.right = EdgeKey(right, 0);
  return neighbours;
}

void StateTreeBuilder::Add(std::string_view key, const Hash& value_hash) {
  leaves_.push_back(Pend({key, value_hash}));
}

StateTree StateTreeBuilder::Finish() {
  SortByKeyHash(leaves_);
  internal::Updater updater;
  auto root = updater.Apply(nullptr, 0, leaves_);
  leaves_.clear();
  return StateTree(std::move(root), static_cast<std::uint64_t>(updater.size_change()));
}

}  // namespace tanji::crypto
