// Writing proofs of what the state holds, as ICS-23 CommitmentProofs (tanji/ics23/v1/proofs.proto)
// that any ICS-23 verifier accepts under ProofSpecOfState(). Pure but for the caller's value
// source; thread-safe.
//
// Errors, all of them about the node's own data and none about what was asked:
//   kInvalidArgument     no key, an empty key, or more than kMaxBatchEntries keys
//   kNotFound            ProveExistence of an absent key
//   kAlreadyExists       ProveAbsence of a present key
//   kFailedPrecondition  the tree is empty, so nothing is provable
//   kDataLoss            the value source gave a value other than the tree's
//   kResourceExhausted   a path of more than kMaxProofDepth steps, or a proof of more than
//                        kMaxBatchBytes
// and whatever the value source itself returns.
#pragma once

#include <absl/status/statusor.h>

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "crypto/tree/state_tree.h"
#include "tanji/ics23/v1/proofs.pb.h"

namespace tanji::crypto {

// The value under a key that is in the tree: one of those asked for, or a neighbour of an absent
// one. Never empty: ICS-23 cannot prove an empty value.
using ValueSource = std::function<absl::StatusOr<std::string>(std::string_view key)>;

// `ics23_spec()` of the jmt crate; constant.
tanji::ics23::v1::ProofSpec ProofSpecOfState();

// One compressed batch proof for `keys`, present or absent, in any order; a key that is repeated
// is proved once. This is what VerifyBatch accepts and what proof bundles carry.
absl::StatusOr<std::string> ProveBatch(const StateTree& tree, std::span<const std::string> keys,
                                       const ValueSource& values);

// The same question for one key, uncompressed, for other ICS-23 verifiers.
absl::StatusOr<std::string> ProveExistence(const StateTree& tree, std::string_view key,
                                           const ValueSource& values);
absl::StatusOr<std::string> ProveAbsence(const StateTree& tree, std::string_view key,
                                         const ValueSource& values);

}  // namespace tanji::crypto
