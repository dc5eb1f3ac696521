// AnswerCorrection: the producer answers, once, maybe with a footprint that succeeds the corrected
// one.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/verification.pb.h"

namespace tanji::ledger {

Outcome CheckAnswerCorrection(const v1::AnswerCorrection& message, const Flags& flags);
Outcome AuthoriseAnswerCorrection(const v1::AnswerCorrection& message,
                                  const OperationContext& context, const StateReader& reader);
Outcome ApplyAnswerCorrection(const v1::AnswerCorrection& message, const OperationContext& context,
                              StateWriter& writer);

}  // namespace tanji::ledger
