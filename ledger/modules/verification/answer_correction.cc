#include "ledger/modules/verification/answer_correction.h"

#include <algorithm>

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/own_footprint.h"
#include "ledger/modules/verification/find.h"
#include "ledger/modules/verification/rules.h"
#include "ledger/modules/verification/tables.h"

namespace tanji::ledger {
namespace {

Outcome RequireOfAuthor(const v1::Correction& correction, const OperationContext& context,
                        const StateReader& reader) {
  OwnFootprint footprint;
  return FindOwnFootprint(context, reader, "correction", correction.footprint(), footprint);
}

// What corrects a footprint says so itself, in what it succeeds.
Outcome RequireSuccessor(const v1::Correction& correction, const std::string& name,
                         const OperationContext& context, const StateReader& reader) {
  OwnFootprint successor;
  TANJI_RETURN_IF_REFUSED(FindOwnFootprint(context, reader, "successor", name, successor));
  TANJI_RETURN_IF_REFUSED(RequireDeclared(successor.progress, "successor", name));
  const bool succeeds = std::ranges::any_of(
      successor.record.header().predecessors(), [&](const v1::Predecessor& predecessor) {
        return predecessor.footprint() == correction.footprint();
      });
  if (succeeds) return Outcome::Ok();
  return Refuse(v1::CODE_INVENTORY_FIELD_UNEXPECTED, {{"field", "successor"},
                                                      {"value", correction.footprint()},
                                                      {"other", "correction.footprint"}});
}

}  // namespace

Outcome CheckAnswerCorrection(const v1::AnswerCorrection& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckIdName(kCorrectionsCollection, message.correction(), "correction"));
  TANJI_RETURN_IF_REFUSED(CheckText(message.answer(), "answer"));
  TANJI_RETURN_IF_REFUSED(CheckEvidence(message.evidence(), kMaxEvidenceOfAnswer, "evidence"));
  if (message.successor().empty()) return Outcome::Ok();
  return CheckIdName(kFootprintsCollection, message.successor(), "successor");
}

Outcome AuthoriseAnswerCorrection(const v1::AnswerCorrection& message,
                                  const OperationContext& context, const StateReader& reader) {
  Id id;
  v1::Correction correction;
  TANJI_RETURN_IF_REFUSED(FindCorrection(reader, message.correction(), id, correction));
  TANJI_RETURN_IF_REFUSED(RequireOfAuthor(correction, context, reader));
  TANJI_RETURN_IF_REFUSED(RequireNotClosed(correction, message.correction()));
  if (correction.state() == v1::CORRECTION_STATE_ANSWERED) {
    return Refuse(v1::CODE_CORRECTION_ANSWERED, {{"value", message.correction()}});
  }
  TANJI_RETURN_IF_REFUSED(RequireEvidence(reader, message.evidence(), "evidence"));
  if (message.successor().empty()) return Outcome::Ok();
  return RequireSuccessor(correction, message.successor(), context, reader);
}

Outcome ApplyAnswerCorrection(const v1::AnswerCorrection& message, const OperationContext& context,
                              StateWriter& writer) {
  const auto id = ParseIdName(kCorrectionsCollection, message.correction()).value();
  auto correction = kCorrections.Get(writer, id).value();
  correction.set_state(v1::CORRECTION_STATE_ANSWERED);
  auto& answer = *correction.mutable_answer();
  *answer.mutable_text() = message.answer();
  *answer.mutable_evidence() = message.evidence();
  answer.set_successor(message.successor());
  answer.set_answered_time(context.time_ms());
  RecordSigners(context, answer);
  kCorrections.Put(writer, id, correction);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
