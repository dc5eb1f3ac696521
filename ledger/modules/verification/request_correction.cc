#include "ledger/modules/verification/request_correction.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/verification/find.h"
#include "ledger/modules/verification/rules.h"
#include "ledger/modules/verification/tables.h"

namespace tanji::ledger {

Outcome CheckRequestCorrection(const v1::RequestCorrection& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckIdName(kFootprintsCollection, message.footprint(), "footprint"));
  TANJI_RETURN_IF_REFUSED(CheckLineIds(message.lines(), kMaxLinesOfCorrection, "lines"));
  return CheckText(message.request(), "request");
}

Outcome AuthoriseRequestCorrection(const v1::RequestCorrection& message,
                                   const OperationContext& context, const StateReader& reader) {
  FoundFootprint footprint;
  TANJI_RETURN_IF_REFUSED(FindFootprintOfAnother(context, reader, message.footprint(), footprint));
  if (message.lines().empty()) return Outcome::Ok();
  return RequireLines(LineIds(reader, footprint), footprint, "lines", message.lines());
}

Outcome ApplyRequestCorrection(const v1::RequestCorrection& message,
                               const OperationContext& context, StateWriter& writer) {
  v1::Correction correction;
  correction.set_footprint(message.footprint());
  correction.set_auditor(context.author);
  *correction.mutable_lines() = message.lines();
  *correction.mutable_request() = message.request();
  correction.set_requested_time(context.time_ms());
  RecordSigners(context, correction);
  correction.set_state(v1::CORRECTION_STATE_OPEN);
  kCorrections.Put(writer, context.NewId(), correction);
  const auto footprint = ParseIdName(kFootprintsCollection, message.footprint()).value();
  PutOpenCount(writer, footprint, context.author_id,
               OpenCount(writer, footprint, context.author_id) + 1);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
