// A farm that declares footprints: factors of electricity, and messages for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tanji/v1/footprints.pb.h"
#include "tests/ledger/modules/products/farm.h"

namespace tanji::ledger::testing {

inline constexpr std::string_view kPower = "datasets/power/factors/average";

// 100 kg of mangoes from the orchard in 2025, one output, AR6, nothing known of land-use change.
v1::InventoryHeader MangoHeader();
// So many kWh at 0.5777 kgCO2e/kWh.
v1::InventoryLine PowerLine(std::string_view id, std::string_view kilowatt_hours,
                            std::string_view factor = kPower);
// So many kg of the product of another footprint.
v1::InventoryLine UpstreamLine(std::string_view id, std::string_view footprint,
                               std::string_view kilograms);

v1::CreateFootprint Creation(const v1::InventoryHeader& header = MangoHeader());
v1::AddLines Lines(std::string_view footprint, const std::vector<v1::InventoryLine>& lines);
// With the digest that the state has.
v1::DeclareFootprint Declaration(World& world, std::string_view footprint);
v1::ChangeFootprintStatus ChangeFootprint(std::string_view footprint, v1::StatusChange change);

// `gwpSets/ar6`, and `datasets/power` with the factors average and peak, by body-cn.
void PublishPower(World& world);

// Farm, neighbour and auditor of `Farm`, and the factors of PublishPower.
struct Grower : Farm {
  Grower();
  // Created and filled by `farm`; asserted to succeed. The name.
  std::string Draft(const v1::InventoryHeader& header, const std::vector<v1::InventoryLine>& lines);
  std::string Declared(const v1::InventoryHeader& header,
                       const std::vector<v1::InventoryLine>& lines);
  // 1,000 kWh on 100 kg: 5.777 kgCO2e/kg.
  std::string Declared() { return Declared(MangoHeader(), {PowerLine("power", "1000")}); }
};

}  // namespace tanji::ledger::testing
