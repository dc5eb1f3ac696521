#include "ledger/modules/labels/report_units.h"

#include <string>

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/labels/find.h"
#include "ledger/modules/labels/rules.h"
#include "ledger/modules/labels/tables.h"
#include "ledger/modules/products/balance.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/schemes/drafts.h"

namespace tanji::ledger {
namespace {

std::string Shown(const v1::UnitRange& range) {
  return std::to_string(range.from()) + "-" + std::to_string(range.to());
}

Outcome RequireOwnLabel(const OperationContext& context, const LabelRecords& label) {
  if (label.record.producer() == context.author) return Outcome::Ok();
  return Refuse(v1::CODE_NOT_ENTITLED,
                {{"value", context.author}, {"expected", label.record.producer()}});
}

// Numbered units are reported by their numbers, a mark by mass.
Outcome RequireForm(const v1::ReportUnits& message, const LabelRecords& label) {
  const bool numbered = UnitCount(label.record) > 0;
  if (message.has_units() == numbered) return Outcome::Ok();
  return Refuse(v1::CODE_REPORT_FORM_MISMATCH, {{"field", numbered ? "mass" : "units"},
                                                {"value", message.label()},
                                                {"expected", numbered ? "units" : "mass"}});
}

Outcome RequireUnits(const v1::UnitRange& units, const LabelRecords& label) {
  const auto first = FirstUnit(label.record);
  const auto last = first + UnitCount(label.record) - 1;
  TANJI_RETURN_IF_REFUSED(CheckRange(units.from(), first, last, "units.from"));
  TANJI_RETURN_IF_REFUSED(CheckRange(units.to(), units.from(), last, "units.to"));
  for (const auto& row : label.progress.retired()) {
    if (!Overlap(row.units(), units)) continue;
    return Refuse(v1::CODE_UNITS_REPORTED,
                  {{"field", "units"}, {"value", Shown(units)}, {"reported", Shown(row.units())}});
  }
  return Outcome::Ok();
}

Outcome RequireMass(const v1::ReportUnits& message, const LabelRecords& label) {
  const auto active = ActiveMass(label.record, label.progress);
  const auto mass = MassOf(message.mass());
  if (mass <= active) return Outcome::Ok();
  return Refuse(v1::CODE_FIELD_OUT_OF_RANGE, {{"field", "mass"},
                                              {"value", mass.kilograms().Text()},
                                              {"lowest", Decimal::FromUnits(1)->Text()},
                                              {"highest", active.kilograms().Text()}});
}

v1::RetiredUnits RetiredIn(const v1::ReportUnits& message, const OperationContext& context) {
  v1::RetiredUnits out;
  if (message.has_units()) {
    *out.mutable_units() = message.units();
  } else {
    out.set_mass_kg(MassOf(message.mass()).kilograms().Text());
  }
  out.set_fate(message.fate());
  out.set_recorded_time(context.time_ms());
  return out;
}

// A spoiled label is on no goods, and they may bear another one: unless the certifier has stopped
// this one, whose goods would then come back under a new name.
bool FreesMass(const v1::ReportUnits& message, const LabelRecords& label,
               const OperationContext& context, const StateReader& reader) {
  const AsOf now{context.time_ms(), context.time_ms()};
  return message.fate() == v1::UNIT_FATE_SPOILED &&
         LabelHistory(label.record.serial()).At(reader, now).in_force();
}

// The mass of so many units more, or of so much more of a mark.
std::string MassAfter(const v1::ReportUnits& message, const v1::Label& label, std::uint64_t units,
                      const std::string& before_kg) {
  const auto mass = message.has_units()
                        ? MassOfUnits(MassOfText(label.mass_kg()), units, UnitCount(label))
                        : Add(MassOfText(before_kg), MassOf(message.mass())).value();
  return mass.kilograms().Text();
}

// What the label has lost after this report.
v1::LabelProgress ProgressAfter(const v1::ReportUnits& message, const LabelRecords& label,
                                bool frees, const OperationContext& context) {
  auto progress = label.progress;
  progress.set_report_count(progress.report_count() + 1);
  *progress.add_retired() = RetiredIn(message, context);
  const std::uint64_t units =
      message.has_units() ? message.units().to() - message.units().from() + 1 : 0;
  progress.set_retired_units(progress.retired_units() + units);
  progress.set_retired_kg(
      MassAfter(message, label.record, progress.retired_units(), progress.retired_kg()));
  if (!frees) return progress;
  progress.set_freed_units(progress.freed_units() + units);
  progress.set_freed_kg(
      MassAfter(message, label.record, progress.freed_units(), progress.freed_kg()));
  return progress;
}

v1::LabelReport ReportOf(const v1::ReportUnits& message, const OperationContext& context) {
  v1::LabelReport report;
  *report.mutable_retired() = RetiredIn(message, context);
  *report.mutable_reason() = message.reason();
  RecordSigners(context, report);
  return report;
}

// The lot's mass under labels of the scheme falls by what this report has freed.
void FreeMass(const LabelRecords& label, const v1::LabelProgress& after, StateWriter& writer) {
  const auto freed =
      Subtract(MassOfText(after.freed_kg()), MassOfText(label.progress.freed_kg())).value();
  if (freed.IsZero()) return;
  const auto certificate_id =
      ParseIdName(kCertificatesCollection, label.record.certificate()).value();
  const auto certificate = kCertificates.Get(writer, certificate_id).value();
  const auto scheme = ParseVersionName(certificate.scheme_version()).value().SchemeName();
  const auto owned = ParseOwned(kLotsCollection, label.record.lot()).value();
  auto balance = ReadBalance(writer, owned);
  SetLabelled(balance, scheme, Subtract(LabelledUnder(balance, scheme), freed).value());
  PutBalance(writer, owned, balance);
}

}  // namespace

Outcome CheckReportUnits(const v1::ReportUnits& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckLabelName(message.label(), "label"));
  switch (message.what_case()) {
    case v1::ReportUnits::kUnits:
      TANJI_RETURN_IF_REFUSED(CheckSet(message.units().from() > 0, "units.from"));
      TANJI_RETURN_IF_REFUSED(CheckSet(message.units().to() > 0, "units.to"));
      break;
    case v1::ReportUnits::kMass:
      TANJI_RETURN_IF_REFUSED(CheckGoods(message.mass(), "mass"));
      break;
    case v1::ReportUnits::WHAT_NOT_SET:
      return CheckSet(false, "units");
  }
  TANJI_RETURN_IF_REFUSED(CheckChosen(message.fate(), "fate"));
  return CheckText(message.reason(), "reason");
}

