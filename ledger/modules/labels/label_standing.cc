#include "ledger/modules/labels/label_standing.h"

#include <set>

#include "ledger/modules/common/names.h"
#include "ledger/modules/labels/corrections.h"
#include "ledger/modules/labels/rules.h"
#include "ledger/modules/labels/tables.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"
#include "ledger/modules/products/balance.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"
#include "ledger/modules/schemes/tables.h"
#include "ledger/state/must.h"

namespace tanji::ledger {
namespace {

std::string IdIn(const std::string& participant) {
  return Must(ParseParticipantName(participant), participant);
}

void Append(Causes& causes, const Causes& more) {
  causes.insert(causes.end(), more.begin(), more.end());
}

void AddLots(const StateReader& reader, const v1::Label& label, AsOf at, LabelStanding& out) {
  // A release has counted them: there are no more than LineageOf finds.
  out.lots = Must(LineageOf(reader, label.lot()), "what " + label.lot() + " comes from");
  for (const auto& lot : out.lots) AddCauses(out.causes, lot, StandingOf(reader, lot, at));
}

// Once all that it was put on has been reported, nothing bears it any more.
void AddRetirement(const LabelRecords& label, AsOf at, Causes& causes) {
  const auto retired = RetiredBy(label.record, label.progress, at);
  if (!retired.is_all) return;
  causes.push_back({MakeName(kLabelsCollection, label.record.serial()), v1::STATUS_KIND_WITHDRAWN,
                    retired.last_ms});
}

// The certifier's decision on what was released, of whatever kind it is.
void AddDecision(const CertificateRecords& certificate, const StatusAt& released_lots,
                 Causes& causes) {
  if (released_lots.in_force()) return;
  if (released_lots.kind == v1::STATUS_KIND_UNSPECIFIED) {
    AddVoid(causes, MakeName(kCertificatesCollection, certificate.id));
    return;
  }
  causes.push_back({MakeName(kCertificatesCollection, certificate.id), released_lots.kind,
                    released_lots.interval.from_time()});
}

void AddSignatures(const StateReader& reader, const LabelRecords& label,
                   const v1::Certificate& certificate, AsOf at, Causes& causes) {
  const auto name = MakeName(kLabelsCollection, label.record.serial());
  bool well = MadeWell(reader, label.record.producer(), label.record.signed_by(),
                       WhenMade(label.record.released_time(), at));
  if (label.confirmation && label.confirmation->confirmed_time() <= at.known_ms) {
    well = MadeWell(reader, certificate.certifier(), label.confirmation->signed_by(),
                    WhenMade(label.confirmation->confirmed_time(), at)) &&
           well;
  }
  if (!well) AddVoid(causes, name);
}

template <class KeyIds>
void ReadKeys(const StateReader& reader, const KeyIds& signed_by) {
  for (const auto& raw : signed_by) {
    kKeys.Get(reader, Must(crypto::Hash::FromBytes(raw), "a key id"));
  }
}

}  // namespace

std::optional<LabelRecords> ReadLabel(const StateReader& reader, const std::string& serial) {
  auto record = kLabels.Get(reader, serial);
  if (!record) return std::nullopt;
  LabelRecords out;
  out.record = std::move(*record);
  const auto name = MakeName(kLabelsCollection, serial);
  out.progress = Must(kLabelProgress.Get(reader, serial), name);
  if (out.record.waits_for_certifier()) {
    out.confirmation = kReleaseConfirmations.Get(reader, serial);
  }
  return out;
}

LabelStanding StandingOf(const StateReader& reader, const LabelRecords& label, AsOf at) {
  const auto& record = label.record;
  const auto id = Must(ParseIdName(kCertificatesCollection, record.certificate()), record.serial());
  LabelStanding out;
  out.own = LabelHistory(record.serial()).At(reader, at);
  out.certificate = Must(ReadCertificate(reader, id), record.certificate());
  out.certificate_standing = StandingOf(reader, out.certificate, at);
  const auto& certificate = out.certificate.record;
  AddLots(reader, record, at, out);
  AddSignatures(reader, label, certificate, at, out.causes);
  AddRetirement(label, at, out.causes);
  AddDecision(out.certificate, out.certificate_standing.released_lots, out.causes);
  Append(out.causes, out.certificate_standing.supports);
  const auto* year = YearIn(certificate, record.harvest_year());
  if (year == nullptr) throw StorageFailure(record.certificate() + " is not for that year");
  AddCorrections(out.causes, reader, certificate, {*year},
                 out.certificate_standing.verification.footprint, at);
  // What is not released rests on nothing yet.
  if (out.own.kind == v1::STATUS_KIND_UNSPECIFIED) out.causes.clear();
  Sort(out.causes);
  out.kind = Gravest(out.own.kind, out.causes);
  return out;
}

Display ReadDisplay(const StateReader& reader, const v1::Certificate& certificate,
                    const v1::Statement& statement) {
  Display out;
  const auto owned =
      Must(ParseOwned(kProductsCollection, certificate.product()), certificate.product());
  out.product = Must(kProducts.Get(reader, owned.producer_id, owned.id), certificate.product());
  std::set<std::string> seen;
  for (const auto& name : {certificate.producer(), certificate.certifier(), statement.auditor()}) {
    if (!seen.insert(name).second) continue;
    out.participants.push_back(Must(kParticipants.Get(reader, IdIn(name)), name));
  }
  return out;
}

v1::BilingualText ReadClaim(const StateReader& reader, const v1::Label& label,
                            const FoundVersion& version) {
  const auto claims =
      Must(kClaimTexts.Get(reader, version.rules.scheme, version.rules.version, label.market()),
           "what may be said in " + label.market());
  if (label.claim() >= static_cast<std::uint32_t>(claims.texts_size())) {
    throw StorageFailure("the claim of " + label.serial() + " is missing");
  }
  return claims.texts(static_cast<int>(label.claim()));
}

Closure CountLabelClosure(const StateReader& reader, const std::string& serial,
                          LabelStanding& standing) {
  const ClosureCounter counter(reader);
  const auto label = Must(ReadLabel(counter, serial), serial);
  const auto now_ms = label.record.released_time();
  standing = StandingOf(counter, label, {now_ms, now_ms});
  const auto& certificate = standing.certificate.record;
  ReadDisplay(counter, certificate, standing.certificate_standing.statement);
  ReadClaim(counter, label.record, standing.certificate_standing.version);
  ReadKeys(counter, label.record.signed_by());
  ReadKeys(counter, certificate.signed_by());
  ReadKeys(counter, standing.certificate_standing.verification.footprint.made_by());
  for (const auto& lot : standing.lots) {
    ReadBalance(counter, lot.owned);
    ReadKeys(counter, lot.lot.signed_by());
    if (!NeedsConfirmation(lot.lot)) continue;
    const auto confirmation =
        kHarvestConfirmations.Get(counter, lot.owned.producer_id, lot.owned.id);
    if (confirmation) ReadKeys(counter, confirmation->signed_by());
  }
  return counter.closure();
}

}  // namespace tanji::ledger
