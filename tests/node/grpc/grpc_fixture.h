// A node's gRPC server on a loopback port, and a stock client of it.
#pragma once

#include <gmock/gmock.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "ledger/answers/bundle.h"
#include "node/grpc/server.h"
#include "node/proofs/policy.h"
#include "tanji/v1/error.pb.h"
#include "tanji/v1/event_service.grpc.pb.h"
#include "tanji/v1/evidence.grpc.pb.h"
#include "tanji/v1/factors.grpc.pb.h"
#include "tanji/v1/footprints.grpc.pb.h"
#include "tanji/v1/labels.grpc.pb.h"
#include "tanji/v1/log_service.grpc.pb.h"
#include "tanji/v1/membership.grpc.pb.h"
#include "tanji/v1/node_service.grpc.pb.h"
#include "tanji/v1/products.grpc.pb.h"
#include "tanji/v1/schemes.grpc.pb.h"
#include "tanji/v1/state_service.grpc.pb.h"
#include "tanji/v1/transaction_service.grpc.pb.h"
#include "tanji/v1/verification.grpc.pb.h"
#include "tests/support/solo_node.h"

namespace tanji::testing_support {

// A call's context with a deadline, so that a test that hangs fails.
struct Call : grpc::ClientContext {
  explicit Call(std::chrono::milliseconds timeout = std::chrono::seconds(20)) {
    set_deadline(std::chrono::system_clock::now() + timeout);
  }
};

// The ErrorInfo in the details of a refused call, as AIP-193 has it.
inline v1::ErrorInfo InfoOf(const grpc::Status& status) {
  v1::ErrorStatus error;
  v1::ErrorInfo info;
  EXPECT_TRUE(error.ParseFromString(status.error_details())) << status.error_message();
  EXPECT_EQ(error.code(), status.error_code());
  EXPECT_EQ(error.message(), status.error_message());
  if (error.details_size() != 1) {
    ADD_FAILURE() << "details: " << error.details_size();
    return info;
  }
  EXPECT_EQ(error.details(0).type_url(), "type.googleapis.com/google.rpc.ErrorInfo");
  EXPECT_TRUE(info.ParseFromString(error.details(0).value()));
  return info;
}

// That a call was refused with `code` and says why in both languages, every parameter filled in.
inline void ExpectRefused(const grpc::Status& status, grpc::StatusCode code,
                          std::string_view reason) {
  EXPECT_EQ(status.error_code(), code) << status.error_message();
  const v1::ErrorInfo info = InfoOf(status);
  EXPECT_EQ(info.reason(), reason);
  EXPECT_EQ(info.domain(), ledger::testing::kChainId);
  for (const char* name : {"message_zh", "message_en"}) {
    ASSERT_TRUE(info.metadata().contains(name));
    const std::string& text = info.metadata().at(name);
    EXPECT_FALSE(text.empty());
    EXPECT_EQ(text.find('{'), text.npos) << text;
  }
}

class GrpcTest : public testing::Test {
 protected:
  void Start(node::PipelineOptions options = {}) {
    node_ = std::make_unique<SoloNode>(nullptr, options);
    config_.listen = {"127.0.0.1", 0};
    auto server = node::GrpcServer::Start(
        config_, {&node_->pipeline(), std::string(ledger::testing::kChainId), "solo", "0.0.0-test",
                  [](const absl::Status& failure) { ADD_FAILURE() << failure; }});
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    channel_ = grpc::CreateChannel(server_->endpoint().Text(), grpc::InsecureChannelCredentials());
    transactions_ = v1::TransactionService::NewStub(channel_);
    log_ = v1::LogService::NewStub(channel_);
    state_ = v1::StateService::NewStub(channel_);
    events_ = v1::EventService::NewStub(channel_);
    about_ = v1::NodeService::NewStub(channel_);
    evidence_ = v1::EvidenceService::NewStub(channel_);
    membership_ = v1::MembershipService::NewStub(channel_);
    factors_ = v1::FactorsService::NewStub(channel_);
    products_ = v1::ProductsService::NewStub(channel_);
    schemes_ = v1::SchemesService::NewStub(channel_);
    footprints_ = v1::FootprintsService::NewStub(channel_);
    verification_ = v1::VerificationService::NewStub(channel_);
    labels_ = v1::LabelsService::NewStub(channel_);
  }
  void TearDown() override {
    server_.reset();
    node_.reset();
  }

  v1::SubmitResult Submit(const std::string& transaction, v1::Wait wait = v1::WAIT_UNSPECIFIED) {
    Call call;
    v1::SubmitRequest request;
    request.set_transaction(transaction);
    request.set_wait(wait);
    v1::SubmitResponse response;
    const auto status = transactions_->Submit(&call, request, &response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return response.result();
  }
  v1::ProveResponse Prove(const v1::ProveRequest& request) {
    Call call;
    v1::ProveResponse response;
    const auto status = state_->Prove(&call, request, &response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return response;
  }
  std::string PolicyText() {
    Call call;
    v1::GetPolicyResponse response;
    EXPECT_TRUE(about_->GetPolicy(&call, {}, &response).ok());
    return response.policy();
  }
  crypto::Policy Policy() { return *crypto::Policy::Parse(PolicyText()); }
  std::uint64_t size() { return node_->served()->log_size; }

  node::GrpcConfig config_;
  std::unique_ptr<SoloNode> node_;
  std::unique_ptr<node::GrpcServer> server_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::TransactionService::Stub> transactions_;
  std::unique_ptr<v1::LogService::Stub> log_;
  std::unique_ptr<v1::StateService::Stub> state_;
  std::unique_ptr<v1::EventService::Stub> events_;
  std::unique_ptr<v1::NodeService::Stub> about_;
  std::unique_ptr<v1::EvidenceService::Stub> evidence_;
  std::unique_ptr<v1::MembershipService::Stub> membership_;
  std::unique_ptr<v1::FactorsService::Stub> factors_;
  std::unique_ptr<v1::ProductsService::Stub> products_;
  std::unique_ptr<v1::SchemesService::Stub> schemes_;
  std::unique_ptr<v1::FootprintsService::Stub> footprints_;
  std::unique_ptr<v1::VerificationService::Stub> verification_;
  std::unique_ptr<v1::LabelsService::Stub> labels_;
};

}  // namespace tanji::testing_support
