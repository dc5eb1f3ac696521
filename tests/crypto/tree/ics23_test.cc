#include "crypto/tree/ics23.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "crypto/hash/hex.h"
#include "crypto/tree/format.h"
#include "crypto/tree/ics23_verify.h"
#include "tests/crypto/tree/support.h"

namespace tanji::crypto {
namespace {

using namespace tree_test;

const nlohmann::json& Vectors() {
  static const auto json = nlohmann::json::parse(ReadVectors("jmt.json"));
  return json;
}

TEST(Ics23Vectors, SpecEqualsTheCrates) {
  EXPECT_EQ(ToHex(ProofSpecOfState().SerializeAsString()), Vectors()["spec"].get<std::string>());
}

TEST(Ics23Vectors, SingleProofsEqualTheCrates) {
  int absent = 0;
  for (const auto& row : Vectors()["proofs"]) {
    const auto pairs = PairsBelow(row["size"]);
    const std::string key = KeyOf(row["index"]);
    const bool present = pairs.contains(key);
    absent += !present;
    const auto tree = TreeOf(pairs);
    const auto proof = present ? ProveExistence(tree, key, SourceOf(pairs))
                               : ProveAbsence(tree, key, SourceOf(pairs));
    ASSERT_TRUE(proof.ok()) << proof.status();
    EXPECT_EQ(ToHex(*proof), row["proof"].get<std::string>()) << row["size"] << " " << row["index"];
  }
  EXPECT_GE(absent, 20);
}

TEST(Ics23Vectors, BatchProofsEqualTheCratesAndVerify) {
  ASSERT_EQ(Vectors()["batches"].size(), 5u);
  for (const auto& row : Vectors()["batches"]) {
    const auto pairs = PairsBelow(row["size"]);
    const auto tree = TreeOf(pairs);
    ProvedRecords expected;
    std::vector<std::string> keys;
    for (const std::uint32_t index : row["indexes"]) {
      keys.push_back(KeyOf(index));
      expected.records[KeyOf(index)] =
          pairs.contains(KeyOf(index)) ? std::optional(ValueOf(index)) : std::nullopt;
    }
    const auto proof = ProveBatch(tree, keys, SourceOf(pairs));
    ASSERT_TRUE(proof.ok()) << proof.status();
    EXPECT_EQ(ToHex(*proof), row["proof"].get<std::string>());
    const auto verdict = VerifyBatch(*FromHex(row["proof"].get<std::string>()), tree.root());
    ASSERT_TRUE(std::holds_alternative<ProvedRecords>(verdict));
    EXPECT_EQ(std::get<ProvedRecords>(verdict), expected);
  }
}

// The two proofs written down when the format was chosen.
TEST(Ics23Vectors, ProofsEqualTheFacts) {
  const auto two = PairsBelow(2);
  EXPECT_EQ(
      ToHex(*ProveExistence(TreeOf(two), KeyOf(0), SourceOf(two))),
      "0a97010a051000000000120776616c75652d301a150801100118012a0d4a4d543a3a4c6561664e6f646522360801"
      "12104a4d543a3a496e74726e616c4e6f64651a20448363d3aef7a94c3cb6eac951593250c6d07a3f5990ee9b8489"
      "2d9d9305eb0e2236080112104a4d543a3a496e74726e616c4e6f64651a205350415253455f4d45524b4c455f504c"
      "414345484f4c4445525f484153485f5f");
  const auto one = PairsBelow(1);
  EXPECT_EQ(
      ToHex(*ProveAbsence(TreeOf(one), KeyOf(6), SourceOf(one))),
      "12300a05100000000612270a051000000000120776616c75652d301a150801100118012a0d4a4d543a3a4c65"
      "61664e6f6465");
}

TEST(Ics23, EveryPresentKeyAndManyAbsentOnesAreProved) {
  Pairs pairs = PairsBelow(400);
  for (const auto& key : CrowdedKeys(24)) pairs[key] = "crowded";
  const auto tree = TreeOf(pairs);
  for (std::uint32_t i = 0; i < 900; ++i) {
    const std::string keys[] = {KeyOf(i)};
    const auto proof = ProveBatch(tree, keys, SourceOf(pairs));
    ASSERT_TRUE(proof.ok()) << proof.status();
    const auto verdict = VerifyBatch(*proof, tree.root());
    ASSERT_TRUE(std::holds_alternative<ProvedRecords>(verdict)) << i;
    const auto found = pairs.find(keys[0]);
    const auto& records = std::get<ProvedRecords>(verdict).records;
    ASSERT_EQ(records.size(), 1u);
    ASSERT_EQ(records.at(keys[0]),
              found == pairs.end() ? std::nullopt : std::optional(found->second));
  }
}

TEST(Ics23, OrderAndRepetitionOfTheKeysDoNotMatter) {
  const auto pairs = PairsBelow(100);
  const auto tree = TreeOf(pairs);
  const std::string once[] = {KeyOf(3), KeyOf(70), KeyOf(500)};
  const std::string again[] = {KeyOf(500), KeyOf(3), KeyOf(70), KeyOf(3), KeyOf(500)};
  EXPECT_EQ(*ProveBatch(tree, once, SourceOf(pairs)), *ProveBatch(tree, again, SourceOf(pairs)));
}

TEST(Ics23, SaysWhyNothingCanBeProved) {
  const auto pairs = PairsBelow(10);
  const auto tree = TreeOf(pairs);
  const auto source = SourceOf(pairs);
  const std::string key[] = {KeyOf(1)};
  const std::string absent[] = {KeyOf(99)};
  const std::string empty[] = {""};
  using absl::StatusCode;
  EXPECT_EQ(ProveBatch(StateTree(), key, source).status().code(), StatusCode::kFailedPrecondition);
  EXPECT_EQ(ProveBatch(tree, {}, source).status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(ProveBatch(tree, empty, source).status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(ProveAbsence(tree, "", source).status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(ProveExistence(tree, absent[0], source).status().code(), StatusCode::kNotFound);
  EXPECT_EQ(ProveAbsence(tree, key[0], source).status().code(), StatusCode::kAlreadyExists);

  const auto liar = [](std::string_view) { return std::string("value-2"); };
  EXPECT_EQ(ProveBatch(tree, key, liar).status().code(), StatusCode::kDataLoss);
  EXPECT_EQ(ProveBatch(tree, absent, liar).status().code(), StatusCode::kDataLoss);
  const auto broken = [](std::string_view) -> absl::StatusOr<std::string> {
    return absl::UnavailableError("disk");
  };
  EXPECT_EQ(ProveBatch(tree, key, broken).status().code(), StatusCode::kUnavailable);

  const Pairs with_empty = {{"k", ""}};
  EXPECT_EQ(ProveExistence(TreeOf(with_empty), "k", SourceOf(with_empty)).status().code(),
            StatusCode::kDataLoss);
}

TEST(Ics23, ABatchIsBounded) {
  const auto pairs = PairsBelow(9000);
  const auto tree = TreeOf(pairs);
  std::vector<std::string> keys;
  for (std::uint32_t i = 0; i <= kMaxBatchEntries; ++i) keys.push_back(KeyOf(i));
  EXPECT_EQ(ProveBatch(tree, keys, SourceOf(pairs)).status().code(),
            absl::StatusCode::kInvalidArgument);
  const Pairs large = {{"k", std::string(kMaxBatchBytes, 'v')}};
  const std::string key[] = {"k"};
  EXPECT_EQ(ProveBatch(TreeOf(large), key, SourceOf(large)).status().code(),
            absl::StatusCode::kResourceExhausted);
}

// The size that the architecture counts on, scaled to a tree that a unit test can make.
TEST(Ics23, ABundleOfSixtyRecordsIsSmall) {
  Pairs pairs;
  StateTreeBuilder builder;
  for (std::uint32_t i = 0; i < 50'000; ++i) {
    pairs[KeyOf(i)] = std::string(400, static_cast<char>('a' + i % 26));
    builder.Add(KeyOf(i), Sha256(pairs[KeyOf(i)]));
  }
  const auto tree = builder.Finish();
  std::vector<std::string> keys;
  for (std::uint32_t i = 0; i < 60; ++i) keys.push_back(KeyOf(i * 800));
  const auto proof = ProveBatch(tree, keys, SourceOf(pairs));
  ASSERT_TRUE(proof.ok());
  EXPECT_LT(proof->size(), 80'000u);
  EXPECT_TRUE(std::holds_alternative<ProvedRecords>(VerifyBatch(*proof, tree.root())));
}

}  // namespace
}  // namespace tanji::crypto
