#include "crypto/tree/ics23_verify.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "crypto/tree/batch_reader.h"
#include "crypto/tree/format.h"

namespace tanji::crypto {
namespace {

using internal::BatchView;
using internal::EntryView;
using internal::ExistenceView;
using internal::InnerView;
using Fault = std::optional<ProofFault>;
using Lookup = std::vector<InnerView>;
using Path = std::span<const std::uint32_t>;  // lookup indexes, leaf to root

Fault CheckNoneTwice(const Lookup& lookup) {
  std::vector<std::string_view> operations;
  operations.reserve(lookup.size());
  for (const auto& inner : lookup) operations.push_back(inner.bytes);
  std::sort(operations.begin(), operations.end());
  const auto twice = std::adjacent_find(operations.begin(), operations.end());
  return twice == operations.end() ? Fault() : ProofFault::kLookupRepeated;
}

// Walks all paths in the order of the proof. An index is one that was met before, or the next one.
Fault CheckUse(const BatchView& batch) {
  std::size_t used = 0;
  for (const auto& entry : batch.entries) {
    for (const auto* proof : {&entry.exists, &entry.left, &entry.right}) {
      if (!*proof) continue;
      for (const auto index : (*proof)->path) {
        if (index >= batch.lookup.size()) return ProofFault::kLookupRange;
        if (index > used) return ProofFault::kLookupOrder;
        if (index == used) ++used;
      }
    }
  }
  return used == batch.lookup.size() ? Fault() : ProofFault::kLookupUnused;
}

// ICS-23 verifyMembership, and that the path turns as the bits of the key's hash say.
Fault CheckExistence(const ExistenceView& proof, const Hash& key_hash, const Lookup& lookup,
                     const Hash& root) {
  Hash node = LeafHash(key_hash, Sha256(proof.value));
  for (std::size_t i = 0; i < proof.path.size(); ++i) {
    const auto& inner = lookup[proof.path[i]];
    const std::size_t depth = proof.path.size() - 1 - i;
    if (inner.child_on_right != key_hash.Bit(depth)) return ProofFault::kDirection;
    const Hash sibling = *Hash::FromBytes(inner.sibling);
    node = inner.child_on_right ? InnerHash(sibling, node) : InnerHash(node, sibling);
  }
  return node == root ? Fault() : ProofFault::kRoot;
}

bool SiblingIsEmpty(const InnerView& inner) {
  return inner.sibling == Placeholder().view();
}

// ICS-23 ensureLeftMost: nothing hangs to the left of the path. Placeholders are nothing.
bool IsLeftmost(Path path, const Lookup& lookup) {
  return std::all_of(path.begin(), path.end(), [&](std::uint32_t index) {
    return !lookup[index].child_on_right || SiblingIsEmpty(lookup[index]);
  });
}

// ICS-23 ensureRightMost.
bool IsRightmost(Path path, const Lookup& lookup) {
  return std::all_of(path.begin(), path.end(), [&](std::uint32_t index) {
    return lookup[index].child_on_right || SiblingIsEmpty(lookup[index]);
  });
}

// ICS-23 ensureLeftNeighbor: below the step at which the paths part, which must be left for the
// one and right for the other, the left path is rightmost and the right path leftmost. Equal
// operations have equal indexes, because none is listed twice.
bool AreNeighbours(Path left, Path right, const Lookup& lookup) {
  while (!left.empty() && !right.empty() && left.back() == right.back()) {
    left = left.first(left.size() - 1);
    right = right.first(right.size() - 1);
  }
  if (left.empty() || right.empty()) return false;
  return !lookup[left.back()].child_on_right && lookup[right.back()].child_on_right &&
         IsRightmost(left.first(left.size() - 1), lookup) &&
         IsLeftmost(right.first(right.size() - 1), lookup);
}

// ICS-23 verifyNonMembership.
Fault CheckAbsence(const EntryView& entry, const Hash& key_hash, const Lookup& lookup,
                   const Hash& root) {
  if (entry.left) {
    const Hash left_hash = Sha256(entry.left->key);
    if (auto fault = CheckExistence(*entry.left, left_hash, lookup, root)) return fault;
    if (left_hash >= key_hash) return ProofFault::kNotBetween;
  }
  if (entry.right) {
    const Hash right_hash = Sha256(entry.right->key);
    if (auto fault = CheckExistence(*entry.right, right_hash, lookup, root)) return fault;
    if (right_hash <= key_hash) return ProofFault::kNotBetween;
  }
  const bool adjacent = !entry.left    ? IsLeftmost(entry.right->path, lookup)
                        : !entry.right ? IsRightmost(entry.left->path, lookup)
                                       : AreNeighbours(entry.left->path, entry.right->path, lookup);
  return adjacent ? Fault() : ProofFault::kNotAdjacent;
}

Fault CheckBatch(const BatchView& batch, const Hash& root, ProvedRecords* proved) {
  if (auto fault = CheckUse(batch)) return fault;
  if (auto fault = CheckNoneTwice(batch.lookup)) return fault;
  std::optional<Hash> previous;
  for (const auto& entry : batch.entries) {
    const Hash key_hash = Sha256(entry.key);
    if (previous && *previous >= key_hash) return ProofFault::kEntryOrder;
    previous = key_hash;
    const auto fault = entry.exists ? CheckExistence(*entry.exists, key_hash, batch.lookup, root)
                                    : CheckAbsence(entry, key_hash, batch.lookup, root);
    if (fault) return fault;
    auto& value = proved->records[std::string(entry.key)];
    if (entry.exists) value = std::string(entry.exists->value);
  }
  return std::nullopt;
}

}  // namespace

std::string_view Name(ProofFault fault) {
  switch (fault) {
    case ProofFault::kTooLarge:
      return "TooLarge";
    case ProofFault::kMalformed:
      return "Malformed";
    case ProofFault::kNoEntries:
      return "NoEntries";
    case ProofFault::kTooManyEntries:
      return "TooManyEntries";
    case ProofFault::kEmptyKey:
      return "EmptyKey";
    case ProofFault::kEmptyValue:
      return "EmptyValue";
    case ProofFault::kLeafOp:
      return "LeafOp";
    case ProofFault::kInnerOp:
      return "InnerOp";
    case ProofFault::kTooDeep:
      return "TooDeep";
    case ProofFault::kLookupRange:
      return "LookupRange";
    case ProofFault::kLookupOrder:
      return "LookupOrder";
    case ProofFault::kLookupUnused:
      return "LookupUnused";
    case ProofFault::kLookupRepeated:
      return "LookupRepeated";
    case ProofFault::kEntryOrder:
      return "EntryOrder";
    case ProofFault::kDirection:
      return "Direction";
    case ProofFault::kRoot:
      return "Root";
    case ProofFault::kNoNeighbour:
      return "NoNeighbour";
    case ProofFault::kNotBetween:
      return "NotBetween";
    case ProofFault::kNotAdjacent:
      return "NotAdjacent";
  }
  return "Unknown";
}

std::variant<ProvedRecords, ProofFault> VerifyBatch(std::string_view proof, const Hash& root) {
  const auto read = internal::ReadBatch(proof);
  if (const auto* fault = std::get_if<ProofFault>(&read)) return *fault;
  ProvedRecords proved;
  if (const auto fault = CheckBatch(std::get<BatchView>(read), root, &proved)) return *fault;
  return proved;
}

}  // namespace tanji::crypto
