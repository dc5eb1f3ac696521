// The client against a node that tells the truth, and against nodes that do not.
#include "client/sdk/client.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "crypto/hash/hex.h"
#include "tests/client/sdk/fake_ledger.h"
#include "tests/client/sdk/temporary_directory.h"

namespace tanji::client {
namespace {

class ClientTest : public ::testing::Test {
 protected:
  ClientTest()
      : home_(*Home::Open(directory_.path())),
        record_(*home_.Pin(std::string(kChain), ledger_.Policy().Print(), false)) {}

  Client MakeClient(bool verify = true) {
    ClientOptions options;
    options.verify = verify;
    options.pacing = {[this] { return now_ms_; },
                      [this](std::int64_t pause_ms) { now_ms_ += pause_ms; },
                      [](std::uint32_t n) { return n - 1; }};
    return Client(node_, record_, ledger_.MakeTrust(), std::move(options));
  }

  static std::string Transaction(const std::string& ballot = "ballots/x",
                                 const char* signer = "a") {
    TransactionBuilder builder(std::string(kChain), "participants/std-body", 1);
    builder.SetNonce(std::string(16, 'n'));
    builder.Add().mutable_execute_ballot()->set_ballot(ballot);
    const std::string body = *builder.Body();
    return *Assemble(body, {SignBody(TestKey(signer), body)});
  }
  static crypto::Hash IdOf(const std::string& transaction) {
    return ParseTransaction(transaction)->id();
  }
  std::string SubmitFault() {
    const auto submitted = MakeClient().Submit(Transaction());
    return submitted.ok() ? "" : submitted.error().name();
  }
  int Pending() const {
    int count = 0;
    std::error_code code;
    for (const auto& entry :
         std::filesystem::directory_iterator(record_.directory() + "/pending", code)) {
      (void)entry;
      ++count;
    }
    return count;
  }

