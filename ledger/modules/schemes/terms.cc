#include "ledger/modules/schemes/terms.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/tables.h"
#include "ledger/modules/schemes/known.h"
#include "ledger/modules/schemes/tables.h"

namespace tanji::ledger {
namespace {

Outcome CheckMonitoring(const v1::MonitoringBody& monitoring) {
  constexpr std::string_view kField = "terms.monitoring";
  switch (monitoring.known_case()) {
    case v1::MonitoringBody::kParticipant:
      return CheckChosenName(kParticipantsCollection, monitoring.participant(),
                             Path(kField, "participant"));
    case v1::MonitoringBody::kText:
      return CheckText(monitoring.text(), Path(kField, "text"));
    case v1::MonitoringBody::kUnknown:
      return CheckChosen(monitoring.unknown(), Path(kField, "unknown"));
    case v1::MonitoringBody::KNOWN_NOT_SET:
      break;
  }
  return CheckSet(false, kField);
}

}  // namespace

Outcome CheckTerms(const v1::CertificationTerms& terms) {
  TANJI_RETURN_IF_REFUSED(CheckKnownBilingual(terms.owner(), "terms.owner"));
  TANJI_RETURN_IF_REFUSED(CheckKnownBilingual(terms.open_terms(), "terms.open_terms"));
  TANJI_RETURN_IF_REFUSED(CheckKnownBilingual(terms.fees(), "terms.fees"));
  TANJI_RETURN_IF_REFUSED(CheckKnownBilingual(terms.consultation(), "terms.consultation"));
  TANJI_RETURN_IF_REFUSED(CheckMonitoring(terms.monitoring()));
  TANJI_RETURN_IF_REFUSED(CheckKnownBilingual(terms.complaint(), "terms.complaint"));
  TANJI_RETURN_IF_REFUSED(CheckKnownDays(terms.complaint_days(), "terms.complaint_days"));
  TANJI_RETURN_IF_REFUSED(CheckKnownBilingual(terms.withdrawal(), "terms.withdrawal"));
  return CheckKnownDays(terms.withdrawal_days(), "terms.withdrawal_days");
}

Outcome AuthoriseTerms(const v1::CertificationTerms& terms, const OperationContext& context,
                       const StateReader& reader) {
  const auto& name = terms.monitoring().participant();
  if (name.empty()) return Outcome::Ok();
  if (!kParticipants.Has(reader, ParseParticipantName(name).value())) {
    return RefuseNotFound("terms.monitoring.participant", name);
  }
  if (name != context.author) return Outcome::Ok();
  return Refuse(v1::CODE_MONITOR_NOT_INDEPENDENT, {{"value", name}});
}

void RecordTerms(const v1::CertificationTerms& terms, const std::string& scheme_id,
                 const OperationContext& context, v1::SchemeProgress progress,
                 StateWriter& writer) {
  v1::SchemeTerms record;
  *record.mutable_terms() = terms;
  record.set_recorded_time(context.time_ms());
  RecordSigners(context, record);
  kSchemeTerms.Put(writer, scheme_id, progress.terms_count(), record);
  progress.set_terms_count(progress.terms_count() + 1);
  kSchemeProgress.Put(writer, scheme_id, progress);
}

}  // namespace tanji::ledger
