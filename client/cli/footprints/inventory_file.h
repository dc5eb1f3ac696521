// The file in which a person keeps an inventory: JSON with comments (json_message.h),
//
//   { "header": { an InventoryHeader }, "lines": [ InventoryLines, in their order ] }
//
// such as deploy/examples/inventories. What every node would refuse of it is refused here.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "client/cli/json_message.h"
#include "client/sdk/result.h"
#include "tanji/v1/footprints.pb.h"

namespace tanji::client::cli {

struct Inventory {
  v1::InventoryHeader header;
  std::vector<v1::InventoryLine> lines;
};

Result<Inventory> ReadInventory(std::string_view text, const JsonSource& source);

// The rules of form of header, lines and the whole; kUsage with the ledger's code.
Done CheckWhole(const Inventory& inventory);

// The lines in messages that each fit a transaction, without saying what they are added to.
std::vector<v1::AddLines> SplitLines(std::span<const v1::InventoryLine> lines);

}  // namespace tanji::client::cli
