#include "ledger/modules/labels/certificate_standing.h"

#include <string>

#include "ledger/modules/common/names.h"
#include "ledger/modules/labels/corrections.h"
#include "ledger/modules/labels/rules.h"
#include "ledger/modules/labels/tables.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"
#include "ledger/modules/schemes/known.h"
#include "ledger/modules/schemes/tables.h"
#include "ledger/modules/verification/tables.h"
#include "ledger/state/must.h"

namespace tanji::ledger {
namespace {

std::string NameOf(const CertificateRecords& certificate) {
  return MakeName(kCertificatesCollection, certificate.id);
}

std::string IdIn(const std::string& participant) {
  return Must(ParseParticipantName(participant), participant);
}

void AddLicence(const StateReader& reader, const v1::Certificate& certificate, AsOf at, AsOf issued,
                CertificateStanding& out) {
  const auto& name = certificate.licence();
  const auto id = Must(ParseIdName(kLicencesCollection, name), name);
  const auto licence = Must(kLicences.Get(reader, id), name);
  out.licence = LicenceHistory(id).At(reader, at);
  const bool granted_well =
      MadeWell(reader, licence.owner(), licence.signed_by(), WhenMade(licence.granted_time(), at));
  if (!granted_well || !LicenceHistory(id).At(reader, issued).in_force()) {
    AddVoid(out.supports, name);
  }
  AddCauseOfGranted(out.supports, name, out.licence);
}

void AddAccreditation(const StateReader& reader, const v1::Certificate& certificate, AsOf at,
                      AsOf issued, CertificateStanding& out) {
  const auto& name = certificate.accreditation();
  const auto id = Must(ParseIdName(kAccreditationsCollection, name), name);
  const auto accreditation = Must(kAccreditations.Get(reader, id), name);
  out.accreditation = AccreditationHistory(id).At(reader, at);
  const bool granted_well = MadeWell(reader, accreditation.accreditor(), accreditation.signed_by(),
                                     WhenMade(accreditation.granted_time(), at));
  if (!granted_well || !AccreditationHistory(id).At(reader, issued).in_force()) {
    AddVoid(out.supports, name);
  }
  AddCauseOfGranted(out.supports, name, out.accreditation);
}

// What is proved may come from something else than a ledger; days are checked before they are used.
void RequireDay(const std::string& day) {
  if (!CheckSchemeDay(day, "").ok()) throw StorageFailure("a day is malformed: " + day);
}
void RequireSoundDays(const FoundVersion& version) {
  Must(UtcOffset::FromMinutes(version.scheme.utc_offset_minutes()), "the offset of a scheme");
  const auto& rules = version.rules_progress;
  if (rules.has_successor()) RequireDay(rules.successor().sell_through_day());
}

// Its status, and whoever published it.
void AddVersionItself(const StateReader& reader, const FoundVersion& found, const VersionIds& ids,
                      const v1::SchemeVersionProgress& progress, AsOf at, Causes& causes) {
  AddCause(causes, ids.Name(), SchemeVersionHistory(ids.scheme, ids.version).At(reader, at));
  if (!MadeWell(reader, found.scheme.owner(), progress.published_by(),
                WhenMade(progress.published_time(), at))) {
    AddVoid(causes, ids.Name());
  }
}

// An edition stands on the version that it edits, too: the rules are read there. The day after what
// was printed under them was last to be sold, its labels are withdrawn.
void AddVersion(const StateReader& reader, const v1::Certificate& certificate, AsOf at,
                CertificateStanding& out) {
  const auto& name = certificate.scheme_version();
  Must(ParseVersionName(name), name);
  if (!FindVersion(reader, "scheme_version", name, out.version).ok()) {
    throw StorageFailure(name + " is missing");
  }
  RequireSoundDays(out.version);
  AddVersionItself(reader, out.version, out.version.ids, out.version.progress, at, out.supports);
  AddVersionItself(reader, out.version, out.version.rules, out.version.rules_progress, at,
                   out.supports);
  const auto& rules = out.version.rules_progress;
  const bool is_succeeded =
      rules.has_successor() && rules.successor().recorded_time() <= at.known_ms;
  if (is_succeeded && !SellsThrough(out.version, at.effective_ms)) {
    const auto last_ms =
        EndOfDayMs(rules.successor().sell_through_day(), OffsetOf(out.version.scheme));
    out.supports.push_back({name, v1::STATUS_KIND_WITHDRAWN, last_ms + 1});
  }
}

void AddVerification(const StateReader& reader, const v1::Certificate& certificate, AsOf at,
                     CertificateStanding& out) {
  const auto& name = certificate.statement();
  const auto id = Must(ParseIdName(kStatementsCollection, name), name);
  out.statement = Must(kStatements.Get(reader, id), name);
  out.verification = StandingOf(reader, id, out.statement, at);
  AddCause(out.supports, name, out.verification.own);
  const auto& below = out.verification.causes;
  out.supports.insert(out.supports.end(), below.begin(), below.end());
}

// Under a certificate that has been succeeded nothing is released any more.
void AddSuccessor(const v1::CertificateProgress& progress, AsOf at, Causes& causes) {
  if (!progress.has_successor()) return;
  const auto& successor = progress.successor();
  if (successor.recorded_time() > at.known_ms || successor.from_time() > at.effective_ms) return;
  causes.push_back({successor.certificate(), v1::STATUS_KIND_WITHDRAWN, successor.from_time()});
}

}  // namespace

std::optional<CertificateRecords> ReadCertificate(const StateReader& reader, const Id& id) {
  auto record = kCertificates.Get(reader, id);
  if (!record) return std::nullopt;
  return CertificateRecords{
      id, std::move(*record),
      Must(kCertificateProgress.Get(reader, id), MakeName(kCertificatesCollection, id))};
}

CertificateStanding StandingOf(const StateReader& reader, const CertificateRecords& certificate,
                               AsOf at) {
  const auto& record = certificate.record;
  const auto issued = WhenMade(record.issued_time(), at);
  CertificateStanding out;
  for (const auto& day : record.surveillance_days()) RequireDay(day);
  out.own = CertificateHistory(certificate.id).At(reader, at);
  out.released_lots = ReleasedLotsHistory(certificate.id).At(reader, at);
  out.certifier = ParticipantHistory(IdIn(record.certifier())).At(reader, issued);
  const bool signed_well = AllKeysCount(reader, record.signed_by(), issued);
  if (!out.certifier.in_force() || !signed_well) AddVoid(out.supports, NameOf(certificate));
  AddLicence(reader, record, at, issued, out);
  AddAccreditation(reader, record, at, issued, out);
  AddVersion(reader, record, at, out);
  AddVerification(reader, record, at, out);
  out.causes = out.supports;
  AddCorrections(out.causes, reader, record, {record.years().begin(), record.years().end()},
                 out.verification.footprint, at);
  AddSuccessor(certificate.progress, at, out.causes);
  Sort(out.supports);
  Sort(out.causes);
  return out;
}

bool IsSurveillanceOverdue(const CertificateRecords& certificate, const FoundVersion& version,
                           AsOf at) {
  const auto day = NextSurveillanceDay(certificate.record, certificate.progress, at);
  return !day.empty() && at.effective_ms > EndOfDayMs(day, OffsetOf(version.scheme));
}

}  // namespace tanji::ledger
