#include "tests/property/generate/first.h"

#include "tests/ledger/modules/membership/grants.h"
#include "tests/ledger/modules/products/farm.h"
#include "tests/ledger/modules/schemes/pilot.h"
#include "tests/property/generate/rows.h"

namespace tanji::property {

std::vector<v1::FactorRow> FirstRows() {
  std::vector<v1::FactorRow> rows;
  for (const auto& sort : Sorts()) {
    if (sort.kind != v1::FACTOR_KIND_GRID_CO2) rows.push_back(RowOf(sort, 0));
  }
  return rows;
}

v1::RegisterHarvest FirstHarvest(const std::string& farm) {
  auto message = ledger::testing::Harvested("lot-0");
  message.set_product("participants/" + farm + "/products/fruit-0");
  message.set_facilities(0, "participants/" + farm + "/facilities/field-0");
  message.set_custody(v1::CUSTODY_MODEL_SEGREGATED);
  return message;
}

v1::CreateFootprint FirstFootprint(const std::string& farm) {
  v1::CreateFootprint message;
  auto& header = *message.mutable_header();
  *header.mutable_title() = ledger::testing::Text("芒果", "mango");
  header.set_product("participants/" + farm + "/products/fruit-0");
  header.add_facilities("participants/" + farm + "/facilities/field-0");
  header.add_lots("participants/" + farm + "/lots/lot-0");
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

v1::CreateSchemeVersion FirstSchemeVersion(const std::string& scheme, std::uint32_t auditor_years) {
  auto message = ledger::testing::FirstVersion();
  message.set_scheme("schemes/" + scheme);
  message.set_id("v-0");
  message.set_effective_day("2026-01-01");
  message.mutable_requirements()->set_auditor_years(auditor_years);
  return message;
}

v1::GrantAccreditation FirstAccreditation(const std::string& body) {
  auto message = ledger::testing::Accreditation(body);
  message.mutable_scope()->set_schemes(0, "schemes/scheme-0");
  message.mutable_scope()->add_schemes("schemes/scheme-1");
  message.mutable_scope()->set_product_categories(0, "CPC:0131");
  message.set_valid_until_time(ledger::testing::kGenesisTimeMs +
                               20 * 365 * ledger::testing::kDayMs);
  return message;
}

}  // namespace tanji::property
