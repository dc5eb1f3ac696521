#include "tests/crash/node.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>

#include "crypto/hash/hex.h"
#include "tests/crash/fail.h"

namespace tanji::crash {
namespace {

constexpr Milliseconds kInitLimit{60'000};
// Both read the whole log; the machine may be busy and the build sanitized.
constexpr Milliseconds kAuditLimit{300'000};

crypto::SigningKey ReadSeed(const std::string& file) {
  std::string text = ReadWholeFile(file);
  if (!text.empty() && text.back() == '\n') text.pop_back();
  const auto seed = crypto::FromHex(text);
  const auto key = seed ? crypto::SigningKey::FromSeed(*seed) : std::nullopt;
  Require(key.has_value(), "{} is not a seed of 64 hexadecimal digits", file);
  return *key;
}

// Replaces the value of every `name = ...` line; fails if there is none.
std::string SetValue(const std::string& toml, const std::string& name, const std::string& value) {
  const std::regex line("(^|\n)(" + name + " = )[^\n]*");
  Require(std::regex_search(toml, line), "the configuration that init wrote has no `{}`", name);
  return std::regex_replace(toml, line, "$1$2" + value);
}

}  // namespace

NodeDirectory::NodeDirectory(std::string tanjid, std::string directory)
    : tanjid_(std::move(tanjid)), directory_(std::move(directory)), log_file_(directory_ + ".log") {
  RunToEnd({tanjid_, "init", "--dir", directory_, "--chain-id", std::string(kChainId)}, log_file_,
           kInitLimit);
  operator_key_ = ReadSeed(directory_ + "/keys/operator.seed");
  AdaptConfig();
}

void NodeDirectory::AdaptConfig() const {
  std::string toml = ReadWholeFile(config());
  toml = SetValue(toml, "listen", "\"127.0.0.1:0\"");
  toml = SetValue(toml, "verify_threads", "2");
  // Small, so that what lies behind the newest blocks moves to its place often.
  toml = SetValue(toml, "write_buffer_mib", "4");
  toml = SetValue(toml, "block_cache_mib", "8");
  // Often, so that the newest checkpoint is signed again while the loop looks.
  toml = SetValue(toml, "freshness_interval_s", "1");
  std::ofstream out(config(), std::ios::binary | std::ios::trunc);
  out << toml;
  out.close();
  Require(!out.fail(), "cannot write {}", config());
}

std::unique_ptr<Child> NodeDirectory::Start(const std::string& crash_at) const {
  // What a killed node left would be mistaken for the new one's.
  std::error_code ignored;
  std::filesystem::remove(directory_ + "/data/run/ready", ignored);
  return std::make_unique<Child>(std::vector<std::string>{tanjid_, "start", "--config", config()},
                                 std::vector<std::string>{"TANJI_CRASH_AT=" + crash_at, "LC_ALL=C"},
                                 log_file_);
}

std::optional<std::string> NodeDirectory::ReadyAddress(const Child& node) const {
  const std::string text = ReadWholeFile(directory_ + "/data/run/ready");
  if (text.empty()) return std::nullopt;
  const auto json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  Require(json.is_object() && json.contains("pid") && json.contains("grpc"),
          "run/ready is not what it should be, which it must never be: {}", text);
  Require(json["pid"] == node.pid(), "run/ready names process {}, the node is {}",
          json["pid"].dump(), node.pid());
  return json["grpc"].get<std::string>();
}

std::uint64_t NodeDirectory::Fsck() const {
  const std::string output =
      RunToEnd({tanjid_, "fsck", "--config", config()}, log_file_, kAuditLimit);
  static const std::regex entries(R"(\bentries=([0-9]+))");
  std::smatch match;
  Require(std::regex_search(output, match, entries),
          "`tanjid fsck` does not say how many entries it checked: {}", output);
  return std::stoull(match[1]);
}

void NodeDirectory::Replay() const {
  RunToEnd({tanjid_, "replay", "--config", config()}, log_file_, kAuditLimit);
}

}  // namespace tanji::crash
