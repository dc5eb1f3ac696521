#include "ledger/modules/membership/key_grant.h"

#include "crypto/sign/keys.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/rules.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {
namespace {

crypto::PublicKey PublicKeyOf(const v1::KeyGrant& grant) {
  return crypto::PublicKey::FromBytes(grant.public_key()).value();
}

std::int64_t ValidFrom(const v1::KeyGrant& grant, std::int64_t block_time_ms) {
  return grant.has_valid_from_time() ? grant.valid_from_time() : block_time_ms;
}

Outcome CheckValidity(const v1::KeyGrant& grant, std::string_view field) {
  const auto from_field = Path(field, "valid_from_time");
  const auto until_field = Path(field, "valid_until_time");
  if (grant.has_valid_from_time()) {
    TANJI_RETURN_IF_REFUSED(CheckTime(grant.valid_from_time(), from_field));
  }
  if (!grant.has_valid_until_time()) return Outcome::Ok();
  TANJI_RETURN_IF_REFUSED(CheckTime(grant.valid_until_time(), until_field));
  if (!grant.has_valid_from_time()) return Outcome::Ok();
  return CheckPeriod(grant.valid_from_time(), grant.valid_until_time(), from_field, until_field);
}

}  // namespace

Recording RecordingOf(const OperationContext& context) {
  return {context.block.chain_id, context.stamp(), context.signers};
}

Outcome CheckKeyGrant(const v1::KeyGrant& grant, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(
      CheckExactBytes(grant.public_key(), crypto::PublicKey::kSize, Path(field, "public_key")));
  TANJI_RETURN_IF_REFUSED(CheckChosenId(grant.holder(), Path(field, "holder")));
  TANJI_RETURN_IF_REFUSED(CheckEnumSet(grant.permissions(), v1::Permission_ARRAYSIZE - 1,
                                       Path(field, "permissions"), v1::Permission_Name<int>));
  TANJI_RETURN_IF_REFUSED(CheckValidity(grant, field));
  return CheckExactBytes(grant.possession_signature(), crypto::Signature::kSize,
                         Path(field, "possession_signature"));
}

Outcome AuthoriseKeyGrant(const v1::KeyGrant& grant, std::string_view field,
                          const std::string& participant, const Recording& recording,
                          const StateReader& reader) {
  const std::int64_t block_time_ms = recording.stamp.block_time_ms;
  const std::int64_t from_ms = ValidFrom(grant, block_time_ms);
  TANJI_RETURN_IF_REFUSED(
      CheckNotBackdated(from_ms, block_time_ms, Path(field, "valid_from_time")));
  if (grant.has_valid_until_time()) {
    TANJI_RETURN_IF_REFUSED(CheckPeriod(from_ms, grant.valid_until_time(),
                                        Path(field, "valid_from_time"),
                                        Path(field, "valid_until_time")));
  }
  const auto public_key = PublicKeyOf(grant);
  const auto key_id = crypto::KeyId(public_key);
  if (kKeys.Has(reader, key_id)) {
    return Refuse(v1::CODE_KEY_TAKEN, {{"field", Path(field, "public_key")},
                                       {"value", MakeName(kKeysCollection, key_id)}});
  }
  const auto message = PossessionMessage(recording.chain_id, participant, grant.holder());
  const auto signature = crypto::Signature::FromBytes(grant.possession_signature()).value();
  if (!crypto::Verify(public_key, message, signature)) {
    return Refuse(v1::CODE_POSSESSION_FALSE, {{"field", Path(field, "possession_signature")}});
  }
  return Outcome::Ok();
}

void StoreKeyGrant(const v1::KeyGrant& grant, const std::string& participant_id,
                   std::uint32_t number, const Recording& recording, StateWriter& writer) {
  const std::int64_t block_time_ms = recording.stamp.block_time_ms;
  const auto key_id = crypto::KeyId(PublicKeyOf(grant));
  v1::Key key;
  key.set_participant(ParticipantName(participant_id));
  key.set_suite(static_cast<std::uint32_t>(crypto::Suite::kEd25519));
  key.set_public_key(grant.public_key());
  key.set_holder(grant.holder());
  *key.mutable_permissions() = grant.permissions();
  key.set_valid_from_time(ValidFrom(grant, block_time_ms));
  if (grant.has_valid_until_time()) key.set_valid_until_time(grant.valid_until_time());
  key.set_number(number);
  key.set_registered_time(block_time_ms);
  RecordSigners(recording, key);
  kKeys.Put(writer, key_id, key);

  v1::KeyReference reference;
  reference.set_key_id(key_id.str());
  kKeyReferences.Put(writer, participant_id, number, reference);

  KeyHistory(key_id).Create(writer, recording.stamp, key.valid_from_time(),
                            grant.has_valid_until_time()
                                ? std::optional<std::int64_t>(grant.valid_until_time())
                                : std::nullopt);
}

bool CountsAtOnce(const v1::KeyGrant& grant, std::int64_t block_time_ms) {
  return ValidFrom(grant, block_time_ms) <= block_time_ms;
}

}  // namespace tanji::ledger
