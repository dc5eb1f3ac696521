#include "ledger/modules/labels/queries.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/labels/find.h"
#include "ledger/modules/labels/tables.h"
#include "ledger/state/must.h"

namespace tanji::ledger {
namespace {

v1::StatusRecord ReadStatus(const StateReader& reader, const std::string& key) {
  return ParseRecord<v1::StatusRecord>(Must(reader.Get(key), "a status record"));
}

void FillCertificate(const StateReader& reader, CertificateRecords certificate,
                     v1::GetCertificateResponse& out) {
  const auto& id = certificate.id;
  out.set_name(MakeName(kCertificatesCollection, id));
  for (std::uint32_t n = 0; n < certificate.progress.surveillance_count(); ++n) {
    *out.add_surveillances() = Must(kCertificateSurveillances.Get(reader, id, n), out.name());
  }
  *out.mutable_status() = ReadStatus(reader, MakeKey(KeySpace::kCertificateStatus, id));
  *out.mutable_released_lots() = ReadStatus(reader, MakeKey(KeySpace::kReleasedLotsStatus, id));
  *out.mutable_certificate() = std::move(certificate.record);
  *out.mutable_progress() = std::move(certificate.progress);
}

void FillLabel(const StateReader& reader, LabelRecords label, v1::GetLabelResponse& out) {
  const auto& serial = label.record.serial();
  out.set_name(MakeName(kLabelsCollection, serial));
  for (std::uint32_t n = 0; n < label.progress.report_count(); ++n) {
    *out.add_reports() = Must(kLabelReports.Get(reader, serial, n), out.name());
  }
  if (label.confirmation) *out.mutable_confirmation() = std::move(*label.confirmation);
  *out.mutable_status() = ReadStatus(reader, MakeKey(KeySpace::kLabelStatus, serial));
  *out.mutable_progress() = std::move(label.progress);
  *out.mutable_label() = std::move(label.record);
}

}  // namespace

Outcome GetCertificate(const v1::GetCertificateRequest& request, const StateReader& reader,
                       v1::GetCertificateResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckIdName(kCertificatesCollection, request.name(), "name"));
  CertificateRecords certificate;
  TANJI_RETURN_IF_REFUSED(FindCertificate(reader, "name", request.name(), certificate));
  FillCertificate(reader, std::move(certificate), response);
  return Outcome::Ok();
}

Outcome GetLabel(const v1::GetLabelRequest& request, const StateReader& reader,
                 v1::GetLabelResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckLabelName(request.name(), "name"));
  auto label = ReadLabel(reader, ParseLabelName(request.name()).value());
  if (!label) return RefuseNotFound("name", request.name());
  FillLabel(reader, std::move(*label), response);
  return Outcome::Ok();
}

Outcome ListCertificates(const v1::ListCertificatesRequest& request, const StateReader& reader,
                         const StateScan& scan, v1::ListCertificatesResponse& response) {
  Page page;
  TANJI_RETURN_IF_REFUSED(
      ReadPage(scan, KeySpace::kCertificate, request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    const auto id = Must(Id::FromBytes(std::string_view(key).substr(1)), "a certificate's key");
    FillCertificate(reader, Must(ReadCertificate(reader, id), "a certificate"),
                    *response.add_certificates());
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

Outcome ListLabels(const v1::ListLabelsRequest& request, const StateReader& reader,
                   const StateScan& scan, v1::ListLabelsResponse& response) {
  Page page;
  TANJI_RETURN_IF_REFUSED(
      ReadPage(scan, KeySpace::kLabel, request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    const auto serial = ParseRecord<v1::Label>(record).serial();
    FillLabel(reader, Must(ReadLabel(reader, serial), serial), *response.add_labels());
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

}  // namespace tanji::ledger
