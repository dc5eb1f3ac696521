#include "tests/crypto/tree/proof_kit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <variant>

#include "crypto/tree/format.h"

namespace tanji::crypto::tree_test {

pb::CommitmentProof Parse(std::string_view proof) {
  pb::CommitmentProof parsed;
  EXPECT_TRUE(parsed.ParseFromArray(proof.data(), static_cast<int>(proof.size())));
  return parsed;
}

std::string Bytes(const pb::CommitmentProof& proof) {
  return proof.SerializeAsString();
}

std::string VerdictOf(std::string_view proof, const Hash& root) {
  const auto verdict = VerifyBatch(proof, root);
  const auto* fault = std::get_if<ProofFault>(&verdict);
  return std::string(fault == nullptr ? "Holds" : Name(*fault));
}

std::string VerdictOf(const pb::CommitmentProof& proof, const Hash& root) {
  return VerdictOf(Bytes(proof), root);
}

pb::LeafOp LeafOp() {
  return ProofSpecOfState().leaf_spec();
}

pb::InnerOp InnerOp(bool child_on_right, const Hash& sibling) {
  pb::InnerOp op;
  op.set_hash(pb::HASH_OP_SHA256);
  op.set_prefix(std::string(kInnerPrefix) + (child_on_right ? sibling.str() : ""));
  if (!child_on_right) op.set_suffix(sibling.str());
  return op;
}

Forged ForgeExistence(const std::string& key, const std::string& value,
                      const std::vector<Step>& steps) {
  pb::ExistenceProof proof;
  proof.set_key(key);
  proof.set_value(value);
  *proof.mutable_leaf() = LeafOp();
  Hash node = LeafHash(Sha256(key), Sha256(value));
  for (const auto& [child_on_right, sibling] : steps) {
    *proof.add_path() = InnerOp(child_on_right, sibling);
    node = child_on_right ? InnerHash(sibling, node) : InnerHash(node, sibling);
  }
  BatchMaker maker;
  maker.Present(proof);
  return {maker.proof(), node};
}

std::vector<Step> StepsFor(const std::string& key, std::size_t depth) {
  std::vector<Step> steps;
  for (std::size_t i = 0; i < depth; ++i) {
    steps.push_back({Sha256(key).Bit(depth - 1 - i), Sha256("sibling " + std::to_string(i))});
  }
  return steps;
}

void BatchMaker::Present(const pb::ExistenceProof& proof) {
  Compress(proof, proof_.mutable_compressed()->add_entries()->mutable_exist());
}

void BatchMaker::Absent(const std::string& key, const pb::ExistenceProof* left,
                        const pb::ExistenceProof* right) {
  auto* entry = proof_.mutable_compressed()->add_entries()->mutable_nonexist();
  entry->set_key(key);
  if (left != nullptr) Compress(*left, entry->mutable_left());
  if (right != nullptr) Compress(*right, entry->mutable_right());
}

void BatchMaker::Compress(const pb::ExistenceProof& from, pb::CompressedExistenceProof* to) {
  to->set_key(from.key());
  to->set_value(from.value());
  if (from.has_leaf()) *to->mutable_leaf() = from.leaf();
  auto* lookup = proof_.mutable_compressed()->mutable_lookup_inners();
  for (const auto& step : from.path()) {
    const auto same = [&step](const auto& op) {
      return op.SerializeAsString() == step.SerializeAsString();
    };
    const auto found = std::find_if(lookup->begin(), lookup->end(), same);
    to->add_path(static_cast<std::int32_t>(found - lookup->begin()));
    if (found == lookup->end()) *lookup->Add() = step;
  }
}

pb::ExistenceProof ExistenceOf(const StateTree& tree, const Pairs& pairs, const std::string& key) {
  return Parse(*ProveExistence(tree, key, SourceOf(pairs))).exist();
}

std::vector<std::string> KeysByHash(const Pairs& pairs) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : pairs) keys.push_back(key);
  std::sort(keys.begin(), keys.end(),
            [](const auto& a, const auto& b) { return Sha256(a) < Sha256(b); });
  return keys;
}

}  // namespace tanji::crypto::tree_test
