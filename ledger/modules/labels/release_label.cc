#include "ledger/modules/labels/release_label.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ledger/base/serial.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/rules.h"
#include "ledger/modules/labels/find.h"
#include "ledger/modules/labels/harvests.h"
#include "ledger/modules/labels/rules.h"
#include "ledger/modules/labels/tables.h"
#include "ledger/modules/products/balance.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/schemes/known.h"
#include "ledger/modules/schemes/tables.h"
#include "ledger/state/overlay.h"

namespace tanji::ledger {
namespace {

// --- Shape

Outcome CheckMedium(const std::string& text, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!text.empty(), field));
  return CheckMaxBytes(text, kMaxMediumBytes, field);
}

Outcome CheckRun(const v1::PrintedRun& run) {
  // The longest run from there on still has a last number.
  constexpr auto kLastFrom = UINT64_MAX - (kMaxUnits - 1);
  TANJI_RETURN_IF_REFUSED(CheckSet(run.from() > 0, "printed_run.from"));
  TANJI_RETURN_IF_REFUSED(CheckRange(run.from(), 1, kLastFrom, "printed_run.from"));
  const auto last = run.from() + (kMaxUnits - 1);
  TANJI_RETURN_IF_REFUSED(CheckRange(run.to(), run.from(), last, "printed_run.to"));
  TANJI_RETURN_IF_REFUSED(CheckMedium(run.printer(), "printed_run.printer"));
  return CheckMedium(run.medium(), "printed_run.medium");
}

Outcome CheckAllotment(const v1::ReleaseLabel& message) {
  switch (message.allotment_case()) {
    case v1::ReleaseLabel::kUnitSerials:
      TANJI_RETURN_IF_REFUSED(CheckSet(message.unit_serials().count() > 0, "unit_serials.count"));
      return CheckRange(message.unit_serials().count(), 1, kMaxUnits, "unit_serials.count");
    case v1::ReleaseLabel::kPrintedRun:
      return CheckRun(message.printed_run());
    case v1::ReleaseLabel::kLotMark:
      return CheckMedium(message.lot_mark().medium(), "lot_mark.medium");
    case v1::ReleaseLabel::ALLOTMENT_NOT_SET:
      break;
  }
  return CheckSet(false, "unit_serials");
}

// --- The certificate

struct Release {
  CertificateRecords certificate;
  CertificateStanding standing;
  v1::SchemeRequirements requirements;
  std::string scheme;
  v1::Lot lot;
  OwnedId owned;
  std::uint32_t harvest_year = 0;
};

Outcome RequireCertificate(const v1::ReleaseLabel& message, const OperationContext& context,
                           const StateReader& reader, Release& out) {
  const auto& name = message.certificate();
  TANJI_RETURN_IF_REFUSED(FindCertificate(reader, "certificate", name, out.certificate));
  const auto& record = out.certificate.record;
  if (record.producer() != context.author) {
    return Refuse(v1::CODE_NOT_ENTITLED,
                  {{"value", context.author}, {"expected", record.producer()}});
  }
  const auto now_ms = context.time_ms();
  const auto& progress = out.certificate.progress;
  if (progress.has_successor() && now_ms >= progress.successor().from_time()) {
    return Refuse(v1::CODE_CERTIFICATE_SUCCEEDED,
                  {{"field", "certificate"},
                   {"value", name},
                   {"successor", progress.successor().certificate()}});
  }
  const AsOf now{now_ms, now_ms};
  if (!CertificateHistory(out.certificate.id).At(reader, now).in_force() ||
      !ReleasedLotsHistory(out.certificate.id).At(reader, now).in_force()) {
    return Refuse(v1::CODE_NOT_IN_FORCE, {{"field", "certificate"}, {"value", name}});
  }
  TANJI_RETURN_IF_REFUSED(RequireStanding(out.certificate, name, context, reader, out.standing));
  if (IsSurveillanceOverdue(out.certificate, out.standing.version, now)) {
    return Refuse(v1::CODE_SURVEILLANCE_OVERDUE,
                  {{"field", "certificate"},
                   {"value", name},
                   {"day", NextSurveillanceDay(record, progress, now)}});
  }
  out.scheme = out.standing.version.ids.SchemeName();
  out.requirements = LoadCriteria(reader, out.standing.version, "").requirements;
  return Outcome::Ok();
}

// --- The lot

