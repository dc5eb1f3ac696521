#include "node/daemon/init.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "ledger/engine/genesis.h"
#include "node/config/key_file.h"
#include "node/daemon/dev_genesis.h"
#include "tests/support/temp_dir.h"

namespace tanji::node {
namespace {

using ::testing::HasSubstr;

constexpr char kChain[] = "ledger.example/try";

class InitTest : public testing::Test {
 protected:
  InitOptions Options(const std::string& directory = "node") {
    InitOptions options;
    options.directory = directory_.File(directory);
    options.chain_id = kChain;
    return options;
  }
  std::string WriteGenesis(const v1::Genesis& genesis) {
    const std::string path = directory_.File("genesis.json");
    std::ofstream(path) << PrintGenesis(genesis);
    return path;
  }
  static void ExpectRefused(const InitOptions& options, absl::StatusCode code,
                            const std::string& says) {
    const auto report = InitNode(options);
    EXPECT_EQ(report.status().code(), code) << report.status();
    EXPECT_THAT(std::string(report.status().message()), HasSubstr(says));
  }

  testing_support::TempDir directory_;
};

TEST_F(InitTest, MakesANodeForTryingOut) {
  const auto report = InitNode(Options());
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_TRUE(std::filesystem::exists(report->config_file));
  EXPECT_TRUE(ReadKeyFile(directory_.File("node/keys/operator.seed")).ok());
  EXPECT_EQ(std::filesystem::status(report->operator_key_file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_TRUE(std::filesystem::exists(directory_.File("node/data/store")));
  EXPECT_TRUE(std::filesystem::exists(directory_.File("node/genesis.json")));
}

TEST_F(InitTest, ANodeIsMadeOnce) {
  ASSERT_TRUE(InitNode(Options()).ok());
  const auto key = ReadKeyFile(directory_.File("node/keys/log.seed"))->public_key();
  ExpectRefused(Options(), absl::StatusCode::kAlreadyExists, "config.toml exists");
  EXPECT_EQ(ReadKeyFile(directory_.File("node/keys/log.seed"))->public_key(), key);
}

TEST_F(InitTest, RefusesNamesThatAreNone) {
  auto options = Options();
  for (const char* chain_id : {"", "nopath", "Host/path", "a//b", "/a", "a/", "a b/c"}) {
    options.chain_id = chain_id;
    ExpectRefused(options, absl::StatusCode::kInvalidArgument, "is not a chain id");
  }
  options = Options();
  options.node_id = "Node 1";
  ExpectRefused(options, absl::StatusCode::kInvalidArgument, "is not a node id");
  EXPECT_FALSE(std::filesystem::exists(directory_.File("node")));
}

TEST_F(InitTest, TakesAGenesisThatNamesTheNode) {
  auto options = Options();
  const auto node = MakeNodeKeys(options.directory, options.node_id);
  ASSERT_TRUE(node.ok());
  // Asking again prints the same keys.
  EXPECT_EQ(MakeNodeKeys(options.directory, options.node_id)->SerializeAsString(),
            node->SerializeAsString());
  options.genesis_file = WriteGenesis(
      MakeDevGenesis(kChain, 1'700'000'000'000, *node, crypto::SigningKey::Generate()));
  const auto report = InitNode(options);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->operator_key_file, "");
}

TEST_F(InitTest, RefusesAGenesisOfOthers) {
  auto options = Options();
  auto node = *MakeNodeKeys(options.directory, options.node_id);
  const auto operator_key = crypto::SigningKey::Generate();
  options.genesis_file =
      WriteGenesis(MakeDevGenesis("other.example/x", 1'700'000'000'000, node, operator_key));
  ExpectRefused(options, absl::StatusCode::kInvalidArgument, "is of the chain other.example/x");

  node.set_id("node-2");
  WriteGenesis(MakeDevGenesis(kChain, 1'700'000'000'000, node, operator_key));
  ExpectRefused(options, absl::StatusCode::kInvalidArgument, "does not name the node node-1");

  node.set_id("node-1");
  node.mutable_log_public_key()->back() ^= 1;
  WriteGenesis(MakeDevGenesis(kChain, 1'700'000'000'000, node, operator_key));
  ExpectRefused(options, absl::StatusCode::kInvalidArgument, "with other keys");

  // What only its execution finds out leaves nothing behind either.
  node = *MakeNodeKeys(options.directory, options.node_id);
  auto genesis = MakeDevGenesis(kChain, 1'700'000'000'000, node, operator_key);
  genesis.mutable_participants(0)->mutable_keys(0)->set_holder("somebody-else");
  WriteGenesis(genesis);
  ExpectRefused(options, absl::StatusCode::kInvalidArgument, "genesis: membership");
  EXPECT_FALSE(std::filesystem::exists(directory_.File("node/data/store")));

  std::ofstream(options.genesis_file) << "{";
  ExpectRefused(options, absl::StatusCode::kInvalidArgument, "genesis");
  options.genesis_file = directory_.File("none.json");
  ExpectRefused(options, absl::StatusCode::kNotFound, "cannot read");
  EXPECT_FALSE(std::filesystem::exists(directory_.File("node/config.toml")));
}

TEST_F(InitTest, RefusesNodesWhoseCosignaturesNobodyCollects) {
  auto options = Options();
  const auto node = *MakeNodeKeys(options.directory, options.node_id);
  for (const auto role : {v1::NODE_ROLE_WITNESS, v1::NODE_ROLE_VALIDATOR}) {
    auto genesis = MakeDevGenesis(kChain, 1'700'000'000'000, node, crypto::SigningKey::Generate());
    auto& other = *genesis.add_nodes();
    other.set_id("witness-1");
    other.set_role(role);
    other.set_cosigner_public_key(std::string(crypto::SigningKey::Generate().public_key().view()));
    if (role == v1::NODE_ROLE_VALIDATOR) {
      other.set_log_public_key(std::string(crypto::SigningKey::Generate().public_key().view()));
    }
    options.genesis_file = WriteGenesis(genesis);
    ExpectRefused(options, absl::StatusCode::kFailedPrecondition,
                  "COSIGNATURES_NOT_COLLECTED: besides one validator the genesis names witness-1");
  }
  EXPECT_FALSE(std::filesystem::exists(directory_.File("node/data/store")));
}

}  // namespace
}  // namespace tanji::node
