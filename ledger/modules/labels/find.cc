#include "ledger/modules/labels/find.h"

#include "ledger/base/serial.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/labels/tables.h"

namespace tanji::ledger {
namespace {

Outcome RequireCertifier(const OperationContext& context, const v1::Certificate& certificate) {
  if (certificate.certifier() == context.author) return Outcome::Ok();
  return Refuse(v1::CODE_NOT_ENTITLED,
                {{"value", context.author}, {"expected", certificate.certifier()}});
}

}  // namespace

Outcome CheckLabelName(std::string_view name, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!name.empty(), field));
  if (ParseLabelName(name)) return Outcome::Ok();
  return Refuse(
      v1::CODE_NAME_MALFORMED,
      {{"field", std::string(field)}, {"value", Shown(name)}, {"expected", "labels/SERIAL"}});
}

std::optional<std::string> ParseLabelName(std::string_view name) {
  const auto prefix = std::string(kLabelsCollection) + "/";
  if (!name.starts_with(prefix)) return std::nullopt;
  name.remove_prefix(prefix.size());
  return IsSerial(name) ? std::optional<std::string>(name) : std::nullopt;
}

Outcome FindCertificate(const StateReader& reader, std::string_view field, const std::string& name,
                        CertificateRecords& out) {
  auto certificate = ReadCertificate(reader, ParseIdName(kCertificatesCollection, name).value());
  if (!certificate) return RefuseNotFound(field, name);
  out = std::move(*certificate);
  return Outcome::Ok();
}

Outcome FindOwnCertificate(const OperationContext& context, const StateReader& reader,
                           std::string_view field, const std::string& name,
                           CertificateRecords& out) {
  TANJI_RETURN_IF_REFUSED(FindCertificate(reader, field, name, out));
  return RequireCertifier(context, out.record);
}

Outcome RequireStanding(const CertificateRecords& certificate, const std::string& name,
                        const OperationContext& context, const StateReader& reader,
                        CertificateStanding& standing) {
  standing = StandingOf(reader, certificate, {context.time_ms(), context.time_ms()});
  const auto& causes = standing.causes;
  if (!causes.empty()) {
    return Refuse(v1::CODE_CERTIFICATE_DOES_NOT_STAND, {{"field", "certificate"},
                                                        {"value", name},
                                                        {"cause", causes.front().name},
                                                        {"count", std::to_string(causes.size())}});
  }
  if (!standing.licence.in_force()) {
    return Refuse(v1::CODE_NOT_IN_FORCE,
                  {{"field", "licence"}, {"value", certificate.record.licence()}});
  }
  if (standing.accreditation.in_force()) return Outcome::Ok();
  return Refuse(v1::CODE_NOT_IN_FORCE,
                {{"field", "accreditation"}, {"value", certificate.record.accreditation()}});
}

Outcome FindLabel(const StateReader& reader, const std::string& name, LabelRecords& out) {
  auto label = ReadLabel(reader, ParseLabelName(name).value());
  if (!label) return RefuseNotFound("label", name);
  out = std::move(*label);
  return Outcome::Ok();
}

Outcome FindLabelOfOwnCertificate(const OperationContext& context, const StateReader& reader,
                                  const std::string& name, LabelRecords& out,
                                  CertificateRecords& certificate) {
  TANJI_RETURN_IF_REFUSED(FindLabel(reader, name, out));
  return FindOwnCertificate(context, reader, "label", out.record.certificate(), certificate);
}

}  // namespace tanji::ledger
