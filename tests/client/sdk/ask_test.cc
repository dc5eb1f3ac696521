// Answers: computed from proved records, or not at all.
#include "client/sdk/ask.h"

#include <gtest/gtest.h>

#include "client/sdk/proved_state.h"
#include "ledger/modules/membership/tables.h"
#include "tests/client/sdk/fake_ledger.h"
#include "tests/client/sdk/temporary_directory.h"
#include "tests/ledger/answers/support/archive.h"
#include "tests/ledger/answers/support/questions.h"
#include "tests/ledger/answers/support/subjects.h"

namespace tanji::client {
namespace {

using ledger::testing::Archive;

class AskTest : public ::testing::Test {
 protected:
  AskTest()
      : home_(*Home::Open(directory_.path())),
        record_(*home_.Pin(std::string(ledger::testing::kChainId), archive_.policy(), false)) {
    node_.prove = [this](const v1::ProveRequest& request) -> Result<v1::ProveResponse> {
      return Response(archive_.BundleFor(request.question()));
    };
  }
  static v1::ProveResponse Response(std::string bundle) {
    v1::ProveResponse response;
    response.set_bundle(std::move(bundle));
    return response;
  }
  void Answer(std::string bundle) {
    node_.prove = [bundle](const v1::ProveRequest&) -> Result<v1::ProveResponse> {
      return Response(bundle);
    };
  }
  Client MakeClient() {
    ClientOptions options;
    options.now_ms = [this] { return now_ms_; };
    return Client(node_, record_, *ParsePolicy(archive_.policy()), std::move(options));
  }
  std::string AskFault(const v1::Question& question) {
    Client client = MakeClient();
    const auto answered = Ask(client, question);
    if (answered.ok()) return "";
    EXPECT_EQ(answered.error().kind(), ErrorKind::kUnverified);
    return answered.error().name();
  }
  v1::Question Accreditation() const {
    return ledger::testing::AskAccreditation(subjects_.accreditation);
  }
  // A checkpoint of the archive's signers, as if it had been seen before.
  void Remember(std::uint64_t size, const crypto::Hash& root) {
    auto checkpoint = archive_.NewestCheckpoint();
    checkpoint.size = size;
    checkpoint.root = root;
    ASSERT_TRUE(record_.SaveCheckpoint(archive_.Note(checkpoint, archive_.QuorumOf())).ok());
  }

