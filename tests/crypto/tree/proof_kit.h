// Taking compressed batch proofs apart and putting forged ones together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crypto/hash/hash.h"
#include "crypto/tree/ics23_verify.h"
#include "tanji/ics23/v1/proofs.pb.h"
#include "tests/crypto/tree/support.h"

namespace tanji::crypto::tree_test {

namespace pb = tanji::ics23::v1;

pb::CommitmentProof Parse(std::string_view proof);
// The canonical bytes.
std::string Bytes(const pb::CommitmentProof& proof);

// "Holds", or the fault's name.
std::string VerdictOf(std::string_view proof, const Hash& root);
std::string VerdictOf(const pb::CommitmentProof& proof, const Hash& root);

pb::LeafOp LeafOp();
pb::InnerOp InnerOp(bool child_on_right, const Hash& sibling);

// A step up from a forged leaf.
struct Step {
  bool child_on_right;
  Hash sibling;
};

// A proof of one key with these steps from the leaf to the root, and the root they lead to.
struct Forged {
  pb::CommitmentProof proof;
  Hash root;
};
Forged ForgeExistence(const std::string& key, const std::string& value,
                      const std::vector<Step>& steps);

// `depth` steps that turn as the key's hash says, with siblings that nobody else has.
std::vector<Step> StepsFor(const std::string& key, std::size_t depth);

// A batch from uncompressed entries, its lookup table in order of first use.
class BatchMaker {
 public:
  void Present(const pb::ExistenceProof& proof);
  void Absent(const std::string& key, const pb::ExistenceProof* left,
              const pb::ExistenceProof* right);
  const pb::CommitmentProof& proof() const { return proof_; }

 private:
  void Compress(const pb::ExistenceProof& from, pb::CompressedExistenceProof* to);

  pb::CommitmentProof proof_;
};

// Uncompressed existence proof of a key that is in `pairs`.
pb::ExistenceProof ExistenceOf(const StateTree& tree, const Pairs& pairs, const std::string& key);

// `pairs`' keys in the order of the tree.
std::vector<std::string> KeysByHash(const Pairs& pairs);

}  // namespace tanji::crypto::tree_test
