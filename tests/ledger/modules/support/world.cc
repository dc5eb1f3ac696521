#include "tests/ledger/modules/support/world.h"

#include <fmt/core.h>
#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "ledger/base/names.h"
#include "ledger/base/serial.h"
#include "ledger/modules/all.h"
#include "ledger/modules/membership/rules.h"

namespace tanji::ledger::testing {
namespace {

// Ascending by key id, as the executor has them.
std::vector<Signer> SignersOf(std::string_view participant_id, const std::vector<int>& keys) {
  std::vector<Signer> out;
  for (const int number : keys) {
    out.push_back({KeyOf(participant_id, number).key_id(), fmt::format("h{}", number)});
  }
  std::ranges::sort(out, {}, &Signer::key_id);
  return out;
}

}  // namespace

crypto::SigningKey KeyOf(std::string_view participant_id, int number) {
  const auto seed = crypto::Sha256(fmt::format("test key {} {}", participant_id, number));
  return crypto::SigningKey::FromSeed(seed.view()).value();
}

std::string KeyNameOf(std::string_view participant_id, int number) {
  return MakeName("keys", KeyOf(participant_id, number).key_id());
}

v1::BilingualText Text(std::string_view zh, std::string_view en) {
  v1::BilingualText text;
  text.set_zh(std::string(zh));
  text.set_en(std::string(en));
  text.set_prevailing(v1::PREVAILING_ZH);
  text.set_translation(v1::TRANSLATION_HUMAN);
  return text;
}

v1::BilingualText Reason() {
  return Text("年度监督不合格", "annual surveillance not passed");
}

v1::KeyGrant Grant(std::string_view participant_id, int number,
                   const std::vector<v1::Permission>& permissions, std::string_view holder) {
  const auto key = KeyOf(participant_id, number);
  v1::KeyGrant grant;
  grant.set_public_key(std::string(key.public_key().view()));
  grant.set_holder(holder.empty() ? fmt::format("h{}", number) : std::string(holder));
  for (const auto permission : permissions) grant.add_permissions(permission);
  const auto message =
      PossessionMessage(kChainId, MakeName("participants", participant_id), grant.holder());
  grant.set_possession_signature(std::string(key.Sign(message).view()));
  return grant;
}

std::vector<v1::Permission> AllPermissions() {
  std::vector<v1::Permission> all;
  for (int i = 1; i < v1::Permission_ARRAYSIZE; ++i) all.push_back(static_cast<v1::Permission>(i));
  return all;
}

std::vector<v1::Permission> FirstPermissions() {
  auto first = AllPermissions();
  first.resize(v1::PERMISSION_VERIFY);
  return first;
}

v1::RegisterParticipant Registration(std::string_view id,
                                     const std::vector<v1::ParticipantKind>& kinds) {
  v1::RegisterParticipant message;
  message.set_id(std::string(id));
  for (const auto kind : kinds) message.add_kinds(kind);
  *message.mutable_legal_name() = Text("保亭示范农场", "Baoting Demonstration Farm");
  message.set_region("CN-HI");
  *message.add_keys() = Grant(id, 0, FirstPermissions());
  return message;
}

v1::RegisterDocument Document(std::string_view content) {
  v1::RegisterDocument message;
  message.set_sha256(crypto::Sha256(content).str());
  *message.mutable_title() = Text("认可证书", "Certificate of accreditation");
  message.set_media_type("application/pdf");
  message.set_size_bytes(content.size());
  message.set_visibility(v1::VISIBILITY_PUBLIC);
  message.set_url("https://docs.example/certificate.pdf");
  return message;
}

v1::Threshold ThresholdRow(v1::Permission permission, std::uint32_t holders) {
  v1::Threshold row;
  row.set_permission(permission);
  row.set_holders(holders);
  return row;
}

v1::Operation WrapOperation(const google::protobuf::Message& message) {
  v1::Operation operation;
  const auto& arms = *v1::Operation::descriptor()->oneof_decl(0);
  for (int i = 0; i < arms.field_count(); ++i) {
    if (arms.field(i)->message_type() != message.GetDescriptor()) continue;
    operation.GetReflection()->MutableMessage(&operation, arms.field(i))->CopyFrom(message);
  }
  EXPECT_NE(operation.kind_case(), v1::Operation::KIND_NOT_SET) << message.GetTypeName();
  return operation;
}

v1::StatusChange OpenStatus(v1::StatusKind kind) {
  v1::StatusChange change;
  change.set_open(kind);
  *change.mutable_reason() = Reason();
  return change;
}

v1::StatusChange EndStatus(std::uint32_t number) {
  v1::StatusChange change;
  change.set_end(number);
  *change.mutable_reason() = Reason();
  return change;
}

v1::Genesis TestGenesis() {
  v1::Genesis genesis;
  genesis.set_chain_id(std::string(kChainId));
  genesis.set_time(kGenesisTimeMs);
  genesis.add_flags(v1::FEATURE_FLAG_FOUNDATION);
  for (const auto* id : {"body-cn", "body-eu", "body-hn"}) {
    *genesis.add_participants() = Registration(id, {v1::PARTICIPANT_KIND_BODY});
  }
  *genesis.add_participants() = Registration("cnas", {v1::PARTICIPANT_KIND_ACCREDITOR});
  *genesis.add_participants() = Registration("zone", {v1::PARTICIPANT_KIND_OPERATOR});
  return genesis;
}

World::World(const v1::Genesis& genesis) {
  block_.chain_id = genesis.chain_id();
  block_.time_ms = genesis.time();
  block_.flags = Flags({v1::FEATURE_FLAG_FOUNDATION});
  Overlay layer(Below(state_));
  for (const Module* module : AllModules()) {
    const auto outcome = module->load_genesis(genesis, block_, layer);
    EXPECT_TRUE(outcome.ok()) << v1::Code_Name(outcome.code());
  }
  const auto sound = CheckAllInvariants(layer.changes(), state_, layer);
  EXPECT_TRUE(sound.ok()) << (sound.ok() ? "" : sound.detail().back().second);
  std::move(layer).MergeInto(state_);
}

Outcome World::RunOperation(const v1::Operation& operation, const OperationContext& context,
                            StateWriter& state) const {
  for (const Module* module : AllModules()) {
    for (const OperationRow& row : module->operations) {
      if (row.kind != operation.kind_case()) continue;
      TANJI_RETURN_IF_REFUSED(row.check(operation, block_.flags));
      TANJI_RETURN_IF_REFUSED(row.authorise(operation, context, state));
      return row.apply(operation, context, state);
    }
  }
  return Refuse(v1::CODE_OPERATION_NOT_IN_FORCE);
}

Outcome World::Run(std::string_view author_id, std::vector<v1::Operation> operations,
                   const std::vector<int>& keys) {
  ++block_.height;
  ++block_.time_ms;
  transaction_id_ = crypto::Sha256(fmt::format("test transaction {}", block_.height));
  v1::TransactionBody body;
  for (auto& operation : operations) *body.add_operations() = std::move(operation);

  Overlay layer(Below(state_));
  for (int i = 0; i < body.operations_size(); ++i) {
    const OperationContext context{block_,
                                   transaction_id_,
                                   static_cast<std::uint32_t>(i),
                                   MakeName("participants", author_id),
                                   std::string(author_id),
                                   SignersOf(author_id, keys),
                                   body};
    TANJI_RETURN_IF_REFUSED(RunOperation(body.operations(i), context, layer));
  }
  TANJI_RETURN_IF_REFUSED(CheckAllInvariants(layer.changes(), state_, layer));
  std::move(layer).MergeInto(state_);
  return Outcome::Ok();
}

void World::Register(std::string_view id, const std::vector<v1::ParticipantKind>& kinds) {
  const auto outcome = Do("zone", Registration(id, kinds));
  ASSERT_TRUE(outcome.ok()) << v1::Code_Name(outcome.code());
}

std::string World::CreatedName(std::string_view collection, std::uint32_t index) const {
  return MakeName(collection, DeriveId(transaction_id_, static_cast<std::uint16_t>(index), 0));
}

std::string World::CreatedSerial(std::string_view prefix, std::uint32_t index) const {
  return DeriveSerial(prefix, transaction_id_, static_cast<std::uint16_t>(index), 0);
}

StateScan World::Scan() const {
  return [this](std::string_view first, const StateVisit& visit) {
    const auto& changes = state_.changes();
    for (auto it = changes.lower_bound(first); it != changes.end(); ++it) {
      if (it->second && !visit(it->first, *it->second)) return;
    }
  };
}

Outcome CheckAllInvariants(const ChangeSet& changes, const StateReader& before,
                           const StateReader& after) {
  for (const Module* module : AllModules()) {
    for (const InvariantRow& row : module->invariants) {
      TANJI_RETURN_IF_REFUSED(row.check(changes, before, after));
    }
  }
  return Outcome::Ok();
}

Outcome CheckInvariant(std::string_view name, const ChangeSet& changes, const StateReader& before,
                       const StateReader& after) {
  for (const Module* module : AllModules()) {
    for (const InvariantRow& row : module->invariants) {
      if (row.name == name) return row.check(changes, before, after);
    }
  }
  ADD_FAILURE() << "no invariant " << name;
  return Outcome::Ok();
}

}  // namespace tanji::ledger::testing
