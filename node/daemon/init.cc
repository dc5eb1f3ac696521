#include "node/daemon/init.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "ledger/base/names.h"
#include "ledger/engine/genesis.h"
#include "ledger/modules/all.h"
#include "node/config/config.h"
#include "node/config/example.h"
#include "node/config/key_file.h"
#include "node/daemon/dev_genesis.h"
#include "node/daemon/layout.h"
#include "node/pipeline/clock.h"
#include "node/proofs/policy.h"

namespace tanji::node {
namespace {

namespace fs = std::filesystem;

absl::Status MakeDirectory(const fs::path& path, bool secret) {
  std::error_code error;
  fs::create_directories(path, error);
  if (!error && secret) fs::permissions(path, fs::perms::owner_all, error);
  if (!error) return absl::OkStatus();
  return absl::PermissionDeniedError(
      fmt::format("cannot make the directory {}: {}", path.string(), error.message()));
}

absl::Status WriteNewFile(const fs::path& path, std::string_view text) {
  if (fs::exists(path)) {
    return absl::AlreadyExistsError(fmt::format("{} exists and is not overwritten", path.string()));
  }
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  if (out) return absl::OkStatus();
  return absl::PermissionDeniedError(fmt::format("cannot write {}", path.string()));
}

absl::StatusOr<std::string> ReadWholeFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.good() && !in.eof()) {
    return absl::NotFoundError(fmt::format("cannot read the genesis file {}", path));
  }
  return text;
}

// The key in the file, which is made if it is not there.
absl::StatusOr<crypto::SigningKey> KeyIn(const fs::path& path) {
  auto key = ReadKeyFile(path.string());
  if (!absl::IsNotFound(key.status())) return key;
  auto made = crypto::SigningKey::Generate();
  if (absl::Status status = WriteKeyFile(path.string(), made); !status.ok()) return status;
  return made;
}

absl::Status CheckGenesisNames(const v1::NodeIdentity& self, const std::string& chain_id,
                               const v1::Genesis& genesis) {
  if (genesis.chain_id() != chain_id) {
    return absl::InvalidArgumentError(
        fmt::format("the genesis is of the chain {}, not of {}", genesis.chain_id(), chain_id));
  }
  for (const auto& node : genesis.nodes()) {
    if (node.id() != self.id()) continue;
    if (node.log_public_key() == self.log_public_key() &&
        node.cosigner_public_key() == self.cosigner_public_key()) {
      return absl::OkStatus();
    }
    return absl::InvalidArgumentError(fmt::format(
        "the genesis names the node {} with other keys than those in this directory", self.id()));
  }
  return absl::InvalidArgumentError(fmt::format(
      "the genesis does not name the node {}; `tanjid init --keys-only` prints what it should hold",
      self.id()));
}

v1::NodeList NodesOf(const v1::Genesis& genesis) {
  v1::NodeList list;
  *list.mutable_nodes() = genesis.nodes();
  return list;
}

// The genesis file's text; for trying out also the operator's key, once.
absl::StatusOr<std::string> GenesisText(const InitOptions& options, const v1::NodeIdentity& node,
                                        InitReport& report) {
  if (!options.genesis_file.empty()) return ReadWholeFile(options.genesis_file);
  const fs::path keys = fs::path(options.directory) / "keys";
  const auto key = KeyIn(keys / "operator.seed");
  if (!key.ok()) return key.status();
  report.operator_key_file = (keys / "operator.key").string();
  const absl::Status written = WriteSecretFile(report.operator_key_file, PrintDevKeyFile(*key));
  // Left by an attempt that did not come to its end; the seed is the same.
  if (!written.ok() && !absl::IsAlreadyExists(written)) return written;
  return PrintGenesis(MakeDevGenesis(options.chain_id, SystemClock().WallMs(), node, *key));
}

absl::Status MakeStore(const std::string& path, std::string_view genesis) {
  // First without a store: a genesis that is refused leaves nothing behind.
  const auto sound = ledger::ExecuteGenesis(genesis, ledger::AllModules());
  if (!sound.ok()) return sound.status();
  ledger::StoreOptions options;
  options.path = path;
  options.mode = ledger::StoreOptions::Mode::kCreate;
  auto store = ledger::Store::Open(options);
  if (!store.ok()) return store.status();
  absl::Status status = ledger::InitialiseStore(**store, genesis, ledger::AllModules());
  if (status.ok()) return status;
  // Ours, and of no use: the next attempt must find nothing.
  store->reset();
  std::error_code ignored;
  fs::remove_all(path, ignored);
  return status;
}

}  // namespace

absl::StatusOr<v1::NodeIdentity> MakeNodeKeys(const std::string& directory,
                                              const std::string& node_id) {
  if (!ledger::IsChosenId(node_id)) {
    return absl::InvalidArgumentError(
        fmt::format("'{}' is not a node id: 1 to 63 of a-z, 0-9 and '-'", node_id));
  }
  const fs::path keys = fs::path(directory) / "keys";
  if (absl::Status status = MakeDirectory(keys, /*secret=*/true); !status.ok()) return status;
  const auto log_key = KeyIn(keys / "log.seed");
  if (!log_key.ok()) return log_key.status();
  const auto cosigner_key = KeyIn(keys / "cosigner.seed");
  if (!cosigner_key.ok()) return cosigner_key.status();
  v1::NodeIdentity identity;
  identity.set_id(node_id);
  identity.set_role(v1::NODE_ROLE_VALIDATOR);
  identity.set_log_public_key(std::string(log_key->public_key().view()));
  identity.set_cosigner_public_key(std::string(cosigner_key->public_key().view()));
  return identity;
}

absl::StatusOr<InitReport> InitNode(const InitOptions& options) {
  if (!ledger::IsChainId(options.chain_id)) {
    return absl::InvalidArgumentError(
        fmt::format("'{}' is not a chain id: host/path of lower-case letters, digits, '.' and '-', "
                    "at most {} characters, such as ledger.example/baoting",
                    options.chain_id, ledger::kMaxChainIdBytes));
  }
  const fs::path directory = options.directory;
  InitReport report;
  report.config_file = (directory / "config.toml").string();
  if (fs::exists(report.config_file)) {
    return absl::AlreadyExistsError(
        fmt::format("{} exists; a node is made only once", report.config_file));
  }
  const auto node = MakeNodeKeys(options.directory, options.node_id);
  if (!node.ok()) return node.status();
  const auto genesis = GenesisText(options, *node, report);
  if (!genesis.ok()) return genesis.status();
  const auto parsed = ledger::ParseGenesis(*genesis);
  if (!parsed.ok()) return parsed.status();

  Config layout;
  layout.node.data_directory = (directory / layout.node.data_directory).string();
  absl::Status status = CheckGenesisNames(*node, options.chain_id, *parsed);
  if (status.ok()) status = CheckQuorumInReach(NodesOf(*parsed));
  if (status.ok()) status = MakeDirectory(layout.node.data_directory, /*secret=*/false);
  if (status.ok()) status = MakeStore(StorePath(layout), *genesis);
  if (status.ok()) status = WriteNewFile(directory / "genesis.json", *genesis);
  // Last: a directory with a configuration is a finished one.
  if (status.ok()) status = WriteNewFile(report.config_file, ExampleConfig(options.node_id));
  if (!status.ok()) return status;
  return report;
}

}  // namespace tanji::node
