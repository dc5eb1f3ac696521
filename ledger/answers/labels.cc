// The answers about certificates and labels. What they come to is derived
// (ledger/modules/labels/label_standing.h); here it is told.
#include <algorithm>

#include "ledger/answers/footprints.h"
#include "ledger/answers/parts.h"
#include "ledger/answers/products.h"
#include "ledger/answers/subjects.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/labels/find.h"
#include "ledger/modules/labels/label_standing.h"
#include "ledger/modules/labels/rules.h"

namespace tanji::ledger {
namespace {

using CauseRows = google::protobuf::RepeatedPtrField<v1::Cause>;

void FillCauses(Causes causes, CauseRows& out) {
  for (auto& cause : causes) {
    auto& row = *out.Add();
    row.set_name(std::move(cause.name));
    row.set_kind(cause.kind);
    if (cause.from_ms) row.set_from_time(*cause.from_ms);
  }
}

void FillCertificate(const StateReader& source, AsOf at, CertificateRecords certificate,
                     CertificateStanding standing, v1::CertificateAnswer& out) {
  out.set_in_force(standing.stands());
  out.set_next_surveillance_day(NextSurveillanceDay(certificate.record, certificate.progress, at));
  out.set_surveillance_overdue(IsSurveillanceOverdue(certificate, standing.version, at));
  auto display = ReadDisplay(source, certificate.record, standing.statement);
  *out.mutable_product() = std::move(display.product);
  for (auto& participant : display.participants) {
    *out.add_participants() = std::move(participant);
  }
  FillSigners(certificate.record.signed_by(), certificate.record.issued_time(), at, source,
              *out.mutable_signers());
  *out.mutable_status() = Answered(std::move(standing.own));
  *out.mutable_released_lots() = Answered(std::move(standing.released_lots));
  *out.mutable_certifier_status() = Answered(std::move(standing.certifier));
  *out.mutable_licence_status() = Answered(std::move(standing.licence));
  *out.mutable_accreditation_status() = Answered(std::move(standing.accreditation));
  *out.mutable_statement() = std::move(standing.statement);
  FillFootprint(source, at, std::move(standing.verification.footprint),
                std::move(standing.verification.footprint_standing), *out.mutable_footprint());
  *out.mutable_scheme() = std::move(standing.version.scheme);
  *out.mutable_version() = std::move(standing.version.version);
  FillCauses(std::move(standing.causes), *out.mutable_causes());
  *out.mutable_certificate() = std::move(certificate.record);
  *out.mutable_progress() = std::move(certificate.progress);
  // What was recorded after K was not known on K.
  if (out.progress().successor().recorded_time() > at.known_ms) {
    out.mutable_progress()->clear_successor();
  }
}

// What was reported by D and K about one unit.
v1::UnitAnswer UnitOf(const LabelRecords& label, std::uint64_t unit, AsOf at) {
  v1::UnitAnswer out;
  out.set_number(unit);
  out.set_exists(HasUnit(label.record, unit));
  for (const auto& row : label.progress.retired()) {
    if (!IsReportedBy(row, at) || !row.has_units()) continue;
    if (row.units().from() <= unit && unit <= row.units().to()) out.set_fate(row.fate());
  }
  return out;
}

bool UnitCounts(const v1::LabelAnswer& answer) {
  return !answer.has_unit() ||
         (answer.unit().exists() && answer.unit().fate() == v1::UNIT_FATE_UNSPECIFIED);
}

void FillRecords(LabelRecords label, AsOf at, v1::LabelAnswer& out) {
  for (const auto& row : label.progress.retired()) {
    if (IsReportedBy(row, at)) *out.add_retired() = row;
  }
  if (label.confirmation && label.confirmation->confirmed_time() <= at.known_ms) {
    *out.mutable_confirmation() = std::move(*label.confirmation);
  }
  *out.mutable_label() = std::move(label.record);
  *out.mutable_progress() = std::move(label.progress);
}

}  // namespace

bool AnswerCertificate(const v1::CertificateQuestion& question, AsOf at, const StateReader& source,
                       v1::CertificateAnswer& out) {
  auto certificate =
      ReadCertificate(source, *ParseIdName(kCertificatesCollection, question.name()));
  if (!certificate) return false;
  auto standing = StandingOf(source, *certificate, at);
  FillCertificate(source, at, std::move(*certificate), std::move(standing), out);
  return true;
}

bool AnswerLabel(const v1::LabelQuestion& question, AsOf at, const StateReader& source,
                 v1::LabelAnswer& out) {
  auto label = ReadLabel(source, *ParseLabelName(question.name()));
  if (!label) return false;
  auto standing = StandingOf(source, *label, at);
  const auto& record = label->record;
  FillSigners(record.signed_by(), record.released_time(), at, source, *out.mutable_signers());
  *out.mutable_claim() = ReadClaim(source, record, standing.certificate_standing.version);
  *out.mutable_year() = *YearIn(standing.certificate.record, record.harvest_year());
  if (question.unit() != 0) *out.mutable_unit() = UnitOf(*label, question.unit(), at);
  out.set_kind(standing.kind);
  out.set_in_force(standing.kind == v1::STATUS_KIND_IN_FORCE && UnitCounts(out));
  for (auto& lot : standing.lots) {
    auto lot_standing = StandingOf(source, lot, at);
    FillLot(source, at, std::move(lot), std::move(lot_standing), *out.add_lots());
  }
  *out.mutable_status() = Answered(std::move(standing.own));
  FillCauses(std::move(standing.causes), *out.mutable_causes());
  FillCertificate(source, at, std::move(standing.certificate),
                  std::move(standing.certificate_standing), *out.mutable_certificate());
  FillRecords(std::move(*label), at, out);
  return true;
}

}  // namespace tanji::ledger
