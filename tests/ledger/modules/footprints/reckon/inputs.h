// Inventories for tests: read from files, or put together by hand.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "ledger/modules/footprints/reckon/reckon.h"

namespace tanji::ledger::testing {

// All that a reckoning reads, and owns it.
struct Inventory {
  v1::InventoryHeader header;
  std::vector<v1::InventoryLine> lines;
  std::map<std::string, v1::Factor, std::less<>> factors;
  v1::GwpSet gwp_set;
  std::map<std::string, UpstreamValue, std::less<>> upstream;

  ReckonInput Input() const { return {header, lines, factors, gwp_set, upstream}; }
  // Expected to succeed.
  Reckoned Reckon() const;
  std::string Value() const { return Reckon().result.value(); }

  v1::InventoryLine& Add(std::string id, v1::Stage stage);
  // A line of an amount times a new life-cycle factor `f-{id}` in kgCO2e per `unit`.
  v1::FactorLine& AddFactorLine(std::string id, v1::Stage stage, std::string amount,
                                std::string unit, std::string factor_value);
  // `datasets/d/factors/{code}`, without a range.
  std::string Factor(std::string code, v1::FactorKind kind, std::string value, std::string unit);
  v1::FactorRow& Row(std::string_view name) { return *factors.find(name)->second.mutable_row(); }
  void SetRange(std::string_view factor, std::string low, std::string high);
};

// 100 kg from the gate, one output, nothing known of land-use change, AR6, no line.
Inventory EmptyInventory();

v1::Amount AmountOf(std::string decimal, std::string unit);
v1::InventoryOutput OutputOf(std::string decimal, std::string unit, std::string key = "",
                             std::string key_unit = "");

nlohmann::json ReadJson(const std::string& path_in_checkout);
// Of `header` and `lines`, with the factors of another file.
Inventory ReadInventory(const std::string& inventory_path, const std::string& factors_path);

}  // namespace tanji::ledger::testing
