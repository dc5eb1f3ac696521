// Lists, of which every row is proved. That none is missing is proved only for what a published
// version of a scheme holds; it is said either way.
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
Result<Exit> ListSchemes(Session& session, const Arguments& arguments);
// The versions of a scheme.
Result<Exit> ListSchemeVersions(Session& session, const Arguments& arguments);
// Of a version: what it demands in words, what may be said, and what products must meet.
Result<Exit> ListClauses(Session& session, const Arguments& arguments);
Result<Exit> ListClaimTexts(Session& session, const Arguments& arguments);
Result<Exit> ListCriteria(Session& session, const Arguments& arguments);

// Of one producer, or of all.
Result<Exit> ListFacilities(Session& session, const Arguments& arguments);
Result<Exit> ListProducts(Session& session, const Arguments& arguments);
Result<Exit> ListLots(Session& session, const Arguments& arguments);
Result<Exit> ListFootprints(Session& session, const Arguments& arguments);
Result<Exit> ListCorrections(Session& session, const Arguments& arguments);
Result<Exit> ListStatements(Session& session, const Arguments& arguments);
Result<Exit> ListCertificates(Session& session, const Arguments& arguments);
Result<Exit> ListLabels(Session& session, const Arguments& arguments);

}  // namespace tanji::client::cli
