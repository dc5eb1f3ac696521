// The rules of footprints over values alone. Pure functions, thread-safe.
#pragma once

#include <cstdint>

#include "tanji/v1/footprints.pb.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

inline constexpr int kMaxLinesAdded = 100;
// What succeeded one footprint: FootprintProgress.successors.
inline constexpr int kMaxFootprintSuccessors = 64;
// Names of factors and upstream footprints in one FootprintReferences.
inline constexpr std::uint32_t kReferencesPerRecord = 32;
// Records that an answer about a footprint reads: its proof must stay a file that people can send.
inline constexpr std::uint32_t kMaxClosure = 160;

// How many FootprintReferences a declared footprint has.
std::uint32_t ReferenceRecords(const v1::FootprintResult& result);

// Whether `lot` is a harvest of the inventory's product, all of it within the inventory's period.
bool CoversHarvest(const v1::InventoryHeader& header, const v1::Lot& lot);

// Whether a footprint of the same product with `before` may be succeeded by one with `after` for
// this reason: NEW_PERIOD means a period that ends later, else a correction could pass as one.
bool MaySucceed(const v1::InventoryHeader& before, const v1::InventoryHeader& after,
                v1::SuccessionReason reason);

}  // namespace tanji::ledger
