#include "client/sdk/transaction.h"

#include <gtest/gtest.h>

#include "crypto/hash/hex.h"
#include "tests/client/sdk/fake_ledger.h"

namespace tanji::client {
namespace {

TransactionBuilder Builder() {
  TransactionBuilder builder(std::string(kChain), "participants/std-body", 1'795'308'584'000);
  builder.SetNonce(std::string(16, 'n'));
  auto& document = *builder.Add().mutable_register_document();
  document.set_sha256(std::string(32, 'h'));
  document.set_media_type("application/pdf");
  document.set_size_bytes(7);
  document.set_visibility(v1::VISIBILITY_PUBLIC);
  return builder;
}

std::string Body() {
  return *Builder().Body();
}

OpenTransaction SignedBy(std::initializer_list<const char*> labels) {
  std::vector<v1::Signature> signatures;
  for (const auto* label : labels) signatures.push_back(SignBody(TestKey(label), Body()));
  return *ParseTransaction(*Assemble(Body(), signatures));
}

TEST(TransactionId, HashesTagZeroAndBody) {
  EXPECT_EQ(TransactionId("body"),
            crypto::Sha256(std::string("tanji-transaction-v1") + '\0' + "body"));
}

TEST(SignBody, SignsTagZeroAndBody) {
  const auto key = TestKey("a");
  const auto signature = SignBody(key, "body");
  EXPECT_EQ(signature.key_id(), key.key_id().str());
  EXPECT_TRUE(crypto::Verify(key.public_key(), std::string("tanji-transaction-v1") + '\0' + "body",
                             *crypto::Signature::FromBytes(signature.signature())));
}

TEST(TransactionBuilder, TwoOfTheSameContentDifferByTheirNonce) {
  const auto body = [] {
    TransactionBuilder builder(std::string(kChain), "participants/a", 1);
    builder.Add().mutable_execute_ballot()->set_ballot("ballots/x");
    EXPECT_EQ(builder.body().nonce().size(), kNonceBytes);
    return *builder.Body();
  };
  EXPECT_NE(body(), body());
}

TEST(TransactionBuilder, RefusesNoneAndTooManyOperations) {
  TransactionBuilder builder(std::string(kChain), "participants/a", 1);
  EXPECT_EQ(builder.Body().error().code(), v1::CODE_NO_OPERATION);
  for (int i = 0; i < kMaxOperations; ++i) builder.Add().mutable_execute_ballot()->set_ballot("b");
  EXPECT_TRUE(builder.Body().ok());
  builder.Add().mutable_execute_ballot()->set_ballot("b");
  EXPECT_EQ(builder.Body().error().code(), v1::CODE_TOO_MANY_OPERATIONS);
}

TEST(TransactionBuilder, RefusesWhatTheWireCheckWould) {
  TransactionBuilder builder(std::string(kChain), "participants/a", 1);
  builder.Add().mutable_cast_vote()->set_vote(static_cast<v1::Vote>(77));
  const auto body = builder.Body();
  ASSERT_FALSE(body.ok());
  EXPECT_EQ(body.error().name(), "NOT_CANONICAL");
  EXPECT_NE(body.error().Message(Language::kEn).find("operations[0].cast_vote.vote"),
            std::string::npos);
}

TEST(Assemble, SortsSignaturesByKeyAndDropsRepetitions) {
  const auto transaction = SignedBy({"a", "b", "c", "b"});
  ASSERT_EQ(transaction.signatures.size(), 3u);
  EXPECT_LT(transaction.signatures[0].key_id(), transaction.signatures[1].key_id());
  EXPECT_LT(transaction.signatures[1].key_id(), transaction.signatures[2].key_id());
  EXPECT_EQ(transaction.bytes, SignedBy({"c", "b", "a"}).bytes);
}

TEST(Assemble, RefusesTwoDifferentSignaturesOfOneKey) {
  auto good = SignBody(TestKey("a"), Body());
  auto bad = good;
  bad.mutable_signature()->at(0) ^= 1;
  EXPECT_EQ(Assemble(Body(), {good, bad}).error().name(), "SIGNATURES_DIFFER");
}

TEST(Assemble, RefusesTooManySignaturesAndTooManyBytes) {
  std::vector<v1::Signature> signatures;
  for (int i = 0; i < kMaxSignatures; ++i) {
    signatures.push_back(SignBody(TestKey(std::to_string(i)), Body()));
  }
  EXPECT_TRUE(Assemble(Body(), signatures).ok());
  signatures.push_back(SignBody(TestKey("one more"), Body()));
  EXPECT_EQ(Assemble(Body(), signatures).error().code(), v1::CODE_TOO_MANY_SIGNATURES);
  EXPECT_EQ(Assemble(std::string(kMaxTransactionBytes, 'x'), {}).error().code(),
            v1::CODE_TRANSACTION_TOO_LARGE);
}

TEST(ParseTransaction, GivesBackWhatWasAssembled) {
  const auto transaction = SignedBy({"a"});
  EXPECT_EQ(transaction.body_bytes, Body());
  EXPECT_EQ(transaction.id(), TransactionId(Body()));
  EXPECT_EQ(transaction.body.author(), "participants/std-body");
}

// What is not shown must not be signed: every byte has to be canonical and declared.
TEST(ParseTransaction, RefusesWhatItCouldNotShow) {
  v1::Transaction hidden;
  hidden.set_body(Body() + std::string("\xfa\x3f\x03xyz", 6));  // undeclared field 1023
  EXPECT_EQ(ParseTransaction(hidden.SerializeAsString()).error().name(), "NOT_CANONICAL");
  EXPECT_EQ(ParseTransaction(SignedBy({"a"}).bytes + "\xfa\x3f\x03xyz").error().name(),
            "NOT_CANONICAL");
  EXPECT_FALSE(ParseTransaction("").ok());
  EXPECT_FALSE(ParseTransaction(std::string(kMaxTransactionBytes + 1, 'x')).ok());
}

// Every flipped bit is refused, or is seen in the id or in the signatures.
TEST(ParseTransaction, AnAlteredByteDoesNotGoUnnoticed) {
  const auto original = SignedBy({"a"});
  for (std::size_t i = 0; i < original.bytes.size(); ++i) {
    std::string bytes = original.bytes;
    bytes[i] = static_cast<char>(bytes[i] ^ 4);
    const auto altered = ParseTransaction(bytes);
    if (!altered.ok()) continue;
    const bool same_signature =
        altered->signatures.size() == 1 &&
        altered->signatures[0].SerializeAsString() == original.signatures[0].SerializeAsString();
    EXPECT_TRUE(altered->id() != original.id() || !same_signature) << i;
  }
}

TEST(AddSignature, AddsAndIsIdempotent) {
  const auto once = *AddSignature(SignedBy({"a"}), TestKey("b"));
  EXPECT_EQ(once, SignedBy({"a", "b"}).bytes);
  EXPECT_EQ(*AddSignature(*ParseTransaction(once), TestKey("b")), once);
}

TEST(Combine, PutsSignaturesOfTheSameBodyTogether) {
  const OpenTransaction files[] = {SignedBy({"a"}), SignedBy({"b", "a"}), SignedBy({"c"})};
  EXPECT_EQ(*Combine(files), SignedBy({"a", "b", "c"}).bytes);
}

TEST(Combine, RefusesAnotherBody) {
  TransactionBuilder other(std::string(kChain), "participants/std-body", 2);
  other.Add().mutable_execute_ballot()->set_ballot("b");
  const OpenTransaction files[] = {SignedBy({"a"}),
                                   *ParseTransaction(*Assemble(*other.Body(), {}))};
  EXPECT_EQ(Combine(files).error().name(), "BODIES_DIFFER");
  EXPECT_EQ(Combine({}).error().name(), "NOTHING_TO_COMBINE");
}

TEST(MakeKeyGrant, ProvesPossessionForOneChainParticipantAndHolder) {
  const auto key = TestKey("new");
  KeyGrantTerms terms;
  terms.holder = "lead";
  terms.permissions = {v1::PERMISSION_GOVERN, v1::PERMISSION_MANAGE_KEYS, v1::PERMISSION_GOVERN};
  const auto grant = MakeKeyGrant(key, kChain, "participants/bt-farm-07", terms);
  const std::string message = std::string("tanji-key-possession-v1") + '\0' + std::string(kChain) +
                              '\0' + "participants/bt-farm-07" + '\0' + "lead";
  EXPECT_TRUE(crypto::Verify(key.public_key(), message,
                             *crypto::Signature::FromBytes(grant.possession_signature())));
  ASSERT_EQ(grant.permissions_size(), 2);
  EXPECT_EQ(grant.permissions(0), v1::PERMISSION_MANAGE_KEYS);
  EXPECT_EQ(grant.permissions(1), v1::PERMISSION_GOVERN);
  EXPECT_FALSE(grant.has_valid_from_time());
}

}  // namespace
}  // namespace tanji::client
