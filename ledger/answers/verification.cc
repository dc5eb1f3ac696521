// The answers about corrections and statements. Whether a statement counts is derived
// (ledger/modules/verification/standing.h).
#include "ledger/answers/footprints.h"
#include "ledger/answers/parts.h"
#include "ledger/answers/subjects.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/verification/standing.h"
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
  auto standing = StandingOf(source, id, *statement, at);
  out.set_in_force(standing.stands());
  *out.mutable_statement() = std::move(*statement);
  FillParts(source, id, question.name(), out);
  *out.mutable_status() = Answered(std::move(standing.own));
  *out.mutable_auditor_status() = Answered(std::move(standing.auditor));
  *out.mutable_accreditation_when_issued() =
      Answered(std::move(standing.accreditation_when_issued));
  *out.mutable_accreditation_status() = Answered(std::move(standing.accreditation));
  FillSigners(out.statement().signed_by(), out.statement().issued_time(), at, source,
              *out.mutable_signers());
  FillFootprint(source, at, std::move(standing.footprint), std::move(standing.footprint_standing),
                *out.mutable_footprint());
  return true;
}

}  // namespace tanji::ledger
