// A footprint as it was answered, for people: what it comes to, what it stands on, and why it is
// not in force where it is not.
#pragma once

#include "client/cli/render.h"
#include "client/cli/table.h"
#include "tanji/v1/answer.pb.h"

namespace tanji::client::cli {

// Whether it is in force, and everything that keeps it from being so.
Sheet StandingSheet(const v1::FootprintAnswer& answer, const Style& style);

// All of the answer that people need; JSON has the rest.
Sheet FootprintSheet(const v1::FootprintAnswer& answer, const Style& style);

}  // namespace tanji::client::cli
