// What an inventory is about, for people.
#pragma once

#include <string>
#include <vector>

#include "client/cli/footprints/inventory_file.h"
#include "client/cli/render.h"
#include "client/cli/table.h"

namespace tanji::client::cli {

// Product, period, boundary, outputs, allocation, cut-off and so on: every field of the header.
Sheet AboutSheet(const v1::InventoryHeader& header, const Style& style);
// What of the product's life the footprint leaves out because it was not assessed, by name:
// land-use change, establishment. Whoever shows the value says so beside it.
std::vector<std::string> LeftOutIn(const v1::InventoryHeader& header, Language language);
// All that the header says was not assessed, these included.
std::vector<std::string> NotAssessedIn(const v1::InventoryHeader& header, Language language);
// What was left out of account in all, by name; empty where nothing was.
Sheet NotAssessedSheet(const Inventory& inventory, const Style& style);

}  // namespace tanji::client::cli
