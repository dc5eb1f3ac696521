#include "ledger/modules/membership/declare_key_compromised.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {
namespace {

// A later finding may put the compromise earlier, never later: that would revive signatures.
Outcome CheckEarlierThanDeclared(const History& history, const std::string& name,
                                 std::int64_t since_ms, const StateReader& reader) {
  const std::uint32_t count = history.IntervalCount(reader);
  for (std::uint32_t number = 0; number < count; ++number) {
    const auto interval = *history.Interval(reader, number);
    if (interval.kind() == v1::STATUS_KIND_VOID && interval.from_time() <= since_ms) {
      return Refuse(v1::CODE_KEY_ALREADY_ENDED,
                    {{"value", name},
                     {"status", v1::StatusKind_Name(interval.kind())},
                     {"from_time", std::to_string(interval.from_time())}});
    }
  }
  return Outcome::Ok();
}

}  // namespace

Outcome CheckDeclareKeyCompromised(const v1::DeclareKeyCompromised& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckHashName(kKeysCollection, message.key(), "key"));
  TANJI_RETURN_IF_REFUSED(CheckTime(message.since_time(), "since_time"));
  return CheckText(message.reason(), "reason");
}

// It is not asked whether MANAGE_KEYS can still be reached: a compromise can always be declared.
Outcome AuthoriseDeclareKeyCompromised(const v1::DeclareKeyCompromised& message,
                                       const OperationContext& context, const StateReader& reader) {
  crypto::Hash key_id;
  v1::Key key;
  TANJI_RETURN_IF_REFUSED(FindOwnKey(context, reader, message.key(), key_id, key));
  if (message.since_time() > context.time_ms()) {
    return Refuse(v1::CODE_COMPROMISE_IN_FUTURE,
                  {{"field", "since_time"},
                   {"since_time", std::to_string(message.since_time())},
                   {"block_time", std::to_string(context.time_ms())}});
  }
  const auto history = KeyHistory(key_id);
  TANJI_RETURN_IF_REFUSED(
      CheckEarlierThanDeclared(history, message.key(), message.since_time(), reader));
  return CheckStatusRoom(history, v1::STATUS_KIND_VOID, message.key(), reader);
}

Outcome ApplyDeclareKeyCompromised(const v1::DeclareKeyCompromised& message,
                                   const OperationContext& context, StateWriter& writer) {
  const auto key_id = ParseHashName(kKeysCollection, message.key()).value();
  KeyHistory(key_id).Open(writer, context.stamp(), v1::STATUS_KIND_VOID, message.since_time(),
                          message.reason());
  return Outcome::Ok();
}

}  // namespace tanji::ledger
