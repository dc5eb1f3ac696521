#include "tests/property/model/membership.h"

#include <algorithm>

#include "crypto/hash/hex.h"
#include "crypto/sign/keys.h"
#include "tests/property/model/shape.h"
#include "tests/property/model/world.h"

namespace tanji::property {
namespace {

using Thresholds = google::protobuf::RepeatedPtrField<v1::Threshold>;

std::string KeyIdOf(const v1::KeyGrant& grant) {
  return crypto::KeyId(*crypto::PublicKey::FromBytes(grant.public_key())).str();
}

Code GrantShape(const v1::KeyGrant& grant) {
  if (const Code code = Bytes(grant.public_key(), 32)) return code;
  if (const Code code = Id(grant.holder())) return code;
  if (const Code code = EnumSet(grant.permissions(), v1::Permission_ARRAYSIZE - 1)) return code;
  if (grant.has_valid_from_time()) {
    if (const Code code = Time(grant.valid_from_time())) return code;
  }
  if (grant.has_valid_until_time()) {
    if (const Code code = Time(grant.valid_until_time())) return code;
    if (grant.has_valid_from_time() && grant.valid_until_time() <= grant.valid_from_time()) {
      return v1::CODE_PERIOD_EMPTY;
    }
  }
  return Bytes(grant.possession_signature(), 64);
}

std::int64_t From(const v1::KeyGrant& grant, std::int64_t now_ms) {
  return grant.has_valid_from_time() ? grant.valid_from_time() : now_ms;
}

// Whoever registers a key has it, and nobody had it before.
Code GrantRefusal(const v1::KeyGrant& grant, const std::string& participant, const Act& act,
                  const World& world) {
  const auto from_ms = From(grant, act.now_ms);
  if (from_ms < act.now_ms) return v1::CODE_BACKDATED;
  if (grant.has_valid_until_time()) {
    if (const Code code = Period(from_ms, grant.valid_until_time())) return code;
  }
  if (world.members.keys.contains(KeyIdOf(grant))) return v1::CODE_KEY_TAKEN;
  std::string message = "tanji-key-possession-v1";
  for (const auto& part : {act.body->chain_id(), participant, grant.holder()}) {
    message += std::string(1, '\0') + part;
  }
  const bool held = crypto::Verify(*crypto::PublicKey::FromBytes(grant.public_key()), message,
                                   *crypto::Signature::FromBytes(grant.possession_signature()));
  return held ? v1::CODE_OK : v1::CODE_POSSESSION_FALSE;
}

void StoreGrant(const v1::KeyGrant& grant, const std::string& id, const Act& act, World& world) {
  auto& participant = world.members.participants.at(id);
  const auto key_id = KeyIdOf(grant);
  Key key{id, grant.holder(), {}, From(grant, act.now_ms), {}, {}};
  for (const int permission : grant.permissions()) key.permissions.insert(permission);
  if (grant.has_valid_until_time()) key.until_ms = grant.valid_until_time();
  key.life = Life(act.now_ms, act.author, key.from_ms, key.until_ms);
  v1::Key record;
  record.set_participant("participants/" + id);
  record.set_suite(1);
  record.set_public_key(grant.public_key());
  record.set_holder(grant.holder());
  *record.mutable_permissions() = grant.permissions();
  record.set_valid_from_time(key.from_ms);
  if (key.until_ms) record.set_valid_until_time(*key.until_ms);
  const auto number = static_cast<std::uint32_t>(participant.keys.size());
  record.set_number(number);
  record.set_registered_time(act.now_ms);
  AddSigners(act, record);
  world.kept[KeyOf(KeySpace::kKey).Raw(key_id).bytes] = BytesOf(record);
  v1::KeyReference reference;
  reference.set_key_id(key_id);
  world.kept[KeyOf(KeySpace::kKeyReference).Text(id).Number(number).bytes] = BytesOf(reference);
  participant.keys.push_back(key_id);
  participant.record.set_key_count(number + 1);
  world.members.keys[key_id] = std::move(key);
}

Code ThresholdsShape(const Thresholds& thresholds) {
  for (int i = 0; i < thresholds.size(); ++i) {
    if (thresholds[i].permission() == 0) return v1::CODE_FIELD_MISSING;
    if (thresholds[i].holders() < 1 || thresholds[i].holders() > 16) {
      return v1::CODE_FIELD_OUT_OF_RANGE;
    }
    if (i > 0 && thresholds[i - 1].permission() >= thresholds[i].permission()) {
      return v1::CODE_LIST_NOT_ASCENDING;
    }
  }
  return v1::CODE_OK;
}

bool IsPrivileged(int kind) {
  return kind == v1::PARTICIPANT_KIND_BODY || kind == v1::PARTICIPANT_KIND_ACCREDITOR ||
         kind == v1::PARTICIPANT_KIND_OPERATOR;
}

Code RegistrationShape(const v1::RegisterParticipant& message) {
  if (const Code code = Id(message.id())) return code;
  if (const Code code = EnumSet(message.kinds(), v1::ParticipantKind_ARRAYSIZE - 1)) return code;
  if (const Code code = Text(message.legal_name())) return code;
  if (const Code code = Needed(message.keys_size() > 0)) return code;
  std::set<std::string> keys;
  for (const auto& grant : message.keys()) {
    if (const Code code = GrantShape(grant)) return code;
    if (!keys.insert(grant.public_key()).second) return v1::CODE_KEY_TAKEN;
  }
  if (const Code code = ThresholdsShape(message.thresholds())) return code;
  const bool privileged = std::any_of(message.kinds().begin(), message.kinds().end(), IsPrivileged);
  return privileged ? v1::CODE_KIND_NEEDS_BALLOT : v1::CODE_OK;
}

// What the keys of a registration reach in the block that records them.
bool ReachesAtOnce(const v1::RegisterParticipant& message, v1::Permission permission,
                   std::uint32_t needed, std::int64_t now_ms) {
  std::set<std::string> holders;
  for (const auto& grant : message.keys()) {
    const auto& list = grant.permissions();
    const bool may = std::find(list.begin(), list.end(), permission) != list.end();
    if (may && From(grant, now_ms) <= now_ms) holders.insert(grant.holder());
  }
  return holders.size() >= needed;
}

void StoreRegistration(const v1::RegisterParticipant& message, const Act& act, World& world) {
  auto& participant = world.members.participants[message.id()];
  auto& record = participant.record;
  record.set_id(message.id());
  *record.mutable_kinds() = message.kinds();
  *record.mutable_legal_name() = message.legal_name();
  record.set_region(message.region());
  *record.mutable_thresholds() = message.thresholds();
  record.set_registered_by(act.author);
  record.set_registered_time(act.now_ms);
  AddSigners(act, record);
  participant.life = Life(act.now_ms, act.author, act.now_ms);
  for (const auto& grant : message.keys()) StoreGrant(grant, message.id(), act, world);
}

Code RegisterParticipant(const v1::RegisterParticipant& message, const Act& act, World& world) {
  if (const Code code = RegistrationShape(message)) return code;
  auto& members = world.members;
  if (!members.Is(act.author_id, v1::PARTICIPANT_KIND_BODY) &&
      !members.Is(act.author_id, v1::PARTICIPANT_KIND_OPERATOR)) {
    return v1::CODE_WRONG_KIND;
  }
  if (members.Find(message.id()) != nullptr) return v1::CODE_ALREADY_EXISTS;
  for (const auto& grant : message.keys()) {
    if (const Code code = GrantRefusal(grant, "participants/" + message.id(), act, world)) {
      return code;
    }
  }
  bool manages = ReachesAtOnce(message, v1::PERMISSION_MANAGE_KEYS, 1, act.now_ms);
  for (const auto& row : message.thresholds()) {
    manages = manages && ReachesAtOnce(message, row.permission(), row.holders(), act.now_ms);
  }
  if (!manages) return v1::CODE_THRESHOLD_UNREACHABLE;
  StoreRegistration(message, act, world);
  return v1::CODE_OK;
}

Code AddKey(const v1::AddKey& message, const Act& act, World& world) {
  if (const Code code = Needed(message.has_key())) return code;
  if (const Code code = GrantShape(message.key())) return code;
  if (const Code code = GrantRefusal(message.key(), act.author, act, world)) return code;
  StoreGrant(message.key(), act.author_id, act, world);
  return v1::CODE_OK;
}

Code OwnKey(const std::string& hex, const Act& act, World& world, Key*& out) {
  const auto it = world.members.keys.find(*crypto::FromHex(hex));
  if (it == world.members.keys.end()) return v1::CODE_NOT_FOUND;
  out = &it->second;
  return it->second.owner == act.author_id ? v1::CODE_OK : v1::CODE_NOT_ENTITLED;
}

Code RetireKey(const v1::RetireKey& message, const Act& act, World& world) {
  std::string hex;
  if (const Code code = HashName("keys", message.key(), hex)) return code;
  if (const Code code = Text(message.reason())) return code;
  Key* key = nullptr;
  if (const Code code = OwnKey(hex, act, world, key)) return code;
  if (IsFinal(key->life.At(act.now_ms, act.now_ms))) return v1::CODE_KEY_ALREADY_ENDED;
  const auto& author = *world.members.Find(act.author_id);
  const auto left = world.members.Holders(act.author_id, v1::PERMISSION_MANAGE_KEYS, act.now_ms,
                                          *crypto::FromHex(hex));
  if (left < author.Threshold(v1::PERMISSION_MANAGE_KEYS)) return v1::CODE_THRESHOLD_UNREACHABLE;
  key->life.Open(v1::STATUS_KIND_WITHDRAWN, act.now_ms, message.reason(), act.now_ms, act.author);
  return v1::CODE_OK;
}

Code DeclareKeyCompromised(const v1::DeclareKeyCompromised& message, const Act& act, World& world) {
  std::string hex;
  if (const Code code = HashName("keys", message.key(), hex)) return code;
  if (const Code code = Time(message.since_time())) return code;
  if (const Code code = Text(message.reason())) return code;
  Key* key = nullptr;
  if (const Code code = OwnKey(hex, act, world, key)) return code;
  if (message.since_time() > act.now_ms) return v1::CODE_COMPROMISE_IN_FUTURE;
  for (const auto& span : key->life.spans()) {
    if (span.kind == v1::STATUS_KIND_VOID && span.from_ms <= message.since_time()) {
      return v1::CODE_KEY_ALREADY_ENDED;
    }
  }
  if (const Code code = key->life.Room(v1::STATUS_KIND_VOID)) return code;
  key->life.Open(v1::STATUS_KIND_VOID, message.since_time(), message.reason(), act.now_ms,
                 act.author);
  return v1::CODE_OK;
}

Code SetThresholds(const v1::SetThresholds& message, const Act& act, World& world) {
  if (const Code code = ThresholdsShape(message.thresholds())) return code;
  for (const auto& row : message.thresholds()) {
    if (world.members.Holders(act.author_id, row.permission(), act.now_ms) < row.holders()) {
      return v1::CODE_THRESHOLD_UNREACHABLE;
    }
  }
  *world.members.participants.at(act.author_id).record.mutable_thresholds() = message.thresholds();
  return v1::CODE_OK;
}

Code ChangeParticipantStatus(const v1::ChangeParticipantStatus& message, const Act& act,
                             World& world) {
  std::string id;
  if (const Code code = Name("participants", message.participant(), id)) return code;
  if (const Code code = Change(message.change())) return code;
  if (world.members.Find(id) == nullptr) return v1::CODE_NOT_FOUND;
  auto& participant = world.members.participants.at(id);
  const auto& registrar = participant.record.registered_by();
  if (registrar.empty()) return v1::CODE_STATUS_NEEDS_BALLOT;
  if (registrar != act.author) return v1::CODE_NOT_ENTITLED;
  return participant.life.Do(message.change(), act);
}

constexpr OperationModel kModel[] = {
    MakeModel<&v1::Operation::register_participant, RegisterParticipant>(
        v1::Operation::kRegisterParticipant, v1::PERMISSION_REGISTER_PARTICIPANTS),
    MakeModel<&v1::Operation::add_key, AddKey>(v1::Operation::kAddKey, v1::PERMISSION_MANAGE_KEYS),
    MakeModel<&v1::Operation::retire_key, RetireKey>(v1::Operation::kRetireKey,
                                                     v1::PERMISSION_MANAGE_KEYS),
    MakeModel<&v1::Operation::declare_key_compromised, DeclareKeyCompromised>(
        v1::Operation::kDeclareKeyCompromised, v1::PERMISSION_MANAGE_KEYS),
    MakeModel<&v1::Operation::set_thresholds, SetThresholds>(v1::Operation::kSetThresholds,
                                                             v1::PERMISSION_MANAGE_KEYS),
    MakeModel<&v1::Operation::change_participant_status, ChangeParticipantStatus>(
        v1::Operation::kChangeParticipantStatus, v1::PERMISSION_REGISTER_PARTICIPANTS)};

}  // namespace

bool Participant::Is(v1::ParticipantKind kind) const {
  return std::find(record.kinds().begin(), record.kinds().end(), kind) != record.kinds().end();
}

std::uint32_t Participant::Threshold(v1::Permission permission) const {
  for (const auto& row : record.thresholds()) {
    if (row.permission() == permission) return row.holders();
  }
  return 1;
}

const Participant* Membership::Find(std::string_view id) const {
  const auto it = participants.find(std::string(id));
  return it == participants.end() ? nullptr : &it->second;
}

bool Membership::Is(std::string_view id, v1::ParticipantKind kind) const {
  const auto* participant = Find(id);
  return participant != nullptr && participant->Is(kind);
}

std::uint32_t Membership::Holders(const std::string& id, v1::Permission permission,
                                  std::int64_t now_ms, const std::string& except) const {
  std::set<std::string> holders;
  for (const auto& [key_id, key] : keys) {
    if (key.owner == id && key_id != except && key.permissions.contains(permission) &&
        key.Counts(now_ms)) {
      holders.insert(key.holder);
    }
  }
  return static_cast<std::uint32_t>(holders.size());
}

bool Membership::MadeWell(const std::string& publisher, const std::vector<std::string>& signers,
                          std::int64_t made_ms, std::int64_t known_ms) const {
  const auto id = publisher.substr(std::string_view("participants/").size());
  if (!participants.at(id).life.InForce(made_ms, known_ms)) return false;
  return std::all_of(signers.begin(), signers.end(), [&](const std::string& key_id) {
    return keys.at(key_id).life.InForce(made_ms, known_ms);
  });
}

Code InForce(const Membership& members, const std::string& id, std::int64_t now_ms) {
  const auto* participant = members.Find(id);
  if (participant == nullptr) return v1::CODE_NOT_FOUND;
  return participant->life.InForce(now_ms) ? v1::CODE_OK : v1::CODE_NOT_IN_FORCE;
}

std::span<const OperationModel> MembershipModel() {
  return kModel;
}

World WorldOf(const v1::Genesis& genesis) {
  World world;
  Act act;
  act.now_ms = genesis.time();
  for (const auto& participant : genesis.participants()) {
    StoreRegistration(participant, act, world);
    if (world.members.Is(participant.id(), v1::PARTICIPANT_KIND_BODY)) {
      world.members.bodies.push_back("participants/" + participant.id());
    }
  }
  std::sort(world.members.bodies.begin(), world.members.bodies.end());
  for (const int flag : genesis.flags()) world.members.flags[flag] = 0;
  for (const auto& row : genesis.parameters()) {
    world.members.parameters[row.parameter()] = row.value();
  }
  return world;
}

}  // namespace tanji::property
