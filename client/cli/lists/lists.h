// Lists, of which every row is proved. That none is missing cannot be proved, and is said.
#pragma once

#include "client/cli/session.h"

namespace tanji::client::cli {

Result<Exit> ListDocuments(Session& session, const Arguments& arguments);
Result<Exit> ListParticipants(Session& session, const Arguments& arguments);
Result<Exit> ListBallots(Session& session, const Arguments& arguments);
Result<Exit> ListAccreditations(Session& session, const Arguments& arguments);
Result<Exit> ListLicences(Session& session, const Arguments& arguments);
Result<Exit> ListGwpSets(Session& session, const Arguments& arguments);
Result<Exit> ListDatasets(Session& session, const Arguments& arguments);
// The rows of --dataset; the status of each is for `factor show`.
Result<Exit> ListFactors(Session& session, const Arguments& arguments);
// What differs between --before and --after.
Result<Exit> CompareDatasets(Session& session, const Arguments& arguments);
Result<Exit> ListFootprints(Session& session, const Arguments& arguments);

}  // namespace tanji::client::cli
