#include "crypto/tree/updater.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "crypto/tree/format.h"

namespace tanji::crypto::internal {
namespace {

struct Halves {
  Updater::Items left, right;
};

// `items` share the first `depth` bits; the next one parts them.
Halves Part(Updater::Items items, unsigned depth) {
  // Two equal key hashes would never part: a key named twice.
  assert(depth < 8 * Hash::kSize);
  const auto middle = std::partition_point(
      items.begin(), items.end(), [depth](const auto& item) { return !item.key_hash.Bit(depth); });
  const auto size = static_cast<std::size_t>(middle - items.begin());
  return {items.first(size), items.subspan(size)};
}

Hash HashInChain(const Hash& below, bool on_right) {
  return on_right ? InnerHash(Placeholder(), below) : InnerHash(below, Placeholder());
}

NodeRef CopyChildren(const Inner& from, Inner* to) {
  for (int side = 0; side < 2; ++side) {
    to->children[side] = NodeRef::Share(from.children[side]).release();
  }
  return NodeRef(to);
}

}  // namespace

Hash HashBelowChainLevel(const Inner& inner, unsigned level) {
  Hash hash = InnerHash(HashOf(inner.children[0]), HashOf(inner.children[1]));
  for (unsigned i = inner.chain; i > level; --i) hash = HashInChain(hash, inner.ChainBit(i - 1));
  return hash;
}

NodeRef Updater::Apply(const Node* node, unsigned depth, Items items) {
  if (node == nullptr) return ApplyToNothing(depth, items);
  if (items.empty()) return NodeRef::Share(node);
  if (node->is_leaf) return ApplyToLeaf(AsLeaf(*node), Sha256(AsLeaf(*node).key()), depth, items);
  return ApplyToInner(AsInner(*node), 0, depth, items);
}

NodeRef Updater::ApplyToNothing(unsigned depth, Items items) {
  if (items.empty()) return NodeRef();
  if (items.size() == 1) {
    if (items[0].leaf) ++size_change_;
    return Take(items[0]);
  }
  const auto [left, right] = Part(items, depth);
  NodeRef new_left = ApplyToNothing(depth + 1, left);
  NodeRef new_right = ApplyToNothing(depth + 1, right);
  return Join(std::move(new_left), std::move(new_right));
}

NodeRef Updater::ApplyToLeaf(const Leaf& leaf, const Hash& key_hash, unsigned depth, Items items) {
  if (items.empty()) return NodeRef::Share(&leaf);
  if (items.size() == 1 && items[0].key_hash == key_hash) {
    if (!items[0].leaf) --size_change_;
    return Take(items[0]);
  }
  const auto [left, right] = Part(items, depth);
  const bool on_right = key_hash.Bit(depth);
  NodeRef new_left =
      on_right ? ApplyToNothing(depth + 1, left) : ApplyToLeaf(leaf, key_hash, depth + 1, left);
  NodeRef new_right =
      on_right ? ApplyToLeaf(leaf, key_hash, depth + 1, right) : ApplyToNothing(depth + 1, right);
  return Join(std::move(new_left), std::move(new_right));
}

NodeRef Updater::ApplyToInner(const Inner& inner, unsigned level, unsigned depth, Items items) {
  if (items.empty()) return WithoutChainTop(inner, level);
  if (level == inner.chain) return ApplyBelowChain(inner, depth, items);
  const auto [left, right] = Part(items, depth);
  const bool on_right = inner.ChainBit(level);
  NodeRef new_left =
      on_right ? ApplyToNothing(depth + 1, left) : ApplyToInner(inner, level + 1, depth + 1, left);
  NodeRef new_right = on_right ? ApplyToInner(inner, level + 1, depth + 1, right)
                               : ApplyToNothing(depth + 1, right);
  return Join(std::move(new_left), std::move(new_right));
}

NodeRef Updater::ApplyBelowChain(const Inner& inner, unsigned depth, Items items) {
  // The child that no change goes to is read last, for its hash: most often from far away.
  for (const Node* child : inner.children) __builtin_prefetch(child);
  const auto [left, right] = Part(items, depth);
  NodeRef new_left = Apply(inner.children[0], depth + 1, left);
  NodeRef new_right = Apply(inner.children[1], depth + 1, right);
  const bool same = new_left.get() == inner.children[0] && new_right.get() == inner.children[1];
  if (same && inner.chain == 0) return NodeRef::Share(&inner);
  return Join(std::move(new_left), std::move(new_right));
}

NodeRef Updater::Take(PendingLeaf& item) {
  return std::move(item.leaf);
}

NodeRef Updater::Join(NodeRef left, NodeRef right) {
  if (left && right) return Branch(std::move(left), std::move(right));
  const bool on_right = static_cast<bool>(right);
  NodeRef only = on_right ? std::move(right) : std::move(left);
  // A single leaf, or nothing, stands for its whole subtree.
  if (!only || only->is_leaf) return only;
  return Lengthen(std::move(only), on_right);
}

NodeRef Updater::Branch(NodeRef left, NodeRef right) {
  auto* inner = new Inner;
  inner->hash = HashInner(HashOf(left.get()), HashOf(right.get()));
  inner->children[0] = left.release();
  inner->children[1] = right.release();
  return NodeRef(inner);
}

NodeRef Updater::Lengthen(NodeRef child, bool on_right) {
  if (child->chain == kMaxChain) {
    return on_right ? Branch(NodeRef(), std::move(child)) : Branch(std::move(child), NodeRef());
  }
  if (!child.unique()) {
    const auto& old = AsInner(*child.get());
    auto* copy = new Inner;
    copy->chain = old.chain;
    copy->detail = old.detail;
    copy->hash = old.hash;
    child = CopyChildren(old, copy);
  }
  Node& node = *child.get();
  node.hash = on_right ? HashInner(Placeholder(), node.hash) : HashInner(node.hash, Placeholder());
  node.detail = static_cast<std::uint16_t>(node.detail | (on_right ? 1u << node.chain : 0u));
  ++node.chain;
  return child;
}

NodeRef Updater::WithoutChainTop(const Inner& inner, unsigned level) {
  if (level == 0) return NodeRef::Share(&inner);
  auto* copy = new Inner;
  copy->chain = static_cast<std::uint8_t>(inner.chain - level);
  copy->detail = static_cast<std::uint16_t>(inner.detail & ((1u << copy->chain) - 1u));
  copy->hash = HashBelowChainLevel(inner, level);
  hashes_ += 1u + copy->chain;
  return CopyChildren(inner, copy);
}

Hash Updater::HashInner(const Hash& left, const Hash& right) {
  ++hashes_;
  return InnerHash(left, right);
}

}  // namespace tanji::crypto::internal
