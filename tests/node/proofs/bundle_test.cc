#include "node/proofs/bundle.h"

#include <gtest/gtest.h>

#include "ledger/answers/bundle.h"
#include "ledger/state/record.h"
#include "tests/support/served_state.h"

namespace tanji::node {
namespace {

using ledger::testing::Document;
using ledger::testing::Op;

class BundleTest : public testing::Test {
 protected:
  BundleTest() {
    for (int i = 0; i < 50; ++i) {
      ledger::testing::Draft draft;
      draft.author_id = "zone";
      draft.operations = {Op(Document(std::to_string(i)))};
      ledger_.RunOne(draft);
    }
    served_ = testing_support::ServedOf(ledger_);
  }
  std::string PolicyText() {
    return PolicyOf(ledger_.ledger().chain_id(), ledger_.store().Now())->Print();
  }
  v1::Question AboutDocument(std::string_view content) {
    v1::Question question;
    question.mutable_document()->set_name("documents/" + crypto::Sha256(content).Hex());
    return question;
  }
  std::string Bundle(const v1::Question& question, bool as_of = false) {
    const auto answer = BuildBundle(*served_, question, as_of);
    EXPECT_TRUE(answer.ok()) << answer.status();
    EXPECT_TRUE(answer->refusal.ok()) << v1::Code_Name(answer->refusal.code());
    return answer->bundle;
  }
  v1::Code Verify(const std::string& bundle) {
    ledger::VerifiedBundle verified;
    return ledger::VerifyBundle(bundle, PolicyText(), {}, verified).code();
  }

  ledger::testing::TestLedger ledger_;
  std::shared_ptr<const ServedState> served_;
};

TEST_F(BundleTest, Verifies) {
  const std::string bundle = Bundle(AboutDocument("7"));
  EXPECT_LT(bundle.size(), 8'000u);
  ledger::VerifiedBundle verified;
  const auto outcome = ledger::VerifyBundle(bundle, PolicyText(), {}, verified);
  ASSERT_TRUE(outcome.ok()) << v1::Code_Name(outcome.code());
  EXPECT_TRUE(verified.answer.found());
  EXPECT_EQ(verified.block_entry_index, served_->log_size - 1);
  EXPECT_EQ(verified.time_ms, testing_support::kCheckpointTimeMs);
}

TEST_F(BundleTest, SaysThatSomethingIsNotThere) {
  ledger::VerifiedBundle verified;
  const auto outcome =
      ledger::VerifyBundle(Bundle(AboutDocument("none")), PolicyText(), {}, verified);
  ASSERT_TRUE(outcome.ok()) << v1::Code_Name(outcome.code());
  EXPECT_FALSE(verified.answer.found());
}

TEST_F(BundleTest, HistoryMustSaySo) {
  const std::string now = Bundle(AboutDocument("7"));
  const std::string history = Bundle(AboutDocument("7"), /*as_of=*/true);
  EXPECT_NE(now, history);
  ledger::VerifiedBundle verified;
  ASSERT_TRUE(ledger::VerifyBundle(history, PolicyText(), {}, verified).ok());
  EXPECT_TRUE(verified.as_of);
}

TEST_F(BundleTest, NoAlteredByteVerifies) {
  const std::string bundle = Bundle(AboutDocument("7"));
  // `as_of` set where the block is the newest is true all the same; every other byte is bound.
  for (std::size_t i = 0; i < bundle.size(); ++i) {
    std::string altered = bundle;
    altered[i] = static_cast<char>(altered[i] ^ 1);
    ASSERT_NE(Verify(altered), v1::CODE_OK) << "byte " << i;
  }
}

TEST_F(BundleTest, ManyRecordsAtOnce) {
  v1::Question question;
  std::vector<std::string> keys;
  const auto status = ledger_.store().Now().ScanState("", [&](std::string_view key, auto) {
    keys.emplace_back(key);
    return keys.size() < 256;
  });
  ASSERT_TRUE(status.ok());
  for (const auto& key : keys) question.mutable_records()->add_keys(key);
  EXPECT_EQ(Verify(Bundle(question)), v1::CODE_OK);
}

TEST_F(BundleTest, RefusesQuestionsThatAreNone) {
  v1::Question question;
  EXPECT_EQ(BuildBundle(*served_, question, false)->refusal.code(), v1::CODE_QUESTION_MALFORMED);
  question = AboutDocument("7");
  question.set_known_time(served_->header.time() + 1);
  EXPECT_EQ(BuildBundle(*served_, question, false)->refusal.code(), v1::CODE_KNOWN_AFTER_BLOCK);
}

// The tree and the records disagree: the node's own fault, and not the asker's.
TEST_F(BundleTest, DamagedRecordsAreAnErrorAndNotABundle) {
  auto damaged = std::make_shared<ServedState>(*served_);
  ledger::testing::TestLedger other;
  damaged->view = other.store().Snapshot();
  const auto answer = BuildBundle(*damaged, AboutDocument("7"), false);
  EXPECT_FALSE(answer.ok());
}

}  // namespace
}  // namespace tanji::node
