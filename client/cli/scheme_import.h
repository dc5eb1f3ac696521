// A person's file into the ledger: register the scheme, draft the version, publish it.
#pragma once

#include "client/cli/session.h"

namespace tanji::client::cli {

// FILE.json. Begins where an earlier run ended; a version that is there already, published with the
// same content, is said to be there.
Result<Exit> ImportScheme(Session& session, const Arguments& arguments);

}  // namespace tanji::client::cli
