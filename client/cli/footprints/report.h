// What an inventory comes to, for people and as JSON: before it is declared and when it is
// explained. Everything but the sums that are printed beside each other comes from the reckoning.
#pragma once

#include <string>

#include "client/cli/footprints/line_sheet.h"

namespace tanji::client::cli {

// What texts about footprints are wrapped to.
inline constexpr std::size_t kReportColumns = 100;

// "0.706", and every digit in brackets.
std::string ValueText(const v1::FootprintResult& result, const Style& style);
std::string RangeText(const v1::FootprintResult& result, const Style& style);

// What the inventory is about: product, period, boundary, outputs, allocation, cut-off and so on.
Sheet AboutSheet(const v1::InventoryHeader& header, const Style& style);
// Value, range, totals, shares of primary data, quality.
Sheet ResultSheet(const v1::FootprintResult& result, const Style& style);
// What was left out of account, by name; empty where nothing was.
Sheet NotAssessedSheet(const Inventory& inventory, const Style& style);

// The figure with a row for each line, for whoever is about to sign.
std::string SummaryText(const Reckoning& reckoning, const Style& style);
// All of it below `head`: every line with its factors, then the factors by how far they shift the
// value.
std::string ExplanationText(Sheet head, const Reckoning& reckoning, const Style& style);
// The same, as records.
nlohmann::ordered_json ReckoningJson(const Reckoning& reckoning);

}  // namespace tanji::client::cli
