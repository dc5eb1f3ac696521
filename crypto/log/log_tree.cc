#include "crypto/log/log_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cassert>

namespace tanji::crypto {
namespace {

// The entries [begin, end). Every range below is one that RFC 6962 hashes as a tree of its own, so
// `begin` is a multiple of the largest power of two that is not larger than the range.
struct EntryRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

// RFC 6962 section 2.1: "let k be the largest power of two smaller than n", as a position.
std::uint64_t SplitPoint(const EntryRange& range) {
  const std::uint64_t n = range.end - range.begin;
  assert(n >= 2);
  return range.begin + std::bit_floor(n - 1);
}

// The complete subtrees that make up a range, largest first.
void AppendSubtrees(EntryRange range, std::vector<HashCoordinate>* out) {
  while (range.begin < range.end) {
    const std::uint64_t span = std::bit_floor(range.end - range.begin);
    const auto level = static_cast<std::uint32_t>(std::countr_zero(span));
    assert(range.begin % span == 0);
    out->push_back({level, range.begin >> level});
    range.begin += span;
  }
}

// MTH of a range from the hashes of its subtrees, largest first: each split of section 2.1 has a
// complete subtree on its left, so the tree is folded from the right.
Hash FoldSubtrees(std::span<const Hash> subtrees) {
  assert(!subtrees.empty());
  Hash hash = subtrees.back();
  for (std::size_t i = subtrees.size() - 1; i-- > 0;) hash = NodeHash(subtrees[i], hash);
  return hash;
}

// MTH of each range, with one read.
absl::StatusOr<std::vector<Hash>> HashRanges(std::span<const EntryRange> ranges,
                                             const HashReader& reader) {
  std::vector<HashCoordinate> coordinates;
  std::vector<std::size_t> ends;  // where the coordinates of each range end
  for (const auto& range : ranges) {
    AppendSubtrees(range, &coordinates);
    ends.push_back(coordinates.size());
  }
  std::vector<Hash> out;
  if (coordinates.empty()) return out;

  const auto hashes = reader.ReadHashes(coordinates);
  if (!hashes.ok()) return hashes.status();
  if (hashes->size() != coordinates.size()) {
    return absl::InternalError(fmt::format("log: asked for {} hashes, the reader returned {}",
                                           coordinates.size(), hashes->size()));
  }
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    out.push_back(FoldSubtrees(std::span(*hashes).subspan(begin, end - begin)));
    begin = end;
  }
  return out;
}

// RFC 6962 section 2.1.1: PATH(m, D[n]) as ranges. The recursion is walked from the root down and
// the proof is read from the leaf up.
std::vector<EntryRange> InclusionRanges(std::uint64_t index, std::uint64_t size) {
  assert(index < size);
  std::vector<EntryRange> path;
  EntryRange at{0, size};
  while (at.end - at.begin > 1) {
    const std::uint64_t split = SplitPoint(at);
    if (index < split) {
      path.push_back({split, at.end});
      at.end = split;
    } else {
      path.push_back({at.begin, split});
      at.begin = split;
    }
  }
  std::reverse(path.begin(), path.end());
  return path;
}

// RFC 6962 section 2.1.2: SUBPROOF(m, D[n], b) as ranges. `b` is true as long as the walk has only
// gone left: then the subtree is the old tree itself, whose root the verifier knows.
std::vector<EntryRange> ConsistencyRanges(std::uint64_t old_size, std::uint64_t size) {
  assert(0 < old_size && old_size <= size);
  std::vector<EntryRange> path;
  EntryRange at{0, size};
  while (old_size != at.end) {
    const std::uint64_t split = SplitPoint(at);
    if (old_size <= split) {
      path.push_back({split, at.end});
      at.end = split;
    } else {
      path.push_back({at.begin, split});
      at.begin = split;
    }
  }
  if (at.begin != 0) path.push_back(at);
  std::reverse(path.begin(), path.end());
  return path;
}

absl::Status CheckSize(std::uint64_t size) {
  if (size <= kMaxTreeSize) return absl::OkStatus();
  return absl::InvalidArgumentError(fmt::format("log: tree size {} is above 2^63 - 1", size));
}

}  // namespace

Hash LeafHash(std::string_view entry) {
  return Sha256({std::string_view("\0", 1), entry});
}

Hash NodeHash(const Hash& left, const Hash& right) {
  return Sha256({std::string_view("\1", 1), left.view(), right.view()});
}

