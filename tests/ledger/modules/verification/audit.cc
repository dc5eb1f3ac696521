#include "tests/ledger/modules/verification/audit.h"

#include "ledger/modules/common/names.h"
#include "tests/ledger/modules/membership/grants.h"

namespace tanji::ledger::testing {

v1::RequestCorrection Request(std::string_view footprint) {
  v1::RequestCorrection message;
  message.set_footprint(std::string(footprint));
  message.add_lines("power");
  *message.mutable_request() = Text("请附电费单", "Please add the electricity bill");
  return message;
}

v1::AnswerCorrection AnswerTo(std::string_view correction) {
  v1::AnswerCorrection message;
  message.set_correction(std::string(correction));
  *message.mutable_answer() = Text("已补电费单", "The bill is there now");
  message.add_evidence(ReportName());
  return message;
}

v1::CloseCorrection Closing(std::string_view correction, v1::CorrectionState state) {
  v1::CloseCorrection message;
  message.set_correction(std::string(correction));
  message.set_state(state);
  *message.mutable_note() = Text("已核对", "checked");
  return message;
}

v1::IssueStatement StatementOn(std::string_view footprint, std::string_view accreditation) {
  v1::IssueStatement message;
  message.set_footprint(std::string(footprint));
  message.set_scheme_version(std::string(kFirstVersion));
  message.set_accreditation(std::string(accreditation));
  message.set_sub_scope("ISO 14067");
  message.set_assurance_level(v1::ASSURANCE_LEVEL_LIMITED);
  message.set_opinion(v1::OPINION_UNMODIFIED);
  message.set_lead("h0");
  message.set_reviewer("h1");
  message.mutable_visit()->set_first_day("2026-05-30");
  message.mutable_visit()->set_last_day("2026-06-01");
  message.add_lines_sampled("power");
  auto& finding = *message.add_findings();
  finding.set_line("power");
  *finding.mutable_text() = Text("多计一度电", "one kilowatt-hour too much");
  finding.mutable_misstatement()->set_decimal("0.05777");
  message.add_evidence(ReportName());
  *message.mutable_summary() = Text("未发现重大错报", "Nothing material was found");
  message.set_impartial(true);
  return message;
}

v1::ChangeStatementStatus ChangeStatement(std::string_view statement, v1::StatusChange change) {
  v1::ChangeStatementStatus message;
  message.set_statement(std::string(statement));
  *message.mutable_change() = std::move(change);
  return message;
}

std::string ReportName() {
  return MakeName(kDocumentsCollection, crypto::Sha256(kReport));
}

v1::GrantAccreditation PilotAccreditation(std::string_view body_id) {
  auto message = Accreditation(body_id);
  auto& scope = *message.mutable_scope();
  scope.set_schemes(0, std::string(kPilot));
  scope.set_product_categories(0, "CPC:0131");
  scope.mutable_assurance_levels()->Truncate(1);
  message.set_valid_until_time(kGenesisTimeMs + 5 * 365 * kDayMs);
  return message;
}

void AddReviewer(World& world, std::string_view auditor_id) {
  v1::AddKey key;
  *key.mutable_key() = Grant(auditor_id, 1, {v1::PERMISSION_VERIFY});
  Farm::Expect(world.Do(auditor_id, key));
}

std::string Accredit(World& world, v1::CreateSchemeVersion first) {
  AddReviewer(world, "auditor");
  PublishPilot(world, std::move(first));
  // From 2026-01-01 to 2026-06-02: the pilot takes effect in June.
  world.Advance(152 * kDayMs);
  Farm::Expect(world.Do("auditor", Document(kReport)));
  Farm::Expect(world.Do("cnas", PilotAccreditation("auditor")));
  return world.CreatedName(kAccreditationsCollection);
}

Audit::Audit(v1::CreateSchemeVersion first)
    : accreditation(Accredit(world, std::move(first))), footprint(Declared()) {}

Outcome Audit::Issue(const v1::IssueStatement& message, std::string_view auditor_id) {
  return world.Run(auditor_id, {Op(message)}, {0, 1});
}

std::string Audit::Issued(const v1::IssueStatement& message) {
  Expect(Issue(message));
  return world.CreatedName(kStatementsCollection);
}

std::string Audit::Requested() {
  Expect(world.Do("auditor", Request(footprint)));
  return world.CreatedName(kCorrectionsCollection);
}

void Audit::Answered(const std::string& correction) {
  Do(AnswerTo(correction));
}

}  // namespace tanji::ledger::testing
