// Every way in which the header or a line of an inventory is refused by its shape.
#include "ledger/modules/footprints/reckon/check.h"
#include "tests/ledger/modules/footprints/reckon/inputs.h"
#include "tests/ledger/modules/refusals.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {
namespace {

using Header = v1::InventoryHeader;
using Line = v1::InventoryLine;
using Rows = std::vector<RefusalCase>;
constexpr const char* kFootprint = "footprints/00000000-0000-8000-8000-000000000001";

std::string Factor(std::string_view code) {
  return "datasets/d/factors/" + std::string(code);
}

Outcome CheckHeader(const Header& header, const Flags&) {
  return CheckInventoryHeader(header, "header");
}
Outcome CheckLine(const Line& line, const Flags&) {
  return CheckInventoryLine(line, "lines[0]");
}

Line BareLine(v1::Stage stage = v1::STAGE_CULTIVATION) {
  auto inventory = EmptyInventory();
  return inventory.Add("a", stage);
}
Line FactorLineOf() {
  auto inventory = EmptyInventory();
  inventory.AddFactorLine("a", v1::STAGE_CULTIVATION, "1", "kg", "1");
  return inventory.lines[0];
}

void AddHeaderRefusals(Rows& rows) {
  const auto out_of_range = v1::CODE_FIELD_OUT_OF_RANGE;
  AddAlterations<Header>(
      EmptyInventory().header, CheckHeader,
      {
          {"product of no participant",
           [](Header& h) { h.set_product("products/mango"); },
           v1::CODE_NAME_MALFORMED,
           {{"field", "header.product"},
            {"value", "products/mango"},
            {"expected", "participants/ID/products/ID"}}},
          {"facilities twice",
           [](Header& h) { h.add_facilities(h.facilities(0)); },
           v1::CODE_LIST_NOT_ASCENDING,
           {{"field", "header.facilities[1]"},
            {"value", "participants/farm/facilities/orchard-1"}}},
          {"more than ten years",
           [](Header& h) { h.set_last_day("2035-01-01"); },
           out_of_range,
           {{"field", "header.last_day"},
            {"value", "2035-01-01"},
            {"lowest", "2025-01-01"},
            {"highest", "2034-12-31"}}},
          {"of another age",
           [](Header& h) { h.set_first_day("1025-01-01"); },
           out_of_range,
           {{"field", "header.first_day"},
            {"value", "1025"},
            {"lowest", "1900"},
            {"highest", "2200"}}},
          {"functional unit at the gate",
           [](Header& h) { *h.mutable_functional_unit() = Text("x", "x"); },
           v1::CODE_INVENTORY_FIELD_UNEXPECTED,
           {{"field", "header.functional_unit"},
            {"other", "header.boundary"},
            {"value", "FOOTPRINT_BOUNDARY_CRADLE_TO_GATE"}}},
          {"no functional unit to the grave",
           [](Header& h) { h.set_boundary(v1::FOOTPRINT_BOUNDARY_CRADLE_TO_GRAVE); },
           v1::CODE_FIELD_MISSING,
           {{"field", "header.functional_unit"}}},
          {"output in hectares",
           [](Header& h) { h.mutable_outputs(0)->mutable_mass()->set_unit("ha"); },
           v1::CODE_AMOUNT_UNIT_UNSUITABLE,
           {{"field", "header.outputs[0].mass.unit"}, {"value", "ha"}, {"expected", "kg, t, jin"}}},
          {"output of nothing",
           [](Header& h) { h.mutable_outputs(0)->mutable_mass()->set_decimal("0"); },
           out_of_range,
           {{"field", "header.outputs[0].mass.decimal"},
            {"value", "0"},
            {"lowest", "0.000000001"},
            {"highest", "99999999999999999999999999999.999999999"}}},
          {"moisture neither known nor unknown",
           [](Header& h) { h.mutable_outputs(0)->clear_moisture_known(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "header.outputs[0].moisture"}}},
          {"one output shared by mass",
           [](Header& h) { h.set_allocation(v1::ALLOCATION_RULE_MASS); },
           v1::CODE_ALLOCATION_OUTPUTS,
           {{"field", "header.allocation"}, {"value", "ALLOCATION_RULE_MASS"}, {"count", "1"}}},
          {"key without use",
           [](Header& h) { h.mutable_outputs(0)->set_key("1"); },
           v1::CODE_INVENTORY_FIELD_UNEXPECTED,
           {{"field", "header.outputs[0].key"},
            {"other", "allocation"},
            {"value", "ALLOCATION_RULE_NONE"}}},
          {"prices in two currencies",
           [](Header& h) {
             h.set_allocation(v1::ALLOCATION_RULE_ECONOMIC);
             *h.mutable_outputs(0) = OutputOf("1", "kg", "2", "CNY/kg");
             *h.add_outputs() = OutputOf("1", "kg", "2", "EUR/kg");
           },
           v1::CODE_KEY_UNIT_MALFORMED,
           {{"field", "header.outputs[1].key_unit"}, {"value", "EUR/kg"}, {"expected", "CNY/kg"}}},
          {"prices without source",
           [](Header& h) {
             h.set_allocation(v1::ALLOCATION_RULE_ECONOMIC);
             *h.mutable_outputs(0) = OutputOf("1", "kg", "2", "CNY/kg");
             *h.add_outputs() = OutputOf("1", "kg", "2", "CNY/kg");
           },
           v1::CODE_FIELD_MISSING,
           {{"field", "header.allocation_source"}}},
          {"cut off without saying what",
           [](Header& h) { h.set_cut_off_share(5); },
           v1::CODE_FIELD_MISSING,
           {{"field", "header.cut_off"}}},
          {"land-use change not read",
           [](Header& h) { h.set_land_use_change_unknown(v1::UNKNOWN_NOT_READ); },
           v1::CODE_WRONG_KIND,
           {{"field", "header.land_use_change_unknown"},
            {"value", "UNKNOWN_NOT_READ"},
            {"expected", "UNKNOWN_NOT_ASSESSED, UNKNOWN_NOT_APPLICABLE"}}},
          {"more harvests than bearing years",
           [](Header& h) {
             h.mutable_perennial()->set_bearing_years(2);
             h.mutable_perennial()->set_harvests(3);
           },
           out_of_range,
           {{"field", "header.perennial.harvests"},
            {"value", "3"},
            {"lowest", "1"},
            {"highest", "2"}}},
          {"valid after the harvest that it covers",
           [](Header& h) { h.set_valid_until_day("2026-01-01"); },
           v1::CODE_INVENTORY_FIELD_UNEXPECTED,
           {{"field", "header.valid_until_day"},
            {"other", "header.coverage"},
            {"value", "FOOTPRINT_COVERAGE_EX_POST"}}},
          {"lots of the future",
           [](Header& h) {
             h.set_coverage(v1::FOOTPRINT_COVERAGE_FORWARD);
             h.add_lots("participants/farm/lots/l1");
           },
           v1::CODE_INVENTORY_FIELD_UNEXPECTED,
           {{"field", "header.lots"},
            {"other", "header.coverage"},
            {"value", "FOOTPRINT_COVERAGE_FORWARD"}}},
          {"valid for more than three years",
           [](Header& h) {
             h.set_coverage(v1::FOOTPRINT_COVERAGE_FORWARD);
             h.set_valid_until_day("2029-01-01");
           },
           out_of_range,
           {{"field", "header.valid_until_day"},
            {"value", "2029-01-01"},
            {"lowest", "2026-01-01"},
            {"highest", "2028-12-31"}}},
          {"one predecessor twice",
           [](Header& h) {
             for (int i = 0; i < 2; ++i) {
               auto& predecessor = *h.add_predecessors();
               predecessor.set_footprint(kFootprint);
               predecessor.set_reason(v1::SUCCESSION_REASON_NEW_PERIOD);
             }
           },
           v1::CODE_LIST_NOT_ASCENDING,
           {{"field", "header.predecessors[1]"}, {"value", kFootprint}}},
      },
      rows);
}

void AddLineRefusals(Rows& rows) {
  AddAlterations<Line>(
      FactorLineOf(), CheckLine,
      {
          {"id in capitals",
           [](Line& l) { l.set_id("A"); },
           v1::CODE_ID_MALFORMED,
           {{"field", "lines[0].id"}, {"value", "A"}}},
          {"nothing in it",
           [](Line& l) { l.clear_factor(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "lines[0].what"}}},
          {"negative amount",
           [](Line& l) { l.mutable_factor()->mutable_amount()->set_decimal("-1"); },
           v1::CODE_FIELD_OUT_OF_RANGE,
           {{"field", "lines[0].factor.amount.decimal"},
            {"value", "-1"},
            {"lowest", "0"},
            {"highest", "99999999999999999999999999999.999999999"}}},
          {"amount outside its range",
           [](Line& l) {
             l.mutable_factor()->mutable_amount_range()->set_low("2");
             l.mutable_factor()->mutable_amount_range()->set_high("3");
           },
           v1::CODE_FIELD_OUT_OF_RANGE,
           {{"field", "lines[0].factor.amount_range.low"},
            {"value", "2"},
            {"lowest", "0"},
            {"highest", "1"}}},
          {"factor of no dataset",
           [](Line& l) { l.mutable_factor()->set_factor("factors/urea"); },
           v1::CODE_NAME_MALFORMED,
           {{"field", "lines[0].factor.factor"},
            {"value", "factors/urea"},
            {"expected", "datasets/ID/factors/CODE"}}},
          {"upstream not published",
           [](Line& l) { l.mutable_factor()->set_upstream_unknown(v1::UNKNOWN_NOT_PUBLISHED); },
           v1::CODE_WRONG_KIND,
           {{"field", "lines[0].factor.upstream_unknown"},
            {"value", "UNKNOWN_NOT_PUBLISHED"},
            {"expected", "UNKNOWN_NOT_ASSESSED"}}},
          {"conversion for nothing",
           [](Line& l) { l.mutable_factor()->set_conversion(Factor("density")); },
           v1::CODE_FIELD_MISSING,
           {{"field", "lines[0].factor.upstream"}}},
          {"quality of zero",
           [](Line& l) { l.mutable_quality()->set_technological(1); },
           v1::CODE_FIELD_OUT_OF_RANGE,
           {{"field", "lines[0].quality.geographical"},
            {"value", "0"},
            {"lowest", "1"},
            {"highest", "5"}}},
          {"no source",
           [](Line& l) { l.clear_source(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "lines[0].source"}}},
      },
      rows);
}

Line SoilLine() {
  auto line = BareLine();
  auto& soil = *line.mutable_soil_n2o();
  soil.set_ef4(Factor("ef4"));
  soil.set_frac_leach(Factor("leach"));
  soil.set_ef5(Factor("ef5"));
  auto& input = *soil.add_inputs();
  *input.mutable_text() = Text("尿素", "urea");
  *input.mutable_applied() = AmountOf("1", "kg N");
  input.set_ef1(Factor("ef1"));
  input.set_frac_gas(Factor("gas"));
  return line;
}

void AddModelRefusals(Rows& rows) {
  AddAlterations<Line>(
      SoilLine(), CheckLine,
      {
          {"kilograms of fertiliser for kilograms of nitrogen",
           [](Line& l) {
             l.mutable_soil_n2o()->mutable_inputs(0)->mutable_applied()->set_unit("kg");
           },
           v1::CODE_AMOUNT_UNIT_UNSUITABLE,
           {{"field", "lines[0].soil_n2o.inputs[0].applied.unit"},
            {"value", "kg"},
            {"expected", "kg N"}}},
          {"soil in packing",
           [](Line& l) { l.set_stage(v1::STAGE_PACKING); },
           v1::CODE_STAGE_NOT_ALLOWED,
           {{"field", "lines[0].stage"},
            {"value", "STAGE_PACKING"},
            {"other", "lines[0]"},
            {"rule", "soil_n2o"}}},
          {"residues that volatilise",
           [](Line& l) {
             auto& residue = *l.mutable_soil_n2o()->mutable_inputs(0)->mutable_residue();
             *residue.mutable_yield() = AmountOf("1", "t");
             residue.set_dry(Factor("dry"));
             residue.set_rag(Factor("rag"));
             residue.set_nag(Factor("nag"));
             residue.set_returned_share(1);
           },
           v1::CODE_INVENTORY_FIELD_UNEXPECTED,
           {{"field", "lines[0].soil_n2o.inputs[0].frac_gas"},
            {"other", "lines[0].soil_n2o.inputs[0]"},
            {"value", "residue"}}},
          {"nine factors",
           [](Line& l) {
             auto& soil = *l.mutable_soil_n2o();
             for (const auto* code : {"a", "b", "c", "d"}) {
               *soil.add_inputs() = soil.inputs(0);
               soil.mutable_inputs(soil.inputs_size() - 1)->set_ef1(Factor(code));
             }
           },
           v1::CODE_TOO_MANY_LINE_FACTORS,
           {{"field", "lines[0]"}, {"value", "9"}, {"limit", "8"}}},
      },
      rows);
  rows.push_back(
      {"a gain of carbon",
       v1::CODE_CARBON_GAIN,
       {{"field", "lines[0].land_use_change.carbon_after"}, {"value", "31"}, {"limit", "30"}},
       [] {
         auto line = BareLine();
         auto& land = *line.mutable_land_use_change();
         *land.mutable_area() = AmountOf("1", "ha");
         land.set_carbon_before("30");
         land.set_carbon_after("31");
         return CheckLine(line, Flags());
       }});
  rows.push_back({"an exponent of nothing",
                  v1::CODE_FIELD_MISSING,
                  {{"field", "lines[0].rice_ch4.amendments"}},
                  [] {
                    auto line = BareLine();
                    auto& rice = *line.mutable_rice_ch4();
                    *rice.mutable_area() = AmountOf("1", "ha");
                    rice.set_days("1");
                    rice.set_efc(Factor("efc"));
                    rice.set_sfw(Factor("sfw"));
                    rice.set_sfp(Factor("sfp"));
                    rice.set_exponent(Factor("exponent"));
                    return CheckLine(line, Flags());
                  }});
  rows.push_back(
      {"packaging that is reported apart",
       v1::CODE_INVENTORY_FIELD_UNEXPECTED,
       {{"field", "lines[0].of_which"}, {"other", "lines[0]"}, {"value", "reported_apart"}},
       [] {
         auto line = BareLine();
         line.mutable_reported_apart()->set_kind(v1::APART_KIND_REMOVAL_SOIL);
         *line.mutable_reported_apart()->mutable_amount() = AmountOf("1", "kgCO2");
         line.set_of_which(v1::OF_WHICH_PACKAGING);
         return CheckLine(line, Flags());
       }});
}

}  // namespace

std::vector<RefusalCase> InventoryShapeRefusals() {
  Rows rows;
  AddHeaderRefusals(rows);
  AddLineRefusals(rows);
  AddModelRefusals(rows);
  return rows;
}

}  // namespace tanji::ledger::testing
