#include "ledger/modules/verification/close_correction.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/verification/find.h"
#include "ledger/modules/verification/rules.h"
#include "ledger/modules/verification/tables.h"

namespace tanji::ledger {

Outcome CheckCloseCorrection(const v1::CloseCorrection& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckIdName(kCorrectionsCollection, message.correction(), "correction"));
  TANJI_RETURN_IF_REFUSED(CheckChosen(message.state(), "state"));
  if (!IsClosed(message.state())) {
    return Refuse(v1::CODE_FIELD_OUT_OF_RANGE,
                  {{"field", "state"},
                   {"value", v1::CorrectionState_Name(message.state())},
                   {"lowest", v1::CorrectionState_Name(v1::CORRECTION_STATE_RESOLVED)},
                   {"highest", v1::CorrectionState_Name(v1::CORRECTION_STATE_WITHDRAWN)}});
  }
  return CheckText(message.note(), "note");
}

Outcome AuthoriseCloseCorrection(const v1::CloseCorrection& message,
                                 const OperationContext& context, const StateReader& reader) {
  Id id;
  v1::Correction correction;
  TANJI_RETURN_IF_REFUSED(FindCorrection(reader, message.correction(), id, correction));
  if (correction.auditor() != context.author) {
    return Refuse(v1::CODE_NOT_ENTITLED,
                  {{"value", context.author}, {"expected", correction.auditor()}});
  }
  return RequireNotClosed(correction, message.correction());
}

Outcome ApplyCloseCorrection(const v1::CloseCorrection& message, const OperationContext& context,
                             StateWriter& writer) {
  const auto id = ParseIdName(kCorrectionsCollection, message.correction()).value();
  auto correction = kCorrections.Get(writer, id).value();
  correction.set_state(message.state());
  auto& closing = *correction.mutable_closing();
  *closing.mutable_note() = message.note();
  closing.set_closed_time(context.time_ms());
  RecordSigners(context, closing);
  kCorrections.Put(writer, id, correction);
  const auto footprint = ParseIdName(kFootprintsCollection, correction.footprint()).value();
  PutOpenCount(writer, footprint, context.author_id,
               OpenCount(writer, footprint, context.author_id) - 1);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
