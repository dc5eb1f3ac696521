#include "tests/ledger/modules/products/farm.h"

#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {

v1::Amount Amounting(std::string_view decimal, std::string_view unit) {
  v1::Amount amount;
  amount.set_decimal(std::string(decimal));
  amount.set_unit(std::string(unit));
  return amount;
}

v1::RegisterFacility Packhouse() {
  v1::RegisterFacility message;
  message.set_id("packhouse");
  *message.mutable_name() = Text("包装间", "packhouse");
  message.set_region("CN-HI");
  message.set_admin_code("469029");
  *message.mutable_area() = Amounting("600", "m2");
  return message;
}

v1::RegisterFacility Orchard(std::string_view id) {
  auto message = Packhouse();
  message.set_id(std::string(id));
  *message.mutable_name() = Text("东坡芒果园", "East Slope mango orchard");
  // The example number of GS1 General Specifications 7.9.
  message.set_gln("6291041500213");
  *message.mutable_area() = Amounting("15", "mu");
  auto& climate = *message.mutable_climate();
  climate.set_class_(v1::CLIMATE_CLASS_WET);
  climate.set_precipitation_mm(1900);
  climate.set_from_year(1991);
  climate.set_until_year(2020);
  climate.set_station("test station");
  climate.set_source("made up for tests");
  climate.set_irrigation(v1::IRRIGATION_DRIP);
  return message;
}

v1::RegisterProduct Mango(std::string_view id) {
  v1::RegisterProduct message;
  message.set_id(std::string(id));
  *message.mutable_name() = Text("芒果", "mango");
  message.set_category("CPC:01316");
  message.set_gtin("4006381333931");
  message.set_unit("kg");
  return message;
}

v1::SetYieldBound Bound(std::string_view category) {
  v1::SetYieldBound message;
  message.set_category(std::string(category));
  message.set_kg_per_ha("20000");
  message.set_source("made up for tests");
  return message;
}

v1::RegisterHarvest Harvested(std::string_view id, std::string_view kilograms) {
  v1::RegisterHarvest message;
  message.set_id(std::string(id));
  message.set_product(std::string(kMango));
  message.add_facilities(std::string(kOrchard));
  message.set_first_day("2025-12-01");
  message.set_last_day("2025-12-20");
  *message.mutable_mass() = Amounting(kilograms, "kg");
  message.set_moisture_unknown(v1::UNKNOWN_NOT_ASSESSED);
  message.set_custody(v1::CUSTODY_MODEL_SEGREGATED);
  return message;
}

std::string LotName(std::string_view id, std::string_view producer_id) {
  return "participants/" + std::string(producer_id) + "/lots/" + std::string(id);
}

v1::ConfirmHarvest Confirmation(std::string_view lot_id) {
  v1::ConfirmHarvest message;
  message.set_lot(LotName(lot_id));
  message.set_interval(1);
  *message.mutable_finding() = Text("已核对过磅单", "weighing slips seen");
  return message;
}

v1::DeriveLot Derived(std::string_view id, const std::vector<Part>& parts,
                      std::string_view kilograms) {
  v1::DeriveLot message;
  message.set_id(std::string(id));
  message.set_product(std::string(kMango));
  for (const auto& part : parts) {
    auto& row = *message.add_parents();
    row.set_lot(LotName(part.lot_id));
    *row.mutable_mass() = Amounting(part.kilograms, "kg");
  }
  message.set_yield_ratio("1");
  *message.mutable_mass() = Amounting(kilograms, "kg");
  message.set_custody(v1::CUSTODY_MODEL_MASS_BALANCE);
  return message;
}

v1::ReportLoss Loss(std::string_view lot_id, std::string_view kilograms) {
  v1::ReportLoss message;
  message.set_lot(LotName(lot_id));
  *message.mutable_mass() = Amounting(kilograms, "kg");
  *message.mutable_reason() = Text("腐烂", "rotten");
  return message;
}

v1::ChangeLotStatus ChangeLot(std::string_view lot_id, v1::StatusChange change) {
  v1::ChangeLotStatus message;
  message.set_lot(LotName(lot_id));
  *message.mutable_change() = std::move(change);
  return message;
}

v1::ChangeFacilityStatus ChangeOrchard(v1::StatusChange change) {
  v1::ChangeFacilityStatus message;
  message.set_facility(std::string(kOrchard));
  *message.mutable_change() = std::move(change);
  return message;
}

v1::ChangeProductStatus ChangeMango(v1::StatusChange change) {
  v1::ChangeProductStatus message;
  message.set_product(std::string(kMango));
  *message.mutable_change() = std::move(change);
  return message;
}

Farm::Farm() {
  world.Register("farm", {v1::PARTICIPANT_KIND_PRODUCER});
  world.Register("neighbour", {v1::PARTICIPANT_KIND_PRODUCER});
  world.Register("auditor", {v1::PARTICIPANT_KIND_AUDITOR});
  Do(Orchard());
  Do(Packhouse());
  Do(Mango());
  auto cut = Mango("cut-mango");
  cut.set_category("CPC:21491");
  Do(cut);
  Expect(world.Do("body-cn", Bound()));
}

void Farm::Expect(const Outcome& outcome) {
  EXPECT_TRUE(Accepted(outcome));
}

}  // namespace tanji::ledger::testing
