#include "ledger/engine/genesis.h"

#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <set>

#include "crypto/sign/keys.h"
#include "ledger/base/names.h"
#include "ledger/base/outcome_text.h"
#include "ledger/engine/block_builder.h"
#include "ledger/engine/flags.h"
#include "ledger/engine/tables.h"
#include "ledger/state/record.h"

namespace tanji::ledger {
namespace {

// The state before there is any.
class EmptyState final : public StateReader {
 public:
  std::optional<std::string> Get(std::string_view) const override { return std::nullopt; }
};

absl::Status Invalid(const std::string& what) {
  return absl::InvalidArgumentError("genesis: " + what);
}

absl::Status CheckForm(const v1::Genesis& genesis) {
  if (!IsChainId(genesis.chain_id())) {
    return Invalid(fmt::format("chain_id '{}' is not host/path of at most {} characters",
                               genesis.chain_id(), kMaxChainIdBytes));
  }
  if (genesis.time() <= 0) return Invalid("time must be milliseconds since 1970");
  const auto& flags = genesis.flags();
  const bool ascending =
      std::adjacent_find(flags.begin(), flags.end(), std::greater_equal<>()) == flags.end();
  if (flags.empty() || flags[0] != v1::FEATURE_FLAG_FOUNDATION || !ascending) {
    return Invalid("flags must ascend and begin with FEATURE_FLAG_FOUNDATION");
  }
  for (const auto& row : genesis.parameters()) {
    const auto* rule = FindParameterRule(row.parameter());
    if (rule == nullptr || row.value() < rule->lowest || row.value() > rule->highest) {
      return Invalid(fmt::format("parameter {} cannot be {}", v1::Parameter_Name(row.parameter()),
                                 row.value()));
    }
  }
  return absl::OkStatus();
}

absl::Status CheckNode(const v1::NodeIdentity& node, std::set<std::string>& keys) {
  const bool validator = node.role() == v1::NODE_ROLE_VALIDATOR;
  if (!IsChosenId(node.id()) || node.role() == v1::NODE_ROLE_UNSPECIFIED) {
    return Invalid(fmt::format("node '{}' needs an id and a role", node.id()));
  }
  if (node.cosigner_public_key().size() != crypto::PublicKey::kSize ||
      node.log_public_key().size() != (validator ? crypto::PublicKey::kSize : 0)) {
    return Invalid(fmt::format(
        "node '{}': a validator has a log key and a cosigner key, a witness only the latter, of 32 "
        "bytes each",
        node.id()));
  }
  // A key that signs two kinds of things could be made to sign one as the other.
  for (const auto& key : {node.log_public_key(), node.cosigner_public_key()}) {
    if (!key.empty() && !keys.insert(key).second) {
      return Invalid(fmt::format("node '{}' uses a key that is used already", node.id()));
    }
  }
  return absl::OkStatus();
}

absl::Status LoadNodes(const v1::Genesis& genesis, StateWriter& state) {
  v1::NodeList list;
  std::set<std::string> keys;
  int validators = 0;
  for (const auto& node : genesis.nodes()) {
    const absl::Status status = CheckNode(node, keys);
    if (!status.ok()) return status;
    if (list.nodes_size() > 0 && list.nodes(list.nodes_size() - 1).id() >= node.id()) {
      return Invalid("nodes must ascend by id");
    }
    validators += node.role() == v1::NODE_ROLE_VALIDATOR;
    *list.add_nodes() = node;
    kNodes.Put(state, node.id(), node);
  }
  if (validators == 0 || list.nodes_size() > 64) {
    return Invalid("1 to 64 nodes are needed, at least one of them a validator");
  }
  kNodeList.Put(state, list);
  return absl::OkStatus();
}

absl::Status LoadState(const v1::Genesis& genesis, ModuleList modules, StateWriter& state) {
  for (const auto flag : genesis.flags()) {
    ScheduleFlag(state, static_cast<v1::FeatureFlag>(flag), 0);
  }
  for (const auto& row : genesis.parameters()) {
    StoreParameter(state, row.parameter(), row.value());
  }
  const absl::Status nodes = LoadNodes(genesis, state);
  if (!nodes.ok()) return nodes;
  const BlockContext context{genesis.chain_id(), 0, genesis.time(), FlagsAt(state, 0), {}};
  for (const Module* module : modules) {
    const Outcome outcome = module->load_genesis(genesis, context, state);
    if (!outcome.ok()) {
      return Invalid(fmt::format("{}: {}", module->name, Render(outcome, Language::kEn)));
    }
  }
  return absl::OkStatus();
}

v1::LogEntry GenesisEntryOf(const v1::Genesis& genesis, std::string_view file) {
  v1::LogEntry entry;
  auto& out = *entry.mutable_genesis();
  out.set_chain_id(genesis.chain_id());
  out.set_origin(genesis.chain_id());
  out.set_genesis_sha256(crypto::Sha256(file).str());
  out.set_genesis_size_bytes(file.size());
  *out.mutable_flags() = genesis.flags();
  return entry;
}

}  // namespace

bool IsChainId(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '/';
  };
  return !text.empty() && text.size() <= kMaxChainIdBytes &&
         std::all_of(text.begin(), text.end(), allowed) && text.front() != '/' &&
         text.back() != '/' && text.find('/') != text.npos && text.find("//") == text.npos;
}

absl::StatusOr<v1::Genesis> ParseGenesis(std::string_view file) {
  if (file.size() > kMaxGenesisBytes) return Invalid("the file is larger than 1 MiB");
  v1::Genesis genesis;
  const auto status = google::protobuf::util::JsonStringToMessage(
      google::protobuf::StringPiece(file.data(), static_cast<std::ptrdiff_t>(file.size())),
      &genesis);
  if (!status.ok()) return Invalid(std::string(status.message()));
  const absl::Status form = CheckForm(genesis);
  if (!form.ok()) return form;
  return genesis;
}

absl::StatusOr<ExecutedBlock> ExecuteGenesis(std::string_view file, ModuleList modules) {
  const auto genesis = ParseGenesis(file);
  if (!genesis.ok()) return genesis.status();
  const EmptyState nothing;
  Overlay state(nothing);
  const absl::Status loaded = LoadState(*genesis, modules, state);
  if (!loaded.ok()) return loaded;

  ExecutedBlock block;
  block.header.set_height(0);
  block.header.set_time(genesis->time());
  BlockBuilder builder({}, {}, {});
  builder.LogGenesis(GenesisEntryOf(*genesis, file));
  std::move(builder).Finish(state, {}, block);
  return block;
}

absl::Status InitialiseStore(Store& store, std::string_view file, ModuleList modules) {
  const auto tip = store.Now().ReadTip();
  if (!tip.ok()) return tip.status();
  if (*tip) return absl::AlreadyExistsError("the store holds a ledger already");
  auto block = ExecuteGenesis(file, modules);
  if (!block.ok()) return block.status();
  const absl::Status written = store.WriteGenesis(file);
  return written.ok() ? store.WriteBlock(block->write) : written;
}

}  // namespace tanji::ledger
