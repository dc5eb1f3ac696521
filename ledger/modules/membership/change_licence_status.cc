#include "ledger/modules/membership/change_licence_status.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {

Outcome CheckChangeLicenceStatus(const v1::ChangeLicenceStatus& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckIdName(kLicencesCollection, message.licence(), "licence"));
  return CheckStatusChange(message.change());
}

Outcome AuthoriseChangeLicenceStatus(const v1::ChangeLicenceStatus& message,
                                     const OperationContext& context, const StateReader& reader) {
  const auto id = ParseIdName(kLicencesCollection, message.licence()).value();
  const auto licence = kLicences.Get(reader, id);
  if (!licence) return RefuseNotFound("licence", message.licence());
  if (licence->owner() != context.author) {
    return Refuse(v1::CODE_NOT_ENTITLED,
                  {{"value", context.author}, {"expected", licence->owner()}});
  }
  return AuthoriseStatusChange(message.change(), LicenceHistory(id), message.licence(),
                               context.time_ms(), reader);
}

Outcome ApplyChangeLicenceStatus(const v1::ChangeLicenceStatus& message,
                                 const OperationContext& context, StateWriter& writer) {
  const auto id = ParseIdName(kLicencesCollection, message.licence()).value();
  ApplyStatusChange(message.change(), LicenceHistory(id), context.stamp(), writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