// Whatever the status of the label: what is spoiled or gone is so under any.
Outcome AuthoriseReportUnits(const v1::ReportUnits& message, const OperationContext& context,
                             const StateReader& reader) {
  LabelRecords label;
  TANJI_RETURN_IF_REFUSED(FindLabel(reader, message.label(), label));
  TANJI_RETURN_IF_REFUSED(RequireOwnLabel(context, label));
  if (label.progress.report_count() >= kMaxReports) {
    return Refuse(v1::CODE_REPORTS_FULL,
                  {{"value", message.label()}, {"limit", std::to_string(kMaxReports)}});
  }
  TANJI_RETURN_IF_REFUSED(RequireForm(message, label));
  return message.has_units() ? RequireUnits(message.units(), label) : RequireMass(message, label);
}

Outcome ApplyReportUnits(const v1::ReportUnits& message, const OperationContext& context,
                         StateWriter& writer) {
  const auto serial = ParseLabelName(message.label()).value();
  const auto label = ReadLabel(writer, serial).value();
  const auto after =
      ProgressAfter(message, label, FreesMass(message, label, context, writer), context);
  kLabelReports.Put(writer, serial, label.progress.report_count(), ReportOf(message, context));
  kLabelProgress.Put(writer, serial, after);
  FreeMass(label, after, writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
