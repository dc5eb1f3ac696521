#include "ledger/modules/labels/confirm_release.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/labels/find.h"
#include "ledger/modules/labels/rules.h"
#include "ledger/modules/labels/tables.h"

namespace tanji::ledger {
namespace {

// From the block on, as any end of a review.
v1::StatusChange EndOfReview(const v1::ConfirmRelease& message) {
  v1::StatusChange change;
  change.set_end(kReleaseReview);
  *change.mutable_reason() = message.finding();
  return change;
}

}  // namespace

Outcome CheckConfirmRelease(const v1::ConfirmRelease& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckLabelName(message.label(), "label"));
  return CheckText(message.finding(), "finding");
}

Outcome AuthoriseConfirmRelease(const v1::ConfirmRelease& message, const OperationContext& context,
                                const StateReader& reader) {
  LabelRecords label;
  CertificateRecords certificate;
  TANJI_RETURN_IF_REFUSED(
      FindLabelOfOwnCertificate(context, reader, message.label(), label, certificate));
  if (label.confirmation || !label.record.waits_for_certifier()) {
    return Refuse(v1::CODE_RELEASE_NOT_WAITING, {{"value", message.label()}});
  }
  CertificateStanding standing;
  TANJI_RETURN_IF_REFUSED(
      RequireStanding(certificate, label.record.certificate(), context, reader, standing));
  return AuthoriseStatusChange(EndOfReview(message), LabelHistory(label.record.serial()),
                               message.label(), context.time_ms(), reader);
}

Outcome ApplyConfirmRelease(const v1::ConfirmRelease& message, const OperationContext& context,
                            StateWriter& writer) {
  const auto serial = ParseLabelName(message.label()).value();
  v1::ReleaseConfirmation confirmation;
  *confirmation.mutable_finding() = message.finding();
  confirmation.set_confirmed_time(context.time_ms());
  RecordSigners(context, confirmation);
  kReleaseConfirmations.Put(writer, serial, confirmation);
  ApplyStatusChange(EndOfReview(message), LabelHistory(serial), context.stamp(), writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
