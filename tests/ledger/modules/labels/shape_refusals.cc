// Every way in which the messages of labels are malformed.
#include "ledger/modules/labels/change_certificate_status.h"
#include "ledger/modules/labels/change_label_status.h"
#include "ledger/modules/labels/confirm_release.h"
#include "ledger/modules/labels/issue_certificate.h"
#include "ledger/modules/labels/record_surveillance.h"
#include "ledger/modules/labels/release_label.h"
#include "ledger/modules/labels/report_units.h"
#include "tests/ledger/modules/labels/cases.h"

namespace tanji::ledger::testing {
namespace {

using Cases = std::vector<RefusalCase>;
constexpr char kStatement[] = "statements/00000000-0000-8000-8000-000000000001";
const CertifierNames kNames{"accreditations/00000000-0000-8000-8000-000000000001",
                            "licences/00000000-0000-8000-8000-000000000001"};

Detail Missing(const std::string& field) {
  return {{"field", field}};
}
Detail Name(const std::string& field, const std::string& value, const std::string& expected) {
  return {{"field", field}, {"value", value}, {"expected", expected}};
}
Detail TooLong(const std::string& list, const std::string& count, const std::string& limit) {
  return {{"field", list}, {"value", count}, {"limit", limit}};
}
Detail TooManyBytes(const std::string& field, const std::string& size) {
  return {{"field", field}, {"value", size}, {"limit", "256"}};
}

template <class List>
void Fill(List& list, int count) {
  list.Clear();
  for (int i = 0; i < count; ++i) *list.Add() = "h" + std::to_string(10 + i);
}

void AddCertificateNames(const v1::IssueCertificate& good, Cases& rows) {
  using M = v1::IssueCertificate;
  AddAlterations<M>(
      good, CheckIssueCertificate,
      {{"no statement", [](M& m) { m.clear_statement(); }, v1::CODE_FIELD_MISSING,
        Missing("statement")},
       {"a scheme without version", [](M& m) { m.set_scheme_version("schemes/pilot"); },
        v1::CODE_NAME_MALFORMED, Name("scheme_version", "schemes/pilot", "schemes/ID/versions/ID")},
       {"licence by number", [](M& m) { m.set_licence("licences/1"); }, v1::CODE_NAME_MALFORMED,
        Name("licence", "licences/1", "licences/UUID")},
       {"no accreditation", [](M& m) { m.clear_accreditation(); }, v1::CODE_FIELD_MISSING,
        Missing("accreditation")},
       {"no sub-scope", [](M& m) { m.clear_sub_scope(); }, v1::CODE_FIELD_MISSING,
        Missing("sub_scope")},
       {"no evaluator", [](M& m) { m.clear_evaluators(); }, v1::CODE_FIELD_MISSING,
        Missing("evaluators")},
       {"9 evaluators", [](M& m) { Fill(*m.mutable_evaluators(), 9); }, v1::CODE_LIST_TOO_LONG,
        TooLong("evaluators", "9", "8")},
       {"an evaluator in capitals", [](M& m) { m.set_evaluators(0, "Zhao"); },
        v1::CODE_ID_MALFORMED, FoundIn("evaluators[0]", "Zhao")},
       {"an evaluator twice", [](M& m) { m.add_evaluators("h2"); }, v1::CODE_LIST_NOT_ASCENDING,
        FoundIn("evaluators[1]", "h2")},
       {"nobody decides", [](M& m) { m.clear_decision_maker(); }, v1::CODE_FIELD_MISSING,
        Missing("decision_maker")},
       {"an evaluator decides", [](M& m) { m.set_decision_maker("h2"); },
        v1::CODE_DECIDER_EVALUATED, FoundIn("decision_maker", "h2")},
       {"not impartial", [](M& m) { m.clear_impartial(); }, v1::CODE_NOT_IMPARTIAL,
        Missing("impartial")},
       {"predecessor by number", [](M& m) { m.set_predecessor("certificates/1"); },
        v1::CODE_NAME_MALFORMED, Name("predecessor", "certificates/1", "certificates/UUID")},
       {"17 documents", [](M& m) { Fill(*m.mutable_evidence(), 17); }, v1::CODE_LIST_TOO_LONG,
        TooLong("evidence", "17", "16")},
       {"no decision", [](M& m) { m.clear_decision(); }, v1::CODE_FIELD_MISSING,
        Missing("decision.prevailing")}},
      rows);
}

void AddCertificateDays(const v1::IssueCertificate& good, Cases& rows) {
  using M = v1::IssueCertificate;
  AddAlterations<M>(
      good, CheckIssueCertificate,
      {{"valid from no day", [](M& m) { m.clear_valid_from_day(); }, v1::CODE_FIELD_MISSING,
        Missing("valid_from_day")},
       {"valid until a day that is none", [](M& m) { m.set_valid_until_day("2028-02-30"); },
        v1::CODE_DAY_MALFORMED, FoundIn("valid_until_day", "2028-02-30")},
       {"valid until the day before", [](M& m) { m.set_valid_until_day("2026-06-01"); },
        v1::CODE_FIELD_OUT_OF_RANGE,
        OutOfRange("valid_until_day", "2026-06-01", "2026-06-02", "2200-12-31")},
       {"25 surveillances",
        [](M& m) {
          while (m.surveillance_days_size() < 25) m.add_surveillance_days("2027-06-01");
        },
        v1::CODE_LIST_TOO_LONG, TooLong("surveillance_days", "25", "24")},
       {"a surveillance on the first day", [](M& m) { m.set_surveillance_days(0, "2026-06-02"); },
        v1::CODE_FIELD_OUT_OF_RANGE,
        OutOfRange("surveillance_days[0]", "2026-06-02", "2026-06-03", "2028-06-01")},
       {"a surveillance after the last day", [](M& m) { m.set_surveillance_days(0, "2028-06-02"); },
        v1::CODE_FIELD_OUT_OF_RANGE,
        OutOfRange("surveillance_days[0]", "2028-06-02", "2026-06-03", "2028-06-01")},
       {"a surveillance twice", [](M& m) { m.add_surveillance_days("2027-06-01"); },
        v1::CODE_LIST_NOT_ASCENDING, FoundIn("surveillance_days[1]", "2027-06-01")},
       {"a surveillance some day", [](M& m) { m.set_surveillance_days(0, "soon"); },
        v1::CODE_DAY_MALFORMED, FoundIn("surveillance_days[0]", "soon")}},
      rows);
}

void AddChangesOfCertificates(Cases& rows) {
  using M = v1::ChangeCertificateStatus;
  AddAlterations<M>(ChangeCertificate(kNoCertificate, OpenStatus(v1::STATUS_KIND_SUSPENDED)),
                    CheckChangeCertificateStatus,
                    {{"no certificate", [](M& m) { m.clear_certificate(); }, v1::CODE_FIELD_MISSING,
                      Missing("certificate")},
                     {"neither change", [](M& m) { m.clear_change(); }, v1::CODE_FIELD_MISSING,
                      Missing("change")},
                     {"an empty change", [](M& m) { m.mutable_change()->Clear(); },
                      v1::CODE_FIELD_MISSING, Missing("change.open")},
                     {"an empty change of released lots", [](M& m) { m.mutable_released_lots(); },
                      v1::CODE_FIELD_MISSING, Missing("released_lots.open")}},
                    rows);
  using S = v1::RecordSurveillance;
  AddAlterations<S>(Surveillance(kNoCertificate), CheckRecordSurveillance,
                    {{"no certificate", [](S& m) { m.clear_certificate(); }, v1::CODE_FIELD_MISSING,
                      Missing("certificate")},
                     {"no finding", [](S& m) { m.clear_finding(); }, v1::CODE_FIELD_MISSING,
                      Missing("finding.prevailing")},
                     {"9 documents", [](S& m) { Fill(*m.mutable_evidence(), 9); },
                      v1::CODE_LIST_TOO_LONG, TooLong("evidence", "9", "8")}},
                    rows);
}

void AddReleases(Cases& rows) {
  using M = v1::ReleaseLabel;
  AddAlterations<M>(
      Release(kNoCertificate, "h26", "100"), CheckReleaseLabel,
      {{"no certificate", [](M& m) { m.clear_certificate(); }, v1::CODE_FIELD_MISSING,
        Missing("certificate")},
       {"no lot", [](M& m) { m.clear_lot(); }, v1::CODE_FIELD_MISSING, Missing("lot")},
       {"no mass", [](M& m) { m.clear_mass(); }, v1::CODE_FIELD_MISSING, Missing("mass.decimal")},
       {"no allotment", [](M& m) { m.clear_allotment(); }, v1::CODE_FIELD_MISSING,
        Missing("unit_serials")},
       {"no unit", [](M& m) { m.mutable_unit_serials()->clear_count(); }, v1::CODE_FIELD_MISSING,
        Missing("unit_serials.count")},
       {"ten million units and one", [](M& m) { m.mutable_unit_serials()->set_count(10'000'001); },
        v1::CODE_FIELD_OUT_OF_RANGE, OutOfRange("unit_serials.count", "10000001", "1", "10000000")},
       {"a mark on nothing", [](M& m) { m.mutable_lot_mark(); }, v1::CODE_FIELD_MISSING,
        Missing("lot_mark.medium")},
       {"a mark on much", [](M& m) { m.mutable_lot_mark()->set_medium(std::string(257, 'x')); },
        v1::CODE_FIELD_TOO_LONG, TooManyBytes("lot_mark.medium", "257")},
       {"no market", [](M& m) { m.clear_market(); }, v1::CODE_FIELD_MISSING, Missing("market")},
       {"the whole world",
        [](M& m) { m.set_market("world"); },
        v1::CODE_REGION_MALFORMED,
        {{"value", "world"}}}},
      rows);
  AddAlterations<M>(
      ReleaseRun(kNoCertificate, "h26", "100"), CheckReleaseLabel,
      {{"a run from nowhere", [](M& m) { m.mutable_printed_run()->clear_from(); },
        v1::CODE_FIELD_MISSING, Missing("printed_run.from")},
       {"a run backwards", [](M& m) { m.mutable_printed_run()->set_to(500); },
        v1::CODE_FIELD_OUT_OF_RANGE, OutOfRange("printed_run.to", "500", "501", "10000500")},
       {"a run too long", [](M& m) { m.mutable_printed_run()->set_to(10'000'501); },
        v1::CODE_FIELD_OUT_OF_RANGE, OutOfRange("printed_run.to", "10000501", "501", "10000500")},
       {"a run that begins too late",
        [](M& m) { m.mutable_printed_run()->set_from(UINT64_MAX - 9'999'998); },
        v1::CODE_FIELD_OUT_OF_RANGE,
        OutOfRange("printed_run.from", "18446744073699551617", "1", "18446744073699551616")},
       {"a run by nobody", [](M& m) { m.mutable_printed_run()->clear_printer(); },
        v1::CODE_FIELD_MISSING, Missing("printed_run.printer")},
       {"a run on nothing", [](M& m) { m.mutable_printed_run()->clear_medium(); },
        v1::CODE_FIELD_MISSING, Missing("printed_run.medium")}},
      rows);
}

void AddReports(Cases& rows) {
  using M = v1::ReportUnits;
  AddAlterations<M>(
      Reported(kNoLabel, 1, 2), CheckReportUnits,
      {{"no label", [](M& m) { m.clear_label(); }, v1::CODE_FIELD_MISSING, Missing("label")},
       {"a label without check", [](M& m) { m.set_label("labels/HN150000000000012"); },
        v1::CODE_NAME_MALFORMED, Name("label", "labels/HN150000000000012", "labels/SERIAL")},
       {"a serial alone", [](M& m) { m.set_label("HN150000000000011"); }, v1::CODE_NAME_MALFORMED,
        Name("label", "HN150000000000011", "labels/SERIAL")},
       {"nothing", [](M& m) { m.clear_what(); }, v1::CODE_FIELD_MISSING, Missing("units")},
       {"from nowhere", [](M& m) { m.mutable_units()->clear_from(); }, v1::CODE_FIELD_MISSING,
        Missing("units.from")},
       {"to nowhere", [](M& m) { m.mutable_units()->clear_to(); }, v1::CODE_FIELD_MISSING,
        Missing("units.to")},
       {"no mass", [](M& m) { m.mutable_mass(); }, v1::CODE_FIELD_MISSING, Missing("mass.decimal")},
       {"no fate", [](M& m) { m.clear_fate(); }, v1::CODE_FIELD_MISSING, Missing("fate")},
       {"no reason", [](M& m) { m.clear_reason(); }, v1::CODE_FIELD_MISSING,
        Missing("reason.prevailing")}},
      rows);
}

void AddWordsOfCertifiers(Cases& rows) {
  using M = v1::ConfirmRelease;
  AddAlterations<M>(
      ReleaseConfirmed(kNoLabel), CheckConfirmRelease,
      {{"no label", [](M& m) { m.clear_label(); }, v1::CODE_FIELD_MISSING, Missing("label")},
       {"no finding", [](M& m) { m.clear_finding(); }, v1::CODE_FIELD_MISSING,
        Missing("finding.prevailing")}},
      rows);
  using C = v1::ChangeLabelStatus;
  AddAlterations<C>(
      ChangeLabel(kNoLabel, OpenStatus(v1::STATUS_KIND_SUSPENDED)), CheckChangeLabelStatus,
      {{"no label", [](C& m) { m.clear_label(); }, v1::CODE_FIELD_MISSING, Missing("label")},
       {"no change", [](C& m) { m.clear_change(); }, v1::CODE_FIELD_MISSING,
        Missing("change.open")}},
      rows);
}

}  // namespace

std::vector<RefusalCase> LabelShapeRefusals() {
  Cases rows;
  const auto good = CertificateOn(kStatement, kNames);
  AddCertificateNames(good, rows);
  AddCertificateDays(good, rows);
  AddChangesOfCertificates(rows);
  AddReleases(rows);
  AddReports(rows);
  AddWordsOfCertifiers(rows);
  return rows;
}

}  // namespace tanji::ledger::testing
