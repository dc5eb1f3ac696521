#include "node/config/config.h"

#include <fmt/format.h>

#include <charconv>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "ledger/base/names.h"
#include "node/config/section.h"

namespace tanji::node {
namespace {

constexpr std::size_t kMaxConfigBytes = 1 << 20;
constexpr std::string_view kLogLevels[] = {"trace", "debug", "info", "warn", "error"};

void ReadEndpoint(Section& section, std::string_view key, Endpoint& out) {
  std::string text = out.Text();
  section.Read(key, text);
  auto endpoint = Endpoint::Parse(text);
  if (endpoint.ok()) {
    out = *std::move(endpoint);
  } else {
    section.Complain(key, std::string(endpoint.status().message()));
  }
}

absl::Status ReadNode(Section section, NodeConfig& out) {
  section.Read("id", out.id);
  section.Read("data_directory", out.data_directory);
  section.Read("log_key_file", out.log_key_file);
  section.Read("cosigner_key_file", out.cosigner_key_file);
  if (!ledger::IsChosenId(out.id)) {
    section.Complain("id", "must be the node's id in the genesis: 1 to 63 of a-z, 0-9 and '-'");
  }
  if (out.data_directory.empty()) section.Complain("data_directory", "must not be empty");
  return section.Finish();
}

absl::Status ReadGrpc(Section section, GrpcConfig& out) {
  ReadEndpoint(section, "listen", out.listen);
  section.Read("tls_certificate_file", out.tls_certificate_file);
  section.Read("tls_key_file", out.tls_key_file);
  section.Read("tls_client_ca_file", out.tls_client_ca_file);
  section.Read("allow_plaintext", out.allow_plaintext);
  section.Read("max_concurrent_streams", out.max_concurrent_streams, 1, 100'000);
  section.Read("max_watchers", out.max_watchers, 0, 100'000);
  section.Read("memory_quota_mib", out.memory_quota_mib, 32, 1 << 20);
  section.Read("max_pending_per_connection", out.max_pending_per_connection, 1, 1'000'000);
  section.Read("max_pending_mib_per_connection", out.max_pending_mib_per_connection, 1, 1 << 16);
  const bool tls = !out.tls_certificate_file.empty();
  if (tls == out.tls_key_file.empty()) {
    section.Complain("tls_certificate_file", "needs tls_key_file beside it, and the reverse");
  }
  if (!tls && !out.tls_client_ca_file.empty()) {
    section.Complain("tls_client_ca_file", "needs tls_certificate_file and tls_key_file");
  }
  if (!tls && !out.listen.IsLoopback() && !out.allow_plaintext) {
    section.Complain("listen",
                     "is beyond this machine and has no TLS; give tls_certificate_file and "
                     "tls_key_file, or say allow_plaintext = true within a network you trust");
  }
  return section.Finish();
}

absl::Status ReadHttp(Section section, HttpConfig& out) {
  section.Read("enabled", out.enabled);
  ReadEndpoint(section, "listen", out.listen);
  section.Read("threads", out.threads, 1, 64);
  section.Read("max_connections", out.max_connections, 1, 100'000);
  section.Read("request_timeout_ms", out.request_timeout_ms, 100, 600'000);
  section.Read("idle_timeout_ms", out.idle_timeout_ms, 100, 3'600'000);
  return section.Finish();
}

absl::Status ReadPipeline(Section section, PipelineConfig& out) {
  section.Read("verify_threads", out.verify_threads, 0, 256);
  section.Read("queue_transactions", out.queue_transactions, 1'000, 10'000'000);
  section.Read("queue_mib", out.queue_mib, 8, 1 << 16);
  section.Read("freshness_interval_s", out.freshness_interval_s, 1, 86'400);
  return section.Finish();
}

absl::Status ReadStorage(Section section, StorageConfig& out) {
  section.Read("block_cache_mib", out.block_cache_mib, 8, 1 << 20);
  section.Read("write_buffer_mib", out.write_buffer_mib, 4, 1 << 14);
  return section.Finish();
}

absl::Status ReadLog(Section section, LogConfig& out) {
  section.Read("level", out.level);
  if (std::find(std::begin(kLogLevels), std::end(kLogLevels), out.level) == std::end(kLogLevels)) {
    section.Complain("level", "must be trace, debug, info, warn or error");
  }
  return section.Finish();
}

// The tables of the file, and nothing else at its top.
class File {
 public:
  File(const toml::table& root, std::string name) : root_(root), name_(std::move(name)) {}

  Section Table(const std::string& key) {
    known_.insert(key);
    return Section(root_[key].as_table(), name_, key);
  }
  absl::Status CheckTop() const {
    for (const auto& [key, node] : root_) {
      const bool known = known_.contains(key.str());
      if (known && node.is_table()) continue;
      const auto& at = key.source().begin;
      return absl::InvalidArgumentError(
          fmt::format("{}:{}:{}: {} '{}'", name_, at.line, at.column,
                      known ? "a table is expected under" : "unknown table or key", key.str()));
    }
    return absl::OkStatus();
  }

 private:
  const toml::table& root_;
  const std::string name_;
  std::set<std::string, std::less<>> known_;
};

absl::StatusOr<Config> FromTable(const toml::table& root, const std::string& name) {
  Config config;
  File file(root, name);
  absl::Status status = ReadNode(file.Table("node"), config.node);
  status.Update(ReadGrpc(file.Table("grpc"), config.grpc));
  status.Update(ReadHttp(file.Table("http"), config.http));
  status.Update(ReadPipeline(file.Table("pipeline"), config.pipeline));
  status.Update(ReadStorage(file.Table("storage"), config.storage));
  status.Update(ReadLog(file.Table("log"), config.log));
  // A misspelt table is the better explanation of a key that is missing.
  if (const absl::Status top = file.CheckTop(); !top.ok()) return top;
  if (!status.ok()) return status;
  return config;
}

}  // namespace

std::string Endpoint::Text() const {
  const bool v6 = host.find(':') != host.npos;
  return v6 ? fmt::format("[{}]:{}", host, port) : fmt::format("{}:{}", host, port);
}

bool Endpoint::IsLoopback() const {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
}

absl::StatusOr<Endpoint> Endpoint::Parse(std::string_view text) {
  const auto refuse = [&] {
    return absl::InvalidArgumentError(
        fmt::format("'{}' is not host:port, such as 127.0.0.1:7050 or [::1]:7050", text));
  };
  const std::size_t colon = text.rfind(':');
  if (colon == text.npos || colon == 0) return refuse();
  std::string_view host = text.substr(0, colon);
  const bool bracketed = host.starts_with('[') && host.ends_with(']') && host.size() > 2;
  if (bracketed) host = host.substr(1, host.size() - 2);
  if (bracketed != (host.find(':') != host.npos)) return refuse();
  if (host.find_first_of("[]/ ") != host.npos) return refuse();

  const std::string_view digits = text.substr(colon + 1);
  Endpoint endpoint{std::string(host), 0};
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), endpoint.port);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) {
    return refuse();
  }
  return endpoint;
}

absl::StatusOr<Config> ParseConfig(std::string_view text, const std::string& name) {
  try {
    const toml::table root = toml::parse(text, name);
    return FromTable(root, name);
  } catch (const toml::parse_error& error) {
    const auto& at = error.source().begin;
    return absl::InvalidArgumentError(
        fmt::format("{}:{}:{}: {}", name, at.line, at.column, error.description()));
  }
}

absl::StatusOr<Config> LoadConfig(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return absl::NotFoundError(fmt::format("cannot read the configuration {}", path));
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (text.size() > kMaxConfigBytes) {
    return absl::InvalidArgumentError(fmt::format("{} is larger than 1 MiB", path));
  }
  auto config = ParseConfig(text, path);
  if (!config.ok()) return config;
  const auto directory = std::filesystem::absolute(path).parent_path();
  for (std::string* file : {&config->node.data_directory, &config->node.log_key_file,
                            &config->node.cosigner_key_file, &config->grpc.tls_certificate_file,
                            &config->grpc.tls_key_file, &config->grpc.tls_client_ca_file}) {
    if (!file->empty()) *file = (directory / *file).lexically_normal().string();
  }
  return config;
}

}  // namespace tanji::node
