// The Jellyfish Merkle tree that commits to the state: one root for a set of key-value pairs, which
// depends on the set alone and not on how it came about (format.h). It holds keys and hashes, not
// values, and lives in memory; it is derived data, built again from the stored pairs at start.
//
// A StateTree is a value: an update gives a new version and leaves the old one as it was. Versions
// share what they have in common, copying one costs one counter. Any number of threads may read and
// drop versions while another updates the newest; one StateTree object itself is like an int, not
// to be assigned by one thread while another reads it.
//
// Memory: 56 bytes per inner node and 40 + key size per leaf, with as many inner nodes as keys.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/hash/hash.h"
#include "crypto/tree/node.h"

namespace tanji::crypto {

// What a block does to one key.
struct Change {
  std::string_view key;            // 1..65535 bytes
  std::optional<Hash> value_hash;  // SHA-256 of the new value; nullopt: the key is deleted
};

// Where a search for a key hash ends.
struct TreePath {
  enum class End : std::uint8_t {
    kFound,  // at the leaf of this key
    kOther,  // at the leaf of another key, the only one in its subtree
    kEmpty,  // at an empty subtree
  };
  End end = End::kEmpty;
  std::string key;             // of the leaf, unless kEmpty
  Hash leaf_hash;              // of the leaf, or the placeholder
  std::vector<Hash> siblings;  // from the end of the search to the root; 0..256
};

// The nearest keys in the order of SHA-256(key), the key itself left out.
struct TreeNeighbours {
  std::optional<std::string> left, right;
};

class StateTree {
 public:
  // The empty tree.
  StateTree() = default;

  // The tree after `changes`, which name no key twice, in any order. Deleting a key that is not
  // there changes nothing. `node_hashes`, when given, grows by the hashes computed for nodes.
  StateTree Update(std::span<const Change> changes, std::uint64_t* node_hashes = nullptr) const;

  const Hash& root() const { return internal::HashOf(root_.get()); }
  // Number of keys.
  std::uint64_t size() const { return size_; }

  TreePath PathTo(const Hash& key_hash) const;
  TreeNeighbours NeighboursOf(const Hash& key_hash) const;

 private:
  friend class StateTreeBuilder;
  StateTree(internal::NodeRef root, std::uint64_t size) : root_(std::move(root)), size_(size) {}

  internal::NodeRef root_;
  std::uint64_t size_ = 0;
};

namespace internal {

// A change on its way into the tree.
struct PendingLeaf {
  Hash key_hash;
  NodeRef leaf;  // null: delete
};

}  // namespace internal

// Builds a tree from all its pairs in linear time but for one sort, e.g. at start. Needs 40 bytes
// per key beside the tree.
class StateTreeBuilder {
 public:
  // In any order; each key once.
  void Add(std::string_view key, const Hash& value_hash);
  // May be called once.
  StateTree Finish();

 private:
  std::vector<internal::PendingLeaf> leaves_;
};

}  // namespace tanji::crypto