  TemporaryDirectory directory_;
  FakeLedger ledger_;
  FakeNode node_{&ledger_};
  Home home_;
  LedgerHome record_;
  std::int64_t now_ms_ = 0;
};

// --- Submitting ---------------------------------------------------------------------------------

TEST_F(ClientTest, SubmitsAndProves) {
  Client client = MakeClient();
  const auto submitted = client.Submit(Transaction());
  ASSERT_TRUE(submitted.ok()) << submitted.error().Message(Language::kEn);
  EXPECT_TRUE(submitted->applied());
  EXPECT_EQ(submitted->id, IdOf(Transaction()));
  EXPECT_EQ(submitted->index, 2u);
  ASSERT_NE(submitted->proof, nullptr);
  EXPECT_EQ(submitted->proof->log.checkpoint.size, 4u);
  EXPECT_EQ(*client.MinSize(), 4u) << "the checkpoint was not remembered";
  EXPECT_EQ(Pending(), 0);
}

TEST_F(ClientTest, ARefusedTransactionIsAResultToo) {
  node_.code = v1::CODE_NOT_ENTITLED;
  const auto submitted = MakeClient().Submit(Transaction());
  ASSERT_TRUE(submitted.ok());
  EXPECT_FALSE(submitted->applied());
  EXPECT_EQ(submitted->fate, v1::FATE_FAILED);
  EXPECT_EQ(RefusalOf(*submitted).name(), "NOT_ENTITLED");
  EXPECT_NE(submitted->proof, nullptr) << "a refusal is in the log and is proved";
}

TEST_F(ClientTest, ADroppedTransactionIsReportedWithoutProof) {
  node_.alter_result = [](v1::SubmitResult& result) {
    const std::string id = result.transaction_id();
    result.Clear();
    result.set_transaction_id(id);
    result.set_fate(v1::FATE_DROPPED);
    result.set_code(v1::CODE_KEY_UNKNOWN);
    (*result.mutable_detail())["key"] = "ab";
  };
  const auto submitted = MakeClient().Submit(Transaction());
  ASSERT_TRUE(submitted.ok());
  EXPECT_EQ(submitted->fate, v1::FATE_DROPPED);
  EXPECT_EQ(submitted->detail, (Detail{{"key", "ab"}}));
  EXPECT_EQ(submitted->proof, nullptr);
}

TEST_F(ClientTest, SendsTheSameTransactionAgainUntilItIsAnswered) {
  int failures = 3;
  node_.fail = [&]() -> std::optional<Error> {
    if (failures-- == 0) return std::nullopt;
    return Error(kUnreachable, {{"node", "fake"}, {"reason", "away"}}).Retryable();
  };
  const auto submitted = MakeClient().Submit(Transaction());
  failures = -1;
  ASSERT_TRUE(submitted.ok());
  EXPECT_EQ(ledger_.log().size(), 4u) << "recorded more than once";
}

TEST_F(ClientTest, AnAnswerThatWasLostOnTheWayIsTheSameTheSecondTime) {
  // The node took the transaction, then the connection broke.
  bool lost = false;
  Client client = MakeClient();
  ASSERT_TRUE(client.Submit(Transaction()).ok());
  node_.fail = [&]() -> std::optional<Error> {
    if (std::exchange(lost, true)) return std::nullopt;
    return Error(kTimeout, {{"node", "fake"}, {"timeout_ms", "1"}}).Retryable();
  };
  const auto again = client.Submit(Transaction());
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->index, 2u);
  EXPECT_EQ(ledger_.log().size(), 4u);
}

TEST_F(ClientTest, AnUnknownFateKeepsTheTransaction) {
  node_.fail = []() -> std::optional<Error> {
    return Error(kUnreachable, {{"node", "fake"}, {"reason", "away"}}).Retryable();
  };
  const auto submitted = MakeClient().Submit(Transaction());
  ASSERT_FALSE(submitted.ok());
  EXPECT_EQ(submitted.error().name(), "FATE_UNKNOWN");
  EXPECT_EQ(submitted.error().kind(), ErrorKind::kUnreachable);
  EXPECT_EQ(node_.calls, 6);
  ASSERT_EQ(Pending(), 1);
  std::string file;
  for (const auto& [name, value] : submitted.error().detail()) {
    if (name == "file") file = value;
  }
  EXPECT_EQ(*ReadFile(file), Transaction());
}

// The first attempt may have been recorded; what a later one says does not change that.
TEST_F(ClientTest, ARefusalAfterAnAttemptThatBrokeOffLeavesTheFateUnknown) {
  int attempts = 0;
  node_.fail = [&]() -> std::optional<Error> {
    if (++attempts == 1) {
      return Error(kTimeout, {{"node", "fake"}, {"timeout_ms", "1"}}).Retryable();
    }
    return Error(ErrorKind::kRefused, v1::CODE_EXPIRED);
  };
  EXPECT_EQ(SubmitFault(), "FATE_UNKNOWN");
  EXPECT_EQ(Pending(), 1);
}

TEST_F(ClientTest, AFullQueueHasTakenNothing) {
  node_.fail = []() -> std::optional<Error> {
    return Error(ErrorKind::kUnreachable, v1::CODE_QUEUE_FULL).Retryable();
  };
  EXPECT_EQ(SubmitFault(), "QUEUE_FULL");
  EXPECT_EQ(Pending(), 0);
}

TEST_F(ClientTest, ARefusalBeforeItWasTriedIsNotRepeated) {
  node_.fail = []() -> std::optional<Error> {
    return Error(ErrorKind::kRefused, v1::CODE_WRONG_CHAIN);
  };
  EXPECT_EQ(SubmitFault(), "WRONG_CHAIN");
  EXPECT_EQ(node_.calls, 1);
  EXPECT_EQ(Pending(), 0);
}

TEST_F(ClientTest, OtherSignaturesOverTheSameBodyAreTheSameTransaction) {
  Client client = MakeClient();
  ASSERT_TRUE(client.Submit(Transaction("ballots/x", "a")).ok());
  const auto again = client.Submit(Transaction("ballots/x", "b"));
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->index, 2u);
}

TEST_F(ClientTest, CommittedNeedsNoProofAndQuorumDoes) {
  const auto committed = MakeClient().Submit(Transaction(), v1::WAIT_COMMITTED);
  ASSERT_TRUE(committed.ok());
  EXPECT_EQ(committed->proof, nullptr);
  node_.alter_result = [](v1::SubmitResult& result) { result.clear_log_proof(); };
  EXPECT_EQ(SubmitFault(), "PROOF_MISSING");
}

TEST_F(ClientTest, SubmitsBatchesInOrder) {
  const std::vector<std::string> transactions = {Transaction("a"), Transaction("b")};
  const auto submitted = MakeClient().SubmitBatch(transactions);
  ASSERT_TRUE(submitted.ok());
  ASSERT_EQ(submitted->size(), 2u);
  EXPECT_EQ((*submitted)[0].id, IdOf(transactions[0]));
  EXPECT_EQ((*submitted)[1].id, IdOf(transactions[1]));
}

