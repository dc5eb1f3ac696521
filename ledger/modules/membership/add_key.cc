#include "ledger/modules/membership/add_key.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/membership/key_grant.h"
#include "ledger/modules/membership/rules.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {

Outcome CheckAddKey(const v1::AddKey& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckSet(message.has_key(), "key"));
  return CheckKeyGrant(message.key(), "key");
}

Outcome AuthoriseAddKey(const v1::AddKey& message, const OperationContext& context,
                        const StateReader& reader) {
  if (kParticipants.Get(reader, context.author_id).value().key_count() >= kMaxKeysOfParticipant) {
    return Refuse(v1::CODE_TOO_MANY_KEYS,
                  {{"value", context.author}, {"limit", std::to_string(kMaxKeysOfParticipant)}});
  }
  return AuthoriseKeyGrant(message.key(), "key", context.author, RecordingOf(context), reader);
}

Outcome ApplyAddKey(const v1::AddKey& message, const OperationContext& context,
                    StateWriter& writer) {
  auto participant = kParticipants.Get(writer, context.author_id).value();
  StoreKeyGrant(message.key(), context.author_id, participant.key_count(), RecordingOf(context),
                writer);
  participant.set_key_count(participant.key_count() + 1);
  kParticipants.Put(writer, context.author_id, participant);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
