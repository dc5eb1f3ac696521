// Reading footprints: one function per call of FootprintsService, used alike by gRPC, HTTP and
// tests. `log_size` of an answer is the caller's to fill. Thread-safe if the reader is; `reader`
// sees the same state as `scan`.
//
// Get…: CODE_FIELD_MISSING, CODE_NAME_MALFORMED, CODE_NOT_FOUND. List…: in the order of the keys;
// lines also what Get… refuses; CODE_PAGE_SIZE_OUT_OF_RANGE, CODE_PAGE_TOKEN_MALFORMED.
#pragma once

#include "ledger/base/outcome.h"
#include "ledger/modules/common/paging.h"
#include "ledger/state/reader.h"
#include "tanji/v1/footprints.pb.h"

namespace tanji::ledger {

Outcome GetFootprint(const v1::GetFootprintRequest& request, const StateReader& reader,
                     v1::GetFootprintResponse& response);
Outcome ListFootprints(const v1::ListFootprintsRequest& request, const StateReader& reader,
                       const StateScan& scan, v1::ListFootprintsResponse& response);
Outcome ListFootprintLines(const v1::ListFootprintLinesRequest& request, const StateReader& reader,
                           const StateScan& scan, v1::ListFootprintLinesResponse& response);

}  // namespace tanji::ledger
