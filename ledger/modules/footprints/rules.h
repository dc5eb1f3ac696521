// The rules of footprints over values alone. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "ledger/state/history.h"
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
// And their bytes, keys and records: with about 1,100 bytes of proof to a record at 5 M keys, 160
// of them stay within the 256 KiB of a bundle.
inline constexpr std::size_t kMaxClosureBytes = 64 << 10;

// How many FootprintReferences a declared footprint has.
std::uint32_t ReferenceRecords(const v1::FootprintResult& result);

// Whether `lot` is a harvest of the inventory's product, all of it within the inventory's period.
bool CoversHarvest(const v1::InventoryHeader& header, const v1::Lot& lot);

// Whether the succession is known at `at`, and in effect: both are the block that recorded it.
bool IsRecordedBy(const v1::Successor& successor, AsOf at);

// Whether a footprint with `before` may be succeeded by one with `after` for this reason; both are
// of one product. NEW_PERIOD means a period that begins and ends later and other lots, else a
// correction could pass as one; CORRECTION and METHOD_OR_FACTOR_YEAR are of the same period and
// boundary, else the two values could not be compared.
bool MaySucceed(const v1::InventoryHeader& before, const v1::InventoryHeader& after,
                v1::SuccessionReason reason);

// Whether both inventories say that the same was done, whatever it was multiplied with: what
// METHOD_OR_FACTOR_YEAR may not change. Lines go by their ids.
bool SameActivities(std::span<const v1::InventoryLine> before,
                    std::span<const v1::InventoryLine> after);

}  // namespace tanji::ledger
