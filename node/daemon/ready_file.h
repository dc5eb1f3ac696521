// DIRECTORY/data/run/ready: tells scripts that the node serves, and where.
#pragma once

#include <absl/status/status.h>

#include <string>

#include "node/daemon/node.h"

namespace tanji::node {

// Removes its file when it goes.
class ReadyFile {
 public:
  explicit ReadyFile(const std::string& run_directory);
  ~ReadyFile();
  ReadyFile(const ReadyFile&) = delete;
  ReadyFile& operator=(const ReadyFile&) = delete;

  // {"pid": …, "chain_id": …, "version": …, "grpc": "host:port", "http": "host:port"}; "http" is
  // null where it is off. Appears as a whole.
  absl::Status Write(const Node& node, const std::string& version);

 private:
  const std::string directory_, path_;
};

}  // namespace tanji::node
