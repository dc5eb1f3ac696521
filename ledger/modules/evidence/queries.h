// Reading evidence: one function per call of EvidenceService, used alike by gRPC, HTTP and tests.
// `log_size` of an answer is the caller's to fill. Thread-safe if the reader is.
#pragma once

#include "ledger/base/outcome.h"
#include "ledger/modules/common/paging.h"
#include "ledger/state/reader.h"
#include "tanji/v1/evidence.pb.h"

namespace tanji::ledger {

// CODE_NAME_MALFORMED, CODE_NOT_FOUND.
Outcome GetDocument(const v1::GetDocumentRequest& request, const StateReader& reader,
                    v1::GetDocumentResponse& response);
// By hash. CODE_PAGE_SIZE_OUT_OF_RANGE, CODE_PAGE_TOKEN_MALFORMED.
Outcome ListDocuments(const v1::ListDocumentsRequest& request, const StateScan& scan,
                      v1::ListDocumentsResponse& response);

}  // namespace tanji::ledger
