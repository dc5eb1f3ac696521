#include "node/daemon/ready_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace tanji::node {

namespace fs = std::filesystem;

ReadyFile::ReadyFile(const std::string& run_directory)
    : directory_(run_directory), path_(run_directory + "/ready") {
  // What a node that was killed has left.
  std::error_code ignored;
  fs::remove(path_, ignored);
}

ReadyFile::~ReadyFile() {
  std::error_code ignored;
  fs::remove(path_, ignored);
}

absl::Status ReadyFile::Write(const Node& node, const std::string& version) {
  nlohmann::json json;
  json["pid"] = getpid();
  json["chain_id"] = node.chain_id();
  json["version"] = version;
  json["grpc"] = node.grpc_endpoint().Text();
  if (const auto* http = node.http_endpoint()) {
    json["http"] = http->Text();
  } else {
    json["http"] = nullptr;
  }
  std::error_code error;
  fs::create_directories(directory_, error);
  const std::string unfinished = path_ + ".new";
  std::ofstream out(unfinished);
  out << json.dump(2) << '\n';
  out.close();
  if (out) fs::rename(unfinished, path_, error);
  if (out && !error) return absl::OkStatus();
  return absl::PermissionDeniedError(fmt::format("cannot write {}", path_));
}

}  // namespace tanji::node
