#include "ledger/modules/schemes/void_scheme_version.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/schemes/drafts.h"
#include "ledger/modules/schemes/known.h"
#include "ledger/modules/schemes/tables.h"

namespace tanji::ledger {
namespace {

constexpr int kMaxVoids = 8;

// Void already: it can only become older, and not for ever.
Outcome CheckEarlier(const v1::VoidSchemeVersion& message, const OwnVersion& own) {
  const auto& voids = own.progress.voids();
  if (voids.empty()) return Outcome::Ok();
  const std::int64_t known_ms = voids[voids.size() - 1].from_time();
  if (message.from_time() >= known_ms) {
    return Refuse(v1::CODE_NOT_VOID_FROM_EARLIER,
                  {{"value", message.version()}, {"from_time", std::to_string(known_ms)}});
  }
  if (voids.size() < kMaxVoids) return Outcome::Ok();
  return Refuse(v1::CODE_STATUS_HISTORY_FULL,
                {{"value", message.version()}, {"limit", std::to_string(kMaxVoids)}});
}

}  // namespace

Outcome CheckVoidSchemeVersion(const v1::VoidSchemeVersion& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckVersionName(message.version(), "version"));
  TANJI_RETURN_IF_REFUSED(CheckTime(message.from_time(), "from_time"));
  TANJI_RETURN_IF_REFUSED(CheckChosen(message.ground(), "ground"));
  return CheckText(message.reason(), "reason");
}

Outcome AuthoriseVoidSchemeVersion(const v1::VoidSchemeVersion& message,
                                   const OperationContext& context, const StateReader& reader) {
  OwnVersion own;
  TANJI_RETURN_IF_REFUSED(FindOwnPublished(context, reader, message.version(), own));
  if (message.from_time() > context.time_ms()) {
    return Refuse(v1::CODE_VOID_IN_FUTURE, {{"from_time", std::to_string(message.from_time())},
                                            {"block_time", std::to_string(context.time_ms())}});
  }
  TANJI_RETURN_IF_REFUSED(CheckEarlier(message, own));
  return CheckStatusRoom(SchemeVersionHistory(own.ids.scheme, own.ids.version),
                         v1::STATUS_KIND_VOID, message.version(), reader);
}

Outcome ApplyVoidSchemeVersion(const v1::VoidSchemeVersion& message,
                               const OperationContext& context, StateWriter& writer) {
  const auto ids = ParseVersionName(message.version()).value();
  auto progress = kSchemeVersionProgress.Get(writer, ids.scheme, ids.version).value();
  auto& record = *progress.add_voids();
  record.set_ground(message.ground());
  record.set_from_time(message.from_time());
  record.set_recorded_time(context.time_ms());
  kSchemeVersionProgress.Put(writer, ids.scheme, ids.version, progress);
  SchemeVersionHistory(ids.scheme, ids.version)
      .Open(writer, context.stamp(), v1::STATUS_KIND_VOID, message.from_time(), message.reason());
  return Outcome::Ok();
}

}  // namespace tanji::ledger
