// Reading schemes: one function per call of SchemesService, used alike by gRPC, HTTP and tests.
// `log_size` of an answer is the caller's to fill. Thread-safe if the reader is; `reader` sees the
// same state as `scan`.
//
// Get…: CODE_FIELD_MISSING, CODE_NAME_MALFORMED, CODE_NOT_FOUND; GetThreshold also what
// ThresholdFor refuses. List…: in the order of the keys; of a parent also what Get… refuses;
// CODE_PAGE_SIZE_OUT_OF_RANGE, CODE_PAGE_TOKEN_MALFORMED.
#pragma once

#include "ledger/base/outcome.h"
#include "ledger/modules/common/paging.h"
#include "ledger/state/reader.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

Outcome GetScheme(const v1::GetSchemeRequest& request, const StateReader& reader,
                  v1::GetSchemeResponse& response);
Outcome ListSchemes(const v1::ListSchemesRequest& request, const StateReader& reader,
                    const StateScan& scan, v1::ListSchemesResponse& response);

Outcome GetSchemeVersion(const v1::GetSchemeVersionRequest& request, const StateReader& reader,
                         v1::GetSchemeVersionResponse& response);
Outcome ListSchemeVersions(const v1::ListSchemeVersionsRequest& request, const StateReader& reader,
                           const StateScan& scan, v1::ListSchemeVersionsResponse& response);

Outcome ListClauses(const v1::ListClausesRequest& request, const StateReader& reader,
                    const StateScan& scan, v1::ListClausesResponse& response);
Outcome ListClaimTexts(const v1::ListClaimTextsRequest& request, const StateReader& reader,
                       const StateScan& scan, v1::ListClaimTextsResponse& response);
Outcome ListCriteria(const v1::ListCriteriaRequest& request, const StateReader& reader,
                     const StateScan& scan, v1::ListCriteriaResponse& response);

Outcome GetThreshold(const v1::GetThresholdRequest& request, const StateReader& reader,
                     v1::GetThresholdResponse& response);

}  // namespace tanji::ledger
