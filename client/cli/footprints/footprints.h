// The commands of footprints that are more than a question.
#pragma once

#include "client/cli/session.h"

namespace tanji::client::cli {

// Reckons an inventory file and shows what it comes to; writes nothing.
Result<Exit> CheckFootprint(Session& session, const Arguments& arguments);
// The same, then creates the footprint, adds the lines and declares it.
Result<Exit> DeclareFootprint(Session& session, const Arguments& arguments);
// Every line of a declared footprint with all that its value comes from, each record proved, and
// the whole reckoned again here.
Result<Exit> ExplainFootprint(Session& session, const Arguments& arguments);

}  // namespace tanji::client::cli
