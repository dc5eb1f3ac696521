// Checking what a node says the state holds: a strict verifier of ICS-23 compressed batch proofs.
// Hostile input is expected. Pure and thread-safe; the work is bounded by kMaxBatchBytes of input,
// which is at most about a million hashes, and for a bundle of 256 KiB a quarter of that.
//
// It accepts less than stock ICS-23 verifiers do, so that a set of records has exactly one proof
// and nothing rides along in it:
//   - bytes: only the canonical protobuf encoding of the one shape that ProveBatch writes. The
//     reader knows that grammar itself; acceptance depends on no protobuf library.
//   - operations: leaf and inner operations equal the bytes of the specification, so their prefix
//     can carry nothing, and at most kMaxProofDepth steps make a path.
//   - entries: at least one, strictly ascending by SHA-256(key); keys and values never empty.
//   - lookup table: in order of first use, each operation used, none listed twice.
//   - direction: ICS-23 lets a path turn left or right as it likes, so that a leaf could be proved
//     at a place where no search for its key would look, and the order of neighbours would be
//     that of the paths and not that of the keys. Here step i below the root must turn as bit i of
//     SHA-256(key) says, so a path belongs to its key and cannot be transplanted.
//   - absence: as ICS-23 demands, both neighbours proved under the root and next to each other.
//     The empty tree has no neighbours; nothing is provable under its root.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "crypto/hash/hash.h"

namespace tanji::crypto {

// Why a proof is refused. When several apply, faults of form come before faults of content.
enum class ProofFault : std::uint8_t {
  kTooLarge,        // more than kMaxBatchBytes
  kMalformed,       // not the canonical encoding of a compressed batch proof
  kNoEntries,       // a batch that proves nothing
  kTooManyEntries,  // more than kMaxBatchEntries
  kEmptyKey,        // a key of no bytes
  kEmptyValue,      // a value of no bytes: ICS-23 cannot prove it
  kLeafOp,          // not the leaf operation of the specification
  kInnerOp,         // neither of the two shapes of the inner operation
  kTooDeep,         // a path of more than kMaxProofDepth steps
  kLookupRange,     // an index past the end of the lookup table
  kLookupOrder,     // the lookup table is not in the order of first use
  kLookupUnused,    // an operation that no path uses
  kLookupRepeated,  // an operation listed twice
  kEntryOrder,      // the entries do not strictly ascend by SHA-256(key)
  kDirection,       // a step turns against the bit of SHA-256(key)
  kRoot,            // the path leads to another root
  kNoNeighbour,     // absence without any neighbour
  kNotBetween,      // the absent key does not lie between its neighbours
  kNotAdjacent,     // something may lie between the neighbours
};

// The enumerator's name without its k, "NotBetween" and so on, for logs and tests.
std::string_view Name(ProofFault fault);

// What a proof says of the keys it was made for; nothing is said of any other key. The neighbours
// that prove an absence are not part of it.
struct ProvedRecords {
  // key -> value; nullopt: proved absent.
  std::map<std::string, std::optional<std::string>, std::less<>> records;

  bool operator==(const ProvedRecords&) const = default;
};

// `proof` is a serialised CommitmentProof with a compressed batch (tanji/ics23/v1/proofs.proto).
// `root` must come from a source that the caller trusts.
[[nodiscard]] std::variant<ProvedRecords, ProofFault> VerifyBatch(std::string_view proof,
                                                                  const Hash& root);

}  // namespace tanji::crypto
