// Checking Merkle proofs without the log: RFC 9162 sections 2.1.3.2 and 2.1.4.2, line by line.
// Hostile input is expected; every function is pure, thread-safe, and its work is bounded by 64
// hashes whatever it is given.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "crypto/hash/hash.h"

namespace tanji::crypto {

// Why a proof does not hold. Only kHolds means that it does.
enum class ProofCheck {
  kHolds = 0,
  kSizeOutOfRange,   // a tree size of 0 or above 2^63 - 1
  kIndexOutOfRange,  // the index is not below the tree size
  kSizesNotOrdered,  // the old tree is larger than the new one
  kTooShort,         // more hashes are needed to reach the root
  kTooLong,          // hashes are left over at the root
  kWrongRoot,        // the proof leads to another root
  kWrongOldRoot,     // the proof leads to another root of the old tree
};

// The enumerator's name, "Holds" and so on, for logs and tests.
std::string_view ToString(ProofCheck check);

// RFC 9162 section 2.1.3.2: that the entry with `leaf_hash` is number `index` of the `size` entries
// under `root`. `proof` runs from the leaf's sibling up.
[[nodiscard]] ProofCheck VerifyInclusion(const Hash& leaf_hash, std::uint64_t index,
                                         std::uint64_t size, std::span<const Hash> proof,
                                         const Hash& root);

// RFC 9162 section 2.1.4.2: that the `old_size` entries under `old_root` are the first of the
// `size` entries under `root`. Equal sizes need equal roots and an empty proof. An old size of 0
// is refused: any log extends the empty one, so such a proof says nothing.
[[nodiscard]] ProofCheck VerifyConsistency(std::uint64_t old_size, const Hash& old_root,
                                           std::uint64_t size, const Hash& root,
                                           std::span<const Hash> proof);

}  // namespace tanji::crypto
