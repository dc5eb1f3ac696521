// Reading statements and corrections: one function per call of VerificationService, used alike by
// gRPC, HTTP and tests. `log_size` of an answer is the caller's to fill. Thread-safe if the reader
// is; `reader` sees the same state as `scan`.
//
// Get…: CODE_FIELD_MISSING, CODE_NAME_MALFORMED, CODE_NOT_FOUND. List…: in the order of the keys;
// CODE_PAGE_SIZE_OUT_OF_RANGE, CODE_PAGE_TOKEN_MALFORMED.
#pragma once

#include "ledger/base/outcome.h"
#include "ledger/modules/common/paging.h"
#include "ledger/state/reader.h"
#include "tanji/v1/verification.pb.h"

namespace tanji::ledger {

Outcome GetStatement(const v1::GetStatementRequest& request, const StateReader& reader,
                     v1::GetStatementResponse& response);
Outcome ListStatements(const v1::ListStatementsRequest& request, const StateReader& reader,
                       const StateScan& scan, v1::ListStatementsResponse& response);
Outcome GetCorrection(const v1::GetCorrectionRequest& request, const StateReader& reader,
                      v1::GetCorrectionResponse& response);
Outcome ListCorrections(const v1::ListCorrectionsRequest& request, const StateReader& reader,
                        const StateScan& scan, v1::ListCorrectionsResponse& response);

}  // namespace tanji::ledger
