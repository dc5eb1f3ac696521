#include "crypto/tree/ics23.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "crypto/tree/format.h"

namespace tanji::crypto {
namespace {

namespace pb = tanji::ics23::v1;

void FillLeafOp(pb::LeafOp* op) {
  op->set_hash(pb::HASH_OP_SHA256);
  op->set_prehash_key(pb::HASH_OP_SHA256);
  op->set_prehash_value(pb::HASH_OP_SHA256);
  op->set_length(pb::LENGTH_OP_UNSPECIFIED);
  op->set_prefix(std::string(kLeafPrefix));
}

// A step of a path: hash(prefix || child || suffix) with the sibling on the child's other side.
pb::InnerOp MakeInnerOp(bool child_on_right, const Hash& sibling) {
  pb::InnerOp op;
  op.set_hash(pb::HASH_OP_SHA256);
  op.set_prefix(std::string(kInnerPrefix));
  if (child_on_right) {
    op.mutable_prefix()->append(sibling.view());
  } else {
    op.set_suffix(sibling.str());
  }
  return op;
}

// Writes each step in full.
struct PlainSteps {
  void Write(bool child_on_right, const Hash& sibling, pb::ExistenceProof* proof) {
    *proof->add_path() = MakeInnerOp(child_on_right, sibling);
  }
};

// Writes each step once, in order of first use, and its number elsewhere.
struct CompressedSteps {
  pb::CompressedBatchProof* batch;
  std::map<std::pair<bool, Hash>, std::int32_t> numbers;

  void Write(bool child_on_right, const Hash& sibling, pb::CompressedExistenceProof* proof) {
    const auto next = static_cast<std::int32_t>(numbers.size());
    const auto [number, is_new] = numbers.try_emplace({child_on_right, sibling}, next);
    if (is_new) *batch->add_lookup_inners() = MakeInnerOp(child_on_right, sibling);
    proof->add_path(number->second);
  }
};

// Writes the existence proof of the key at whose leaf `path` ends.
template <class Steps, class ExistenceProof>
absl::Status WriteExistence(const TreePath& path, const ValueSource& values, Steps& steps,
                            ExistenceProof* proof) {
  if (path.siblings.size() > kMaxProofDepth) {
    return absl::ResourceExhaustedError("the path to a key is too long to be proved");
  }
  auto value = values(path.key);
  if (!value.ok()) return value.status();
  const Hash key_hash = Sha256(path.key);
  if (value->empty() || LeafHash(key_hash, Sha256(*value)) != path.leaf_hash) {
    return absl::DataLossError("a stored value is not the one that the state tree commits to");
  }
  proof->set_key(path.key);
  proof->set_value(*std::move(value));
  FillLeafOp(proof->mutable_leaf());
  const std::size_t depth = path.siblings.size();
  for (std::size_t i = 0; i < depth; ++i) {
    steps.Write(key_hash.Bit(depth - 1 - i), path.siblings[i], proof);
  }
  return absl::OkStatus();
}

template <class Steps, class NonExistenceProof>
absl::Status WriteAbsence(const StateTree& tree, std::string_view key, const Hash& key_hash,
                          const ValueSource& values, Steps& steps, NonExistenceProof* proof) {
  if (tree.size() == 0) return absl::FailedPreconditionError("the state tree is empty");
  proof->set_key(std::string(key));
  const auto neighbours = tree.NeighboursOf(key_hash);
  if (neighbours.left) {
    const auto path = tree.PathTo(Sha256(*neighbours.left));
    const auto status = WriteExistence(path, values, steps, proof->mutable_left());
    if (!status.ok()) return status;
  }
  if (neighbours.right) {
    const auto path = tree.PathTo(Sha256(*neighbours.right));
    return WriteExistence(path, values, steps, proof->mutable_right());
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> Serialised(const pb::CommitmentProof& proof) {
  if (proof.ByteSizeLong() > kMaxBatchBytes) {
    return absl::ResourceExhaustedError("the proof is too large");
  }
  // Without maps and unknown fields protobuf writes one form only; VerifyBatch holds it to that.
  return proof.SerializeAsString();
}

bool IsProvable(std::string_view key) {
  return !key.empty() && key.size() <= internal::kMaxKeySize;
}

}  // namespace

pb::ProofSpec ProofSpecOfState() {
  pb::ProofSpec spec;
  FillLeafOp(spec.mutable_leaf_spec());
  auto* inner = spec.mutable_inner_spec();
  inner->add_child_order(0);
  inner->add_child_order(1);
  inner->set_child_size(Hash::kSize);
  inner->set_min_prefix_length(kInnerPrefix.size());
  inner->set_max_prefix_length(kInnerPrefix.size());
  inner->set_empty_child(Placeholder().str());
  inner->set_hash(pb::HASH_OP_SHA256);
  spec.set_max_depth(kMaxProofDepth);
  spec.set_prehash_key_before_comparison(true);
  return spec;
}

absl::StatusOr<std::string> ProveBatch(const StateTree& tree, std::span<const std::string> keys,
                                       const ValueSource& values) {
  std::map<Hash, std::string_view> by_hash;
  for (const auto& key : keys) {
    if (!IsProvable(key)) return absl::InvalidArgumentError("a key is empty or too long");
    by_hash.try_emplace(Sha256(key), key);
  }
  if (by_hash.empty() || by_hash.size() > kMaxBatchEntries) {
    return absl::InvalidArgumentError("a proof is of 1 to 8192 keys");
  }
  pb::CommitmentProof proof;
  auto* batch = proof.mutable_compressed();
  CompressedSteps steps{batch, {}};
  for (const auto& [key_hash, key] : by_hash) {
    const auto path = tree.PathTo(key_hash);
    auto* entry = batch->add_entries();
    const auto status =
        path.end == TreePath::End::kFound
            ? WriteExistence(path, values, steps, entry->mutable_exist())
            : WriteAbsence(tree, key, key_hash, values, steps, entry->mutable_nonexist());
    if (!status.ok()) return status;
  }
  return Serialised(proof);
}

absl::StatusOr<std::string> ProveExistence(const StateTree& tree, std::string_view key,
                                           const ValueSource& values) {
  const auto path = tree.PathTo(Sha256(key));
  if (path.end != TreePath::End::kFound) return absl::NotFoundError("the key is absent");
  pb::CommitmentProof proof;
  PlainSteps steps;
  const auto status = WriteExistence(path, values, steps, proof.mutable_exist());
  if (!status.ok()) return status;
  return Serialised(proof);
}

absl::StatusOr<std::string> ProveAbsence(const StateTree& tree, std::string_view key,
                                         const ValueSource& values) {
  if (!IsProvable(key)) return absl::InvalidArgumentError("the key is empty or too long");
  const Hash key_hash = Sha256(key);
  if (tree.PathTo(key_hash).end == TreePath::End::kFound) {
    return absl::AlreadyExistsError("the key is present");
  }
  pb::CommitmentProof proof;
  PlainSteps steps;
  const auto status = WriteAbsence(tree, key, key_hash, values, steps, proof.mutable_nonexist());
  if (!status.ok()) return status;
  return Serialised(proof);
}

}  // namespace tanji::crypto
