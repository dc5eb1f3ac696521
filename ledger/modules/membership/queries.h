// Reading membership: one function per call of MembershipService, used alike by gRPC, HTTP and
// tests. `log_size` of an answer is the caller's to fill. Thread-safe if the reader is.
//
// Get…: CODE_FIELD_MISSING, CODE_NAME_MALFORMED, CODE_NOT_FOUND.
// List…: in the order of the keys; CODE_PAGE_SIZE_OUT_OF_RANGE, CODE_PAGE_TOKEN_MALFORMED.
#pragma once

#include "ledger/base/outcome.h"
#include "ledger/modules/common/paging.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

Outcome GetParticipant(const v1::GetParticipantRequest& request, const StateReader& reader,
                       v1::GetParticipantResponse& response);
Outcome ListParticipants(const v1::ListParticipantsRequest& request, const StateScan& scan,
                         v1::ListParticipantsResponse& response);

Outcome GetKey(const v1::GetKeyRequest& request, const StateReader& reader,
               v1::GetKeyResponse& response);

Outcome GetBallot(const v1::GetBallotRequest& request, const StateReader& reader,
                  v1::GetBallotResponse& response);
// `reader` sees the same state as `scan`; likewise below.
Outcome ListBallots(const v1::ListBallotsRequest& request, const StateReader& reader,
                    const StateScan& scan, v1::ListBallotsResponse& response);

Outcome GetAccreditation(const v1::GetAccreditationRequest& request, const StateReader& reader,
                         v1::GetAccreditationResponse& response);
Outcome ListAccreditations(const v1::ListAccreditationsRequest& request, const StateReader& reader,
                           const StateScan& scan, v1::ListAccreditationsResponse& response);

Outcome GetLicence(const v1::GetLicenceRequest& request, const StateReader& reader,
                   v1::GetLicenceResponse& response);
Outcome ListLicences(const v1::ListLicencesRequest& request, const StateReader& reader,
                     const StateScan& scan, v1::ListLicencesResponse& response);

}  // namespace tanji::ledger