TEST_F(ClientTest, FindsAStatusAndProvesIt) {
  Client client = MakeClient();
  ASSERT_TRUE(client.Submit(Transaction()).ok());
  ledger_.AppendBlock("later");
  const auto status = client.StatusOf(IdOf(Transaction()));
  ASSERT_TRUE(status.ok());
  EXPECT_TRUE(status->applied());
  EXPECT_EQ(node_.min_sizes.front(), 4u) << "min_size was not sent";
}

// --- Lies about a transaction -------------------------------------------------------------------

TEST_F(ClientTest, TheReceiptOfAnotherTransactionIsSeen) {
  Client client = MakeClient();
  ASSERT_TRUE(client.Submit(Transaction("other")).ok());
  v1::SubmitResult other;
  node_.alter_result = [&](v1::SubmitResult& result) { other = result; };
  ASSERT_TRUE(client.Submit(Transaction("other")).ok());

  node_.alter_result = [&](v1::SubmitResult& result) { result = other; };
  EXPECT_EQ(SubmitFault(), "WRONG_TRANSACTION");
  node_.alter_result = [&](v1::SubmitResult& result) {
    const std::string id = result.transaction_id();
    result = other;
    result.set_transaction_id(id);
  };
  EXPECT_EQ(SubmitFault(), "WRONG_TRANSACTION");
}

TEST_F(ClientTest, AnotherReceiptThanTheLogHoldsIsSeen) {
  node_.code = v1::CODE_NOT_ENTITLED;
  node_.alter_result = [](v1::SubmitResult& result) {
    result.set_fate(v1::FATE_APPLIED);
    result.set_code(v1::CODE_OK);
    result.clear_refused_operation();
  };
  EXPECT_EQ(SubmitFault(), "RECEIPT_MISMATCH");
  node_.alter_result = [](v1::SubmitResult& result) { result.set_fate(v1::FATE_APPLIED); };
  EXPECT_EQ(SubmitFault(), "RECEIPT_MISMATCH");
  node_.alter_result = [](v1::SubmitResult& result) { result.set_refused_operation(1); };
  EXPECT_EQ(SubmitFault(), "RECEIPT_MISMATCH");
  node_.alter_result = [](v1::SubmitResult& result) { result.set_fate(v1::FATE_UNSPECIFIED); };
  EXPECT_EQ(SubmitFault(), "RECEIPT_MISMATCH");
}

TEST_F(ClientTest, DroppedAndYetLoggedIsSeen) {
  node_.alter_result = [](v1::SubmitResult& result) { result.set_fate(v1::FATE_DROPPED); };
  EXPECT_EQ(SubmitFault(), "RECEIPT_MISMATCH");
}

TEST_F(ClientTest, AnEntryThatWasNeverLoggedIsSeen) {
  node_.alter_result = [](v1::SubmitResult& result) {
    v1::LogEntry entry;
    entry.ParseFromString(result.entry());
    entry.mutable_transaction()->mutable_receipt()->set_code(v1::CODE_EXPIRED);
    entry.mutable_transaction()->mutable_receipt()->set_refused_operation(0);
    result.set_entry(entry.SerializeAsString());
    result.set_fate(v1::FATE_FAILED);
    result.set_code(v1::CODE_EXPIRED);
    result.set_refused_operation(0);
  };
  EXPECT_EQ(SubmitFault(), "LOG_PROOF_FALSE");
}

TEST_F(ClientTest, EveryAlteredByteOfTheProofIsSeen) {
  const auto id = IdOf(Transaction());
  v1::SubmitResult honest;
  node_.alter_result = [&](v1::SubmitResult& result) { honest = result; };
  ASSERT_TRUE(MakeClient().Submit(Transaction()).ok());
  const Trust trust = ledger_.MakeTrust();
  for (std::size_t i = 0; i < honest.log_proof().size(); ++i) {
    v1::SubmitResult altered = honest;
    altered.mutable_log_proof()->at(i) ^= 1;
    EXPECT_FALSE(CheckSubmitResult(altered, id, true, trust).ok()) << i;
  }
  for (std::size_t i = 0; i < honest.entry().size(); ++i) {
    v1::SubmitResult altered = honest;
    altered.mutable_entry()->at(i) ^= 1;
    EXPECT_FALSE(CheckSubmitResult(altered, id, true, trust).ok()) << i;
  }
}

