#include <algorithm>

#include "crypto/hash/hex.h"
#include "tests/property/generate/scene.h"

namespace tanji::property {
namespace {

using ledger::testing::Grant;

constexpr std::int64_t kDayMs = 86'400'000;

std::vector<v1::Permission> SomePermissions(Scene& scene) {
  auto permissions = ledger::testing::AllPermissions();
  if (scene.dice.Percent(60)) return permissions;
  std::erase_if(permissions, [&](v1::Permission) { return scene.dice.Percent(40); });
  return permissions;
}

v1::KeyGrant AnyGrant(Scene& scene, const std::string& owner) {
  auto& dice = scene.dice;
  // Two holders, so that thresholds of two can be met.
  const auto holder = dice.Pick({"h0", "h1", "h1"});
  auto grant = Grant(dice.Percent(97) ? owner : "nobody", static_cast<int>(dice.Below(6)),
                     SomePermissions(scene), holder);
  if (scene.timeless || dice.Percent(75)) return grant;
  if (dice.Percent(50)) grant.set_valid_from_time(scene.now_ms + dice.Between(-2, 20 * kDayMs));
  if (dice.Percent(50)) grant.set_valid_until_time(scene.now_ms + dice.Between(0, 60 * kDayMs));
  return grant;
}

v1::Threshold AnyThreshold(Scene& scene, int permission) {
  const std::uint32_t most = scene.dice.Percent(3) ? 17 : 2;
  return ledger::testing::ThresholdRow(
      static_cast<v1::Permission>(permission),
      static_cast<std::uint32_t>(scene.dice.Between(scene.dice.Percent(3) ? 0 : 1, most)));
}

Proposal RegisterParticipant(Scene& scene) {
  auto& dice = scene.dice;
  const auto& role = dice.Pick(Cast());
  v1::RegisterParticipant message;
  message.set_id(dice.Percent(2) ? AnyId(scene, "other", 2) : std::string(role.id));
  for (const auto kind : role.kinds) message.add_kinds(kind);
  if (dice.Percent(2)) message.add_kinds(v1::PARTICIPANT_KIND_OPERATOR);
  if (dice.Percent(1)) message.add_kinds(v1::PARTICIPANT_KIND_BODY);
  *message.mutable_legal_name() = AnyText(scene);
  message.set_region("CN-HI");
  // A proof of possession names its participant: without an id there is nothing to prove.
  const auto owner = message.id().empty() ? std::string("nobody") : message.id();
  *message.add_keys() = Grant(owner, 0, ledger::testing::AllPermissions(), "h0");
  if (dice.Percent(50)) *message.add_keys() = AnyGrant(scene, owner);
  if (dice.Percent(20))
    *message.add_thresholds() = AnyThreshold(scene, 1 + static_cast<int>(dice.Below(11)));
  return Propose(AnyAuthor(scene, {v1::PARTICIPANT_KIND_BODY, v1::PARTICIPANT_KIND_OPERATOR}),
                 message);
}

Proposal AddKey(Scene& scene) {
  const auto author = scene.dice.Pick(scene.world.members.participants).first;
  v1::AddKey message;
  *message.mutable_key() = AnyGrant(scene, author);
  return Propose(author, message);
}

bool MadeTheFirstBlock(const std::string& owner) {
  return owner == "body-cn" || owner == "body-hn" || owner == "cnas" || owner == "farm-1";
}

// A key of somebody, and who signs for what is done to it.
std::string AnyKeyName(Scene& scene, std::string& author) {
  auto key_id = scene.dice.Pick(scene.world.members.keys).first;
  const auto& keys = scene.world.members.keys;
  if (Spared(scene, MadeTheFirstBlock(keys.at(key_id).owner))) key_id = scene.dice.Pick(keys).first;
  author = Mostly(scene, keys.at(key_id).owner);
  return AnyName(scene, "keys",
                 scene.dice.Percent(2) ? std::string(64, '0') : crypto::ToHex(key_id));
}

Proposal RetireKey(Scene& scene) {
  std::string author;
  v1::RetireKey message;
  message.set_key(AnyKeyName(scene, author));
  *message.mutable_reason() = AnyText(scene);
  return Propose(author, message);
}

Proposal DeclareKeyCompromised(Scene& scene) {
  std::string author;
  v1::DeclareKeyCompromised message;
  message.set_key(AnyKeyName(scene, author));
  const auto lowest = ledger::testing::kGenesisTimeMs - kDayMs;
  message.set_since_time(scene.timeless ? lowest + scene.dice.Between(0, 3)
                                        : scene.dice.Between(lowest, scene.now_ms + kDayMs / 24));
  *message.mutable_reason() = AnyText(scene);
  return Propose(author, message);
}

Proposal SetThresholds(Scene& scene) {
  v1::SetThresholds message;
  for (int permission = 1; permission < v1::Permission_ARRAYSIZE; ++permission) {
    if (scene.dice.Percent(15)) *message.add_thresholds() = AnyThreshold(scene, permission);
  }
  if (scene.dice.Percent(3)) *message.add_thresholds() = AnyThreshold(scene, 1);
  // Of one participant mostly, so that it meets what it has set.
  return Propose(
      scene.dice.Percent(50) ? "farm-1" : scene.dice.Pick(scene.world.members.participants).first,
      message);
}

Proposal ChangeParticipantStatus(Scene& scene) {
  const auto& [id, participant] = scene.dice.Pick(scene.world.members.participants);
  const auto& registrar = participant.record.registered_by();
  v1::ChangeParticipantStatus message;
  message.set_participant(AnyName(scene, "participants", scene.dice.Percent(2) ? "nobody" : id));
  *message.mutable_change() = AnyChange(scene, &participant.life);
  return Propose(Mostly(scene, registrar.empty() ? "zone" : registrar.substr(13)), message);
}

// Whether who made something was in force is asked as at its block, whichever came first in it.
constexpr bool kEndsMakers = true;

constexpr Generator kGenerators[] = {
    {v1::Operation::kRegisterParticipant, 6, RegisterParticipant},
    {v1::Operation::kAddKey, 8, AddKey},
    {v1::Operation::kRetireKey, 4, RetireKey, kEndsMakers},
    {v1::Operation::kDeclareKeyCompromised, 2, DeclareKeyCompromised},
    {v1::Operation::kSetThresholds, 3, SetThresholds},
    {v1::Operation::kChangeParticipantStatus, 2, ChangeParticipantStatus, kEndsMakers},
};

}  // namespace

std::span<const Generator> MembershipGenerators() {
  return kGenerators;
}

}  // namespace tanji::property
