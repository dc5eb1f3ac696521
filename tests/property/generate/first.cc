#include "tests/property/generate/first.h"

#include "tests/ledger/modules/products/farm.h"
#include "tests/property/generate/rows.h"

namespace tanji::property {

std::vector<v1::FactorRow> FirstRows() {
  std::vector<v1::FactorRow> rows;
  for (const auto& sort : Sorts()) {
    if (sort.kind != v1::FACTOR_KIND_GRID_CO2) rows.push_back(RowOf(sort, 0));
  }
  return rows;
}

v1::CreateFootprint FirstFootprint() {
  v1::CreateFootprint message;
  auto& header = *message.mutable_header();
  *header.mutable_title() = ledger::testing::Text("芒果", "mango");
  header.set_product("participants/farm-1/products/fruit-0");
  header.add_facilities("participants/farm-1/facilities/field-0");
  *header.mutable_reference_flow() = ledger::testing::Text("一季", "one season");
  header.set_first_day("2025-01-01");
  header.set_last_day("2025-12-31");
  header.set_boundary(v1::FOOTPRINT_BOUNDARY_CRADLE_TO_GATE);
  auto& output = *header.add_outputs();
  *output.mutable_name() = ledger::testing::Text("芒果", "mango");
  *output.mutable_mass() = ledger::testing::Amounting("7001", "kg");
  output.set_moisture_unknown(v1::UNKNOWN_NOT_ASSESSED);
  header.set_allocation(v1::ALLOCATION_RULE_NONE);
  header.set_gwp_set("gwpSets/gwp-0");
  header.mutable_category_rules()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  header.set_land_use_change_unknown(v1::UNKNOWN_NOT_ASSESSED);
  header.set_coverage(v1::FOOTPRINT_COVERAGE_EX_POST);
  return message;
}

v1::AddLines FirstLines(const std::string& footprint) {
  v1::AddLines message;
  message.set_footprint(footprint);
  for (const auto& sort : Sorts()) {
    if (sort.kind != v1::FACTOR_KIND_LIFECYCLE_CO2E) continue;
    auto& line = *message.add_lines();
    line.set_id("first-" + std::string(sort.name));
    line.set_stage(v1::STAGE_CULTIVATION);
    *line.mutable_text() = ledger::testing::Text("投入", "input");
    line.set_source("books");
    *line.mutable_factor()->mutable_amount() =
        ledger::testing::Amounting("123.456", sort.amount_unit);
    line.mutable_factor()->set_factor("datasets/data-0/factors/" + std::string(sort.name) + "-0");
  }
  return message;
}

}  // namespace tanji::property
