// The hash format of the state tree: that of the `jmt` crate 0.12 with SHA-256, which is an ICS-23
// proof specification. Frozen: a changed byte here is another ledger.
//
//   root(S, depth) = kPlaceholder                                              if S is empty
//                  = LeafHash of the one element                               if |S| = 1
//                  = InnerHash(root(S with bit `depth` = 0, depth + 1),
//                              root(S with bit `depth` = 1, depth + 1))        else
//
// where the bits are those of SHA-256(key), the most significant first.
#pragma once

#include <cstddef>
#include <string_view>

#include "crypto/hash/hash.h"

namespace tanji::crypto {

inline constexpr std::string_view kLeafPrefix = "JMT::LeafNode";
// Spelt as in the crate.
inline constexpr std::string_view kInnerPrefix = "JMT::IntrnalNode";
static_assert(kLeafPrefix.size() == 13 && kInnerPrefix.size() == 16);

// Stands for an empty subtree, and is the root of the empty tree.
const Hash& Placeholder();

// SHA-256(kLeafPrefix || key_hash || value_hash), both SHA-256 of the bytes. Independent of the
// depth at which the leaf hangs.
Hash LeafHash(const Hash& key_hash, const Hash& value_hash);

// SHA-256(kInnerPrefix || left || right).
Hash InnerHash(const Hash& left, const Hash& right);

// `max_depth` of the crate's ICS-23 specification: a longer path exists in a tree whose keys were
// chosen to share 64 bits of their hash, but no proof of it is accepted.
inline constexpr std::size_t kMaxProofDepth = 64;
// Bounds of one compressed batch proof.
inline constexpr std::size_t kMaxBatchEntries = 8192;
inline constexpr std::size_t kMaxBatchBytes = 1 << 20;

}  // namespace tanji::crypto
