#include "ledger/modules/footprints/rules.h"

#include "ledger/base/date.h"

namespace tanji::ledger {

std::uint32_t ReferenceRecords(const v1::FootprintResult& result) {
  return (result.factor_count() + kReferencesPerRecord - 1) / kReferencesPerRecord;
}

bool CoversHarvest(const v1::InventoryHeader& header, const v1::Lot& lot) {
  // Days of one form compare as texts.
  return lot.has_harvest() && lot.product() == header.product() &&
         header.first_day() <= lot.harvest().first_day() &&
         lot.harvest().last_day() <= header.last_day();
}

bool MaySucceed(const v1::InventoryHeader& before, const v1::InventoryHeader& after,
                v1::SuccessionReason reason) {
  if (before.product() != after.product()) return false;
  return reason != v1::SUCCESSION_REASON_NEW_PERIOD || before.last_day() < after.last_day();
}

}  // namespace tanji::ledger
