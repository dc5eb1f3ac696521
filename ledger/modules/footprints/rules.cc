#include "ledger/modules/footprints/rules.h"

#include <algorithm>
#include <map>
#include <string>

#include "ledger/state/record.h"

namespace tanji::ledger {
namespace {

bool ShareALot(const v1::InventoryHeader& before, const v1::InventoryHeader& after) {
  return std::ranges::any_of(before.lots(), [&](const std::string& lot) {
    return std::ranges::find(after.lots(), lot) != after.lots().end();
  });
}

void ForgetFactors(v1::FactorLine& line) {
  line.clear_factor();
  line.clear_upstream_known();
  line.clear_conversion();
}
void ForgetFactors(v1::SoilN2o& model) {
  model.clear_ef4();
  model.clear_frac_leach();
  model.clear_ef5();
  for (auto& input : *model.mutable_inputs()) {
    input.clear_ef1();
    input.clear_frac_gas();
    if (!input.has_residue()) continue;
    input.mutable_residue()->clear_dry();
    input.mutable_residue()->clear_rag();
    input.mutable_residue()->clear_nag();
  }
}
void ForgetFactors(v1::RiceCh4& model) {
  model.clear_efc();
  model.clear_sfw();
  model.clear_sfp();
  model.clear_exponent();
  for (auto& amendment : *model.mutable_amendments()) amendment.clear_cfoa();
}

// What was done, without what it was multiplied with and how it was described.
v1::InventoryLine ActivityOf(v1::InventoryLine line) {
  line.clear_text();
  line.clear_source();
  line.clear_quality();
  line.clear_factor_primary();
  if (line.has_factor()) ForgetFactors(*line.mutable_factor());
  if (line.has_soil_n2o()) ForgetFactors(*line.mutable_soil_n2o());
  if (line.has_rice_ch4()) ForgetFactors(*line.mutable_rice_ch4());
  if (line.has_carbon_applied()) line.mutable_carbon_applied()->clear_factor();
  if (line.has_residue_burning()) {
    line.mutable_residue_burning()->clear_ch4();
    line.mutable_residue_burning()->clear_n2o();
  }
  return line;
}

std::map<std::string, std::string> ActivitiesOf(std::span<const v1::InventoryLine> lines) {
  std::map<std::string, std::string> out;
  for (const auto& line : lines) out[line.id()] = EncodeRecord(ActivityOf(line));
  return out;
}

}  // namespace

std::uint32_t ReferenceRecords(const v1::FootprintResult& result) {
  return (result.factor_count() + kReferencesPerRecord - 1) / kReferencesPerRecord;
}

bool CoversHarvest(const v1::InventoryHeader& header, const v1::Lot& lot) {
  // Days of one form compare as texts.
  return lot.has_harvest() && lot.product() == header.product() &&
         header.first_day() <= lot.harvest().first_day() &&
         lot.harvest().last_day() <= header.last_day();
}

bool SameActivities(std::span<const v1::InventoryLine> before,
                    std::span<const v1::InventoryLine> after) {
  return ActivitiesOf(before) == ActivitiesOf(after);
}

bool IsRecordedBy(const v1::Successor& successor, AsOf at) {
  return successor.recorded_time() <= std::min(at.known_ms, at.effective_ms);
}

bool MaySucceed(const v1::InventoryHeader& before, const v1::InventoryHeader& after,
                v1::SuccessionReason reason) {
  if (before.product() != after.product()) return false;
  switch (reason) {
    case v1::SUCCESSION_REASON_NEW_PERIOD:
      return before.first_day() < after.first_day() && before.last_day() < after.last_day() &&
             !ShareALot(before, after);
    case v1::SUCCESSION_REASON_CORRECTION:
    case v1::SUCCESSION_REASON_METHOD_OR_FACTOR_YEAR:
      return before.boundary() == after.boundary() && before.first_day() == after.first_day() &&
             before.last_day() == after.last_day();
    default:
      return true;
  }
}

}  // namespace tanji::ledger
