#include "ledger/modules/schemes/change_scheme_version_status.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/schemes/drafts.h"
#include "ledger/modules/schemes/known.h"
#include "ledger/modules/schemes/tables.h"

namespace tanji::ledger {

Outcome CheckChangeSchemeVersionStatus(const v1::ChangeSchemeVersionStatus& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckVersionName(message.version(), "version"));
  return CheckStatusChange(message.change());
}

Outcome AuthoriseChangeSchemeVersionStatus(const v1::ChangeSchemeVersionStatus& message,
                                           const OperationContext& context,
                                           const StateReader& reader) {
  OwnVersion own;
  TANJI_RETURN_IF_REFUSED(FindOwnPublished(context, reader, message.version(), own));
  return AuthoriseStatusChange(message.change(),
                               SchemeVersionHistory(own.ids.scheme, own.ids.version),
                               message.version(), context.time_ms(), reader);
}

Outcome ApplyChangeSchemeVersionStatus(const v1::ChangeSchemeVersionStatus& message,
                                       const OperationContext& context, StateWriter& writer) {
  const auto ids = ParseVersionName(message.version()).value();
  ApplyStatusChange(message.change(), SchemeVersionHistory(ids.scheme, ids.version),
                    context.stamp(), writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
