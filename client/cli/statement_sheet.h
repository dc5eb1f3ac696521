// A statement as it was answered, for people: what it says of which footprint, and why it no longer
// counts where it does not.
#pragma once

#include "client/cli/render.h"
#include "client/cli/table.h"
#include "tanji/v1/answer.pb.h"

namespace tanji::client::cli {

// All of the statement; of the footprint its value and whether it stands. JSON has the rest.
Sheet StatementSheet(const v1::StatementAnswer& answer, const Style& style);

}  // namespace tanji::client::cli
