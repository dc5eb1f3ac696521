#include "node/proofs/policy.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "ledger/engine/tables.h"

namespace tanji::node {
namespace {

crypto::PolicyWitness CosignerOf(std::string_view chain_id, const v1::NodeIdentity& node,
                                 const crypto::PublicKey& key) {
  // Within the policy a name with a slash can be mistaken neither for a group nor for a word of the
  // syntax, which an id alone could.
  return {fmt::format("nodes/{}", node.id()),
          {CosignerName(chain_id, node.id()), crypto::NoteKeyType::kCosignature, key},
          ""};
}

absl::Status AddNode(std::string_view chain_id, const v1::NodeIdentity& node,
                     crypto::LedgerPolicyParts& parts) {
  const auto cosigner = crypto::PublicKey::FromBytes(node.cosigner_public_key());
  if (!cosigner) return absl::InvalidArgumentError("a node without a cosigner key");
  if (node.role() == v1::NODE_ROLE_WITNESS) {
    parts.witnesses.push_back(CosignerOf(chain_id, node, *cosigner));
    return absl::OkStatus();
  }
  const auto log_key = crypto::PublicKey::FromBytes(node.log_public_key());
  if (!log_key) return absl::InvalidArgumentError("a validator without a log key");
  parts.logs.push_back(
      {{std::string(chain_id), crypto::NoteKeyType::kEd25519, *log_key}, /*url=*/""});
  parts.validators.push_back(CosignerOf(chain_id, node, *cosigner));
  return absl::OkStatus();
}

}  // namespace

std::string CosignerName(std::string_view chain_id, std::string_view node_id) {
  return fmt::format("{}/nodes/{}", chain_id, node_id);
}

absl::StatusOr<crypto::Policy> PolicyOf(std::string_view chain_id, const v1::NodeList& nodes) {
  crypto::LedgerPolicyParts parts;
  for (const auto& node : nodes.nodes()) {
    const absl::Status status = AddNode(chain_id, node, parts);
    if (!status.ok()) return status;
  }
  if (!parts.witnesses.empty()) parts.witness_threshold = parts.witnesses.size() / 2 + 1;
  return crypto::MakeLedgerPolicy(parts);
}

absl::Status CheckQuorumInReach(const v1::NodeList& nodes) {
  std::vector<std::string> others;
  bool self = false;
  for (const auto& node : nodes.nodes()) {
    if (node.role() == v1::NODE_ROLE_VALIDATOR && !self) {
      self = true;
    } else {
      others.push_back(node.id());
    }
  }
  if (others.empty()) return absl::OkStatus();
  return absl::FailedPreconditionError(fmt::format(
      "COSIGNATURES_NOT_COLLECTED: besides one validator the genesis names {}; the policy would "
      "ask "
      "for their cosignatures, which this version collects from nobody, so no proof of this ledger "
      "could be verified. Name one validator and no witness",
      fmt::join(others, ", ")));
}

absl::StatusOr<crypto::Policy> PolicyOf(std::string_view chain_id,
                                        const ledger::StateReader& state) {
  const auto nodes = ledger::kNodeList.Get(state);
  if (!nodes) return absl::DataLossError("the state records no nodes");
  return PolicyOf(chain_id, *nodes);
}

}  // namespace tanji::node
