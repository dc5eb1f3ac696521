#include "tests/property/generate/rows.h"

#include "tests/ledger/modules/factors/datasets.h"

namespace tanji::property {
namespace {

void AddPart(v1::FactorRow& row, v1::Gas gas, const char* value) {
  auto& part = *row.add_parts();
  part.set_gas(gas);
  part.set_value(value);
}

// Around the value, or at it.
void SetRange(Scene& scene, v1::FactorRow& row) {
  const auto value = NumberOf(row.value().decimal());
  auto& range = *row.mutable_range()->mutable_range();
  range.set_low(TextOf(Rounded(value * scene.dice.Between(3, 10) / 10)));
  range.set_high(TextOf(Rounded(value * scene.dice.Between(10, 25) / 10)));
}

}  // namespace

const std::vector<Sort>& Sorts() {
  static const std::vector<Sort> sorts{
      {"diesel", v1::FACTOR_KIND_COMBUSTION_CO2, "2.63", "kgCO2/L", "L"},
      {"grid", v1::FACTOR_KIND_GRID_CO2, "0.3648", "kgCO2/kWh", "kWh"},
      {"machine", v1::FACTOR_KIND_OPERATION_CO2E, "2.7", "kgCO2e/L", "L"},
      {"power", v1::FACTOR_KIND_LIFECYCLE_CO2E, "0.5777", "kgCO2e/kWh", "kWh"},
      {"tray", v1::FACTOR_KIND_LIFECYCLE_CO2E, "1.234567891", "kgCO2e/kg", "kg"},
      {"urea", v1::FACTOR_KIND_LIFECYCLE_CO2E, "3.1", "kgCO2e/kg", "kg"},
      {"wells", v1::FACTOR_KIND_UPSTREAM_CO2E, "0.52", "kgCO2e/L", "L"}};
  return sorts;
}

const Sort& SortOf(std::string_view code) {
  for (const auto& sort : Sorts()) {
    if (code.starts_with(sort.name)) return sort;
  }
  return Sorts().front();
}

v1::FactorRow RowOf(const Sort& sort, std::size_t number) {
  auto row = ledger::testing::GridRow(std::string(sort.name) + "-" + std::to_string(number));
  row.set_kind(sort.kind);
  row.set_unit(std::string(sort.unit));
  row.mutable_value()->set_decimal(std::string(sort.value));
  if (!sort.unit.starts_with("kgCO2e")) {
    row.mutable_gwp_set()->set_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  }
  if (sort.name == "urea") {
    AddPart(row, v1::GAS_CO2, "1.6");
    AddPart(row, v1::GAS_CH4_FOSSIL, "0.0113");
    AddPart(row, v1::GAS_N2O, "0.00431");
  }
  return row;
}

v1::FactorRow AnyRow(Scene& scene) {
  auto& dice = scene.dice;
  const auto& sort = dice.Pick(Sorts());
  auto row = RowOf(sort, dice.Below(3));
  *row.mutable_name() = AnyText(scene);
  if (sort.unit.starts_with("kgCO2e") && dice.Percent(40)) {
    row.mutable_gwp_set()->set_text("gwpSets/" +
                                    AnyKey(scene, scene.world.factors.gwp_sets, "none"));
  }
  if (dice.Percent(40)) SetRange(scene, row);
  if (dice.Percent(4)) {
    row.mutable_value()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
    row.mutable_range()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  }
  // As if somebody had lost a decimal point.
  if (sort.amount_unit == "kWh" && dice.Percent(5)) {
    row.mutable_value()->set_decimal("5.777");
    row.mutable_range()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
    if (dice.Percent(50)) *row.mutable_unusual() = AnyText(scene);
  } else if (dice.Percent(1)) {
    *row.mutable_unusual() = AnyText(scene);
  }
  return row;
}

}  // namespace tanji::property
