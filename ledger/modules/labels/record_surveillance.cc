#include "ledger/modules/labels/record_surveillance.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/labels/find.h"
#include "ledger/modules/labels/rules.h"
#include "ledger/modules/labels/tables.h"
#include "ledger/modules/verification/find.h"

namespace tanji::ledger {
namespace {

// What has ended, or ended for good, is not looked after any more; what is suspended is.
Outcome RequireUsable(const CertificateRecords& certificate, const std::string& name, AsOf now,
                      const StateReader& reader) {
  const auto kind = CertificateHistory(certificate.id).At(reader, now).kind;
  if (kind != v1::STATUS_KIND_UNSPECIFIED && !IsFinal(kind)) return Outcome::Ok();
  return Refuse(v1::CODE_NOT_IN_FORCE, {{"field", "certificate"}, {"value", name}});
}

// Each looks after the time since the planned day of the one before it.
Outcome RequireBegun(const CertificateRecords& certificate, const std::string& name, AsOf now,
                     const StateReader& reader) {
  const auto held = static_cast<int>(certificate.progress.surveillance_count());
  if (held == 0) return Outcome::Ok();
  FoundVersion version;
  TANJI_RETURN_IF_REFUSED(
      FindVersion(reader, "certificate", certificate.record.scheme_version(), version));
  const auto& earliest = certificate.record.surveillance_days(held - 1);
  if (now.effective_ms >= StartOfDayMs(earliest, OffsetOf(version.scheme))) return Outcome::Ok();
  return Refuse(v1::CODE_SURVEILLANCE_TOO_EARLY, {{"value", name}, {"earliest", earliest}});
}

}  // namespace

Outcome CheckRecordSurveillance(const v1::RecordSurveillance& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(
      CheckIdName(kCertificatesCollection, message.certificate(), "certificate"));
  TANJI_RETURN_IF_REFUSED(CheckText(message.finding(), "finding"));
  return CheckEvidence(message.evidence(), kMaxEvidenceOfSurveillance, "evidence");
}

// Late is better than never: an overdue surveillance is recorded like any other.
Outcome AuthoriseRecordSurveillance(const v1::RecordSurveillance& message,
                                    const OperationContext& context, const StateReader& reader) {
  CertificateRecords certificate;
  TANJI_RETURN_IF_REFUSED(
      FindOwnCertificate(context, reader, "certificate", message.certificate(), certificate));
  const AsOf now{context.time_ms(), context.time_ms()};
  if (NextSurveillanceDay(certificate.record, certificate.progress, now).empty()) {
    return Refuse(v1::CODE_NO_SURVEILLANCE_DUE,
                  {{"value", message.certificate()},
                   {"count", std::to_string(certificate.progress.surveillance_count())}});
  }
  TANJI_RETURN_IF_REFUSED(RequireUsable(certificate, message.certificate(), now, reader));
  TANJI_RETURN_IF_REFUSED(RequireBegun(certificate, message.certificate(), now, reader));
  return RequireEvidence(reader, message.evidence(), "evidence");
}

Outcome ApplyRecordSurveillance(const v1::RecordSurveillance& message,
                                const OperationContext& context, StateWriter& writer) {
  const auto id = ParseIdName(kCertificatesCollection, message.certificate()).value();
  auto progress = kCertificateProgress.Get(writer, id).value();
  v1::CertificateSurveillance surveillance;
  *surveillance.mutable_finding() = message.finding();
  *surveillance.mutable_evidence() = message.evidence();
  surveillance.set_recorded_time(context.time_ms());
  RecordSigners(context, surveillance);
  kCertificateSurveillances.Put(writer, id, progress.surveillance_count(), surveillance);
  progress.set_surveillance_count(progress.surveillance_count() + 1);
  progress.add_surveillance_times(context.time_ms());
  progress.set_changed_time(context.time_ms());
  kCertificateProgress.Put(writer, id, progress);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
