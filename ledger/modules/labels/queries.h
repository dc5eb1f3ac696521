// Read-only answers about certificates and labels, for gRPC and tests. Thread-safe if the reader
// is.
#pragma once

#include "ledger/base/outcome.h"
#include "ledger/modules/common/paging.h"
#include "ledger/state/reader.h"
#include "tanji/v1/labels.pb.h"

namespace tanji::ledger {

// CODE_FIELD_MISSING, CODE_NAME_MALFORMED, CODE_NOT_FOUND.
Outcome GetCertificate(const v1::GetCertificateRequest& request, const StateReader& reader,
                       v1::GetCertificateResponse& response);
Outcome GetLabel(const v1::GetLabelRequest& request, const StateReader& reader,
                 v1::GetLabelResponse& response);
// By key. CODE_PAGE_SIZE_OUT_OF_RANGE, CODE_PAGE_TOKEN_MALFORMED.
Outcome ListCertificates(const v1::ListCertificatesRequest& request, const StateReader& reader,
                         const StateScan& scan, v1::ListCertificatesResponse& response);
Outcome ListLabels(const v1::ListLabelsRequest& request, const StateReader& reader,
                   const StateScan& scan, v1::ListLabelsResponse& response);

}  // namespace tanji::ledger
