// A footprint within an answer: of the footprint itself, or of what rests on it.
#pragma once

#include "ledger/modules/footprints/standing.h"
#include "ledger/state/history.h"
#include "ledger/state/reader.h"
#include "tanji/v1/answer.pb.h"

namespace tanji::ledger {

// `standing` is that of `footprint` at `at`; reads the keys that signed it besides.
void FillFootprint(const StateReader& source, AsOf at, FootprintRecords footprint,
                   FootprintStanding standing, v1::FootprintAnswer& out);

}  // namespace tanji::ledger
