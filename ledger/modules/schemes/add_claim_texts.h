// AddClaimTexts: a draft grows by what may be said in a market.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

Outcome CheckAddClaimTexts(const v1::AddClaimTexts& message, const Flags& flags);
Outcome AuthoriseAddClaimTexts(const v1::AddClaimTexts& message, const OperationContext& context,
                               const StateReader& reader);
Outcome ApplyAddClaimTexts(const v1::AddClaimTexts& message, const OperationContext& context,
                           StateWriter& writer);

}  // namespace tanji::ledger