Outcome RequireLot(const v1::ReleaseLabel& message, const OperationContext& context,
                   const StateReader& reader, Release& out) {
  out.owned = ParseOwned(kLotsCollection, message.lot()).value();
  TANJI_RETURN_IF_REFUSED(RequireOwn(context, out.owned));
  TANJI_RETURN_IF_REFUSED(FindLot(reader, "lot", message.lot(), context.time_ms(), out.lot));
  v1::Product product;
  TANJI_RETURN_IF_REFUSED(
      FindProduct(reader, "lot", out.lot.product(), context.time_ms(), product));
  if (out.lot.product() != out.certificate.record.product()) {
    return Refuse(v1::CODE_LOT_OF_OTHER_PRODUCT, {{"field", "lot"},
                                                  {"value", message.lot()},
                                                  {"product", out.lot.product()},
                                                  {"expected", out.certificate.record.product()}});
  }
  TANJI_RETURN_IF_REFUSED(RequireHarvests(message, out.certificate, out.standing, out.requirements,
                                          context, reader, out.harvest_year));
  return CheckLabellable(reader, out.owned, out.lot, out.scheme, MassOf(message.mass()), "mass");
}

// --- The claim

Outcome RequireClaim(const v1::ReleaseLabel& message, const Release& release,
                     const StateReader& reader) {
  const auto& [scheme, version] = release.standing.version.rules;
  const auto claims = kClaimTexts.Get(reader, scheme, version, message.market());
  const auto count = claims ? claims->texts_size() : 0;
  if (message.claim() < static_cast<std::uint32_t>(count)) return Outcome::Ok();
  return Refuse(v1::CODE_CLAIM_NOT_ALLOWED,
                {{"field", count == 0 ? "market" : "claim"},
                 {"value", count == 0 ? message.market() : std::to_string(message.claim())},
                 {"market", message.market()},
                 {"version", release.certificate.record.scheme_version()},
                 {"count", std::to_string(count)}});
}

// --- What is written

bool WaitsForCertifier(const v1::SchemeRequirements& requirements) {
  // Until the ledger draws, every lot of PER_DRAW waits: a draw that takes all.
  return requirements.release() != v1::RELEASE_RULE_LICENSEE;
}

v1::Label LabelOf(const v1::ReleaseLabel& message, const OperationContext& context,
                  const Release& release) {
  v1::Label out;
  out.set_serial(DeriveSerial(release.standing.version.scheme.serial_prefix(),
                              context.transaction_id, static_cast<std::uint16_t>(context.index),
                              0));
  out.set_certificate(message.certificate());
  out.set_lot(message.lot());
  out.set_producer(context.author);
  *out.mutable_mass() = message.mass();
  out.set_mass_kg(MassOf(message.mass()).kilograms().Text());
  switch (message.allotment_case()) {
    case v1::ReleaseLabel::kUnitSerials:
      *out.mutable_unit_serials() = message.unit_serials();
      break;
    case v1::ReleaseLabel::kPrintedRun:
      *out.mutable_printed_run() = message.printed_run();
      break;
    case v1::ReleaseLabel::kLotMark:
      *out.mutable_lot_mark() = message.lot_mark();
      break;
    case v1::ReleaseLabel::ALLOTMENT_NOT_SET:
      break;
  }
  out.set_market(message.market());
  out.set_claim(message.claim());
  out.set_harvest_year(release.harvest_year);
  out.set_waits_for_certifier(WaitsForCertifier(release.requirements));
  out.set_released_time(context.time_ms());
  RecordSigners(context, out);
  return out;
}

v1::BilingualText ReviewReason() {
  v1::BilingualText reason;
  reason.set_zh("等待认证机构确认放行");
  reason.set_en("waits for the certifier to confirm the release");
  reason.set_prevailing(v1::PREVAILING_ZH);
  // The ledger writes it itself.
  reason.set_translation(v1::TRANSLATION_MACHINE);
  return reason;
}

void PutRun(const v1::Label& label, const FoundVersion& version, StateWriter& writer) {
  v1::PrintedRuns runs;
  runs.set_last(label.printed_run().to());
  kPrintedRuns.Put(writer, version.ids.scheme, ParseParticipantName(label.producer()).value(),
                   runs);
}

void StoreLabel(const v1::Label& label, const Release& release, const OperationContext& context,
                StateWriter& writer) {
  const auto& serial = label.serial();
  kLabels.Put(writer, serial, label);
  v1::LabelProgress progress;
  progress.set_retired_kg(Mass().kilograms().Text());
  progress.set_freed_kg(Mass().kilograms().Text());
  kLabelProgress.Put(writer, serial, progress);
  const auto history = LabelHistory(serial);
  history.Create(writer, context.stamp(), context.time_ms(), std::nullopt);
  if (label.waits_for_certifier()) {
    history.Open(writer, context.stamp(), v1::STATUS_KIND_UNDER_REVIEW, context.time_ms(),
                 ReviewReason());
  }
  if (label.has_printed_run()) PutRun(label, release.standing.version, writer);
  auto balance = ReadBalance(writer, release.owned);
  const auto labelled = LabelledUnder(balance, release.scheme);
  SetLabelled(balance, release.scheme, Add(labelled, MassOfText(label.mass_kg())).value());
  PutBalance(writer, release.owned, balance);
}

