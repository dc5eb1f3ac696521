// The configuration of a node: one TOML file, read once into this struct. Keys that are not known
// are refused with their position, and every key is explained in the file that `tanjid init` writes
// (example.h). Secrets are never in it, only the names of the files that hold them.
#pragma once

#include <absl/status/statusor.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace tanji::node {

// Where a server listens, `host:port`; an IPv6 host in brackets. Port 0: the system chooses one.
struct Endpoint {
  std::string host;  // an address or `localhost`, without brackets
  std::uint16_t port = 0;
  bool operator==(const Endpoint&) const = default;

  std::string Text() const;
  bool IsLoopback() const;
  static absl::StatusOr<Endpoint> Parse(std::string_view text);
};

struct NodeConfig {
  // The id of this node's NodeIdentity in the genesis.
  std::string id;
  // Holds `store/` and `run/`.
  std::string data_directory = "data";
  // Files of 64 hexadecimal digits, mode 0600 (key_file.h).
  std::string log_key_file = "keys/log.seed";
  std::string cosigner_key_file = "keys/cosigner.seed";
};

struct GrpcConfig {
  Endpoint listen{"127.0.0.1", 7050};
  // PEM files; TLS is on where both are given. They are read again when they change.
  std::string tls_certificate_file;
  std::string tls_key_file;
  // Given: clients must show a certificate that one of these authorities signed.
  std::string tls_client_ca_file;
  // Without TLS beyond the loopback interface only on the operator's word.
  bool allow_plaintext = false;
  std::int64_t max_concurrent_streams = 256;
  std::int64_t max_watchers = 256;
  std::int64_t memory_quota_mib = 512;
  // Transactions on their way through the node, per connection.
  std::int64_t max_pending_per_connection = 4'000;
  std::int64_t max_pending_mib_per_connection = 16;
};

struct HttpConfig {
  bool enabled = true;
  Endpoint listen{"127.0.0.1", 7051};
  std::int64_t threads = 1;
  std::int64_t max_connections = 256;
  std::int64_t request_timeout_ms = 10'000;
  std::int64_t idle_timeout_ms = 30'000;
};

struct PipelineConfig {
  // 0: one per core.
  std::int64_t verify_threads = 0;
  std::int64_t queue_transactions = 20'000;
  std::int64_t queue_mib = 64;
  std::int64_t freshness_interval_s = 600;
};

struct StorageConfig {
  std::int64_t block_cache_mib = 64;
  std::int64_t write_buffer_mib = 64;
};

struct LogConfig {
  // trace, debug, info, warn, error
  std::string level = "info";
};

struct Config {
  NodeConfig node;
  GrpcConfig grpc;
  HttpConfig http;
  PipelineConfig pipeline;
  StorageConfig storage;
  LogConfig log;
};

// `name` stands in messages. InvalidArgument: "name:line:column: what is wrong and what is right".
absl::StatusOr<Config> ParseConfig(std::string_view text, const std::string& name);
// Reads the file. Relative paths in it are taken from the directory of the file.
absl::StatusOr<Config> LoadConfig(const std::string& path);

}  // namespace tanji::node
