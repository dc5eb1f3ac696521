#include "ledger/answers/bundle.h"

#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include "ledger/answers/answer.h"
#include "ledger/modules/membership/tables.h"
#include "tests/ledger/answers/support/archive.h"
#include "tests/ledger/answers/support/questions.h"
#include "tests/ledger/answers/support/subjects.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using google::protobuf::util::MessageDifferencer;
using testing::Accepted;
using testing::Archive;

class Bundles : public ::testing::Test {
 protected:
  std::vector<v1::Question> Questions() const {
    return {testing::AskDocument(s_.document),
            testing::AskParticipant("participants/cnas"),
            testing::AskParticipant("participants/nobody"),
            testing::AskKey(testing::KeyNameOf("auditor")),
            testing::AskAccreditation(s_.accreditation),
            testing::AskLicence(s_.licence),
            testing::AskRecords({kElectorate.Key(), "\x7f"})};
  }

  testing::Subjects s_;
  Archive archive_{s_.world};
};

TEST_F(Bundles, GiveTheAnswerThatTheStateGives) {
  for (const auto& question : Questions()) {
    VerifiedBundle out;
    ASSERT_TRUE(Accepted(archive_.Verify(archive_.BundleFor(question), &out)))
        << question.DebugString();
    v1::Answer expected;
    ASSERT_TRUE(Accepted(AnswerQuestion(question, s_.world.now_ms(), s_.world.state(), expected)));
    EXPECT_TRUE(MessageDifferencer::Equals(out.answer, expected));
    EXPECT_TRUE(MessageDifferencer::Equals(out.question, question));
    EXPECT_EQ(out.block.height(), 1u);
    EXPECT_EQ(out.block.time(), s_.world.now_ms());
    EXPECT_EQ(out.block_entry_index, 3u);
    EXPECT_EQ(out.checkpoint.checkpoint.size, 4u);
    EXPECT_EQ(out.time_ms, archive_.signed_ms());
    EXPECT_EQ(out.checkpoint.basis, crypto::TimeBasis::kMedian);
    EXPECT_FALSE(out.as_of);
  }
}

TEST_F(Bundles, OfASoloLedgerSayWhoseClockTheyShow) {
  const Archive solo(s_.world, Archive::Kind::kSolo);
  VerifiedBundle out;
  ASSERT_TRUE(Accepted(solo.Verify(solo.BundleFor(testing::AskDocument(s_.document)), &out)));
  EXPECT_EQ(out.checkpoint.basis, crypto::TimeBasis::kOwnClaim);
}

TEST_F(Bundles, ThatShowHistoryMayBeOfAnOlderBlock) {
  // A log that goes on after the block that is shown.
  auto parts = archive_.PartsFor(testing::AskDocument(s_.document));
  parts.as_of = true;
  VerifiedBundle out;
  ASSERT_TRUE(Accepted(archive_.Verify(Archive::Bytes(archive_.Bundle(parts)), &out)));
  EXPECT_TRUE(out.as_of);
  parts.block_entry = archive_.entries()[1];
  parts.entry_index = 1;
  parts.inclusion = archive_.Inclusion(1);
  // That block held another state: it gets as far as the state proof.
  parts.question.set_known_time(testing::kGenesisTimeMs);
  EXPECT_EQ(archive_.Verify(parts).code(), v1::CODE_STATE_PROOF_FALSE);
}

TEST_F(Bundles, AreJudgedByAgeAtTheBound) {
  const auto bytes = archive_.BundleFor(testing::AskDocument(s_.document));
  auto parts = archive_.PartsFor(testing::AskDocument(s_.document));
  parts.as_of = true;
  const auto history = Archive::Bytes(archive_.Bundle(parts));
  const auto verify = [&](const std::string& bundle, std::optional<std::int64_t> after_ms) {
    VerifyOptions options;
    if (after_ms) options.now_ms = archive_.signed_ms() + *after_ms;
    VerifiedBundle out;
    return VerifyBundle(bundle, archive_.policy(), options, out).code();
  };
  EXPECT_EQ(verify(bytes, kDefaultMaxAgeMs), v1::CODE_OK);
  EXPECT_EQ(verify(bytes, kDefaultMaxAgeMs + 1), v1::CODE_BUNDLE_TOO_OLD);
  EXPECT_EQ(verify(bytes, -kMaxAheadMs), v1::CODE_OK);
  EXPECT_EQ(verify(bytes, -kMaxAheadMs - 1), v1::CODE_BUNDLE_FROM_FUTURE);
  EXPECT_EQ(verify(bytes, std::nullopt), v1::CODE_OK);
  EXPECT_EQ(verify(history, 1000 * kDefaultMaxAgeMs), v1::CODE_OK);
}

TEST_F(Bundles, MayBeHeldToTheQuestionAsked) {
  const auto question = testing::AskDocument(s_.document);
  VerifyOptions options;
  options.expected_question = &question;
  VerifiedBundle out;
  EXPECT_TRUE(
      Accepted(VerifyBundle(archive_.BundleFor(question), archive_.policy(), options, out)));
}

// Alters every byte in one bit, another bit from byte to byte.
TEST_F(Bundles, HoldNothingThatCanBeAltered) {
  const Archive solo(s_.world, Archive::Kind::kSolo);
  const auto good = solo.BundleFor(testing::AskDocument(s_.document));
  for (std::size_t at = 0; at < good.size(); ++at) {
    auto bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 1 << at % 8);
    EXPECT_FALSE(solo.Verify(bytes).ok()) << "byte " << at;
  }
}

TEST_F(Bundles, HoldNothingThatCanBeCutOff) {
  const auto good = archive_.BundleFor(testing::AskDocument(s_.document));
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_FALSE(archive_.Verify(good.substr(0, size)).ok()) << size;
  }
  EXPECT_FALSE(archive_.Verify(good + std::string(1, '\0')).ok());
}

// Whatever set of records is proved, only the closure is accepted.
TEST_F(Bundles, HoldTheClosureOnly) {
  for (const auto& question : Questions()) {
    const auto parts = archive_.PartsFor(question);
    for (const auto& key : parts.keys) {
      auto fewer = parts;
      std::erase(fewer.keys, key);
      if (fewer.keys.empty()) continue;
      const auto outcome = archive_.Verify(fewer);
      EXPECT_EQ(outcome.code(), v1::CODE_RECORD_MISSING) << question.DebugString();
    }
    for (const auto& [key, record] : s_.world.state().changes()) {
      if (std::find(parts.keys.begin(), parts.keys.end(), key) != parts.keys.end()) continue;
      auto more = parts;
      more.keys.push_back(key);
      EXPECT_EQ(archive_.Verify(more).code(), v1::CODE_RECORD_UNUSED) << question.DebugString();
    }
  }
}

}  // namespace
}  // namespace tanji::ledger
