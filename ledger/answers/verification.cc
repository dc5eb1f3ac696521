// The answers about corrections and statements. Whether a statement counts is derived: it stands
// with its auditor, its accreditation, the keys that signed it, and the whole footprint.
#include "ledger/answers/parts.h"
#include "ledger/answers/subjects.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/verification/tables.h"

namespace tanji::ledger {
namespace {

void FillParts(const StateReader& source, const Id& id, const std::string& name,
               v1::StatementAnswer& out) {
  *out.mutable_sample() = Must(kStatementSamples.Get(source, id), name);
  for (std::uint32_t number = 0; number < out.statement().finding_count(); ++number) {
    auto record = Must(kStatementFindings.Get(source, id, number), name);
    *out.add_findings() = std::move(*record.mutable_finding());
  }
}

// Of the auditor on the day of issue; of the accreditation then and on D: whoever stands on the
// statement today stands on the accreditation too.
void FillStatuses(const StateReader& source, AsOf at, v1::StatementAnswer& out) {
  const auto& statement = out.statement();
  const auto issued = WhenMade(statement.issued_time(), at);
  *out.mutable_auditor_status() = ParticipantStatus(statement.auditor(), issued, source);
  const auto accreditation = AccreditationHistory(
      Must(ParseIdName(kAccreditationsCollection, statement.accreditation()), "a statement"));
  *out.mutable_accreditation_when_issued() = Status(accreditation, issued, source);
  *out.mutable_accreditation_status() = Status(accreditation, at, source);
}

}  // namespace

bool AnswerCorrection(const v1::CorrectionQuestion& question, AsOf at, const StateReader& source,
                      v1::CorrectionAnswered& out) {
  auto correction = kCorrections.Get(source, *ParseIdName(kCorrectionsCollection, question.name()));
  if (!correction) return false;
  FillSigners(correction->signed_by(), correction->requested_time(), at, source,
              *out.mutable_signers());
  *out.mutable_correction() = std::move(*correction);
  return true;
}

bool AnswerStatement(const v1::StatementQuestion& question, AsOf at, const StateReader& source,
                     v1::StatementAnswer& out) {
  const auto id = *ParseIdName(kStatementsCollection, question.name());
  auto statement = kStatements.Get(source, id);
  if (!statement) return false;
  *out.mutable_statement() = std::move(*statement);
  FillParts(source, id, question.name(), out);
  *out.mutable_status() = Status(StatementHistory(id), at, source);
  FillStatuses(source, at, out);
  FillSigners(out.statement().signed_by(), out.statement().issued_time(), at, source,
              *out.mutable_signers());
  v1::FootprintQuestion footprint;
  // AnswerFootprint expects a well-formed name, and this one is of a record.
  footprint.set_name(MakeName(
      kFootprintsCollection,
      Must(ParseIdName(kFootprintsCollection, out.statement().footprint()), question.name())));
  if (!AnswerFootprint(footprint, at, source, *out.mutable_footprint())) {
    throw StorageFailure("the footprint of " + question.name() + " is missing");
  }
  out.set_in_force(InForce(out.status()) && InForce(out.auditor_status()) &&
                   InForce(out.accreditation_when_issued()) &&
                   InForce(out.accreditation_status()) && AllCounted(out.signers()) &&
                   out.footprint().in_force());
  return true;
}

}  // namespace tanji::ledger