  TemporaryDirectory directory_;
  ledger::testing::Subjects subjects_;
  Archive archive_{subjects_.world};
  FakeLedger ledger_;
  FakeNode node_{&ledger_};
  Home home_;
  LedgerHome record_;
  std::int64_t now_ms_ = archive_.signed_ms() + 60'000;
};

TEST_F(AskTest, GivesTheAnswerAndFollowsTheLog) {
  Client client = MakeClient();
  const auto answered = Ask(client, Accreditation());
  ASSERT_TRUE(answered.ok()) << answered.error().Message(Language::kEn);
  EXPECT_TRUE(answered->verified.answer.accreditation().in_force());
  EXPECT_TRUE(IsYes(answered->verified.answer));
  EXPECT_EQ(*client.MinSize(), archive_.NewestCheckpoint().size);
  ASSERT_TRUE(Ask(client, Accreditation()).ok());
  EXPECT_EQ(node_.min_sizes, (std::vector<std::uint64_t>{0, archive_.NewestCheckpoint().size}));
  // What was fetched verifies again, offline.
  const auto again = OpenBundle(answered->bundle, client.trust(), now_ms_, 3'600'000);
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->answer.SerializeAsString(), answered->verified.answer.SerializeAsString());
  EXPECT_EQ(LedgerOfBundle(answered->bundle), ledger::testing::kChainId);
}

TEST_F(AskTest, TheAnswerToAnotherQuestionIsRefused) {
  Answer(archive_.BundleFor(ledger::testing::AskLicence(subjects_.licence)));
  EXPECT_EQ(AskFault(Accreditation()), "QUESTION_MISMATCH");
  // The same object at another time is another question.
  v1::Question earlier = Accreditation();
  earlier.set_effective_time(ledger::testing::kGenesisTimeMs);
  Answer(archive_.BundleFor(earlier));
  EXPECT_EQ(AskFault(Accreditation()), "QUESTION_MISMATCH");
}

TEST_F(AskTest, HistoryDoesNotPassAsThePresent) {
  auto parts = archive_.PartsFor(Accreditation());
  parts.as_of = true;
  const std::string history = Archive::Bytes(archive_.Bundle(parts));
  Answer(history);
  EXPECT_EQ(AskFault(Accreditation()), "QUESTION_MISMATCH");
  Client client = MakeClient();
  EXPECT_TRUE(Ask(client, Accreditation(), archive_.NewestCheckpoint().size).ok());
  Answer(archive_.BundleFor(Accreditation()));
  EXPECT_FALSE(Ask(client, Accreditation(), archive_.NewestCheckpoint().size).ok());
}

TEST_F(AskTest, AnAlteredBundleIsRefused) {
  const std::string bundle = archive_.BundleFor(Accreditation());
  for (std::size_t i = 0; i < bundle.size(); i += 7) {
    std::string altered = bundle;
    altered[i] = static_cast<char>(altered[i] ^ 1);
    Answer(altered);
    EXPECT_NE(AskFault(Accreditation()), "") << i;
  }
  Answer("");
  EXPECT_NE(AskFault(Accreditation()), "");
}

TEST_F(AskTest, AnOldAnswerIsRefused) {
  now_ms_ += 24 * 3'600'000;
  EXPECT_EQ(AskFault(Accreditation()), "BUNDLE_TOO_OLD");
  now_ms_ = archive_.signed_ms() - 3'600'000;
  EXPECT_EQ(AskFault(Accreditation()), "BUNDLE_FROM_FUTURE");
}

TEST_F(AskTest, AnAnswerFromBeforeWhatWasSeenIsRefused) {
  Remember(archive_.NewestCheckpoint().size + 5, crypto::Sha256("later"));
  EXPECT_EQ(AskFault(Accreditation()), "CHECKPOINT_BEHIND");
}

TEST_F(AskTest, AnAnswerFromAnotherHistoryIsRefused) {
  Remember(archive_.NewestCheckpoint().size, crypto::Sha256("another"));
  EXPECT_EQ(AskFault(Accreditation()), "FORKED");
}

TEST_F(AskTest, AnotherLedgersAnswerIsRefused) {
  const Archive solo(subjects_.world, Archive::Kind::kSolo);
  Answer(solo.BundleFor(Accreditation()));
  EXPECT_NE(AskFault(Accreditation()), "");
}

TEST_F(AskTest, ReadsRecordsPresentAndAbsent) {
  Client client = MakeClient();
  const std::string present = ledger::kElectorate.Key();
  const auto records = ReadRecords(client, {present, "\x7f nothing", present});
  ASSERT_TRUE(records.ok()) << records.error().Message(Language::kEn);
  EXPECT_EQ(records->records.size(), 2u);
  EXPECT_EQ(records->Get(present), subjects_.world.state().Get(present));
  EXPECT_EQ(records->Get("\x7f nothing"), std::nullopt);
  EXPECT_TRUE(records->checkpoints.oldest().has_value());
  const int calls = node_.calls;
  EXPECT_TRUE(ReadRecords(client, {})->records.empty());
  EXPECT_EQ(node_.calls, calls) << "nothing was asked";
}

TEST_F(AskTest, YesMeansThatItCounts) {
  Client client = MakeClient();
  const auto yes = [&](v1::Question question, std::optional<std::int64_t> on = std::nullopt) {
    if (on) question.set_effective_time(*on);
    const auto answered = Ask(client, question);
    EXPECT_TRUE(answered.ok());
    return answered.ok() && IsYes(answered->verified.answer);
  };
  EXPECT_TRUE(yes(Accreditation()));
  EXPECT_TRUE(yes(ledger::testing::AskDocument(subjects_.document)));
  EXPECT_TRUE(yes(ledger::testing::AskParticipant("participants/cnas")));
  EXPECT_TRUE(yes(ledger::testing::AskKey(ledger::testing::KeyNameOf("auditor"))));
  EXPECT_TRUE(yes(ledger::testing::AskRecords({ledger::kElectorate.Key()})));
  EXPECT_FALSE(yes(ledger::testing::AskLicence(subjects_.licence))) << "begins in ten days";
  EXPECT_FALSE(yes(ledger::testing::AskParticipant("participants/nobody")));
  EXPECT_FALSE(yes(Accreditation(), ledger::testing::kGenesisTimeMs - 1));
  EXPECT_FALSE(
      yes(ledger::testing::AskDocument(subjects_.document), ledger::testing::kGenesisTimeMs - 1))
      << "not registered by then";
  EXPECT_FALSE(IsYes(v1::Answer()));
}

TEST(LedgerOfBundle, GarbageIsOfNoLedger) {
  EXPECT_EQ(LedgerOfBundle(""), std::nullopt);
  EXPECT_EQ(LedgerOfBundle("garbage"), std::nullopt);
  EXPECT_EQ(LedgerOfBundle(std::string(300'000, 'x')), std::nullopt);
}

TEST_F(AskTest, NoThresholdIsNoYes) {
  v1::Answer answer;
  answer.set_found(true);
  auto& version = *answer.mutable_scheme_version();
  version.set_in_force(true);
  EXPECT_TRUE(IsYes(answer)) << "none was asked for";
  version.mutable_threshold()->set_limit("1");
  EXPECT_TRUE(IsYes(answer));
  version.mutable_threshold()->set_refusal(v1::CODE_CATEGORY_NOT_COVERED);
  EXPECT_FALSE(IsYes(answer));
}

TEST(CheckpointSpan, HoldsUpToTheOldest) {
  CheckpointSpan span;
  EXPECT_FALSE(span.oldest().has_value());
  const auto at = [](std::uint64_t size) {
    crypto::VerifiedCheckpoint checkpoint;
    checkpoint.checkpoint.size = size;
    return checkpoint;
  };
  for (const std::uint64_t size : {5u, 3u, 9u, 4u}) span.Add(at(size));
  EXPECT_EQ(span.oldest()->checkpoint.size, 3u);
  EXPECT_EQ(span.newest()->checkpoint.size, 9u);
  CheckpointSpan other;
  other.Add(at(2));
  span.Add(other);
  span.Add(CheckpointSpan());
  EXPECT_EQ(span.oldest()->checkpoint.size, 2u);
  EXPECT_EQ(span.newest()->checkpoint.size, 9u);
}

// --- Functions of the ledger over proved records ------------------------------------------------

TEST_F(AskTest, ReadsInHalvesWhatIsTooLargeForOneBundle) {
  int refused = 0;
  node_.prove = [&](const v1::ProveRequest& request) -> Result<v1::ProveResponse> {
    if (request.question().records().keys_size() > 2) {
      ++refused;
      return Error(ErrorKind::kRefused, v1::CODE_BUNDLE_TOO_LARGE);
    }
    return Response(archive_.BundleFor(request.question()));
  };
  std::vector<std::string> keys;
  for (const auto* id : {"auditor", "body-cn", "body-eu", "certifier", "nobody"}) {
    keys.push_back(ledger::kParticipants.Key(id));
  }
  Client client = MakeClient();
  const auto proved = ReadRecords(client, keys);
  ASSERT_TRUE(proved.ok()) << proved.error().Message(Language::kEn);
  EXPECT_EQ(proved->records.size(), 5u);
  EXPECT_TRUE(proved->Get(keys[3]).has_value());
  EXPECT_FALSE(proved->Get(keys[4]).has_value());
  EXPECT_GT(refused, 0);
}

TEST_F(AskTest, OneRecordThatIsTooLargeIsAnError) {
  node_.prove = [](const v1::ProveRequest&) -> Result<v1::ProveResponse> {
    return Error(ErrorKind::kRefused, v1::CODE_BUNDLE_TOO_LARGE);
  };
  Client client = MakeClient();
  const auto proved = ReadRecords(client, {ledger::kParticipants.Key("auditor")});
  ASSERT_FALSE(proved.ok());
  EXPECT_EQ(proved.error().code(), v1::CODE_BUNDLE_TOO_LARGE);
}

TEST_F(AskTest, FetchesWhatAFunctionReads) {
  Client client = MakeClient();
  ProvedState state(client);
  std::optional<v1::Participant> auditor;
  bool counts = false;
  // The second read depends on what the first one found.
  const auto done = state.Settle(
      {[&] {
         auditor = ledger::kParticipants.Get(state, "auditor");
         if (!auditor) return;
         counts =
             ledger::ParticipantHistory(auditor->id()).At(state, {now_ms_, now_ms_}).in_force();
       },
       [&] { ledger::kParticipants.Get(state, "certifier"); }});
  ASSERT_TRUE(done.ok()) << done.error().Message(Language::kEn);
  EXPECT_EQ(auditor->id(), "auditor");
  EXPECT_TRUE(counts);
  EXPECT_TRUE(state.checkpoints().newest().has_value());
  const int calls = node_.calls;
  ASSERT_TRUE(state.Fetch({ledger::kParticipants.Key("certifier")}).ok());
  EXPECT_EQ(node_.calls, calls) << "proved twice";
}

TEST_F(AskTest, ARecordThatCannotBeReadIsNotBelieved) {
  Client client = MakeClient();
  ProvedState state(client);
  const auto done = state.Settle({[&] {
    // Cut off.
    const auto record = *state.Get(ledger::kParticipants.Key("auditor"));
    ledger::ParseRecord<v1::Participant>(record.substr(0, record.size() - 1));
  }});
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.error().code(), v1::CODE_RECORD_MALFORMED);
  EXPECT_EQ(done.error().kind(), ErrorKind::kUnverified);
}

}  // namespace
}  // namespace tanji::client