// A correction may leave the certificate standing and yet miss the threshold of this very year: the
// label would be suspended from its first moment on.
Outcome RequireYearStillMet(const LabelStanding& standing, const v1::Label& label) {
  if (standing.causes.empty()) return Outcome::Ok();
  return Refuse(v1::CODE_HARVEST_YEAR_NOT_MET, {{"field", "lot"},
                                                {"value", label.lot()},
                                                {"year", std::to_string(label.harvest_year())},
                                                {"certificate", label.certificate()}});
}

// Judged over the label as it will be. The number of records is part of it: where it is less than
// 128 it takes a byte less than is counted here, which is on the safe side.
Outcome CountClosure(v1::Label& label, const Release& release, const OperationContext& context,
                     const StateReader& reader) {
  Overlay written(reader);
  label.set_closure_count(kMaxClosure);
  StoreLabel(label, release, context, written);
  LabelStanding standing;
  const auto closure = CountLabelClosure(written, label.serial(), standing);
  TANJI_RETURN_IF_REFUSED(RequireYearStillMet(standing, label));
  label.set_closure_count(closure.records);
  if (closure.records <= kMaxClosure && closure.bytes <= kMaxClosureBytes) return Outcome::Ok();
  return Refuse(v1::CODE_CLOSURE_TOO_LARGE, {{"value", std::to_string(closure.records)},
                                             {"limit", std::to_string(kMaxClosure)},
                                             {"bytes", std::to_string(closure.bytes)},
                                             {"bytes_limit", std::to_string(kMaxClosureBytes)}});
}

// Its number is on no other label of the producer under the scheme.
Outcome RequireNewRun(const v1::ReleaseLabel& message, const OperationContext& context,
                      const Release& release, const StateReader& reader) {
  if (!message.has_printed_run()) return Outcome::Ok();
  const auto runs =
      kPrintedRuns.Get(reader, release.standing.version.ids.scheme, context.author_id);
  if (!runs || message.printed_run().from() > runs->last()) return Outcome::Ok();
  return Refuse(v1::CODE_RUN_NOT_AFTER, {{"field", "printed_run.from"},
                                         {"value", std::to_string(message.printed_run().from())},
                                         {"last", std::to_string(runs->last())}});
}

// A serial is 60 bits of a hash: whoever grinds can make two alike, and the second one is refused.
Outcome RequireNewSerial(const v1::Label& label, const StateReader& reader) {
  if (!kLabels.Has(reader, label.serial())) return Outcome::Ok();
  return Refuse(v1::CODE_ALREADY_EXISTS,
                {{"field", "serial"}, {"value", MakeName(kLabelsCollection, label.serial())}});
}

// All that is looked up and judged, and the label that comes of it.
Outcome Prepare(const v1::ReleaseLabel& message, const OperationContext& context,
                const StateReader& reader, Release& release, v1::Label& label) {
  TANJI_RETURN_IF_REFUSED(RequireCertificate(message, context, reader, release));
  TANJI_RETURN_IF_REFUSED(RequireLot(message, context, reader, release));
  TANJI_RETURN_IF_REFUSED(RequireClaim(message, release, reader));
  TANJI_RETURN_IF_REFUSED(RequireNewRun(message, context, release, reader));
  label = LabelOf(message, context, release);
  TANJI_RETURN_IF_REFUSED(RequireNewSerial(label, reader));
  return CountClosure(label, release, context, reader);
}

}  // namespace

Outcome CheckReleaseLabel(const v1::ReleaseLabel& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(
      CheckIdName(kCertificatesCollection, message.certificate(), "certificate"));
  TANJI_RETURN_IF_REFUSED(CheckLotName(message.lot(), "lot"));
  TANJI_RETURN_IF_REFUSED(CheckGoods(message.mass(), "mass"));
  TANJI_RETURN_IF_REFUSED(CheckAllotment(message));
  TANJI_RETURN_IF_REFUSED(CheckSet(!message.market().empty(), "market"));
  return CheckArea(message.market(), false);
}

Outcome AuthoriseReleaseLabel(const v1::ReleaseLabel& message, const OperationContext& context,
                              const StateReader& reader) {
  TANJI_RETURN_IF_REFUSED(RequireProducer(context, reader));
  Release release;
  v1::Label label;
  return Prepare(message, context, reader, release, label);
}

Outcome ApplyReleaseLabel(const v1::ReleaseLabel& message, const OperationContext& context,
                          StateWriter& writer) {
  Release release;
  v1::Label label;
  TANJI_RETURN_IF_REFUSED(Prepare(message, context, writer, release, label));
  StoreLabel(label, release, context, writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
