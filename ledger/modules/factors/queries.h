// Reading factors: one function per call of FactorsService, used alike by gRPC, HTTP and tests.
// `log_size` of an answer is the caller's to fill. Thread-safe if the reader is.
//
// Get…: CODE_FIELD_MISSING, CODE_NAME_MALFORMED, CODE_NOT_FOUND.
// List…: in the order of the keys; CODE_PAGE_SIZE_OUT_OF_RANGE, CODE_PAGE_TOKEN_MALFORMED, and for
// what lies in a dataset the refusals of Get….
#pragma once

#include "ledger/base/outcome.h"
#include "ledger/modules/common/paging.h"
#include "ledger/state/reader.h"
#include "tanji/v1/factors.pb.h"

namespace tanji::ledger {

Outcome GetGwpSet(const v1::GetGwpSetRequest& request, const StateReader& reader,
                  v1::GetGwpSetResponse& response);
// `reader` sees the same state as `scan`; likewise below.
Outcome ListGwpSets(const v1::ListGwpSetsRequest& request, const StateReader& reader,
                    const StateScan& scan, v1::ListGwpSetsResponse& response);

Outcome GetDataset(const v1::GetDatasetRequest& request, const StateReader& reader,
                   v1::GetDatasetResponse& response);
Outcome ListDatasets(const v1::ListDatasetsRequest& request, const StateReader& reader,
                     const StateScan& scan, v1::ListDatasetsResponse& response);

Outcome GetFactor(const v1::GetFactorRequest& request, const StateReader& reader,
                  v1::GetFactorResponse& response);
Outcome ListFactors(const v1::ListFactorsRequest& request, const StateReader& reader,
                    const StateScan& scan, v1::ListFactorsResponse& response);

// What differs in value, unit, range or kind, or is in one of the two only. `page_size` is the
// number of rows looked at in each.
Outcome CompareDatasets(const v1::CompareDatasetsRequest& request, const StateReader& reader,
                        const StateScan& scan, v1::CompareDatasetsResponse& response);

}  // namespace tanji::ledger
