// A person's table into the ledger: create, add, publish.
#pragma once

#include "client/cli/session.h"

namespace tanji::client::cli {

// FILE.csv --dataset FILE.json. Begins where an earlier run ended; a dataset that is there already,
// published with the same rows, is said to be there.
Result<Exit> ImportDataset(Session& session, const Arguments& arguments);

}  // namespace tanji::client::cli
