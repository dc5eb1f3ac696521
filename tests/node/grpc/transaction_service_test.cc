#include "crypto/log/log_tree.h"
#include "crypto/note/tlog_proof.h"
#include "ledger/state/record.h"
#include "tests/node/grpc/grpc_fixture.h"

namespace tanji::node {
namespace {

using ledger::testing::kChainId;
using ::testing::HasSubstr;
using testing_support::Call;
using testing_support::ExpectRefused;
using testing_support::SignDocument;
using testing_support::SignNow;

class TransactionServiceTest : public testing_support::GrpcTest {
 protected:
  void ExpectProved(const v1::SubmitResult& result) {
    const auto proved = crypto::VerifyTlogProof(
        result.log_proof(), crypto::LeafHash(result.entry()), Policy(), std::string(kChainId));
    ASSERT_TRUE(proved.ok()) << crypto::ToString(proved.fault());
    EXPECT_EQ(proved->index, result.index());
  }
  grpc::Status SubmitBatch(const std::vector<std::string>& transactions,
                           v1::SubmitBatchResponse& response) {
    Call call;
    v1::SubmitBatchRequest request;
    for (const auto& transaction : transactions) request.add_transactions(transaction);
    return transactions_->SubmitBatch(&call, request, &response);
  }
  grpc::Status GetTransaction(const std::string& id, v1::SubmitResult& result) {
    Call call;
    v1::GetTransactionRequest request;
    request.set_transaction_id(id);
    v1::GetTransactionResponse response;
    const auto status = transactions_->GetTransaction(&call, request, &response);
    result = response.result();
    return status;
  }
};

TEST_F(TransactionServiceTest, AppliedWithAProof) {
  Start();
  const std::string transaction = SignDocument("a");
  const v1::SubmitResult result = Submit(transaction);
  EXPECT_EQ(result.fate(), v1::FATE_APPLIED);
  EXPECT_EQ(result.code(), v1::CODE_OK);
  EXPECT_EQ(result.index(), 2u);
  EXPECT_FALSE(result.has_refused_operation());
  EXPECT_EQ(ledger::ParseRecord<v1::LogEntry>(result.entry()).transaction().transaction(),
            transaction);
  ExpectProved(result);
}

TEST_F(TransactionServiceTest, CommittedWithoutAProof) {
  Start();
  const v1::SubmitResult result = Submit(SignDocument("a"), v1::WAIT_COMMITTED);
  EXPECT_EQ(result.fate(), v1::FATE_APPLIED);
  EXPECT_EQ(result.log_proof(), "");
  EXPECT_EQ(result.index(), 2u);
}

TEST_F(TransactionServiceTest, FailedWithItsReason) {
  Start();
  Submit(SignDocument("a"));
  const v1::SubmitResult result = Submit(SignDocument("a"));
  EXPECT_EQ(result.fate(), v1::FATE_FAILED);
  EXPECT_EQ(result.code(), v1::CODE_ALREADY_EXISTS);
  ASSERT_TRUE(result.has_refused_operation());
  EXPECT_EQ(result.refused_operation(), 0u);
  EXPECT_FALSE(result.detail().empty());
  ExpectProved(result);
}

TEST_F(TransactionServiceTest, DroppedIsAResultAndNotAnError) {
  Start();
  const v1::SubmitResult malformed = Submit("nonsense");
  EXPECT_EQ(malformed.fate(), v1::FATE_DROPPED);
  EXPECT_EQ(malformed.code(), v1::CODE_WIRE_FIELD_UNKNOWN);
  EXPECT_FALSE(malformed.has_index());
  EXPECT_EQ(malformed.log_proof(), "");
  EXPECT_EQ(malformed.entry(), "");
  EXPECT_EQ(Submit("").fate(), v1::FATE_DROPPED);

  auto transaction = ledger::ParseRecord<v1::Transaction>(SignDocument("a"));
  transaction.mutable_signatures(0)->mutable_signature()->back() ^= 1;
  EXPECT_EQ(Submit(transaction.SerializeAsString()).code(), v1::CODE_SIGNATURE_FALSE);
  EXPECT_EQ(size(), 2u);
}

TEST_F(TransactionServiceTest, SubmittingIsIdempotent) {
  Start();
  const std::string transaction = SignDocument("a");
  const v1::SubmitResult first = Submit(transaction);
  Submit(SignDocument("b"));
  const v1::SubmitResult again = Submit(transaction);
  EXPECT_EQ(again.fate(), v1::FATE_APPLIED);
  EXPECT_EQ(again.index(), first.index());
  EXPECT_EQ(again.entry(), first.entry());
  // Under the newest checkpoint, not that of its time.
  EXPECT_NE(again.log_proof(), first.log_proof());
  ExpectProved(again);
}

TEST_F(TransactionServiceTest, RefusesAnUnknownWait) {
  Start();
  Call call;
  v1::SubmitRequest request;
  request.set_transaction(SignDocument("a"));
  request.set_wait(static_cast<v1::Wait>(7));
  v1::SubmitResponse response;
  ExpectRefused(transactions_->Submit(&call, request, &response),
                grpc::StatusCode::INVALID_ARGUMENT, "FIELD_OUT_OF_RANGE");
  EXPECT_EQ(size(), 2u);
}

TEST_F(TransactionServiceTest, BatchResultsComeInTheOrderOfTheRequest) {
  Start();
  Submit(SignDocument("known"));
  std::vector<std::string> batch;
  for (int i = 0; i < 300; ++i) {
    batch.push_back(i % 10 == 3   ? "nonsense"
                    : i % 10 == 7 ? SignDocument("known")
                                  : SignDocument(std::to_string(i)));
  }
  v1::SubmitBatchResponse response;
  const auto status = SubmitBatch(batch, response);
  ASSERT_TRUE(status.ok()) << status.error_message();
  ASSERT_EQ(response.results_size(), 300);
  for (int i = 0; i < 300; ++i) {
    const auto& result = response.results(i);
    EXPECT_EQ(result.fate(), i % 10 == 3   ? v1::FATE_DROPPED
                             : i % 10 == 7 ? v1::FATE_FAILED
                                           : v1::FATE_APPLIED);
    if (i % 10 == 3) continue;
    EXPECT_EQ(ledger::ParseRecord<v1::LogEntry>(result.entry()).transaction().transaction(),
              batch[static_cast<std::size_t>(i)]);
    if (i % 50 == 0) ExpectProved(result);
  }
}

TEST_F(TransactionServiceTest, BatchesAreBounded) {
  Start();
  v1::SubmitBatchResponse response;
  ExpectRefused(SubmitBatch({}, response), grpc::StatusCode::INVALID_ARGUMENT, "FIELD_MISSING");
  ExpectRefused(SubmitBatch(std::vector<std::string>(1'001, "x"), response),
                grpc::StatusCode::INVALID_ARGUMENT, "LIST_TOO_LONG");
  const std::vector<std::string> large(70, std::string(60'000, 'x'));
  ExpectRefused(SubmitBatch(large, response), grpc::StatusCode::INVALID_ARGUMENT, "FIELD_TOO_LONG");
  EXPECT_EQ(
      SubmitBatch(std::vector<std::string>(10, std::string(1 << 20, 'x')), response).error_code(),
      grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_TRUE(SubmitBatch(std::vector<std::string>(1'000, "x"), response).ok());
}

TEST_F(TransactionServiceTest, AFullQueueIsResourceExhausted) {
  PipelineOptions options;
  options.unverified = {0, 0};
  Start(options);
  Call call;
  v1::SubmitRequest request;
  request.set_transaction(SignDocument("a"));
  v1::SubmitResponse response;
  ExpectRefused(transactions_->Submit(&call, request, &response),
                grpc::StatusCode::RESOURCE_EXHAUSTED, "QUEUE_FULL");
  v1::SubmitBatchResponse batch;
  ExpectRefused(SubmitBatch({SignDocument("a"), SignDocument("b")}, batch),
                grpc::StatusCode::RESOURCE_EXHAUSTED, "QUEUE_FULL");
}

TEST_F(TransactionServiceTest, APartlyFullQueueSaysWhichWereLeftOut) {
  PipelineOptions options;
  options.unverified = {1'000, 3'000};  // bytes: a few transactions at a time
  Start(options);
  std::vector<std::string> batch;
  for (int i = 0; i < 200; ++i) batch.push_back(SignDocument(std::to_string(i)));
  v1::SubmitBatchResponse response;
  ASSERT_TRUE(SubmitBatch(batch, response).ok());
  int applied = 0, left_out = 0;
  for (const auto& result : response.results()) {
    applied += result.fate() == v1::FATE_APPLIED;
    left_out += result.fate() == v1::FATE_DROPPED && result.code() == v1::CODE_QUEUE_FULL;
  }
  EXPECT_EQ(applied + left_out, 200);
  EXPECT_GT(applied, 0);
  EXPECT_GT(left_out, 0);
}

TEST_F(TransactionServiceTest, FindsATransactionByItsId) {
  Start();
  const v1::SubmitResult submitted = Submit(SignDocument("a"));
  Submit(SignDocument("a"));
  v1::SubmitResult found;
  ASSERT_TRUE(GetTransaction(submitted.transaction_id(), found).ok());
  EXPECT_EQ(found.transaction_id(), submitted.transaction_id());
  EXPECT_EQ(found.fate(), v1::FATE_APPLIED);
  EXPECT_EQ(found.index(), submitted.index());
  EXPECT_EQ(found.entry(), submitted.entry());
  ExpectProved(found);

  const v1::SubmitResult failed = Submit(SignDocument("a"));
  ASSERT_TRUE(GetTransaction(failed.transaction_id(), found).ok());
  EXPECT_EQ(found.fate(), v1::FATE_FAILED);
  EXPECT_EQ(found.code(), v1::CODE_ALREADY_EXISTS);
  EXPECT_FALSE(found.detail().empty());

  ExpectRefused(GetTransaction(std::string(32, 'x'), found), grpc::StatusCode::NOT_FOUND,
                "NOT_FOUND");
  ExpectRefused(GetTransaction("short", found), grpc::StatusCode::INVALID_ARGUMENT, "FIELD_LENGTH");
}

TEST_F(TransactionServiceTest, AStoppedNodeTakesNothing) {
  Start();
  server_->Stop(std::chrono::milliseconds(1'000));
  Call call(std::chrono::milliseconds(2'000));
  v1::SubmitRequest request;
  request.set_transaction(SignDocument("a"));
  v1::SubmitResponse response;
  EXPECT_EQ(transactions_->Submit(&call, request, &response).error_code(),
            grpc::StatusCode::UNAVAILABLE);
}

}  // namespace
}  // namespace tanji::node
