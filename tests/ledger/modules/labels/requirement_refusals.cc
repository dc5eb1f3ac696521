// Every requirement of a version that a footprint or a lot may miss.
#include "ledger/modules/labels/conformity.h"
#include "ledger/modules/labels/rules.h"
#include "tests/ledger/modules/labels/cases.h"
#include "tests/ledger/modules/labels/conforming.h"

namespace tanji::ledger::testing {
namespace {

using Cases = std::vector<RefusalCase>;
constexpr char kFootprint[] = "footprints/00000000-0000-8000-8000-000000000001";

Detail Missed(const std::string& field, const std::string& value, const std::string& expected,
              const std::string& object = kFootprint) {
  return {{"field", field}, {"value", value}, {"expected", expected}, {"object", object}};
}

// What conforms to the pilot, but for this.
RefusalCase Miss(std::string name, const std::string& field, const std::string& value,
                 const std::string& expected, std::function<void(Conforming&)> alter) {
  return {"requirements: " + std::move(name), v1::CODE_REQUIREMENT_NOT_MET,
          Missed(field, value, expected), [alter = std::move(alter)] {
            Conforming c;
            alter(c);
            return c.Judged(kFootprint);
          }};
}

void AddInventories(Cases& rows) {
  rows.push_back(Miss("another boundary", "boundary", "FOOTPRINT_BOUNDARY_CRADLE_TO_GRAVE",
                      "FOOTPRINT_BOUNDARY_CRADLE_TO_GATE", [](Conforming& c) {
                        c.header().set_boundary(v1::FOOTPRINT_BOUNDARY_CRADLE_TO_GRAVE);
                      }));
  rows.push_back(Miss("a stage left out", "stages", "STAGE_RAW_MATERIALS", "STAGE_CULTIVATION",
                      [](Conforming& c) { c.result().mutable_stages()->RemoveLast(); }));
  rows.push_back(Miss("another allocation", "allocations", "ALLOCATION_RULE_ECONOMIC",
                      "ALLOCATION_RULE_NONE, ALLOCATION_RULE_MASS", [](Conforming& c) {
                        c.header().set_allocation(v1::ALLOCATION_RULE_ECONOMIC);
                      }));
  const auto rules = [](Conforming& c) {
    auto& names = *c.requirements.mutable_category_rules()->mutable_names();
    names.add_names("PCR 2020:07");
    names.add_names("T/X 1");
  };
  rows.push_back(
      Miss("other category rules", "category_rules", "none", "PCR 2020:07, T/X 1", rules));
  rows.push_back(Miss("no category rules", "category_rules", "UNKNOWN_NOT_APPLICABLE",
                      "PCR 2020:07, T/X 1", [rules](Conforming& c) {
                        rules(c);
                        c.header().mutable_category_rules()->set_unknown(
                            v1::UNKNOWN_NOT_APPLICABLE);
                      }));
  rows.push_back(Miss("too much cut off", "cut_off_cap", "501", "500",
                      [](Conforming& c) { c.header().set_cut_off_share(501); }));
  rows.push_back(Miss("an approach to the end of life", "end_of_life", "UNKNOWN_NOT_ASSESSED",
                      "END_OF_LIFE_APPROACH_CUT_OFF", [](Conforming& c) {
                        c.requirements.set_end_of_life(v1::END_OF_LIFE_APPROACH_CUT_OFF);
                      }));
  rows.push_back(Miss("land-use change not assessed", "land_use_change", "UNKNOWN_NOT_ASSESSED",
                      "LAND_USE_CHANGE_TREATMENT_ASSESSED", [](Conforming& c) {
                        c.requirements.set_land_use_change(v1::LAND_USE_CHANGE_TREATMENT_ASSESSED);
                      }));
  rows.push_back(Miss("establishment not assessed", "establishment", "UNKNOWN_NOT_ASSESSED",
                      "ESTABLISHMENT_TREATMENT_ASSESSED", [](Conforming& c) {
                        c.requirements.set_establishment(v1::ESTABLISHMENT_TREATMENT_ASSESSED);
                        c.Perennial(3);
                      }));
  rows.push_back(Miss("too few harvests", "harvests", "2", "3", [](Conforming& c) {
    c.requirements.set_harvests(3);
    c.Perennial(2);
  }));
}

void AddData(Cases& rows) {
  rows.push_back(
      Miss("another GWP set upstream", "gwp_set", "gwpSets/sar", "gwpSets/ar6", [](Conforming& c) {
        c.standing.gwp_sets.push_back({"gwpSets/sar", {}});
      }));
  rows.push_back(Miss("a dataset that is not accepted", "factor_datasets", "datasets/power",
                      "datasets/a, datasets/b", [](Conforming& c) {
                        auto& names = *c.requirements.mutable_factor_datasets()->mutable_names();
                        names.add_names("datasets/a");
                        names.add_names("datasets/b");
                      }));
  rows.push_back(Miss("technology too unlike", "technological_quality", "3.51", "3.5",
                      [](Conforming& c) { c.result().set_technological_quality("3.51"); }));
  rows.push_back(Miss("technology not rated", "technological_quality", "UNKNOWN_NOT_ASSESSED",
                      "3.5", [](Conforming& c) { c.result().clear_technological_quality(); }));
  rows.push_back(Miss("places too unlike", "geographical_quality", "2", "1.99", [](Conforming& c) {
    c.requirements.mutable_geographical_quality()->set_decimal("1.99");
  }));
  rows.push_back(Miss("years too unlike", "temporal_quality", "2", "1.5", [](Conforming& c) {
    c.requirements.mutable_temporal_quality()->set_decimal("1.5");
  }));
  rows.push_back(Miss("too little primary activity", "minimum_primary_share", "4999", "5000",
                      [](Conforming& c) { c.result().set_primary_activity_share(4999); }));
  rows.push_back(
      Miss("too few primary factors", "minimum_primary_share", "0", "5000", [](Conforming& c) {
        c.requirements.set_primary_share_formula(v1::PRIMARY_SHARE_FORMULA_ACTIVITY_AND_FACTOR);
      }));
  rows.push_back(Miss("too little assurance", "minimum_assurance", "ASSURANCE_LEVEL_LIMITED",
                      "ASSURANCE_LEVEL_REASONABLE", [](Conforming& c) {
                        c.requirements.set_minimum_assurance(v1::ASSURANCE_LEVEL_REASONABLE);
                      }));
}

void AddOthers(Cases& rows) {
  rows.push_back(
      {"requirements: another custody", v1::CODE_REQUIREMENT_NOT_MET,
       Missed("custody", "CUSTODY_MODEL_MASS_BALANCE",
              "CUSTODY_MODEL_IDENTITY_PRESERVED, CUSTODY_MODEL_SEGREGATED", LotName("h26")),
       [] {
         return RequireCustody(PilotRequirements(), LotName("h26"), v1::CUSTODY_MODEL_MASS_BALANCE);
       }});
  rows.push_back({"requirements: another unit", v1::CODE_REQUIREMENT_NOT_MET,
                  Missed("unit", "kgCO2e/kg", "kgCO2e/ha"), [] {
                    Conforming c;
                    c.requirements.set_unit("kgCO2e/ha");
                    v1::Certificate certificate;
                    certificate.set_footprint(kFootprint);
                    return JudgeYears(
                        {std::string(kFirstVersion), c.requirements, {MangoCriteria()}},
                        "CPC:01316", c.header(), c.result(), certificate);
                  }});
  // The operations ask for them.
  Certification known;
  const auto bare = [](Certification& c) {
    const auto name = c.Declared(ForwardHeader(), {PowerLine("power", "100")});
    auto message = c.Message();
    message.set_statement(c.Stated(name));
    return std::pair(name, message);
  };
  rows.push_back(
      CaseOf("a certificate on a footprint without materials", v1::CODE_REQUIREMENT_NOT_MET,
             Missed("stages", "STAGE_CULTIVATION", "STAGE_RAW_MATERIALS", bare(known).first),
             [bare](Certification& c) { return c.Certify(bare(c).second); }));
  rows.push_back(
      CaseOf("a label on a lot of mass balance", v1::CODE_REQUIREMENT_NOT_MET,
             Missed("custody", "CUSTODY_MODEL_MASS_BALANCE",
                    "CUSTODY_MODEL_IDENTITY_PRESERVED, CUSTODY_MODEL_SEGREGATED", LotName("mixed")),
             [](Certification& c) {
               c.Do(Derived("mixed", {{"h26", "100"}}, "100"));
               return c.Label(Release(c.Certified(), "mixed", "10"));
             }));
}

}  // namespace

std::vector<RefusalCase> RequirementRefusals() {
  Cases rows;
  AddInventories(rows);
  AddData(rows);
  AddOthers(rows);
  return rows;
}

}  // namespace tanji::ledger::testing