TEST_F(ClientTest, AnIndexOtherThanTheProvedOneIsSeen) {
  node_.alter_result = [](v1::SubmitResult& result) { result.set_index(result.index() + 1); };
  EXPECT_EQ(SubmitFault(), "WRONG_INDEX");
}

TEST_F(ClientTest, SignaturesOfStrangersProveNothing) {
  FakeLedger other("ledger.example/other");
  const auto index = other.AppendTransaction(Transaction(), v1::CODE_OK);
  other.AppendBlock("block");
  node_.alter_result = [&](v1::SubmitResult& result) {
    result.set_log_proof(other.Proof(index, other.log().size()));
  };
  EXPECT_EQ(SubmitFault(), "CHECKPOINT_WRONG_LOG");
}

TEST_F(ClientTest, UnverifiedPassesOnWhatTheNodeSaysAndRemembersNothing) {
  node_.alter_result = [](v1::SubmitResult& result) { result.clear_log_proof(); };
  const auto submitted = MakeClient(/*verify=*/false).Submit(Transaction());
  ASSERT_TRUE(submitted.ok());
  EXPECT_EQ(submitted->proof, nullptr);
  EXPECT_EQ(*record_.Checkpoint(), std::nullopt);
}

// --- The log ------------------------------------------------------------------------------------

TEST_F(ClientTest, FollowsTheLogAndSendsWhatItHasSeen) {
  Client client = MakeClient();
  ASSERT_TRUE(client.Refresh().ok());
  ledger_.AppendBlock("more");
  const auto log = client.Refresh();
  ASSERT_TRUE(log.ok());
  EXPECT_EQ(log->checkpoint.size, 3u);
  EXPECT_EQ(node_.min_sizes, (std::vector<std::uint64_t>{0, 2}));
}

TEST_F(ClientTest, AnOlderCheckpointIsRefused) {
  Client client = MakeClient();
  ledger_.AppendBlock("more");
  ASSERT_TRUE(client.Refresh().ok());
  node_.alter_checkpoint = [&](v1::GetCheckpointResponse& response) {
    response.set_checkpoint(ledger_.Note(2));
  };
  const auto log = client.Refresh();
  ASSERT_FALSE(log.ok());
  EXPECT_EQ(log.error().name(), "CHECKPOINT_BEHIND");
}

TEST_F(ClientTest, ARewrittenLogIsRefused) {
  Client client = MakeClient();
  ledger_.AppendBlock("ours");
  ASSERT_TRUE(client.Refresh().ok());
  FakeLedger other;
  for (int i = 0; i < 5; ++i) other.AppendBlock("theirs");
  node_.Serve(&other);
  EXPECT_EQ(client.Refresh().error().name(), "CONSISTENCY_FALSE");
}

TEST_F(ClientTest, AnotherChainsCheckpointIsRefused) {
  FakeLedger other("ledger.example/other");
  node_.Serve(&other);
  EXPECT_EQ(MakeClient().Refresh().error().name(), "CHECKPOINT_WRONG_LOG");
}

TEST_F(ClientTest, ReadsProvedEntriesUpToTheEnd) {
  for (int i = 0; i < 5; ++i) ledger_.AppendBlock(std::to_string(i));
  const auto entries = MakeClient().Entries(4, 10);
  ASSERT_TRUE(entries.ok());
  ASSERT_EQ(entries->size(), 3u);
  EXPECT_EQ(entries->front().index, 4u);
  EXPECT_EQ(entries->back().entry, ledger_.log().entries()[6]);
  EXPECT_TRUE(MakeClient().Entries(7, 1)->empty());
}

TEST_F(ClientTest, EntriesInAnotherOrderOrAlteredAreSeen) {
  for (int i = 0; i < 5; ++i) ledger_.AppendBlock(std::to_string(i));
  node_.alter_entries = [](v1::GetEntriesResponse& response) {
    response.mutable_entries()->SwapElements(0, 1);
  };
  EXPECT_EQ(MakeClient().Entries(2, 3).error().name(), "LOG_PROOF_FALSE");
  node_.alter_entries = [](v1::GetEntriesResponse& response) {
    response.mutable_entries(1)->back() ^= 1;
  };
  EXPECT_EQ(MakeClient().Entries(2, 3).error().name(), "LOG_PROOF_FALSE");
}

}  // namespace
}  // namespace tanji::client
