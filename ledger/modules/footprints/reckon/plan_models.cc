// The farm models of the IPCC 2019 Refinement, Vol. 4. Masses of elements become masses of gas by
// 44/28 (N2O-N) and 44/12 (C).
#include "ledger/base/date.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/footprints/reckon/land_use_change.h"
#include "ledger/modules/footprints/reckon/planner.h"

namespace tanji::ledger {
namespace {

constexpr std::int64_t kWholeShare10000 = 10'000;
constexpr std::int64_t kSquareMetresPerHectare = 10'000;
constexpr std::int64_t kKilogramsPerTonne = 1'000;

Rational N2oPerNitrogen() {
  return Rational(44, 28);
}
Rational Co2PerCarbon() {
  return Rational(44, 12);
}

Term Constant(Rational value) {
  return {std::move(value), {}};
}

Term Times(const Term& a, const Term& b) {
  Term out = a;
  out.constant *= b.constant;
  out.ranged.insert(out.ranged.end(), b.ranged.begin(), b.ranged.end());
  return out;
}

}  // namespace

// kg N of one input: as applied, or in the residues that are returned.
Outcome Planner::Nitrogen(const v1::NitrogenInput& input, const std::string& field, Term& out) {
  if (input.has_applied()) {
    out = Constant(InBaseUnits(input.applied()));
    return Outcome::Ok();
  }
  const auto& residue = input.residue();
  const auto inner = Path(field, "residue");
  out =
      Constant(InBaseUnits(residue.yield()) * Rational(residue.returned_share(), kWholeShare10000));
  TANJI_RETURN_IF_REFUSED(book_.Multiply(out, residue.dry(), Path(inner, "dry"), "kg/kg"));
  TANJI_RETURN_IF_REFUSED(book_.Multiply(out, residue.rag(), Path(inner, "rag"), "kg/kg"));
  return book_.Multiply(out, residue.nag(), Path(inner, "nag"), "kg N/kg dm");
}

// Ch. 11, eq. 11.1, 11.9 and 11.10.
Outcome Planner::Add(const v1::SoilN2o& model, const std::string& field) {
  Term per_volatilised = Constant(N2oPerNitrogen()), per_applied = per_volatilised;
  TANJI_RETURN_IF_REFUSED(
      book_.Multiply(per_volatilised, model.ef4(), Path(field, "ef4"), "kgN2O-N/kg N volatilised"));
  TANJI_RETURN_IF_REFUSED(
      book_.Multiply(per_applied, model.frac_leach(), Path(field, "frac_leach"), "kg/kg"));
  TANJI_RETURN_IF_REFUSED(
      book_.Multiply(per_applied, model.ef5(), Path(field, "ef5"), "kgN2O-N/kg N leached"));

  std::vector<Term> direct, volatilised, leached;
  for (int i = 0; i < model.inputs_size(); ++i) {
    const auto& input = model.inputs(i);
    const auto item = Item(Path(field, "inputs"), i);
    Term nitrogen;
    TANJI_RETURN_IF_REFUSED(Nitrogen(input, item, nitrogen));
    Term from_input = Times(nitrogen, Constant(N2oPerNitrogen()));
    TANJI_RETURN_IF_REFUSED(
        book_.Multiply(from_input, input.ef1(), Path(item, "ef1"), "kgN2O-N/kg N"));
    direct.push_back(std::move(from_input));
    if (!input.frac_gas().empty()) {
      Term from_air = Times(nitrogen, per_volatilised);
      TANJI_RETURN_IF_REFUSED(
          book_.Multiply(from_air, input.frac_gas(), Path(item, "frac_gas"), "kg/kg"));
      volatilised.push_back(std::move(from_air));
    }
    leached.push_back(Times(nitrogen, per_applied));
  }
  const auto pact = v1::PACT_COMPONENT_LAND_MANAGEMENT_FOSSIL;
  TANJI_RETURN_IF_REFUSED(AddCell(v1::CELL_COMPONENT_DIRECT, v1::GAS_N2O, pact, std::move(direct)));
  TANJI_RETURN_IF_REFUSED(
      AddCell(v1::CELL_COMPONENT_VOLATILISED, v1::GAS_N2O, pact, std::move(volatilised)));
  return AddCell(v1::CELL_COMPONENT_LEACHED, v1::GAS_N2O, pact, std::move(leached));
}

// Ch. 5, eq. 5.3.
Outcome Planner::AddPower(const v1::RiceCh4& model, const std::string& field) {
  PlannedPower power;
  power.field = field;
  power.exponent_factor = model.exponent();
  for (int i = 0; i < model.amendments_size(); ++i) {
    const auto& amendment = model.amendments(i);
    Term term = Constant(NumberOf(amendment.tonnes_per_ha()));
    TANJI_RETURN_IF_REFUSED(book_.Multiply(term, amendment.cfoa(),
                                           Path(Item(Path(field, "amendments"), i), "cfoa"), "1"));
    power.terms.push_back(std::move(term));
  }
  TANJI_RETURN_IF_REFUSED(
      book_.Multiply(power.exponent, model.exponent(), Path(field, "exponent"), "1"));
  plan_.powers.push_back(std::move(power));
  return Outcome::Ok();
}

// Ch. 5, eq. 5.1 and 5.2.
Outcome Planner::Add(const v1::RiceCh4& model, const std::string& field) {
  Term ch4 = Constant(InBaseUnits(model.area()) * Rational(1, kSquareMetresPerHectare) *
                      NumberOf(model.days()));
  TANJI_RETURN_IF_REFUSED(book_.Multiply(ch4, model.efc(), Path(field, "efc"), "kgCH4/ha/d"));
  TANJI_RETURN_IF_REFUSED(book_.Multiply(ch4, model.sfw(), Path(field, "sfw"), "1"));
  TANJI_RETURN_IF_REFUSED(book_.Multiply(ch4, model.sfp(), Path(field, "sfp"), "1"));
  const bool amended = model.amendments_size() > 0;
  if (amended) TANJI_RETURN_IF_REFUSED(AddPower(model, field));
  TANJI_RETURN_IF_REFUSED(AddCell(v1::CELL_COMPONENT_DIRECT, v1::GAS_CH4_NON_FOSSIL,
                                  v1::PACT_COMPONENT_BIOGENIC_NON_CO2, {std::move(ch4)}));
  if (amended && counts_) plan_.cells.back().power = plan_.powers.size() - 1;
  return Outcome::Ok();
}

// Ch. 11, eq. 11.12 and 11.13.
Outcome Planner::Add(const v1::CarbonApplied& model, const std::string& field) {
  Term co2 = Constant(InBaseUnits(model.mass()) * Co2PerCarbon());
  TANJI_RETURN_IF_REFUSED(book_.Multiply(co2, model.factor(), Path(field, "factor"), "tC/t"));
  return AddCell(v1::CELL_COMPONENT_DIRECT, v1::GAS_CO2, v1::PACT_COMPONENT_LAND_MANAGEMENT_FOSSIL,
                 {std::move(co2)});
}

// Ch. 2, eq. 2.27.
Outcome Planner::Add(const v1::ResidueBurning& model, const std::string& field) {
  const Term burnt = Constant(InBaseUnits(model.dry_matter()) *
                              Rational(model.combustion_share(), kWholeShare10000));
  Term ch4 = burnt, n2o = burnt;
  TANJI_RETURN_IF_REFUSED(
      book_.Multiply(ch4, model.ch4(), Path(field, "ch4"), "kgCH4/kg dm burnt"));
  TANJI_RETURN_IF_REFUSED(
      book_.Multiply(n2o, model.n2o(), Path(field, "n2o"), "kgN2O/kg dm burnt"));
  TANJI_RETURN_IF_REFUSED(AddCell(v1::CELL_COMPONENT_COMBUSTION, v1::GAS_CH4_NON_FOSSIL,
                                  v1::PACT_COMPONENT_BIOGENIC_NON_CO2, {std::move(ch4)}));
  return AddCell(v1::CELL_COMPONENT_COMBUSTION, v1::GAS_N2O, v1::PACT_COMPONENT_BIOGENIC_NON_CO2,
                 {std::move(n2o)});
}

// Equal yearly shares of the carbon lost, for twenty years from the conversion.
Outcome Planner::Add(const v1::LandUseChange& model, const std::string&) {
  const auto& header = input_.header;
  const auto years = YearsCharged(*ParseDate(header.first_day()), *ParseDate(header.last_day()),
                                  *ParseDate(model.conversion_day()));
  const auto hectares = InBaseUnits(model.area()) * Rational(1, kSquareMetresPerHectare);
  const auto tonnes_lost = NumberOf(model.carbon_before()) - NumberOf(model.carbon_after());
  return AddCell(v1::CELL_COMPONENT_DIRECT, v1::GAS_CO2, v1::PACT_COMPONENT_LAND_USE_CHANGE,
                 {Constant(hectares * tonnes_lost * Rational(kKilogramsPerTonne) * Co2PerCarbon() *
                           years * Rational(1, kYearsOfConversion))});
}

}  // namespace tanji::ledger
