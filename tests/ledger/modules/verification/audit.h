// An accredited auditor with two people, a footprint to verify, and messages for tests.
#pragma once

#include <string>
#include <string_view>

#include "tanji/v1/verification.pb.h"
#include "tests/ledger/modules/footprints/grower.h"
#include "tests/ledger/modules/schemes/pilot.h"

namespace tanji::ledger::testing {

inline constexpr std::string_view kReport = "visit report";

// By the auditor, on the line `power`.
v1::RequestCorrection Request(std::string_view footprint);
v1::AnswerCorrection AnswerTo(std::string_view correction);
v1::CloseCorrection Closing(std::string_view correction,
                            v1::CorrectionState state = v1::CORRECTION_STATE_RESOLVED);
// Every field filled: unmodified, one finding of 1 % too much (under 5 %), lead h0, reviewer h1.
v1::IssueStatement StatementOn(std::string_view footprint, std::string_view accreditation);
v1::ChangeStatementStatus ChangeStatement(std::string_view statement, v1::StatusChange change);
// `documents/{sha256}` of kReport.
std::string ReportName();

// Verification of ISO 14067 for CPC:0131 under the pilot, limited assurance, for five years.
v1::GrantAccreditation PilotAccreditation(std::string_view body_id);
// A second key, of holder h1.
void AddReviewer(World& world, std::string_view auditor_id);
// In a world with participant `auditor`: its second key, the pilot in force (June 2026), the
// report registered, the accreditation granted. The accreditation's name.
std::string Accredit(World& world, v1::CreateSchemeVersion first = FirstVersion());

// Grower with all that; `footprint` is the one of Grower::Declared(), 5.777 kgCO2e/kg.
struct Audit : Grower {
  explicit Audit(v1::CreateSchemeVersion first = FirstVersion());
  v1::IssueStatement Statement() const { return StatementOn(footprint, accreditation); }
  // Signed by both people.
  Outcome Issue(const v1::IssueStatement& message, std::string_view auditor_id = "auditor");
  // Asserted to succeed; the name.
  std::string Issued(const v1::IssueStatement& message);
  std::string Issued() { return Issued(Statement()); }
  std::string Requested();
  void Answered(const std::string& correction);

  const std::string accreditation, footprint;
};

}  // namespace tanji::ledger::testing
