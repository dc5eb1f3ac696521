#include "ledger/modules/membership/change_accreditation_status.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {

Outcome CheckChangeAccreditationStatus(const v1::ChangeAccreditationStatus& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(
      CheckIdName(kAccreditationsCollection, message.accreditation(), "accreditation"));
  return CheckStatusChange(message.change());
}

Outcome AuthoriseChangeAccreditationStatus(const v1::ChangeAccreditationStatus& message,
                                           const OperationContext& context,
                                           const StateReader& reader) {
  const auto id = ParseIdName(kAccreditationsCollection, message.accreditation()).value();
  const auto accreditation = kAccreditations.Get(reader, id);
  if (!accreditation) return RefuseNotFound("accreditation", message.accreditation());
  if (accreditation->accreditor() != context.author) {
    return Refuse(v1::CODE_NOT_ENTITLED,
                  {{"value", context.author}, {"expected", accreditation->accreditor()}});
  }
  return AuthoriseStatusChange(message.change(), AccreditationHistory(id), message.accreditation(),
                               context.time_ms(), reader);
}

Outcome ApplyChangeAccreditationStatus(const v1::ChangeAccreditationStatus& message,
                                       const OperationContext& context, StateWriter& writer) {
  const auto id = ParseIdName(kAccreditationsCollection, message.accreditation()).value();
  ApplyStatusChange(message.change(), AccreditationHistory(id), context.stamp(), writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
