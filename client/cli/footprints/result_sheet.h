// What a footprint comes to, for people.
#pragma once

#include <string>

#include "client/cli/render.h"
#include "client/cli/table.h"
#include "tanji/v1/footprints.pb.h"

namespace tanji::client::cli {

// "0.706 kgCO2e per kg", and every digit in brackets.
std::string ValueText(const v1::FootprintResult& result, const Style& style);
std::string RangeText(const v1::FootprintResult& result, const Style& style);

// Value, range, totals, shares of primary data, quality.
Sheet ResultSheet(const v1::FootprintResult& result, const Style& style);

}  // namespace tanji::client::cli
