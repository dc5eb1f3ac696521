// The real connection, to a server in this process: errors, deadlines, addresses.
#include "client/sdk/grpc_node.h"

#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include "client/sdk/client.h"
#include "tanji/v1/error.pb.h"
#include "tanji/v1/event_service.grpc.pb.h"
#include "tanji/v1/log_service.grpc.pb.h"
#include "tanji/v1/transaction_service.grpc.pb.h"
#include "tests/client/sdk/fake_ledger.h"
#include "tests/client/sdk/temporary_directory.h"

namespace tanji::client {
namespace {

grpc::Status WithErrorInfo(grpc::StatusCode code, const std::string& reason,
                           const std::map<std::string, std::string>& metadata) {
  v1::ErrorInfo info;
  info.set_reason(reason);
  info.set_domain(std::string(kChain));
  info.mutable_metadata()->insert(metadata.begin(), metadata.end());
  v1::ErrorStatus status;
  status.set_code(code);
  auto& detail = *status.add_details();
  detail.set_type_url("type.googleapis.com/google.rpc.ErrorInfo");
  detail.set_value(info.SerializeAsString());
  return {code, "in English", status.SerializeAsString()};
}

// Answers from a FakeNode, after as many failures as a test asks for.
class Server final : public v1::TransactionService::Service,
                     public v1::LogService::Service,
                     public v1::EventService::Service {
 public:
  Server() : node_(&ledger_) {
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
    builder.RegisterService(static_cast<v1::TransactionService::Service*>(this));
    builder.RegisterService(static_cast<v1::LogService::Service*>(this));
    builder.RegisterService(static_cast<v1::EventService::Service*>(this));
    server_ = builder.BuildAndStart();
  }
  ~Server() override { server_->Shutdown(std::chrono::system_clock::now()); }

  std::string address() const { return "127.0.0.1:" + std::to_string(port_); }

  grpc::Status Submit(grpc::ServerContext*, const v1::SubmitRequest* request,
                      v1::SubmitResponse* response) override {
    ++submits;
    received.push_back(request->transaction());
    auto answer = node_.Submit(*request, 0);
    // As a real node does: it takes the transaction, and then the answer may get lost.
    if (!failures.empty()) {
      const grpc::Status status = failures.front();
      failures.erase(failures.begin());
      return status;
    }
    *response = *std::move(answer);
    return grpc::Status::OK;
  }
  grpc::Status GetCheckpoint(grpc::ServerContext* context, const v1::GetCheckpointRequest*,
                             v1::GetCheckpointResponse* response) override {
    while (hang && !context->IsCancelled()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    response->set_checkpoint(ledger_.Note());
    return grpc::Status::OK;
  }
  grpc::Status Watch(grpc::ServerContext*, const v1::WatchRequest* request,
                     grpc::ServerWriter<v1::WatchResponse>* writer) override {
    for (std::uint64_t i = request->from_index(); i < 100; ++i) {
      v1::WatchResponse event;
      event.set_index(i);
      event.set_next_index(i + 1);
      if (!writer->Write(event)) break;
    }
    return grpc::Status::OK;
  }

  FakeLedger ledger_;
  FakeNode node_;
  std::vector<grpc::Status> failures;
  std::vector<std::string> received;
  std::atomic<bool> hang = false;
  int submits = 0;

 private:
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

class GrpcNodeTest : public ::testing::Test {
 protected:
  GrpcNodeTest()
      : node_(*ConnectNode({server_.address()})),
        record_(*Home::Open(directory_.path())
                     ->Pin(std::string(kChain), server_.ledger_.Policy().Print(), false)) {}

  Client MakeClient() {
    ClientOptions options;
    options.pacing.sleep = [](std::int64_t) {};
    return Client(*node_, record_, server_.ledger_.MakeTrust(), std::move(options));
  }
  static std::string Transaction() {
    TransactionBuilder builder(std::string(kChain), "participants/std-body", 1);
    builder.SetNonce(std::string(16, 'n'));
    builder.Add().mutable_execute_ballot()->set_ballot("ballots/x");
    const std::string body = *builder.Body();
    return *Assemble(body, {SignBody(TestKey("a"), body)});
  }

  Server server_;
  TemporaryDirectory directory_;
  std::unique_ptr<Node> node_;
  LedgerHome record_;
};

TEST_F(GrpcNodeTest, RetriesTheSameBytesAndIsRecordedOnce) {
  server_.failures = {{grpc::StatusCode::UNAVAILABLE, "away"},
                      {grpc::StatusCode::DEADLINE_EXCEEDED, "late"},
                      WithErrorInfo(grpc::StatusCode::RESOURCE_EXHAUSTED, "QUEUE_FULL", {})};
  const auto submitted = MakeClient().Submit(Transaction());
  ASSERT_TRUE(submitted.ok()) << submitted.error().Message(Language::kEn);
  EXPECT_TRUE(submitted->applied());
  EXPECT_EQ(server_.submits, 4);
  for (const auto& bytes : server_.received) EXPECT_EQ(bytes, Transaction());
  EXPECT_EQ(server_.ledger_.log().size(), 4u);
}

TEST_F(GrpcNodeTest, RendersARefusalInTheUsersLanguage) {
  server_.failures = {WithErrorInfo(grpc::StatusCode::INVALID_ARGUMENT, "WRONG_CHAIN",
                                    {{"value", "other.example/x"},
                                     {"expected", std::string(kChain)},
                                     {"message_zh", "节点的话"},
                                     {"message_en", "the node's words"}})};
  const auto submitted = MakeClient().Submit(Transaction());
  ASSERT_FALSE(submitted.ok());
  EXPECT_EQ(submitted.error().code(), v1::CODE_WRONG_CHAIN);
  EXPECT_EQ(submitted.error().kind(), ErrorKind::kRefused);
  EXPECT_EQ(server_.submits, 1);
  const std::string zh = submitted.error().Message(Language::kZh);
  EXPECT_NE(zh.find("other.example/x"), std::string::npos);
  EXPECT_EQ(zh.find("节点的话"), std::string::npos);
  EXPECT_EQ(zh.find('{'), std::string::npos) << zh;
}

TEST_F(GrpcNodeTest, PassesOnTheTextsOfACodeItDoesNotKnow) {
  server_.failures = {WithErrorInfo(grpc::StatusCode::FAILED_PRECONDITION, "FROM_THE_FUTURE",
                                    {{"message_zh", "新规则"}, {"message_en", "a new rule"}})};
  const auto submitted = MakeClient().Submit(Transaction());
  ASSERT_FALSE(submitted.ok());
  EXPECT_EQ(submitted.error().name(), "FROM_THE_FUTURE");
  EXPECT_EQ(submitted.error().Message(Language::kZh), "新规则");
  EXPECT_EQ(submitted.error().Message(Language::kEn), "a new rule");
}

TEST_F(GrpcNodeTest, GarbageInTheDetailsIsOnlyAFailedCall) {
  server_.failures = {{grpc::StatusCode::INTERNAL, "broken", "\xff\xff\xff"}};
  const auto submitted = MakeClient().Submit(Transaction());
  ASSERT_FALSE(submitted.ok());
  EXPECT_EQ(submitted.error().name(), "NODE_FAILED");
  EXPECT_EQ(submitted.error().kind(), ErrorKind::kUnreachable);
}

TEST_F(GrpcNodeTest, ADeadlineIsKept) {
  server_.hang = true;
  const auto started = std::chrono::steady_clock::now();
  const auto answer = node_->GetCheckpoint(v1::GetCheckpointRequest(), /*timeout_ms=*/50);
  server_.hang = false;
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().name(), "TIMEOUT");
  EXPECT_TRUE(answer.error().retryable());
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(5));
}

TEST_F(GrpcNodeTest, AServiceThatIsNotThereIsNamed) {
  const auto answer = node_->GetStatus(v1::GetStatusRequest(), 5000);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().name(), "NOT_SERVED");
  EXPECT_FALSE(answer.error().retryable());
}

TEST_F(GrpcNodeTest, WatchingEndsWhenTheTakerHasEnough) {
  v1::WatchRequest request;
  request.set_from_index(7);
  std::vector<std::uint64_t> seen;
  const Done done = node_->Watch(request, [&](const v1::WatchResponse& event) {
    seen.push_back(event.index());
    return seen.size() < 3;
  });
  EXPECT_TRUE(done.ok());
  EXPECT_EQ(seen, (std::vector<std::uint64_t>{7, 8, 9}));
}

TEST_F(GrpcNodeTest, AStreamThatEndsByItselfMayBeResumed) {
  v1::WatchRequest request;
  request.set_from_index(98);
  int seen = 0;
  const Done done = node_->Watch(request, [&](const v1::WatchResponse&) { return ++seen > 0; });
  ASSERT_FALSE(done.ok());
  EXPECT_TRUE(done.error().retryable());
  EXPECT_EQ(seen, 2);
}

TEST(ConnectNode, NobodyThereIsUnreachable) {
  const auto node = *ConnectNode({"127.0.0.1:1"});
  const auto answer = node->GetStatus(v1::GetStatusRequest(), 5000);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().name(), "UNREACHABLE");
  EXPECT_TRUE(answer.error().retryable());
}

