// The form of a proof: forged proofs with a valid root, each wrong in one way.
#include "crypto/tree/ics23_verify.h"

#include <gtest/gtest.h>

#include "crypto/tree/format.h"
#include "tests/crypto/tree/proof_kit.h"
#include "tests/crypto/tree/support.h"

namespace tanji::crypto {
namespace {

using namespace tree_test;

TEST(VerifyBatchForm, TheLeafOperationIsTheSpecifications) {
  const auto base = ForgeExistence("k", "v", {});
  ASSERT_EQ(VerdictOf(base.proof, base.root), "Holds");
  const auto with = [&base](auto edit) {
    auto proof = base.proof;
    edit(*proof.mutable_compressed()->mutable_entries(0)->mutable_exist()->mutable_leaf());
    return VerdictOf(proof, base.root);
  };
  EXPECT_EQ(with([](auto& op) { op.set_hash(pb::HASH_OP_SHA512_256); }), "LeafOp");
  EXPECT_EQ(with([](auto& op) { op.set_hash(static_cast<pb::HashOp>(99)); }), "LeafOp");
  EXPECT_EQ(with([](auto& op) { op.clear_prehash_key(); }), "LeafOp");
  EXPECT_EQ(with([](auto& op) { op.clear_prehash_value(); }), "LeafOp");
  EXPECT_EQ(with([](auto& op) { op.set_length(pb::LENGTH_OP_REQUIRE_32_BYTES); }), "LeafOp");
  EXPECT_EQ(with([](auto& op) { op.set_prefix("JMT::LeafNode+"); }), "LeafOp");
  EXPECT_EQ(with([](auto& op) { op.set_prefix("JMT::LeafNod"); }), "LeafOp");
  EXPECT_EQ(with([](auto& op) { op.Clear(); }), "LeafOp");
}

// A prefix longer than the specification's is how bytes are smuggled into other ICS-23 verifiers.
TEST(VerifyBatchForm, TheInnerOperationIsTheSpecifications) {
  for (const bool on_right : {false, true}) {
    std::string key;
    for (int i = 0; key.empty(); ++i) {
      if (Sha256(KeyOf(i)).Bit(0) == on_right) key = KeyOf(i);
    }
    const auto base = ForgeExistence(key, "v", {{on_right, Sha256("sibling")}});
    ASSERT_EQ(VerdictOf(base.proof, base.root), "Holds");
    const auto with = [&base](auto edit) {
      auto proof = base.proof;
      edit(*proof.mutable_compressed()->mutable_lookup_inners(0));
      return VerdictOf(proof, base.root);
    };
    EXPECT_EQ(with([](auto& op) { op.set_hash(pb::HASH_OP_SHA512); }), "InnerOp");
    EXPECT_EQ(with([](auto& op) { op.clear_hash(); }), "InnerOp");
    EXPECT_EQ(with([](auto& op) { op.mutable_prefix()->append("x"); }), "InnerOp");
    EXPECT_EQ(with([](auto& op) { op.mutable_prefix()->pop_back(); }), "InnerOp");
    EXPECT_EQ(with([](auto& op) { op.mutable_prefix()->at(0) = 'K'; }), "InnerOp");
    EXPECT_EQ(with([](auto& op) { op.clear_prefix(); }), "InnerOp");
    EXPECT_EQ(with([](auto& op) { op.mutable_suffix()->append(32, 'x'); }), "InnerOp");
    EXPECT_EQ(with([](auto& op) { op.mutable_suffix()->append("x"); }), "InnerOp");
    EXPECT_EQ(with([](auto& op) { op.Clear(); }), "InnerOp");
    EXPECT_EQ(with([](auto& op) {  // both sides at once
                op.set_prefix(std::string(kInnerPrefix) + std::string(32, 'x'));
                op.set_suffix(std::string(32, 'x'));
              }),
              "InnerOp");
  }
}

TEST(VerifyBatchForm, PathsAreAtMost64StepsLong) {
  for (const std::size_t depth : {0, 1, 63, 64}) {
    const auto forged = ForgeExistence("k", "v", StepsFor("k", depth));
    EXPECT_EQ(VerdictOf(forged.proof, forged.root), "Holds") << depth;
  }
  for (const std::size_t depth : {65, 66, 256}) {
    const auto forged = ForgeExistence("k", "v", StepsFor("k", depth));
    EXPECT_EQ(VerdictOf(forged.proof, forged.root), "TooDeep") << depth;
  }
}

// Each of these is a path that ICS-23 accepts.
TEST(VerifyBatchForm, AStepAgainstTheKeysHashIsRefused) {
  for (std::size_t i = 0; i < 20; ++i) {
    auto steps = StepsFor("k", 20);
    steps[i].child_on_right = !steps[i].child_on_right;
    const auto forged = ForgeExistence("k", "v", steps);
    EXPECT_EQ(VerdictOf(forged.proof, forged.root), "Direction") << i;
  }
}

TEST(VerifyBatchForm, EmptyKeysAndValuesAreRefused) {
  const auto no_value = ForgeExistence("k", "", StepsFor("k", 3));
  EXPECT_EQ(VerdictOf(no_value.proof, no_value.root), "EmptyValue");
  const auto no_key = ForgeExistence("", "v", StepsFor("", 3));
  EXPECT_EQ(VerdictOf(no_key.proof, no_key.root), "EmptyKey");
}

// A proof of the only leaf, with the fields of its existence proof as given.
std::string SpeltOut(const std::string& fields) {
  const auto prefixed = [](char tag, const std::string& content) {
    return std::string(1, tag) + static_cast<char>(content.size()) + content;
  };
  return prefixed('\x22', prefixed('\x0a', prefixed('\x0a', fields)));
}

// Protobuf reads an empty field as one that is not there; ICS-23 proofs then have two spellings.
TEST(VerifyBatchForm, FieldsSpeltOutEmptyAreRefused) {
  const auto leaf_root = [](std::string_view key, std::string_view value) {
    return LeafHash(Sha256(key), Sha256(value));
  };
  const std::string key = "\x0a\x01k", value = "\x12\x01v";
  const std::string leaf = "\x1a\x15" + LeafOp().SerializeAsString();
  const std::string empty_key("\x0a\x00", 2), empty_value("\x12\x00", 2), empty_path("\x22\x00", 2);
  EXPECT_EQ(VerdictOf(SpeltOut(key + value + leaf), leaf_root("k", "v")), "Holds");
  EXPECT_EQ(VerdictOf(SpeltOut(key + value + leaf + empty_path), leaf_root("k", "v")), "Malformed");
  EXPECT_EQ(VerdictOf(SpeltOut(key + empty_value + leaf), leaf_root("k", "")), "Malformed");
  EXPECT_EQ(VerdictOf(SpeltOut(empty_key + value + leaf), leaf_root("", "v")), "Malformed");
  EXPECT_EQ(VerdictOf(SpeltOut(value + key + leaf), leaf_root("k", "v")), "EmptyKey");
  EXPECT_EQ(VerdictOf(SpeltOut(key + leaf + value), leaf_root("k", "v")), "EmptyValue");
  EXPECT_EQ(VerdictOf(SpeltOut(key + value), leaf_root("k", "v")), "Malformed");
}

TEST(VerifyBatchForm, ABatchIsBounded) {
  EXPECT_EQ(VerdictOf("", Hash()), "Malformed");
  EXPECT_EQ(VerdictOf(std::string_view("\x22\x00", 2), Hash()), "NoEntries");
  EXPECT_EQ(VerdictOf(std::string(kMaxBatchBytes + 1, '\0'), Hash()), "TooLarge");
  BatchMaker many;
  pb::ExistenceProof proof;
  proof.set_key("k");
  proof.set_value("v");
  *proof.mutable_leaf() = LeafOp();
  for (std::size_t i = 0; i < kMaxBatchEntries; ++i) many.Present(proof);
  EXPECT_EQ(VerdictOf(many.proof(), Hash()), "Root");
  many.Present(proof);
  EXPECT_EQ(VerdictOf(many.proof(), Hash()), "TooManyEntries");
}

TEST(VerifyBatchForm, OtherKindsOfProofAreRefused) {
  const auto pairs = PairsBelow(3);
  const auto tree = TreeOf(pairs);
  EXPECT_EQ(VerdictOf(*ProveExistence(tree, KeyOf(0), SourceOf(pairs)), tree.root()), "Malformed");
  EXPECT_EQ(VerdictOf(*ProveAbsence(tree, KeyOf(9), SourceOf(pairs)), tree.root()), "Malformed");
}

}  // namespace
}  // namespace tanji::crypto
