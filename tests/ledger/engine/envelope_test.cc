// What form alone decides, and what must not spend an id.
#include "ledger/engine/envelope.h"

#include <gtest/gtest.h>

#include "ledger/base/outcome_text.h"
#include "ledger/state/record.h"
#include "tests/support/test_ledger.h"

namespace tanji::ledger {
namespace {

using namespace testing;

Draft GoodDraft(std::uint64_t seed = 0) {
  return {.author_id = "zone", .operations = {Op(Document("a document"))}, .seed = seed};
}

Outcome Parse(const std::string& bytes) {
  Envelope envelope;
  return ParseEnvelope(bytes, kChainId, Flags({v1::FEATURE_FLAG_FOUNDATION}), envelope);
}

v1::Code CodeOf(const std::string& bytes) {
  const auto outcome = Parse(bytes);
  for (const auto language : {Language::kZh, Language::kEn}) {
    EXPECT_EQ(Render(outcome, language).find('{'), std::string::npos) << Render(outcome, language);
  }
  return outcome.code();
}

v1::Transaction Parsed(const std::string& bytes) {
  v1::Transaction transaction;
  EXPECT_TRUE(transaction.ParseFromString(bytes));
  return transaction;
}

TEST(Envelope, TakesAGoodTransactionApart) {
  const std::string bytes = TransactionOf(GoodDraft());
  Envelope envelope;
  ASSERT_TRUE(ParseEnvelope(bytes, kChainId, Flags({v1::FEATURE_FLAG_FOUNDATION}), envelope).ok());
  EXPECT_EQ(envelope.bytes, bytes);
  EXPECT_EQ(envelope.author_id, "zone");
  EXPECT_EQ(envelope.id,
            crypto::Sha256(std::string("tanji-transaction-v1") + '\0' + envelope.body_bytes));
  EXPECT_EQ(envelope.whole_hash, crypto::Sha256(bytes));
}

TEST(Envelope, RefusesEachFaultOfFormByName) {
  const auto body_with = [](auto change) {
    auto body = BodyOf(GoodDraft());
    change(body);
    return SignBody(EncodeRecord(body), {KeyOf("zone")});
  };
  EXPECT_EQ(CodeOf(std::string(kMaxTransactionBytes + 1, 'x')), v1::CODE_TRANSACTION_TOO_LARGE);
  EXPECT_EQ(CodeOf(TransactionOf({.author_id = "zone", .chain_id = "other.example/x"})),
            v1::CODE_WRONG_CHAIN);
  EXPECT_EQ(CodeOf(body_with([](auto& b) { b.set_author("zone"); })), v1::CODE_AUTHOR_MALFORMED);
  EXPECT_EQ(CodeOf(body_with([](auto& b) { b.set_nonce("short"); })), v1::CODE_NONCE_LENGTH);
  EXPECT_EQ(CodeOf(body_with([](auto& b) { b.clear_operations(); })), v1::CODE_NO_OPERATION);
  EXPECT_EQ(CodeOf(body_with([](auto& b) {
              while (b.operations_size() <= kMaxOperations) *b.add_operations() = b.operations(0);
            })),
            v1::CODE_TOO_MANY_OPERATIONS);
}

TEST(Envelope, RefusesEachFaultOfTheSignatureList) {
  auto good = Parsed(TransactionOf(GoodDraft()));
  auto none = good;
  none.clear_signatures();
  EXPECT_EQ(CodeOf(EncodeRecord(none)), v1::CODE_SIGNATURES_MISSING);
  auto twice = good;
  *twice.add_signatures() = good.signatures(0);
  EXPECT_EQ(CodeOf(EncodeRecord(twice)), v1::CODE_SIGNATURES_UNSORTED);
  auto short_key = good;
  short_key.mutable_signatures(0)->set_key_id("x");
  EXPECT_EQ(CodeOf(EncodeRecord(short_key)), v1::CODE_SIGNATURE_MALFORMED);
  auto many = good;
  for (int i = 0; i < kMaxSignatures; ++i) *many.add_signatures() = good.signatures(0);
  EXPECT_EQ(CodeOf(EncodeRecord(many)), v1::CODE_TOO_MANY_SIGNATURES);
}

TEST(Envelope, NamesFieldAndOffsetOfAWireFault) {
  auto transaction = Parsed(TransactionOf(GoodDraft()));
  transaction.mutable_body()->append("\x10\x01");  // `author` again, as a varint
  const auto outcome = Parse(EncodeRecord(transaction));
  EXPECT_NE(outcome.code(), v1::CODE_OK);
  ASSERT_EQ(outcome.detail().size(), 2u);
  EXPECT_EQ(outcome.detail()[0].first, "field");
  EXPECT_EQ(outcome.detail()[1].first, "offset");
}

TEST(Envelope, NoByteOfABodyCanBeSpeltInAnotherWay) {
  // Every single-bit change of a signed transaction is refused, by form or by signature.
  const std::string good = TransactionOf(GoodDraft());
  TestLedger world;
  for (std::size_t bit = 0; bit < 8 * good.size(); bit += 3) {
    std::string altered = good;
    altered[bit / 8] = static_cast<char>(altered[bit / 8] ^ (1 << bit % 8));
    const auto result = world.Run({altered}).front().result;
    ASSERT_EQ(result.fate, Fate::kDropped) << "bit " << bit;
  }
  EXPECT_EQ(world.Run({good}).front().result.fate, Fate::kApplied);
}

}  // namespace
}  // namespace tanji::ledger
