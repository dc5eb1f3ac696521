#include "ledger/modules/membership/registration.h"

#include <algorithm>
#include <set>

#include "crypto/sign/keys.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/rules.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {
namespace {

std::string Prefixed(std::string_view prefix, std::string_view field) {
  return std::string(prefix).append(field);
}

Outcome CheckKeys(const v1::RegisterParticipant& message, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckCount(message.keys_size(), kMaxKeysAtRegistration, field));
  std::set<std::string_view> public_keys;
  for (int i = 0; i < message.keys_size(); ++i) {
    const auto& grant = message.keys(i);
    TANJI_RETURN_IF_REFUSED(CheckKeyGrant(grant, Item(field, i)));
    if (!public_keys.insert(grant.public_key()).second) {
      const auto key_id = crypto::KeyId(*crypto::PublicKey::FromBytes(grant.public_key()));
      return Refuse(v1::CODE_KEY_TAKEN, {{"field", Path(Item(field, i), "public_key")},
                                         {"value", MakeName(kKeysCollection, key_id)}});
    }
  }
  return Outcome::Ok();
}

std::uint32_t HoldersAtOnce(const v1::RegisterParticipant& message, v1::Permission permission,
                            std::int64_t block_time_ms) {
  std::set<std::string_view> holders;
  for (const auto& grant : message.keys()) {
    const auto& list = grant.permissions();
    if (CountsAtOnce(grant, block_time_ms) &&
        std::find(list.begin(), list.end(), permission) != list.end()) {
      holders.insert(grant.holder());
    }
  }
  return static_cast<std::uint32_t>(holders.size());
}

Outcome CheckAllReachable(const v1::RegisterParticipant& message, std::int64_t block_time_ms) {
  const auto check = [&](v1::Permission permission, std::uint32_t needed) {
    return CheckReachable(permission, needed, HoldersAtOnce(message, permission, block_time_ms));
  };
  TANJI_RETURN_IF_REFUSED(check(v1::PERMISSION_MANAGE_KEYS,
                                ThresholdIn(message.thresholds(), v1::PERMISSION_MANAGE_KEYS)));
  for (const auto& row : message.thresholds()) {
    TANJI_RETURN_IF_REFUSED(check(row.permission(), row.holders()));
  }
  return Outcome::Ok();
}

}  // namespace

Outcome CheckThresholds(const google::protobuf::RepeatedPtrField<v1::Threshold>& thresholds,
                        std::string_view field) {
  if (thresholds.empty()) return Outcome::Ok();
  TANJI_RETURN_IF_REFUSED(CheckCount(thresholds.size(), v1::Permission_ARRAYSIZE - 1, field));
  for (int i = 0; i < thresholds.size(); ++i) {
    const auto& row = thresholds[i];
    TANJI_RETURN_IF_REFUSED(CheckChosen(row.permission(), Path(Item(field, i), "permission")));
    TANJI_RETURN_IF_REFUSED(
        CheckRange(row.holders(), 1, kMaxThreshold, Path(Item(field, i), "holders")));
    if (i > 0 && thresholds[i - 1].permission() >= row.permission()) {
      return Refuse(v1::CODE_LIST_NOT_ASCENDING,
                    {{"field", Item(field, i)}, {"value", v1::Permission_Name(row.permission())}});
    }
  }
  return Outcome::Ok();
}

Outcome CheckRegistration(const v1::RegisterParticipant& message, std::string_view prefix) {
  TANJI_RETURN_IF_REFUSED(CheckChosenId(message.id(), Prefixed(prefix, "id")));
  TANJI_RETURN_IF_REFUSED(CheckEnumSet(message.kinds(), v1::ParticipantKind_ARRAYSIZE - 1,
                                       Prefixed(prefix, "kinds"), v1::ParticipantKind_Name<int>));
  TANJI_RETURN_IF_REFUSED(CheckText(message.legal_name(), Prefixed(prefix, "legal_name")));
  TANJI_RETURN_IF_REFUSED(CheckSet(!message.region().empty(), Prefixed(prefix, "region")));
  if (!IsRegion(message.region())) {
    return Refuse(v1::CODE_REGION_MALFORMED, {{"value", Shown(message.region())}});
  }
  TANJI_RETURN_IF_REFUSED(CheckKeys(message, Prefixed(prefix, "keys")));
  return CheckThresholds(message.thresholds(), Prefixed(prefix, "thresholds"));
}

Outcome AuthoriseRegistration(const v1::RegisterParticipant& message, std::string_view prefix,
                              const Recording& recording, const StateReader& reader) {
  const auto name = ParticipantName(message.id());
  if (kParticipants.Has(reader, message.id())) {
    return Refuse(v1::CODE_ALREADY_EXISTS, {{"field", Prefixed(prefix, "id")}, {"value", name}});
  }
  for (int i = 0; i < message.keys_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(AuthoriseKeyGrant(message.keys(i), Item(Prefixed(prefix, "keys"), i),
                                              name, recording, reader));
  }
  return CheckAllReachable(message, recording.stamp.block_time_ms);
}

void ApplyRegistration(const v1::RegisterParticipant& message, const Recording& recording,
                       StateWriter& writer) {
  v1::Participant participant;
  participant.set_id(message.id());
  *participant.mutable_kinds() = message.kinds();
  *participant.mutable_legal_name() = message.legal_name();
  participant.set_region(message.region());
  *participant.mutable_thresholds() = message.thresholds();
  participant.set_key_count(static_cast<std::uint32_t>(message.keys_size()));
  participant.set_registered_by(recording.stamp.by);
  participant.set_registered_time(recording.stamp.block_time_ms);
  RecordSigners(recording, participant);
  kParticipants.Put(writer, message.id(), participant);
  ParticipantHistory(message.id())
      .Create(writer, recording.stamp, recording.stamp.block_time_ms, std::nullopt);
  for (int i = 0; i < message.keys_size(); ++i) {
    StoreKeyGrant(message.keys(i), message.id(), static_cast<std::uint32_t>(i), recording, writer);
  }
}

}  // namespace tanji::ledger
