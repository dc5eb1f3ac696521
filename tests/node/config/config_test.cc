#include "node/config/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "node/config/example.h"
#include "tests/support/temp_dir.h"

namespace tanji::node {
namespace {

using ::testing::HasSubstr;

absl::StatusOr<Config> Parse(std::string_view text) {
  return ParseConfig(text, "node.toml");
}

std::string Refusal(std::string_view text) {
  const auto config = Parse(text);
  EXPECT_FALSE(config.ok()) << text;
  return config.ok() ? "" : std::string(config.status().message());
}

TEST(Config, ExampleHasTheDefaults) {
  const auto config = Parse(ExampleConfig("bt-node-1"));
  ASSERT_TRUE(config.ok()) << config.status();
  EXPECT_EQ(config->node.id, "bt-node-1");

  const auto minimal = Parse("[node]\nid = \"bt-node-1\"\n");
  ASSERT_TRUE(minimal.ok()) << minimal.status();
  EXPECT_EQ(config->node.data_directory, minimal->node.data_directory);
  EXPECT_EQ(config->node.log_key_file, minimal->node.log_key_file);
  EXPECT_EQ(config->node.cosigner_key_file, minimal->node.cosigner_key_file);
  EXPECT_EQ(config->grpc.listen, minimal->grpc.listen);
  EXPECT_EQ(config->grpc.max_concurrent_streams, minimal->grpc.max_concurrent_streams);
  EXPECT_EQ(config->grpc.max_watchers, minimal->grpc.max_watchers);
  EXPECT_EQ(config->grpc.memory_quota_mib, minimal->grpc.memory_quota_mib);
  EXPECT_EQ(config->grpc.max_pending_per_connection, minimal->grpc.max_pending_per_connection);
  EXPECT_EQ(config->grpc.max_pending_mib_per_connection,
            minimal->grpc.max_pending_mib_per_connection);
  EXPECT_EQ(config->http.enabled, minimal->http.enabled);
  EXPECT_EQ(config->http.listen, minimal->http.listen);
  EXPECT_EQ(config->http.threads, minimal->http.threads);
  EXPECT_EQ(config->http.max_connections, minimal->http.max_connections);
  EXPECT_EQ(config->http.request_timeout_ms, minimal->http.request_timeout_ms);
  EXPECT_EQ(config->http.idle_timeout_ms, minimal->http.idle_timeout_ms);
  EXPECT_EQ(config->pipeline.verify_threads, minimal->pipeline.verify_threads);
  EXPECT_EQ(config->pipeline.queue_transactions, minimal->pipeline.queue_transactions);
  EXPECT_EQ(config->pipeline.queue_mib, minimal->pipeline.queue_mib);
  EXPECT_EQ(config->pipeline.freshness_interval_s, minimal->pipeline.freshness_interval_s);
  EXPECT_EQ(config->storage.block_cache_mib, minimal->storage.block_cache_mib);
  EXPECT_EQ(config->storage.write_buffer_mib, minimal->storage.write_buffer_mib);
  EXPECT_EQ(config->log.level, minimal->log.level);
}

// Every key that the reader knows stands in the example: taking one line out of the example and
// misspelling its key must be refused, with the key named in what is known.
TEST(Config, EveryMisspeltKeyIsRefusedWithItsPosition) {
  const std::string example = ExampleConfig("bt-node-1");
  std::size_t keys = 0;
  std::size_t line_number = 0;
  for (std::size_t start = 0; start < example.size();) {
    const std::size_t end = example.find('\n', start);
    const std::string line = example.substr(start, end - start);
    ++line_number;
    if (!line.empty() && line[0] != '#' && line[0] != '[') {
      ++keys;
      std::string altered = example;
      altered.insert(start, "x");
      EXPECT_THAT(Refusal(altered), HasSubstr("node.toml:" + std::to_string(line_number) + ":1:"));
      EXPECT_THAT(Refusal(altered), HasSubstr("unknown key"));
    }
    start = end + 1;
  }
  EXPECT_EQ(keys, 27u);
}

TEST(Config, RefusesUnknownTables) {
  EXPECT_THAT(Refusal("[node]\nid = \"a\"\n[grcp]\n"), HasSubstr("node.toml:3:2: unknown table"));
  EXPECT_THAT(Refusal("id = \"a\"\n"), HasSubstr("node.toml:1:1:"));
  EXPECT_THAT(Refusal("node = 3\n"), HasSubstr("a table is expected under 'node'"));
}

TEST(Config, RefusesWrongValues) {
  const std::string head = "[node]\nid = \"a\"\n";
  EXPECT_THAT(Refusal(""), HasSubstr("node.id"));
  EXPECT_THAT(Refusal("[node]\nid = \"Not-An-Id\"\n"), HasSubstr("node.toml:2:6: node.id"));
  EXPECT_THAT(Refusal("[node]\nid = 7\n"), HasSubstr("must be a text"));
  EXPECT_THAT(Refusal(head + "[http]\nthreads = 0\n"), HasSubstr("from 1 to 64"));
  EXPECT_THAT(Refusal(head + "[http]\nthreads = 1.5\n"), HasSubstr("whole number"));
  EXPECT_THAT(Refusal(head + "[http]\nenabled = \"yes\"\n"), HasSubstr("true or false"));
  EXPECT_THAT(Refusal(head + "[log]\nlevel = \"loud\"\n"), HasSubstr("trace, debug"));
  EXPECT_THAT(Refusal(head + "[log]\nlevel = \n"), HasSubstr("node.toml:4:"));
}

TEST(Config, PlaintextBeyondThisMachineNeedsTheOperatorsWord) {
  const std::string head = "[node]\nid = \"a\"\n[grpc]\nlisten = \"0.0.0.0:7050\"\n";
  EXPECT_THAT(Refusal(head), HasSubstr("allow_plaintext"));
  EXPECT_TRUE(Parse(head + "allow_plaintext = true\n").ok());
  EXPECT_TRUE(Parse(head + "tls_certificate_file = \"c\"\ntls_key_file = \"k\"\n").ok());
  EXPECT_THAT(Refusal(head + "tls_certificate_file = \"c\"\n"), HasSubstr("tls_key_file"));
  EXPECT_THAT(Refusal(head + "allow_plaintext = true\ntls_client_ca_file = \"c\"\n"),
              HasSubstr("tls_client_ca_file"));
}

TEST(Config, PathsStartFromTheDirectoryOfTheFile) {
  const testing_support::TempDir temporary;
  const auto& directory = temporary.path();
  const auto path = directory / "node.toml";
  std::ofstream(path) << "[node]\nid = \"a\"\ndata_directory = \"../d\"\nlog_key_file = \"/k/l\"\n";
  const auto config = LoadConfig(path.string());
  ASSERT_TRUE(config.ok()) << config.status();
  EXPECT_EQ(config->node.data_directory, (directory.parent_path() / "d").string());
  EXPECT_EQ(config->node.log_key_file, "/k/l");
  EXPECT_EQ(config->node.cosigner_key_file, (directory / "keys/cosigner.seed").string());
  EXPECT_EQ(config->grpc.tls_key_file, "");
  EXPECT_TRUE(absl::IsNotFound(LoadConfig(temporary.File("none.toml")).status()));
}

TEST(Endpoint, ReadsWhatItWrites) {
  for (const char* text : {"127.0.0.1:7050", "[::1]:0", "localhost:65535", "node.example:443"}) {
    const auto endpoint = Endpoint::Parse(text);
    ASSERT_TRUE(endpoint.ok()) << text;
    EXPECT_EQ(endpoint->Text(), text);
  }
  for (const char* text : {"", "7050", ":7050", "a:", "a:65536", "a:-1", "a:1x", "::1:7050",
                           "[a]:1", "[::1]", "a b:1", "http://a:1"}) {
    EXPECT_FALSE(Endpoint::Parse(text).ok()) << text;
  }
  EXPECT_TRUE(Endpoint::Parse("127.8.0.1:1")->IsLoopback());
  EXPECT_FALSE(Endpoint::Parse("0.0.0.0:1")->IsLoopback());
}

}  // namespace
}  // namespace tanji::node
