// A lot within an answer: of the lot itself, or of a label on it.
#pragma once

#include "ledger/modules/products/lineage.h"
#include "ledger/state/history.h"
#include "ledger/state/reader.h"
#include "tanji/v1/answer.pb.h"

namespace tanji::ledger {

// `standing` is that of `lot` at `at`; reads its balance and the keys that signed besides.
void FillLot(const StateReader& source, AsOf at, LineageLot lot, LotStanding standing,
             v1::LotAnswer& out);

}  // namespace tanji::ledger
