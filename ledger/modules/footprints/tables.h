// Which record of footprints lies under which key, and the history of each footprint.
#pragma once

#include <cstdint>

#include "ledger/base/id.h"
#include "ledger/state/history.h"
#include "ledger/state/table.h"
#include "tanji/v1/footprints.pb.h"

namespace tanji::ledger {

inline constexpr Table<v1::Footprint, Id> kFootprints{KeySpace::kFootprint};
inline constexpr Table<v1::FootprintProgress, Id> kFootprintProgress{KeySpace::kFootprintProgress};
// Footprint and number of the line, 0 .. line_count - 1.
inline constexpr Table<v1::FootprintLine, Id, std::uint32_t> kFootprintLines{
    KeySpace::kFootprintLine};
inline constexpr Table<v1::FootprintLineResult, Id, std::uint32_t> kFootprintLineResults{
    KeySpace::kFootprintLineResult};
inline constexpr Table<v1::FootprintResult, Id> kFootprintResults{KeySpace::kFootprintResult};
// Footprint and number of the record, 0 .. ReferenceRecords(result.factor_count()) - 1.
inline constexpr Table<v1::FootprintReferences, Id, std::uint32_t> kFootprintReferences{
    KeySpace::kFootprintReferences};

// Made when the footprint is declared: a draft has none.
inline History FootprintHistory(const Id& id) {
  return History(MakeKey(KeySpace::kFootprintStatus, id));
}

}  // namespace tanji::ledger
