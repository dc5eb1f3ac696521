// Every way in which the messages of verification are malformed.
#include "ledger/modules/verification/answer_correction.h"
#include "ledger/modules/verification/change_statement_status.h"
#include "ledger/modules/verification/close_correction.h"
#include "ledger/modules/verification/issue_statement.h"
#include "ledger/modules/verification/request_correction.h"
#include "tests/ledger/modules/refusals.h"
#include "tests/ledger/modules/verification/audit.h"

namespace tanji::ledger::testing {
namespace {

using Cases = std::vector<RefusalCase>;
constexpr char kFootprint[] = "footprints/00000000-0000-8000-8000-000000000001";
constexpr char kCorrection[] = "corrections/00000000-0000-8000-8000-000000000001";
constexpr char kAccreditation[] = "accreditations/00000000-0000-8000-8000-000000000001";
constexpr char kStatement[] = "statements/00000000-0000-8000-8000-000000000001";

Detail Missing(const std::string& field) {
  return {{"field", field}};
}
Detail Found(const std::string& field, const std::string& value) {
  return {{"field", field}, {"value", value}};
}
Detail Name(const std::string& field, const std::string& value, const std::string& expected) {
  return {{"field", field}, {"value", value}, {"expected", expected}};
}
Detail TooLong(const std::string& list, const std::string& count, const std::string& limit) {
  return {{"field", list}, {"value", count}, {"limit", limit}};
}

template <class List>
void Fill(List& list, int count) {
  list.Clear();
  for (int i = 0; i < count; ++i) *list.Add() = "l" + std::to_string(i);
}

void AddRequests(Cases& rows) {
  using M = v1::RequestCorrection;
  AddAlterations<M>(
      Request(kFootprint), CheckRequestCorrection,
      {{"no footprint", [](M& m) { m.clear_footprint(); }, v1::CODE_FIELD_MISSING,
        Missing("footprint")},
       {"footprint by number", [](M& m) { m.set_footprint("footprints/1"); },
        v1::CODE_NAME_MALFORMED, Name("footprint", "footprints/1", "footprints/UUID")},
       {"17 lines", [](M& m) { Fill(*m.mutable_lines(), 17); }, v1::CODE_LIST_TOO_LONG,
        TooLong("lines", "17", "16")},
       {"line in capitals", [](M& m) { m.set_lines(0, "A"); }, v1::CODE_ID_MALFORMED,
        Found("lines[0]", "A")},
       {"line twice", [](M& m) { m.add_lines("power"); }, v1::CODE_LINE_ID_REPEATED,
        Found("lines[1]", "power")},
       {"no request", [](M& m) { m.clear_request(); }, v1::CODE_FIELD_MISSING,
        Missing("request.prevailing")}},
      rows);
}

void AddAnswers(Cases& rows) {
  using M = v1::AnswerCorrection;
  AddAlterations<M>(
      AnswerTo(kCorrection), CheckAnswerCorrection,
      {{"no correction", [](M& m) { m.clear_correction(); }, v1::CODE_FIELD_MISSING,
        Missing("correction")},
       {"no answer", [](M& m) { m.clear_answer(); }, v1::CODE_FIELD_MISSING,
        Missing("answer.prevailing")},
       {"9 documents", [](M& m) { Fill(*m.mutable_evidence(), 9); }, v1::CODE_LIST_TOO_LONG,
        TooLong("evidence", "9", "8")},
       {"evidence that is no document", [](M& m) { m.set_evidence(0, "bill.pdf"); },
        v1::CODE_NAME_MALFORMED, Name("evidence[0]", "bill.pdf", "documents/SHA256-HEX")},
       {"a document twice", [](M& m) { m.add_evidence(m.evidence(0)); },
        v1::CODE_LIST_NOT_ASCENDING, Found("evidence[1]", ReportName())},
       {"a successor by number", [](M& m) { m.set_successor("footprints/1"); },
        v1::CODE_NAME_MALFORMED, Name("successor", "footprints/1", "footprints/UUID")}},
      rows);
}

void AddClosings(Cases& rows) {
  using M = v1::CloseCorrection;
  AddAlterations<M>(
      Closing(kCorrection), CheckCloseCorrection,
      {{"no correction", [](M& m) { m.clear_correction(); }, v1::CODE_FIELD_MISSING,
        Missing("correction")},
       {"no state", [](M& m) { m.clear_state(); }, v1::CODE_FIELD_MISSING, Missing("state")},
       {"closed as answered",
        [](M& m) { m.set_state(v1::CORRECTION_STATE_ANSWERED); },
        v1::CODE_FIELD_OUT_OF_RANGE,
        {{"field", "state"},
         {"value", "CORRECTION_STATE_ANSWERED"},
         {"lowest", "CORRECTION_STATE_RESOLVED"},
         {"highest", "CORRECTION_STATE_WITHDRAWN"}}},
       {"no note", [](M& m) { m.clear_note(); }, v1::CODE_FIELD_MISSING,
        Missing("note.prevailing")}},
      rows);
}

void AddStatementNames(const v1::IssueStatement& good, Cases& rows) {
  using M = v1::IssueStatement;
  AddAlterations<M>(
      good, CheckIssueStatement,
      {{"no footprint", [](M& m) { m.clear_footprint(); }, v1::CODE_FIELD_MISSING,
        Missing("footprint")},
       {"a scheme without version", [](M& m) { m.set_scheme_version("schemes/pilot"); },
        v1::CODE_NAME_MALFORMED, Name("scheme_version", "schemes/pilot", "schemes/ID/versions/ID")},
       {"accreditation by number", [](M& m) { m.set_accreditation("accreditations/1"); },
        v1::CODE_NAME_MALFORMED, Name("accreditation", "accreditations/1", "accreditations/UUID")},
       {"no sub-scope", [](M& m) { m.clear_sub_scope(); }, v1::CODE_FIELD_MISSING,
        Missing("sub_scope")},
       {"a sub-scope that ends with a space", [](M& m) { m.set_sub_scope("ISO 14067 "); },
        v1::CODE_SCOPE_MALFORMED, Name("sub_scope", "ISO 14067 ", "ISO 14067")},
       {"no assurance level", [](M& m) { m.clear_assurance_level(); }, v1::CODE_FIELD_MISSING,
        Missing("assurance_level")},
       {"no opinion", [](M& m) { m.clear_opinion(); }, v1::CODE_FIELD_MISSING, Missing("opinion")},
       {"no lead", [](M& m) { m.clear_lead(); }, v1::CODE_FIELD_MISSING, Missing("lead")},
       {"a reviewer in capitals", [](M& m) { m.set_reviewer("Zhao"); }, v1::CODE_ID_MALFORMED,
        Found("reviewer", "Zhao")},
       {"one person for both", [](M& m) { m.set_reviewer("h0"); }, v1::CODE_FOUR_EYES,
        Found("reviewer", "h0")},
       {"not impartial", [](M& m) { m.clear_impartial(); }, v1::CODE_NOT_IMPARTIAL,
        Missing("impartial")}},
      rows);
}

void AddStatementContents(const v1::IssueStatement& good, Cases& rows) {
  using M = v1::IssueStatement;
  AddAlterations<M>(
      good, CheckIssueStatement,
      {{"no visit", [](M& m) { m.clear_visit(); }, v1::CODE_FIELD_MISSING, Missing("visit")},
       {"no visit and no reason", [](M& m) { m.set_visit_unknown(v1::UNKNOWN_UNSPECIFIED); },
        v1::CODE_FIELD_MISSING, Missing("visit_unknown")},
       {"a visit that ends before it begins",
        [](M& m) { m.mutable_visit()->set_last_day("2026-05-29"); },
        v1::CODE_FIELD_OUT_OF_RANGE,
        {{"field", "visit.last_day"},
         {"value", "2026-05-29"},
         {"lowest", "2026-05-30"},
         {"highest", "2027-05-30"}}},
       {"a day that is none", [](M& m) { m.mutable_visit()->set_first_day("2026-02-30"); },
        v1::CODE_DAY_MALFORMED, Found("visit.first_day", "2026-02-30")},
       {"no line sampled", [](M& m) { m.clear_lines_sampled(); }, v1::CODE_FIELD_MISSING,
        Missing("lines_sampled")},
       {"201 lines sampled", [](M& m) { Fill(*m.mutable_lines_sampled(), 201); },
        v1::CODE_LIST_TOO_LONG, TooLong("lines_sampled", "201", "200")},
       {"a line sampled twice", [](M& m) { m.add_lines_sampled("power"); },
        v1::CODE_LINE_ID_REPEATED, Found("lines_sampled[1]", "power")},
       {"21 findings",
        [](M& m) {
          while (m.findings_size() < 21) *m.add_findings() = m.findings(0);
        },
        v1::CODE_LIST_TOO_LONG, TooLong("findings", "21", "20")},
       {"a finding on no line", [](M& m) { m.mutable_findings(0)->clear_line(); },
        v1::CODE_FIELD_MISSING, Missing("findings[0].line")},
       {"a finding without words", [](M& m) { m.mutable_findings(0)->clear_text(); },
        v1::CODE_FIELD_MISSING, Missing("findings[0].text.prevailing")},
       {"a finding that says neither how much nor why not",
        [](M& m) { m.mutable_findings(0)->clear_misstatement(); }, v1::CODE_FIELD_MISSING,
        Missing("findings[0].misstatement")},
       {"a misstatement in words",
        [](M& m) { m.mutable_findings(0)->mutable_misstatement()->set_decimal("little"); },
        v1::CODE_DECIMAL_MALFORMED, Found("findings[0].misstatement.decimal", "little")},
       {"17 documents", [](M& m) { Fill(*m.mutable_evidence(), 17); }, v1::CODE_LIST_TOO_LONG,
        TooLong("evidence", "17", "16")},
       {"no summary", [](M& m) { m.clear_summary(); }, v1::CODE_FIELD_MISSING,
        Missing("summary.prevailing")}},
      rows);
}

void AddStatusChanges(Cases& rows) {
  using M = v1::ChangeStatementStatus;
  AddAlterations<M>(ChangeStatement(kStatement, OpenStatus(v1::STATUS_KIND_WITHDRAWN)),
                    CheckChangeStatementStatus,
                    {{"no statement", [](M& m) { m.clear_statement(); }, v1::CODE_FIELD_MISSING,
                      Missing("statement")},
                     {"no change", [](M& m) { m.clear_change(); }, v1::CODE_FIELD_MISSING,
                      Missing("change.open")}},
                    rows);
}

}  // namespace

std::vector<RefusalCase> VerificationShapeRefusals() {
  Cases rows;
  AddRequests(rows);
  AddAnswers(rows);
  AddClosings(rows);
  const auto good = StatementOn(kFootprint, kAccreditation);
  AddStatementNames(good, rows);
  AddStatementContents(good, rows);
  AddStatusChanges(rows);
  return rows;
}

}  // namespace tanji::ledger::testing
