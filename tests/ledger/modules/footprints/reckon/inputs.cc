#include "tests/ledger/modules/footprints/reckon/inputs.h"

#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {
namespace {

void FromJson(const nlohmann::json& json, google::protobuf::Message& out) {
  const auto status = google::protobuf::util::JsonStringToMessage(json.dump(), &out);
  EXPECT_TRUE(status.ok()) << status.ToString();
}

void AddGwp(v1::GwpSet& set, v1::Gas gas, std::string value) {
  auto& row = *set.add_values();
  row.set_gas(gas);
  row.set_value(std::move(value));
}

}  // namespace

Reckoned Inventory::Reckon() const {
  Reckoned out;
  EXPECT_TRUE(Accepted(ledger::Reckon(Input(), out)));
  return out;
}

v1::InventoryLine& Inventory::Add(std::string id, v1::Stage stage) {
  auto& line = lines.emplace_back();
  line.set_id(std::move(id));
  line.set_stage(stage);
  *line.mutable_text() = Text("一行", "a line");
  line.set_source("a test");
  return line;
}

v1::FactorLine& Inventory::AddFactorLine(std::string id, v1::Stage stage, std::string amount,
                                         std::string unit, std::string factor_value) {
  auto& line = *Add(id, stage).mutable_factor();
  line.set_factor(
      Factor("f-" + id, v1::FACTOR_KIND_LIFECYCLE_CO2E, std::move(factor_value), "kgCO2e/" + unit));
  *line.mutable_amount() = AmountOf(std::move(amount), std::move(unit));
  return line;
}

std::string Inventory::Factor(std::string code, v1::FactorKind kind, std::string value,
                              std::string unit) {
  const auto name = "datasets/d/factors/" + code;
  auto& factor = factors[name];
  factor.set_dataset("datasets/d");
  auto& row = *factor.mutable_row();
  row.set_code(std::move(code));
  row.set_kind(kind);
  row.mutable_value()->set_decimal(std::move(value));
  row.set_unit(std::move(unit));
  row.mutable_range()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  row.set_boundary(v1::FACTOR_BOUNDARY_CRADLE_TO_GATE);
  row.set_source("Table 1");
  return name;
}

void Inventory::SetRange(std::string_view factor, std::string low, std::string high) {
  auto& range = *Row(factor).mutable_range()->mutable_range();
  range.set_low(std::move(low));
  range.set_high(std::move(high));
}

v1::Amount AmountOf(std::string decimal, std::string unit) {
  v1::Amount amount;
  amount.set_decimal(std::move(decimal));
  amount.set_unit(std::move(unit));
  return amount;
}

v1::InventoryOutput OutputOf(std::string decimal, std::string unit, std::string key,
                             std::string key_unit) {
  v1::InventoryOutput output;
  *output.mutable_name() = Text("产出", "output");
  *output.mutable_mass() = AmountOf(std::move(decimal), std::move(unit));
  output.set_moisture_unknown(v1::UNKNOWN_NOT_ASSESSED);
  output.set_key(std::move(key));
  output.set_key_unit(std::move(key_unit));
  return output;
}

Inventory EmptyInventory() {
  Inventory out;
  auto& header = out.header;
  *header.mutable_title() = Text("测试", "a test");
  header.set_product("participants/farm/products/mango");
  header.add_facilities("participants/farm/facilities/orchard-1");
  *header.mutable_reference_flow() = Text("1 公顷，1 年", "1 ha, 1 year");
  header.set_first_day("2025-01-01");
  header.set_last_day("2025-12-31");
  header.set_boundary(v1::FOOTPRINT_BOUNDARY_CRADLE_TO_GATE);
  *header.add_outputs() = OutputOf("100", "kg");
  header.set_allocation(v1::ALLOCATION_RULE_NONE);
  header.set_gwp_set("gwpSets/ar6");
  header.mutable_category_rules()->set_text("none");
  header.set_land_use_change_unknown(v1::UNKNOWN_NOT_ASSESSED);
  header.set_coverage(v1::FOOTPRINT_COVERAGE_EX_POST);
  out.gwp_set.set_id("ar6");
  AddGwp(out.gwp_set, v1::GAS_CO2, "1");
  AddGwp(out.gwp_set, v1::GAS_CH4_FOSSIL, "29.8");
  AddGwp(out.gwp_set, v1::GAS_CH4_NON_FOSSIL, "27");
  AddGwp(out.gwp_set, v1::GAS_N2O, "273");
  return out;
}

nlohmann::json ReadJson(const std::string& path_in_checkout) {
  std::ifstream file(std::string(TANJI_SOURCE_DIR "/") + path_in_checkout);
  EXPECT_TRUE(file.good()) << path_in_checkout;
  return nlohmann::json::parse(file);
}

Inventory ReadInventory(const std::string& inventory_path, const std::string& factors_path) {
  Inventory out;
  const auto document = ReadJson(inventory_path), shared = ReadJson(factors_path);
  FromJson(document.at("header"), out.header);
  for (const auto& line : document.at("lines")) FromJson(line, out.lines.emplace_back());
  FromJson(shared.at("gwpSet"), out.gwp_set);
  for (const auto& [name, factor] : shared.at("factors").items()) {
    FromJson(factor, out.factors[name]);
  }
  if (!shared.contains("upstream")) return out;
  for (const auto& [name, value] : shared.at("upstream").items()) {
    auto& upstream = out.upstream[name];
    FromJson(value.at("result"), upstream.result);
    upstream.gwp_set = value.at("gwpSet");
    EXPECT_TRUE(
        v1::FootprintBoundary_Parse(value.at("boundary").get<std::string>(), &upstream.boundary));
  }
  return out;
}

}  // namespace tanji::ledger::testing
