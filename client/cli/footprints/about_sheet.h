// What an inventory is about, for people.
#pragma once

#include "client/cli/footprints/inventory_file.h"
#include "client/cli/render.h"
#include "client/cli/table.h"

namespace tanji::client::cli {

// Product, period, boundary, outputs, allocation, cut-off and so on: every field of the header.
Sheet AboutSheet(const v1::InventoryHeader& header, const Style& style);
// What was left out of account, by name; empty where nothing was.
Sheet NotAssessedSheet(const Inventory& inventory, const Style& style);

}  // namespace tanji::client::cli
