// Reading products: one function per call of ProductsService, used alike by gRPC, HTTP and tests.
// `log_size` of an answer is the caller's to fill. Thread-safe if the reader is.
//
// Get…: CODE_FIELD_MISSING, CODE_NAME_MALFORMED, CODE_CATEGORY_MALFORMED, CODE_NOT_FOUND.
// List…: of one producer or of all, in the order of the keys; CODE_NAME_MALFORMED,
// CODE_PAGE_SIZE_OUT_OF_RANGE, CODE_PAGE_TOKEN_MALFORMED. `reader` sees the same state as `scan`.
#pragma once

#include "ledger/base/outcome.h"
#include "ledger/modules/common/paging.h"
#include "ledger/state/reader.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

Outcome GetFacility(const v1::GetFacilityRequest& request, const StateReader& reader,
                    v1::GetFacilityResponse& response);
Outcome ListFacilities(const v1::ListFacilitiesRequest& request, const StateReader& reader,
                       const StateScan& scan, v1::ListFacilitiesResponse& response);

Outcome GetProduct(const v1::GetProductRequest& request, const StateReader& reader,
                   v1::GetProductResponse& response);
Outcome ListProducts(const v1::ListProductsRequest& request, const StateReader& reader,
                     const StateScan& scan, v1::ListProductsResponse& response);

// The bound that was set for this very category.
Outcome GetYieldBound(const v1::GetYieldBoundRequest& request, const StateReader& reader,
                      v1::GetYieldBoundResponse& response);

Outcome GetLot(const v1::GetLotRequest& request, const StateReader& reader,
               v1::GetLotResponse& response);
Outcome ListLots(const v1::ListLotsRequest& request, const StateReader& reader,
                 const StateScan& scan, v1::ListLotsResponse& response);

}  // namespace tanji::ledger
