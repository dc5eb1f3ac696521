#include "ledger/modules/membership/retire_key.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/membership/rules.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {
namespace {

Outcome CheckNotEnded(const History& history, const std::string& name, std::int64_t time_ms,
                      const StateReader& reader) {
  const auto status = history.At(reader, {time_ms, time_ms});
  if (!IsFinal(status.kind)) return Outcome::Ok();
  return Refuse(v1::CODE_KEY_ALREADY_ENDED,
                {{"value", name},
                 {"status", v1::StatusKind_Name(status.kind)},
                 {"from_time", std::to_string(status.interval.from_time())}});
}

}  // namespace

Outcome CheckRetireKey(const v1::RetireKey& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckHashName(kKeysCollection, message.key(), "key"));
  return CheckText(message.reason(), "reason");
}

Outcome AuthoriseRetireKey(const v1::RetireKey& message, const OperationContext& context,
                           const StateReader& reader) {
  crypto::Hash key_id;
  v1::Key key;
  TANJI_RETURN_IF_REFUSED(FindOwnKey(context, reader, message.key(), key_id, key));
  TANJI_RETURN_IF_REFUSED(
      CheckNotEnded(KeyHistory(key_id), message.key(), context.time_ms(), reader));
  const auto author = kParticipants.Get(reader, context.author_id).value();
  const auto left = HoldersInForce(reader, context.author_id, v1::PERMISSION_MANAGE_KEYS,
                                   context.time_ms(), key_id);
  return CheckReachable(v1::PERMISSION_MANAGE_KEYS,
                        ThresholdIn(author.thresholds(), v1::PERMISSION_MANAGE_KEYS), left);
}

Outcome ApplyRetireKey(const v1::RetireKey& message, const OperationContext& context,
                       StateWriter& writer) {
  const auto key_id = ParseHashName(kKeysCollection, message.key()).value();
  KeyHistory(key_id).Open(writer, context.stamp(), v1::STATUS_KIND_WITHDRAWN, context.time_ms(),
                          message.reason());
  return Outcome::Ok();
}

}  // namespace tanji::ledger
