// What an inventory may look like, as far as it can be told without the ledger's state: shape,
// bounds and whether its parts agree. Which participants, products, factors and lots it names is
// for the operations to look up. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "ledger/base/outcome.h"
#include "tanji/v1/footprints.pb.h"

namespace tanji::ledger {

inline constexpr int kMaxInventoryLines = 200;
// Of one line: what bounds the size of its rationals (D1).
inline constexpr std::size_t kMaxLineFactors = 8;
inline constexpr int kMaxOutputs = 8;
inline constexpr int kMaxFacilities = 16;
inline constexpr int kMaxCoveredLots = 16;
inline constexpr int kMaxPredecessors = 8;
inline constexpr int kMaxCutOffs = 8;
inline constexpr int kMaxPeriodYears = 10;
inline constexpr int kMaxValidityYears = 3;
inline constexpr int kMaxHarvests = 20;
inline constexpr int kMaxBearingYears = 100;
inline constexpr int kMaxNitrogenInputs = 16;
inline constexpr int kMaxAmendments = 3;
inline constexpr int kMaxConversionDocuments = 4;
inline constexpr std::size_t kMaxGradeBytes = 64;

// `field` is the message's path from the operation: "header", "lines[3]".
Outcome CheckInventoryHeader(const v1::InventoryHeader& header, std::string_view field);
Outcome CheckInventoryLine(const v1::InventoryLine& line, std::string_view field);

// What only the whole tells, once each part has passed the checks above: ids, stages, what must be
// said about land-use change and establishment, subdivision. Fields are named from the inventory:
// `header.land_use_change_unknown`, `lines[fert-urea].stage`, with the id of the line.
Outcome CheckInventory(const v1::InventoryHeader& header, std::span<const v1::InventoryLine> lines);

// "lines[fert-urea]".
std::string LineField(const v1::InventoryLine& line);

}  // namespace tanji::ledger
