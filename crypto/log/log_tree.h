// The log: an append-only Merkle tree over entries, RFC 6962 section 2.1 (the same tree as in
// RFC 9162 section 2.1) with SHA-256. This header holds the side that has the hashes: computing
// roots and proofs from stored hashes, and appending. The side that checks is in verify.h.
//
// The design follows Go's golang.org/x/mod/sumdb/tlog: short pure functions over one storage
// interface, which is asked once per proof. Everything here is thread-safe as pure functions are;
// a Frontier is a value.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "crypto/hash/hash.h"

namespace tanji::crypto {

// Sizes and indexes fit a signed 64-bit integer, as they do in Go's tools.
inline constexpr std::uint64_t kMaxTreeSize = (std::uint64_t{1} << 63) - 1;

// RFC 6962 section 2.1: SHA-256(0x00 || entry).
Hash LeafHash(std::string_view entry);
// RFC 6962 section 2.1: SHA-256(0x01 || left || right).
Hash NodeHash(const Hash& left, const Hash& right);
// RFC 6962 section 2.1: the root of the empty tree, SHA-256 of no bytes.
const Hash& EmptyRoot();

// Names the hash of one complete subtree: the `index`-th, counted from 0, of those that span
// 2^level entries. Level 0 are the leaf hashes. Such a hash never changes once its entries exist.
struct HashCoordinate {
  std::uint32_t level = 0;  // 0..62
  std::uint64_t index = 0;  // spans the entries [index * 2^level, (index + 1) * 2^level)
  auto operator<=>(const HashCoordinate&) const = default;
};

// True iff the subtree lies wholly within the first `size` entries.
bool IsComplete(const HashCoordinate& at, std::uint64_t size);

struct PlacedHash {
  HashCoordinate at;
  Hash hash;
  auto operator<=>(const PlacedHash&) const = default;
};

// Where hashes of complete subtrees are read from.
class HashReader {
 public:
  virtual ~HashReader() = default;
  // The hashes at `coordinates`, in that order. An error if any of them cannot be had.
  virtual absl::StatusOr<std::vector<Hash>> ReadHashes(
      std::span<const HashCoordinate> coordinates) const = 0;
};

// The functions below read once, at most 63 hashes for a root and 126 for a proof. They return
// InvalidArgument for a question that has no answer, and what the reader returns when it fails.

// RFC 6962 section 2.1: MTH(D[size]).
absl::StatusOr<Hash> TreeHash(std::uint64_t size, const HashReader& reader);

// RFC 6962 section 2.1.1: PATH(index, D[size]), from the leaf's sibling up; at most 63 hashes.
// Needs index < size.
absl::StatusOr<std::vector<Hash>> ProveInclusion(std::uint64_t index, std::uint64_t size,
                                                 const HashReader& reader);

// RFC 6962 section 2.1.2: PROOF(old_size, D[size]); at most 64 hashes, none if the sizes are
// equal. Needs 0 < old_size <= size: there is nothing to prove about the empty tree.
absl::StatusOr<std::vector<Hash>> ProveConsistency(std::uint64_t old_size, std::uint64_t size,
                                                   const HashReader& reader);

// The coordinates whose hashes make up MTH(D[size]), largest subtree first: one for each bit set
// in `size`.
std::vector<HashCoordinate> EdgeCoordinates(std::uint64_t size);

// The right edge of a tree: the hashes at EdgeCoordinates(size), which is all that appending needs.
// A small value; copy it to append ahead and throw the copy away.
class Frontier {
 public:
  Frontier() = default;
  // The frontier of the first `size` entries in `reader`.
  static absl::StatusOr<Frontier> Load(std::uint64_t size, const HashReader& reader);

  std::uint64_t size() const { return size_; }
  // MTH of the entries so far.
  Hash Root() const;

  // Appends a leaf hash. The hashes that this completes, the leaf's own first and then upwards,
  // are added to `completed`, which may be null.
  void Append(const Hash& leaf_hash, std::vector<PlacedHash>* completed);

  // u64 big-endian size || the hashes, largest subtree first.
  std::string Serialise() const;
  // nullopt unless `bytes` is what Serialise() writes for some size. The hashes are not checked:
  // compare Root() with a root that is trusted.
  static std::optional<Frontier> Parse(std::string_view bytes);

  bool operator==(const Frontier&) const = default;

 private:
  std::uint64_t size_ = 0;
  std::vector<Hash> edge_;  // one for each bit set in size_, largest subtree first
};

}  // namespace tanji::crypto
