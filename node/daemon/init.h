// `tanjid init`: makes the directory of a node.
#pragma once

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include <string>

#include "tanji/v1/genesis.pb.h"

namespace tanji::node {

struct InitOptions {
  std::string directory;
  std::string chain_id;
  // Of this node in the genesis.
  std::string node_id = "node-1";
  // Empty: a genesis of one organisation is made, for trying out.
  std::string genesis_file;
};

// What `init` tells its operator.
struct InitReport {
  std::string config_file;
  // Of the one organisation of a genesis made for trying out: a key file for `tanji --key`, without
  // a passphrase. Empty otherwise. `operator.seed` beside it is the same key as tanjid writes keys.
  std::string operator_key_file;
};

// Makes the keys where there are none, so that the node's NodeIdentity can go into a genesis.
absl::StatusOr<v1::NodeIdentity> MakeNodeKeys(const std::string& directory,
                                              const std::string& node_id);

// Makes keys, configuration and store. AlreadyExists if there is a store or a configuration;
// InvalidArgument if the genesis is of another chain or does not name this node with its keys;
// FailedPrecondition if it names nodes whose cosignatures nobody would collect.
absl::StatusOr<InitReport> InitNode(const InitOptions& options);

}  // namespace tanji::node
