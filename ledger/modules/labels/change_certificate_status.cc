#include "ledger/modules/labels/change_certificate_status.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/labels/find.h"
#include "ledger/modules/labels/tables.h"

namespace tanji::ledger {

Outcome CheckChangeCertificateStatus(const v1::ChangeCertificateStatus& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(
      CheckIdName(kCertificatesCollection, message.certificate(), "certificate"));
  TANJI_RETURN_IF_REFUSED(CheckSet(message.has_change() || message.has_released_lots(), "change"));
  if (message.has_change()) TANJI_RETURN_IF_REFUSED(CheckStatusChange(message.change(), "change"));
  return message.has_released_lots() ? CheckStatusChange(message.released_lots(), "released_lots")
                                     : Outcome::Ok();
}

Outcome AuthoriseChangeCertificateStatus(const v1::ChangeCertificateStatus& message,
                                         const OperationContext& context,
                                         const StateReader& reader) {
  const auto& name = message.certificate();
  CertificateRecords certificate;
  TANJI_RETURN_IF_REFUSED(FindOwnCertificate(context, reader, "certificate", name, certificate));
  if (message.has_change()) {
    TANJI_RETURN_IF_REFUSED(AuthoriseStatusChange(message.change(),
                                                  CertificateHistory(certificate.id), name,
                                                  context.time_ms(), reader, "change"));
  }
  if (!message.has_released_lots()) return Outcome::Ok();
  return AuthoriseStatusChange(message.released_lots(), ReleasedLotsHistory(certificate.id), name,
                               context.time_ms(), reader, "released_lots");
}

Outcome ApplyChangeCertificateStatus(const v1::ChangeCertificateStatus& message,
                                     const OperationContext& context, StateWriter& writer) {
  const auto id = ParseIdName(kCertificatesCollection, message.certificate()).value();
  if (message.has_change()) {
    ApplyStatusChange(message.change(), CertificateHistory(id), context.stamp(), writer);
  }
  if (message.has_released_lots()) {
    ApplyStatusChange(message.released_lots(), ReleasedLotsHistory(id), context.stamp(), writer);
  }
  return Outcome::Ok();
}

}  // namespace tanji::ledger
