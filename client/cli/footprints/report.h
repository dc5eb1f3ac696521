// What an inventory comes to, for people and as JSON: before it is declared and when it is
// explained. Everything but the sums that are printed beside each other comes from the reckoning.
#pragma once

#include <string>

#include "client/cli/footprints/line_sheet.h"

namespace tanji::client::cli {

// The figure with a row for each line, for whoever is about to sign.
std::string SummaryText(const Reckoning& reckoning, const Style& style);
// All of it below `head`: every line with its factors, then the factors by how far they shift the
// value.
std::string ExplanationText(Sheet head, const Reckoning& reckoning, const Style& style);
// The same, as records.
nlohmann::ordered_json ReckoningJson(const Reckoning& reckoning);

}  // namespace tanji::client::cli