const Hash& EmptyRoot() {
  static const Hash root = Sha256("");
  return root;
}

bool IsComplete(const HashCoordinate& at, std::uint64_t size) {
  return at.level < 63 && at.index < size >> at.level;
}

std::vector<HashCoordinate> EdgeCoordinates(std::uint64_t size) {
  std::vector<HashCoordinate> out;
  AppendSubtrees({0, size}, &out);
  return out;
}

absl::StatusOr<Hash> TreeHash(std::uint64_t size, const HashReader& reader) {
  if (const auto status = CheckSize(size); !status.ok()) return status;
  if (size == 0) return EmptyRoot();
  const EntryRange whole{0, size};
  auto hashes = HashRanges({&whole, 1}, reader);
  if (!hashes.ok()) return hashes.status();
  return hashes->front();
}

absl::StatusOr<std::vector<Hash>> ProveInclusion(std::uint64_t index, std::uint64_t size,
                                                 const HashReader& reader) {
  if (const auto status = CheckSize(size); !status.ok()) return status;
  if (index >= size) {
    return absl::InvalidArgumentError(
        fmt::format("log: no entry {} in a tree of size {}", index, size));
  }
  return HashRanges(InclusionRanges(index, size), reader);
}

absl::StatusOr<std::vector<Hash>> ProveConsistency(std::uint64_t old_size, std::uint64_t size,
                                                   const HashReader& reader) {
  if (const auto status = CheckSize(size); !status.ok()) return status;
  if (old_size == 0 || old_size > size) {
    return absl::InvalidArgumentError(
        fmt::format("log: no consistency proof from size {} to size {}", old_size, size));
  }
  return HashRanges(ConsistencyRanges(old_size, size), reader);
}

absl::StatusOr<Frontier> Frontier::Load(std::uint64_t size, const HashReader& reader) {
  if (const auto status = CheckSize(size); !status.ok()) return status;
  Frontier out;
  if (size == 0) return out;
  const auto coordinates = EdgeCoordinates(size);
  auto hashes = reader.ReadHashes(coordinates);
  if (!hashes.ok()) return hashes.status();
  if (hashes->size() != coordinates.size()) {
    return absl::InternalError(fmt::format("log: asked for {} hashes, the reader returned {}",
                                           coordinates.size(), hashes->size()));
  }
  out.size_ = size;
  out.edge_ = *std::move(hashes);
  return out;
}

Hash Frontier::Root() const {
  return edge_.empty() ? EmptyRoot() : FoldSubtrees(edge_);
}

void Frontier::Append(const Hash& leaf_hash, std::vector<PlacedHash>* completed) {
  assert(size_ < kMaxTreeSize);
  Hash hash = leaf_hash;
  std::uint32_t level = 0;
  if (completed != nullptr) completed->push_back({{level, size_}, hash});
  // Each trailing 1 bit of the index is a complete left sibling that waits for this subtree.
  for (std::uint64_t index = size_; index & 1; index >>= 1) {
    hash = NodeHash(edge_.back(), hash);
    edge_.pop_back();
    ++level;
    if (completed != nullptr) completed->push_back({{level, index >> 1}, hash});
  }
  edge_.push_back(hash);
  ++size_;
  assert(edge_.size() == static_cast<std::size_t>(std::popcount(size_)));
}

std::string Frontier::Serialise() const {
  std::string out;
  out.reserve(8 + edge_.size() * Hash::kSize);
  for (int shift = 56; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>(size_ >> shift & 0xff));
  }
  for (const auto& hash : edge_) out.append(hash.view());
  return out;
}

std::optional<Frontier> Frontier::Parse(std::string_view bytes) {
  if (bytes.size() < 8) return std::nullopt;
  Frontier out;
  for (const char c : bytes.substr(0, 8)) out.size_ = out.size_ << 8 | static_cast<std::uint8_t>(c);
  bytes.remove_prefix(8);
  if (out.size_ > kMaxTreeSize) return std::nullopt;
  const auto count = static_cast<std::size_t>(std::popcount(out.size_));
  if (bytes.size() != count * Hash::kSize) return std::nullopt;
  for (std::size_t i = 0; i < count; ++i) {
    out.edge_.push_back(*Hash::FromBytes(bytes.substr(i * Hash::kSize, Hash::kSize)));
  }
  return out;
}

}  // namespace tanji::crypto
