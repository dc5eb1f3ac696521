#include "node/daemon/node.h"

#include <gmock/gmock.h>
#include <grpcpp/create_channel.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "node/config/key_file.h"
#include "node/daemon/init.h"
#include "node/daemon/layout.h"
#include "node/daemon/ready_file.h"
#include "tanji/v1/node_service.grpc.pb.h"
#include "tests/support/temp_dir.h"

namespace tanji::node {
namespace {

using ::testing::HasSubstr;

class NodeTest : public testing::Test {
 protected:
  NodeTest() {
    InitOptions init;
    init.directory = directory_.path().string();
    init.chain_id = "ledger.example/try";
    const auto report = InitNode(init);
    EXPECT_TRUE(report.ok()) << report.status();
    config_ = *LoadConfig(report->config_file);
    config_.grpc.listen.port = 0;
    config_.http.listen.port = 0;
  }
  static NodeOptions Options() {
    NodeOptions options;
    options.version = "0.0.0-test";
    options.on_fatal = [](const absl::Status& status) { ADD_FAILURE() << status; };
    options.on_failure = options.on_fatal;
    return options;
  }
  // Why a node with this configuration does not serve.
  std::string Refusal(const Config& config) {
    const auto node = Node::Open(config, Options());
    const absl::Status status = node.ok() ? (*node)->Serve(config) : node.status();
    EXPECT_FALSE(status.ok());
    return std::string(status.message());
  }
  static std::string HeightOf(const Node& node) {
    grpc::ClientContext context;
    v1::GetStatusResponse response;
    const auto status =
        v1::NodeService::NewStub(
            grpc::CreateChannel(node.grpc_endpoint().Text(), grpc::InsecureChannelCredentials()))
            ->GetStatus(&context, {}, &response);
    return status.ok() ? std::to_string(response.height()) : status.error_message();
  }

  testing_support::TempDir directory_;
  Config config_;
};

TEST_F(NodeTest, ServesAndStopsAndServesAgain) {
  for (int i = 0; i < 2; ++i) {
    const auto node = Node::Open(config_, Options());
    ASSERT_TRUE(node.ok()) << node.status();
    const absl::Status served = (*node)->Serve(config_);
    ASSERT_TRUE(served.ok()) << served;
    EXPECT_EQ((*node)->chain_id(), "ledger.example/try");
    EXPECT_NE((*node)->grpc_endpoint().port, 0);
    EXPECT_NE((*node)->http_endpoint()->port, 0);
    EXPECT_EQ(HeightOf(**node), "0");
    (*node)->Stop();
    EXPECT_NE(HeightOf(**node), "0");
    (*node)->Stop();
  }
}

TEST_F(NodeTest, HttpCanBeOff) {
  config_.http.enabled = false;
  const auto node = Node::Open(config_, Options());
  ASSERT_TRUE((*node)->Serve(config_).ok());
  EXPECT_EQ((*node)->http_endpoint(), nullptr);
}

TEST_F(NodeTest, OneProcessAtATime) {
  const auto first = Node::Open(config_, Options());
  ASSERT_TRUE(first.ok());
  const auto second = Node::Open(config_, Options());
  EXPECT_TRUE(absl::IsFailedPrecondition(second.status())) << second.status();
}

TEST_F(NodeTest, RefusesKeysThatAreNotItsOwn) {
  const auto other = directory_.File("other.seed");
  ASSERT_TRUE(WriteKeyFile(other, crypto::SigningKey::Generate()).ok());
  Config config = config_;
  config.node.log_key_file = other;
  EXPECT_THAT(Refusal(config), HasSubstr("are not those that the ledger has"));
  config = config_;
  config.node.cosigner_key_file = other;
  EXPECT_THAT(Refusal(config), HasSubstr("are not those that the ledger has"));
  config = config_;
  config.node.id = "node-2";
  EXPECT_THAT(Refusal(config), HasSubstr("knows no node 'node-2'"));
  chmod(config_.node.log_key_file.c_str(), 0644);
  EXPECT_THAT(Refusal(config_), HasSubstr("chmod 600"));
}

TEST_F(NodeTest, SaysThatThereIsNoLedger) {
  config_.node.data_directory = directory_.File("nothing");
  EXPECT_TRUE(absl::IsNotFound(Node::Open(config_, Options()).status()));
}

TEST_F(NodeTest, TheReadyFileTellsScriptsWhere) {
  const std::string run = RunPath(config_);
  const auto node = Node::Open(config_, Options());
  ASSERT_TRUE((*node)->Serve(config_).ok());
  {
    ReadyFile ready(run);
    ASSERT_TRUE(ready.Write(**node, "1.2.3").ok());
    std::ifstream in(run + "/ready");
    const auto json = nlohmann::json::parse(std::string{std::istreambuf_iterator<char>(in), {}});
    EXPECT_EQ(json["pid"], getpid());
    EXPECT_EQ(json["version"], "1.2.3");
    EXPECT_EQ(json["chain_id"], "ledger.example/try");
    EXPECT_EQ(json["grpc"], (*node)->grpc_endpoint().Text());
    EXPECT_EQ(json["http"], (*node)->http_endpoint()->Text());
  }
  EXPECT_FALSE(std::ifstream(run + "/ready").good());
}

}  // namespace
}  // namespace tanji::node
