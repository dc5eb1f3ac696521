// Which record of products lies under which key, and the history of each object with a lifecycle.
// Facilities, products and lots are keyed by the id of their producer and their own: a producer
// chooses its ids for itself.
#pragma once

#include <string>

#include "ledger/state/history.h"
#include "ledger/state/table.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

inline constexpr Table<v1::Facility, std::string, std::string> kFacilities{KeySpace::kFacility};
inline constexpr Table<v1::Product, std::string, std::string> kProducts{KeySpace::kProduct};
// By category, such as "CPC:0131".
inline constexpr Table<v1::YieldBound, std::string> kYieldBounds{KeySpace::kYieldBound};
inline constexpr Table<v1::Lot, std::string, std::string> kLots{KeySpace::kLot};
inline constexpr Table<v1::LotBalance, std::string, std::string> kLotBalances{
    KeySpace::kLotBalance};
inline constexpr Table<v1::HarvestConfirmation, std::string, std::string> kHarvestConfirmations{
    KeySpace::kHarvestConfirmation};

inline History FacilityHistory(const std::string& producer_id, const std::string& id) {
  return History(MakeKey(KeySpace::kFacilityStatus, producer_id, id));
}
inline History ProductHistory(const std::string& producer_id, const std::string& id) {
  return History(MakeKey(KeySpace::kProductStatus, producer_id, id));
}
inline History LotHistory(const std::string& producer_id, const std::string& id) {
  return History(MakeKey(KeySpace::kLotStatus, producer_id, id));
}

}  // namespace tanji::ledger
