// Where a node keeps its things.
//
//   DIRECTORY/config.toml          the configuration
//   DIRECTORY/keys/*.seed          private keys, mode 0600
//   DIRECTORY/genesis.json         the genesis file, for people; the store has its own copy
//   DIRECTORY/data/store/          the ledger
//   DIRECTORY/data/run/ready       JSON of the running node: pid and addresses
#pragma once

#include <string>

#include "node/config/config.h"

namespace tanji::node {

inline std::string StorePath(const Config& config) {
  return config.node.data_directory + "/store";
}
inline std::string RunPath(const Config& config) {
  return config.node.data_directory + "/run";
}

}  // namespace tanji::node
