#include "node/daemon/dev_genesis.h"

#include <google/protobuf/util/json_util.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "crypto/hash/hex.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/rules.h"

namespace tanji::node {
namespace {

constexpr std::string_view kHolder = "operator-1";

v1::KeyGrant GrantAll(std::string_view chain_id, const crypto::SigningKey& key) {
  v1::KeyGrant grant;
  grant.set_public_key(std::string(key.public_key().view()));
  grant.set_holder(std::string(kHolder));
  for (int permission = 1; permission <= v1::Permission_MAX; ++permission) {
    grant.add_permissions(static_cast<v1::Permission>(permission));
  }
  const auto message =
      ledger::PossessionMessage(chain_id, ledger::ParticipantName(kOperatorId), kHolder);
  grant.set_possession_signature(std::string(key.Sign(message).view()));
  return grant;
}

}  // namespace

v1::Genesis MakeDevGenesis(std::string_view chain_id, std::int64_t time_ms,
                           const v1::NodeIdentity& node, const crypto::SigningKey& operator_key) {
  v1::Genesis genesis;
  genesis.set_chain_id(std::string(chain_id));
  genesis.set_time(time_ms);
  genesis.add_flags(v1::FEATURE_FLAG_FOUNDATION);

  auto& participant = *genesis.add_participants();
  participant.set_id(std::string(kOperatorId));
  participant.add_kinds(v1::PARTICIPANT_KIND_BODY);
  participant.add_kinds(v1::PARTICIPANT_KIND_ACCREDITOR);
  participant.add_kinds(v1::PARTICIPANT_KIND_OPERATOR);
  auto& name = *participant.mutable_legal_name();
  name.set_zh("试用账本运营方");
  name.set_en("Operator of a trial ledger");
  name.set_prevailing(v1::PREVAILING_ZH);
  name.set_translation(v1::TRANSLATION_HUMAN);
  participant.set_region("CN-HI");
  *participant.add_keys() = GrantAll(chain_id, operator_key);

  *genesis.add_nodes() = node;
  genesis.mutable_nodes(0)->set_operator_(ledger::ParticipantName(kOperatorId));
  return genesis;
}

std::string PrintDevKeyFile(const crypto::SigningKey& operator_key) {
  const nlohmann::json json = {
      {"format", "tanji-key-file-v1"},
      {"key_id", operator_key.key_id().Hex()},
      {"public_key", crypto::ToBase64(operator_key.public_key().view())},
      {"participant", ledger::ParticipantName(kOperatorId)},
      {"holder", kHolder},
      {"protection", "unprotected"},
      {"seed", crypto::ToBase64(operator_key.seed())},
  };
  return json.dump(2) + "\n";
}

std::string PrintGenesis(const v1::Genesis& genesis) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = true;
  options.preserve_proto_field_names = true;
  std::string text;
  // A message without Any or Struct always has its JSON.
  if (!google::protobuf::util::MessageToJsonString(genesis, &text, options).ok()) std::abort();
  return text;
}

}  // namespace tanji::node
