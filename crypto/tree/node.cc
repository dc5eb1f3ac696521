#include "crypto/tree/node.h"

#include <cstring>
#include <new>

#include "crypto/tree/format.h"

namespace tanji::crypto::internal {

Leaf::Leaf(std::string_view raw_key) : Node(true) {
  detail = static_cast<std::uint16_t>(raw_key.size());
  std::memcpy(static_cast<void*>(this + 1), raw_key.data(), raw_key.size());
}

NodeRef MakeLeaf(std::string_view key, const Hash& key_hash, const Hash& value_hash) {
  assert(!key.empty() && key.size() <= kMaxKeySize);
  void* memory = ::operator new(sizeof(Leaf) + key.size());
  auto* leaf = new (memory) Leaf(key);
  leaf->hash = LeafHash(key_hash, value_hash);
  return NodeRef(leaf);
}

const Hash& HashOf(const Node* node) {
  return node == nullptr ? Placeholder() : node->hash;
}

void Release(Node* node) {
  if (node->references.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
  if (node->is_leaf) {
    auto* leaf = static_cast<Leaf*>(node);
    leaf->~Leaf();
    ::operator delete(leaf);
    return;
  }
  auto* inner = static_cast<Inner*>(node);
  for (Node* child : inner->children) {
    if (child != nullptr) Release(child);
  }
  delete inner;
}

}  // namespace tanji::crypto::internal
