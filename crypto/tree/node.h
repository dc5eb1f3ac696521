// The nodes of the state tree: immutable once shared, counted references, no virtual functions.
// Internal to crypto/tree.
//
//   leaf   40 bytes and the raw key
//   inner  56 bytes: two children, and a *chain* of up to 16 levels above them at which the other
//          side is empty
//
// Chains are stored as bits instead of nodes because a binary tree over random hashes has 1.44
// inner nodes per key, of which only one has two children. The key's hash is not stored: it is
// computed from the key when needed, which is once per descent.
#pragma once

#include <atomic>
#include <cassert>
#include <cstdint>
#include <string_view>
#include <utility>

#include "crypto/hash/hash.h"

namespace tanji::crypto::internal {

inline constexpr unsigned kMaxChain = 16;
inline constexpr std::size_t kMaxKeySize = 0xffff;

// Common head of both kinds. References may be taken and dropped by any thread.
struct Node {
  std::atomic<std::uint32_t> references{1};
  const bool is_leaf;
  std::uint8_t chain = 0;    // inner: levels of the chain, 0..kMaxChain
  std::uint16_t detail = 0;  // leaf: size of the key. inner: bits of the chain, deepest lowest
  Hash hash;                 // of the whole subtree, the chain included

 protected:
  explicit Node(bool leaf) : is_leaf(leaf) {}
};

// The key lies directly behind the object.
struct Leaf : Node {
  explicit Leaf(std::string_view raw_key);
  std::string_view key() const { return {reinterpret_cast<const char*>(this + 1), detail}; }
};

struct Inner : Node {
  Inner() : Node(false) {}
  // Either may be null, but not both: a chain of more than kMaxChain levels continues in a node
  // with one child.
  Node* children[2] = {nullptr, nullptr};

  // Bit of the chain at level `level` from its top; true: the subtree hangs on the right.
  bool ChainBit(unsigned level) const {
    assert(level < chain);
    return (detail >> (chain - 1u - level)) & 1u;
  }
};
static_assert(sizeof(Leaf) == 40 && sizeof(Inner) == 56);

inline const Leaf& AsLeaf(const Node& node) {
  assert(node.is_leaf);
  return static_cast<const Leaf&>(node);
}
inline const Inner& AsInner(const Node& node) {
  assert(!node.is_leaf);
  return static_cast<const Inner&>(node);
}

// Hash of a subtree that may be empty.
const Hash& HashOf(const Node* node);

// Drops a reference and whatever it was the last one to. Recursion is as deep as the tree, at most
// 256 levels.
void Release(Node* node);

// An owned reference to a node, or null.
class NodeRef {
 public:
  NodeRef() = default;
  // Takes over one reference.
  explicit NodeRef(Node* node) : node_(node) {}
  NodeRef(const NodeRef& other) : node_(other.node_) { AddReference(); }
  NodeRef(NodeRef&& other) noexcept : node_(std::exchange(other.node_, nullptr)) {}
  NodeRef& operator=(NodeRef other) noexcept {
    std::swap(node_, other.node_);
    return *this;
  }
  ~NodeRef() {
    if (node_ != nullptr) Release(node_);
  }

  static NodeRef Share(const Node* node) {
    NodeRef ref(const_cast<Node*>(node));
    ref.AddReference();
    return ref;
  }

  Node* get() const { return node_; }
  Node* release() { return std::exchange(node_, nullptr); }
  explicit operator bool() const { return node_ != nullptr; }
  const Node* operator->() const { return node_; }
  // Nobody else sees the node, so it may still be changed.
  bool unique() const { return node_->references.load(std::memory_order_acquire) == 1; }

 private:
  void AddReference() {
    if (node_ != nullptr) node_->references.fetch_add(1, std::memory_order_relaxed);
  }

  Node* node_ = nullptr;
};

// A leaf with its hash.
NodeRef MakeLeaf(std::string_view key, const Hash& key_hash, const Hash& value_hash);

}  // namespace tanji::crypto::internal
