// Every way in which a whole inventory is refused, or its reckoning.
#include "ledger/modules/footprints/reckon/check.h"
#include "tests/ledger/modules/footprints/reckon/inputs.h"
#include "tests/ledger/modules/refusals.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {
namespace {

using Rows = std::vector<RefusalCase>;
constexpr auto kModel = v1::FACTOR_KIND_GAS_MODEL;
constexpr const char* kFootprint = "footprints/00000000-0000-8000-8000-000000000001";

std::string Factor(std::string_view code) {
  return "datasets/d/factors/" + std::string(code);
}
std::string FactorField(std::string_view line, std::string_view field) {
  return "lines[" + std::string(line) + "].factor." + std::string(field);
}

// An inventory of one good line, altered; what checks or reckons it refuses.
using Alter = std::function<void(Inventory&)>;
RefusalCase Whole(std::string name, v1::Code code, Detail detail, Alter alter) {
  return {"whole: " + std::move(name), code, std::move(detail), [alter = std::move(alter)] {
            auto inventory = EmptyInventory();
            inventory.AddFactorLine("a", v1::STAGE_CULTIVATION, "1", "kg", "1");
            alter(inventory);
            return CheckInventory(inventory.header, inventory.lines);
          }};
}
RefusalCase Reckoning(std::string name, v1::Code code, Detail detail, Alter alter) {
  return {"reckoning: " + std::move(name), code, std::move(detail), [alter = std::move(alter)] {
            auto inventory = EmptyInventory();
            inventory.AddFactorLine("a", v1::STAGE_CULTIVATION, "1", "kg", "1");
            alter(inventory);
            Reckoned out;
            return Reckon(inventory.Input(), out);
          }};
}

void AddLandUseChange(Inventory& inventory, const char* day) {
  auto& land = *inventory.Add("land", v1::STAGE_CULTIVATION).mutable_land_use_change();
  *land.mutable_area() = AmountOf("1", "ha");
  land.set_carbon_before("2");
  land.set_carbon_after("1");
  land.set_conversion_day(day);
}

void AddInventoryRefusals(Rows& rows) {
  rows.push_back(Whole("no line", v1::CODE_FIELD_MISSING, {{"field", "lines"}},
                       [](Inventory& i) { i.lines.clear(); }));
  rows.push_back(Whole("201 lines", v1::CODE_LIST_TOO_LONG,
                       {{"field", "lines"}, {"value", "201"}, {"limit", "200"}},
                       [](Inventory& i) { i.lines.resize(201, i.lines[0]); }));
  rows.push_back(Whole("an id twice", v1::CODE_LINE_ID_REPEATED,
                       {{"field", "lines[1]"}, {"value", "a"}},
                       [](Inventory& i) { i.lines.push_back(i.lines[0]); }));
  rows.push_back(Whole("delivery beyond the gate", v1::CODE_STAGE_NOT_ALLOWED,
                       {{"field", "lines[a].stage"},
                        {"value", "STAGE_DISTRIBUTION"},
                        {"other", "header.boundary"},
                        {"rule", "FOOTPRINT_BOUNDARY_CRADLE_TO_GATE"}},
                       [](Inventory& i) { i.lines[0].set_stage(v1::STAGE_DISTRIBUTION); }));
  rows.push_back(Whole("use before the grave", v1::CODE_STAGE_NOT_ALLOWED,
                       {{"field", "lines[a].stage"},
                        {"value", "STAGE_USE"},
                        {"other", "header.boundary"},
                        {"rule", "FOOTPRINT_BOUNDARY_CRADLE_TO_DELIVERY"}},
                       [](Inventory& i) {
                         i.header.set_boundary(v1::FOOTPRINT_BOUNDARY_CRADLE_TO_DELIVERY);
                         i.lines[0].set_stage(v1::STAGE_USE);
                       }));
  rows.push_back(Whole("planting of an annual", v1::CODE_FIELD_MISSING,
                       {{"field", "header.perennial"}},
                       [](Inventory& i) { i.lines[0].set_stage(v1::STAGE_ESTABLISHMENT); }));
  rows.push_back(Whole("planting spread over no years", v1::CODE_FIELD_MISSING,
                       {{"field", "header.perennial.bearing_years"}}, [](Inventory& i) {
                         i.header.mutable_perennial()->set_harvests(1);
                         i.lines[0].set_stage(v1::STAGE_ESTABLISHMENT);
                       }));
  rows.push_back(Whole("establishment not stated", v1::CODE_ESTABLISHMENT_NOT_STATED,
                       {{"field", "header.perennial.establishment_unknown"}},
                       [](Inventory& i) { i.header.mutable_perennial()->set_harvests(1); }));
  rows.push_back(Whole("establishment known and unknown", v1::CODE_INVENTORY_FIELD_UNEXPECTED,
                       {{"field", "header.perennial.establishment_unknown"},
                        {"other", "lines[a]"},
                        {"value", "STAGE_ESTABLISHMENT"}},
                       [](Inventory& i) {
                         i.header.mutable_perennial()->set_harvests(1);
                         i.header.mutable_perennial()->set_bearing_years(9);
                         i.header.mutable_perennial()->set_establishment_unknown(
                             v1::UNKNOWN_NOT_ASSESSED);
                         i.lines[0].set_stage(v1::STAGE_ESTABLISHMENT);
                       }));
  rows.push_back(Whole("land-use change not stated", v1::CODE_LAND_USE_CHANGE_NOT_STATED,
                       {{"field", "header.land_use_change_unknown"}},
                       [](Inventory& i) { i.header.clear_land_use_change_unknown(); }));
  rows.push_back(Whole("land-use change known and unknown", v1::CODE_INVENTORY_FIELD_UNEXPECTED,
                       {{"field", "header.land_use_change_unknown"},
                        {"other", "lines[land]"},
                        {"value", "land_use_change"}},
                       [](Inventory& i) { AddLandUseChange(i, "2020-01-01"); }));
  for (const auto* day : {"2005-01-01", "2026-01-01"}) {
    rows.push_back(Whole(std::string("converted on ") + day, v1::CODE_CONVERSION_DAY_UNUSABLE,
                         {{"field", "lines[land].land_use_change.conversion_day"},
                          {"value", day},
                          {"lowest", "2005-01-01"},
                          {"highest", "2025-12-31"}},
                         [day](Inventory& i) { AddLandUseChange(i, day); }));
  }
  rows.push_back(Whole("line of an output that is not divided", v1::CODE_INVENTORY_FIELD_UNEXPECTED,
                       {{"field", "lines[a].output"},
                        {"other", "header.allocation"},
                        {"value", "ALLOCATION_RULE_NONE"}},
                       [](Inventory& i) { i.lines[0].set_output(1); }));
  const auto subdivide = [](Inventory& i) {
    i.header.set_allocation(v1::ALLOCATION_RULE_SUBDIVISION);
    *i.header.add_outputs() = OutputOf("1", "kg");
  };
  rows.push_back(
      Whole("line of no output", v1::CODE_FIELD_OUT_OF_RANGE,
            {{"field", "lines[a].output"}, {"value", "0"}, {"lowest", "1"}, {"highest", "2"}},
            subdivide));
  rows.push_back(Whole("output without line", v1::CODE_OUTPUT_WITHOUT_LINE,
                       {{"field", "header.outputs[1]"}}, [subdivide](Inventory& i) {
                         subdivide(i);
                         i.lines[0].set_output(1);
                       }));
}

v1::FactorRow& Row(Inventory& inventory) {
  return inventory.Row(Factor("f-a"));
}
v1::FactorLine& FirstLine(Inventory& inventory) {
  return *inventory.lines[0].mutable_factor();
}
void SetFuel(Inventory& i) {
  Row(i).set_kind(v1::FACTOR_KIND_COMBUSTION_CO2);
  Row(i).set_unit("kgCO2/L");
  FirstLine(i).mutable_amount()->set_unit("L");
}

void AddFactorRefusals(Rows& rows) {
  const auto field = FactorField("a", "factor");
  const std::string takes =
      "FACTOR_KIND_COMBUSTION_CO2, FACTOR_KIND_OPERATION_CO2E, FACTOR_KIND_LIFECYCLE_CO2E";
  rows.push_back(Reckoning("factor not there", v1::CODE_NOT_FOUND,
                           {{"field", field}, {"value", Factor("x")}},
                           [](Inventory& i) { FirstLine(i).set_factor(Factor("x")); }));
  rows.push_back(Reckoning("grid factor", v1::CODE_GRID_FACTOR_REFUSED,
                           {{"field", field}, {"value", Factor("f-a")}},
                           [](Inventory& i) { Row(i).set_kind(v1::FACTOR_KIND_GRID_CO2); }));
  for (const auto kind :
       {v1::FACTOR_KIND_UPSTREAM_CO2E, v1::FACTOR_KIND_GAS_MODEL, v1::FACTOR_KIND_PHYSICAL}) {
    rows.push_back(Reckoning(v1::FactorKind_Name(kind) + " as a factor", v1::CODE_WRONG_KIND,
                             {{"field", field}, {"value", Factor("f-a")}, {"expected", takes}},
                             [kind](Inventory& i) { Row(i).set_kind(kind); }));
  }
  rows.push_back(Reckoning("combustion factor as upstream", v1::CODE_WRONG_KIND,
                           {{"field", FactorField("a", "upstream")},
                            {"value", Factor("f-a")},
                            {"expected", "FACTOR_KIND_UPSTREAM_CO2E"}},
                           [](Inventory& i) {
                             SetFuel(i);
                             FirstLine(i).set_upstream(
                                 i.Factor("f-a", v1::FACTOR_KIND_COMBUSTION_CO2, "1", "kgCO2/L"));
                           }));
  rows.push_back(
      Reckoning("value not known", v1::CODE_FACTOR_VALUE_UNKNOWN,
                {{"field", field},
                 {"value", Factor("f-a")},
                 {"reason", "UNKNOWN_NOT_READ"},
                 {"source", "Table 1"}},
                [](Inventory& i) { Row(i).mutable_value()->set_unknown(v1::UNKNOWN_NOT_READ); }));
  rows.push_back(
      Reckoning("end of life at the gate", v1::CODE_FACTOR_BEYOND_GATE,
                {{"field", field},
                 {"value", Factor("f-a")},
                 {"boundary", "FOOTPRINT_BOUNDARY_CRADLE_TO_GATE"}},
                [](Inventory& i) { Row(i).set_boundary(v1::FACTOR_BOUNDARY_CRADLE_TO_GRAVE); }));
  rows.push_back(Reckoning("upstream counted twice", v1::CODE_INVENTORY_FIELD_UNEXPECTED,
                           {{"field", FactorField("a", "upstream")},
                            {"other", Factor("f-a")},
                            {"value", "FACTOR_KIND_LIFECYCLE_CO2E"}},
                           [](Inventory& i) { FirstLine(i).set_upstream(Factor("up")); }));
  rows.push_back(Reckoning("upstream not stated", v1::CODE_UPSTREAM_NOT_STATED,
                           {{"field", FactorField("a", "upstream")},
                            {"value", Factor("f-a")},
                            {"kind", "FACTOR_KIND_COMBUSTION_CO2"}},
                           SetFuel));
  rows.push_back(Reckoning("kilograms of fertiliser times a factor of nitrogen",
                           v1::CODE_UNIT_MISMATCH,
                           {{"field", FactorField("a", "amount.unit")},
                            {"unit", "kg"},
                            {"value", Factor("f-a")},
                            {"factor_unit", "kgCO2e/kg N"},
                            {"expected", "kg N"}},
                           [](Inventory& i) { Row(i).set_unit("kgCO2e/kg N"); }));
  rows.push_back(Reckoning(
      "CO2 alone for a whole life", v1::CODE_FACTOR_UNIT_UNSUITABLE,
      {{"field", field}, {"value", Factor("f-a")}, {"unit", "kgCO2/kg"}, {"expected", "kgCO2e/kg"}},
      [](Inventory& i) { Row(i).set_unit("kgCO2/kg"); }));
  rows.push_back(Reckoning("litres times a factor of kilograms", v1::CODE_UPSTREAM_UNIT_MISMATCH,
                           {{"field", FactorField("a", "upstream")},
                            {"value", Factor("up")},
                            {"factor_unit", "kgCO2e/kg"},
                            {"unit", "L"},
                            {"expected", "kg/L"}},
                           [](Inventory& i) {
                             SetFuel(i);
                             FirstLine(i).set_upstream(
                                 i.Factor("up", v1::FACTOR_KIND_UPSTREAM_CO2E, "1", "kgCO2e/kg"));
                           }));
  rows.push_back(Reckoning("range of a split zero", v1::CODE_RANGE_OF_ZERO,
                           {{"field", field}, {"value", Factor("f-a")}}, [](Inventory& i) {
                             Row(i).mutable_value()->set_decimal("0");
                             i.SetRange(Factor("f-a"), "0", "1");
                             Row(i).add_parts()->set_gas(v1::GAS_CO2);
                             Row(i).mutable_parts(0)->set_value("0");
                           }));
  rows.push_back(Reckoning(
      "gas without warming potential", v1::CODE_GWP_UNKNOWN,
      {{"field", "lines[a]"}, {"value", "GAS_SF6"}, {"gwp_set", "gwpSets/ar6"}}, [](Inventory& i) {
        Row(i).add_parts()->set_gas(v1::GAS_SF6);
        Row(i).mutable_parts(0)->set_value("1");
      }));
  rows.push_back(Reckoning("cell out of range", v1::CODE_FOOTPRINT_OVERFLOW,
                           {{"field", "lines[a]"}}, [](Inventory& i) {
                             const std::string most(29, '9');
                             *FirstLine(i).mutable_amount() = AmountOf(most, "kg");
                             Row(i).mutable_value()->set_decimal(most);
                           }));
  rows.push_back(Reckoning(
      "sum out of range", v1::CODE_FOOTPRINT_OVERFLOW, {{"field", "result"}}, [](Inventory& i) {
        *FirstLine(i).mutable_amount() = AmountOf("9" + std::string(28, '0'), "t");
        Row(i).mutable_value()->set_decimal("0.1");
        i.lines.push_back(i.lines[0]);
      }));
}

v1::RiceCh4& SetRice(Inventory& i, std::string exponent) {
  auto& rice = *i.lines[0].mutable_rice_ch4();
  *rice.mutable_area() = AmountOf("1", "ha");
  rice.set_days("100");
  rice.set_efc(i.Factor("efc", kModel, "1", "kgCH4/ha/d"));
  rice.set_sfw(i.Factor("sfw", kModel, "1", "1"));
  rice.set_sfp(i.Factor("sfp", kModel, "1", "1"));
  rice.set_exponent(i.Factor("exponent", kModel, std::move(exponent), "1"));
  auto& straw = *rice.add_amendments();
  straw.set_tonnes_per_ha("4");
  straw.set_cfoa(i.Factor("straw", kModel, "0.19", "1"));
  return rice;
}

void AddModelReckoningRefusals(Rows& rows) {
  rows.push_back(Reckoning("life-cycle factor in a model", v1::CODE_WRONG_KIND,
                           {{"field", "lines[a].carbon_applied.factor"},
                            {"value", Factor("f-a")},
                            {"expected", "FACTOR_KIND_GAS_MODEL"}},
                           [](Inventory& i) {
                             auto& applied = *i.lines[0].mutable_carbon_applied();
                             *applied.mutable_mass() = AmountOf("1", "kg");
                             applied.set_factor(Factor("f-a"));
                           }));
  rows.push_back(Reckoning("parameter in another unit", v1::CODE_FACTOR_UNIT_UNSUITABLE,
                           {{"field", "lines[a].carbon_applied.factor"},
                            {"value", Factor("urea")},
                            {"unit", "kgCO2/kg"},
                            {"expected", "tC/t"}},
                           [](Inventory& i) {
                             auto& applied = *i.lines[0].mutable_carbon_applied();
                             *applied.mutable_mass() = AmountOf("1", "kg");
                             applied.set_factor(i.Factor("urea", kModel, "0.73", "kgCO2/kg"));
                           }));
  rows.push_back(Reckoning("bracket of ten places", v1::CODE_POWER_INEXACT,
                           {{"field", "lines[a].rice_ch4.amendments"}}, [](Inventory& i) {
                             SetRice(i, "0.59").mutable_amendments(0)->set_tonnes_per_ha(
                                 "0.00000001");
                           }));
  for (const auto* exponent : {"0", "0.595", "1.01"}) {
    rows.push_back(Reckoning(std::string("exponent ") + exponent, v1::CODE_EXPONENT_UNUSABLE,
                             {{"field", "lines[a].rice_ch4.exponent"},
                              {"value", Factor("exponent")},
                              {"exponent", exponent}},
                             [exponent](Inventory& i) { SetRice(i, exponent); }));
  }
}

void AddUpstreamRefusals(Rows& rows) {
  const auto name_it = [](Inventory& i) -> UpstreamValue& {
    auto& upstream = *i.lines[0].mutable_upstream_footprint();
    upstream.set_footprint(kFootprint);
    *upstream.mutable_amount() = AmountOf("1", "kg");
    auto& value = i.upstream[kFootprint];
    value.boundary = v1::FOOTPRINT_BOUNDARY_CRADLE_TO_GATE;
    value.result.set_depth(1);
    return value;
  };
  const std::string field = "lines[a].upstream_footprint.footprint";
  rows.push_back(Reckoning("footprint not there", v1::CODE_NOT_FOUND,
                           {{"field", field}, {"value", kFootprint}}, [name_it](Inventory& i) {
                             name_it(i);
                             i.upstream.clear();
                           }));
  rows.push_back(Reckoning("footprint with its delivery", v1::CODE_UPSTREAM_BEYOND_GATE,
                           {{"field", field},
                            {"value", kFootprint},
                            {"boundary", "FOOTPRINT_BOUNDARY_CRADLE_TO_DELIVERY"}},
                           [name_it](Inventory& i) {
                             name_it(i).boundary = v1::FOOTPRINT_BOUNDARY_CRADLE_TO_DELIVERY;
                           }));
  rows.push_back(
      Reckoning("chain of five", v1::CODE_UPSTREAM_TOO_DEEP,
                {{"field", field}, {"value", kFootprint}, {"depth", "4"}, {"limit", "4"}},
                [name_it](Inventory& i) { name_it(i).result.set_depth(4); }));
}

}  // namespace

std::vector<RefusalCase> FootprintReckonRefusals() {
  Rows rows = InventoryShapeRefusals();
  AddInventoryRefusals(rows);
  AddFactorRefusals(rows);
  AddModelReckoningRefusals(rows);
  AddUpstreamRefusals(rows);
  return rows;
}

}  // namespace tanji::ledger::testing