TEST(ConnectNode, TlsIsTheRuleForOtherMachines) {
  EXPECT_TRUE(IsThisMachine("127.0.0.1:7000"));
  EXPECT_TRUE(IsThisMachine("localhost:7000"));
  EXPECT_TRUE(IsThisMachine("[::1]:7000"));
  EXPECT_TRUE(IsThisMachine("unix:/run/tanji.sock"));
  EXPECT_FALSE(IsThisMachine("node.example:7000"));
  EXPECT_FALSE(IsThisMachine("127.example.org:7000"));
  EXPECT_FALSE(IsThisMachine("localhost.example.org:7000"));
  EXPECT_FALSE(IsThisMachine("10.0.0.1:7000"));
}

TEST(ConnectNode, ACertificateComesWithItsKey) {
  ConnectOptions options{"node.example:7000"};
  options.tls_certificate_file = "cert.pem";
  EXPECT_EQ(ConnectNode(options).error().name(), "TLS_PAIR");
  options.tls_key_file = "none.pem";
  EXPECT_EQ(ConnectNode(options).error().name(), "FILE_UNREADABLE");
}

// A server that speaks plain text is not spoken to where TLS was asked for.
TEST(ConnectNode, DoesNotFallBackToPlainText) {
  Server server;
  TemporaryDirectory directory;
  ASSERT_TRUE(
      WriteFile(directory / "ca.pem", "-----BEGIN CERTIFICATE-----\n", Overwrite::kNo).ok());
  ConnectOptions options{server.address()};
  options.tls_ca_file = directory / "ca.pem";
  const auto node = *ConnectNode(options);
  EXPECT_FALSE(node->GetCheckpoint(v1::GetCheckpointRequest(), 500).ok());
}

}  // namespace
}  // namespace tanji::client
