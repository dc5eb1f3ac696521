// What of a scheme is shown by itself: a threshold, and the terms.
#pragma once

#include "client/cli/session.h"

namespace tanji::client::cli {

// The threshold for --category and --year with all that it follows from, proved.
Result<Exit> ShowThreshold(Session& session, const Arguments& arguments);

// The terms of a scheme as they are now, proved.
Result<Exit> ShowTerms(Session& session, const Arguments& arguments);

}  // namespace tanji::client::cli
