#include "ledger/modules/membership/standing.h"

#include <algorithm>
#include <set>

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/tables.h"
#include "ledger/state/must.h"

namespace tanji::ledger {
namespace {

bool HasPermission(const v1::Key& key, v1::Permission permission) {
  const auto& list = key.permissions();
  return std::find(list.begin(), list.end(), permission) != list.end();
}

}  // namespace

bool HasKind(const v1::Participant& participant, v1::ParticipantKind kind) {
  const auto& list = participant.kinds();
  return std::find(list.begin(), list.end(), kind) != list.end();
}

bool ParticipantCounts(const StateReader& reader, const std::string& participant_id, AsOf at) {
  return ParticipantHistory(participant_id).At(reader, at).in_force();
}

bool KeyCounts(const StateReader& reader, const crypto::Hash& key_id, const v1::Key& key, AsOf at) {
  if (at.effective_ms < key.valid_from_time()) return false;
  if (key.has_valid_until_time() && at.effective_ms >= key.valid_until_time()) return false;
  return KeyHistory(key_id).At(reader, at).in_force();
}

AsOf WhenMade(std::int64_t made_ms, AsOf at) {
  return {made_ms, std::max(made_ms, at.known_ms)};
}

bool AllKeysCount(const StateReader& reader,
                  const google::protobuf::RepeatedPtrField<std::string>& signed_by, AsOf made) {
  bool all = true;
  for (const auto& raw : signed_by) {
    const auto key_id = Must(crypto::Hash::FromBytes(raw), "a key id");
    all = KeyHistory(key_id).At(reader, made).in_force() && all;
  }
  return all;
}

bool MadeWell(const StateReader& reader, const std::string& maker,
              const google::protobuf::RepeatedPtrField<std::string>& signed_by, AsOf made) {
  const auto maker_at =
      ParticipantHistory(Must(ParseParticipantName(maker), maker)).At(reader, made);
  return AllKeysCount(reader, signed_by, made) && maker_at.in_force();
}

Outcome FindInForce(const StateReader& reader, std::string_view field, const std::string& name,
                    std::int64_t time_ms, v1::Participant& out) {
  auto participant = kParticipants.Get(reader, *ParseParticipantName(name));
  if (!participant) return RefuseNotFound(field, name);
  if (!ParticipantCounts(reader, participant->id(), {time_ms, time_ms})) {
    return Refuse(v1::CODE_NOT_IN_FORCE, {{"field", std::string(field)}, {"value", name}});
  }
  out = std::move(*participant);
  return Outcome::Ok();
}

Outcome RequireKind(const v1::Participant& participant, std::string_view field,
                    std::initializer_list<v1::ParticipantKind> kinds) {
  std::string expected;
  for (const auto kind : kinds) {
    if (HasKind(participant, kind)) return Outcome::Ok();
    if (!expected.empty()) expected += ", ";
    expected += v1::ParticipantKind_Name(kind);
  }
  return Refuse(v1::CODE_WRONG_KIND, {{"field", std::string(field)},
                                      {"value", ParticipantName(participant.id())},
                                      {"expected", std::move(expected)}});
}

Outcome RequireAuthorKind(const OperationContext& context, const StateReader& reader,
                          std::initializer_list<v1::ParticipantKind> kinds) {
  const auto author = kParticipants.Get(reader, context.author_id);
  if (!author) return RefuseNotFound("author", context.author);
  return RequireKind(*author, "author", kinds);
}

std::uint32_t HoldersInForce(const StateReader& reader, const std::string& participant_id,
                             v1::Permission permission, std::int64_t time_ms,
                             const std::optional<crypto::Hash>& except) {
  const auto participant = kParticipants.Get(reader, participant_id);
  std::set<std::string> holders;
  for (std::uint32_t number = 0; participant && number < participant->key_count(); ++number) {
    const auto reference = kKeyReferences.Get(reader, participant_id, number);
    const auto key_id = crypto::Hash::FromBytes(reference.value().key_id()).value();
    if (except == key_id) continue;
    const auto key = kKeys.Get(reader, key_id).value();
    if (HasPermission(key, permission) && KeyCounts(reader, key_id, key, {time_ms, time_ms})) {
      holders.insert(key.holder());
    }
  }
  return static_cast<std::uint32_t>(holders.size());
}

std::set<std::string> HoldersOf(const StateReader& reader, const std::string& participant_id) {
  const auto participant = kParticipants.Get(reader, participant_id);
  std::set<std::string> holders;
  for (std::uint32_t number = 0; participant && number < participant->key_count(); ++number) {
    const auto reference = kKeyReferences.Get(reader, participant_id, number).value();
    holders.insert(
        kKeys.Get(reader, crypto::Hash::FromBytes(reference.key_id()).value())->holder());
  }
  return holders;
}

Outcome CheckReachable(v1::Permission permission, std::uint32_t needed, std::uint32_t there) {
  if (there >= needed) return Outcome::Ok();
  return Refuse(v1::CODE_THRESHOLD_UNREACHABLE, {{"permission", v1::Permission_Name(permission)},
                                                 {"expected", std::to_string(needed)},
                                                 {"value", std::to_string(there)}});
}

Outcome FindOwnKey(const OperationContext& context, const StateReader& reader,
                   const std::string& name, crypto::Hash& key_id, v1::Key& key) {
  key_id = *ParseHashName(kKeysCollection, name);
  auto found = kKeys.Get(reader, key_id);
  if (!found) return RefuseNotFound("key", name);
  if (found->participant() != context.author) {
    return Refuse(v1::CODE_NOT_ENTITLED,
                  {{"value", context.author}, {"expected", found->participant()}});
  }
  key = std::move(*found);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
