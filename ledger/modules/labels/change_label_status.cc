#include "ledger/modules/labels/change_label_status.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/labels/find.h"
#include "ledger/modules/labels/rules.h"
#include "ledger/modules/labels/tables.h"

namespace tanji::ledger {

Outcome CheckChangeLabelStatus(const v1::ChangeLabelStatus& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckLabelName(message.label(), "label"));
  return CheckStatusChange(message.change());
}

Outcome AuthoriseChangeLabelStatus(const v1::ChangeLabelStatus& message,
                                   const OperationContext& context, const StateReader& reader) {
  LabelRecords label;
  CertificateRecords certificate;
  TANJI_RETURN_IF_REFUSED(
      FindLabelOfOwnCertificate(context, reader, message.label(), label, certificate));
  // A review that the release opened ends with the certifier's word on that release.
  if (label.record.waits_for_certifier() && message.change().has_end() &&
      message.change().end() == kReleaseReview) {
    return Refuse(v1::CODE_REVIEW_ENDS_BY_CONFIRMATION, {{"value", message.label()}});
  }
  const auto history = LabelHistory(label.record.serial());
  return AuthoriseStatusChange(message.change(), history, message.label(), context.time_ms(),
                               reader);
}

Outcome ApplyChangeLabelStatus(const v1::ChangeLabelStatus& message,
                               const OperationContext& context, StateWriter& writer) {
  ApplyStatusChange(message.change(), LabelHistory(ParseLabelName(message.label()).value()),
                    context.stamp(), writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
