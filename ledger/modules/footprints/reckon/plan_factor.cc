// Lines of an amount times a factor.
#include <algorithm>

#include "ledger/modules/common/checks.h"
#include "ledger/modules/footprints/reckon/planner.h"

namespace tanji::ledger {
namespace {

using Kind = v1::FactorKind;

std::string_view NumeratorOf(Kind kind) {
  return kind == v1::FACTOR_KIND_COMBUSTION_CO2 ? "kgCO2" : "kgCO2e";
}

// "kgCO2e/t.km": "kgCO2e" and "t.km". What is divided by twice is divided by the product.
std::string Above(const Unit& unit) {
  return unit.code().substr(0, unit.code().find('/'));
}
std::string Below(const Unit& unit) {
  const auto at = unit.code().find('/');
  if (at == std::string::npos) return "1";
  auto below = unit.code().substr(at + 1);
  std::ranges::replace(below, '/', '.');
  return below;
}

Dimension Times(Dimension a, const Dimension& b) {
  for (const auto& [base, exponent] : b) {
    if ((a[base] += exponent) == 0) a.erase(base);
  }
  return a;
}

Outcome RefuseMismatch(const v1::FactorLine& line, const FactorUse& factor,
                       const std::string& field) {
  return Refuse(v1::CODE_UNIT_MISMATCH, {{"field", Path(field, "amount.unit")},
                                         {"unit", line.amount().unit()},
                                         {"value", *factor.name},
                                         {"factor_unit", factor.unit.code()},
                                         {"expected", Below(factor.unit)}});
}

Outcome RefuseUpstreamMismatch(const v1::FactorLine& line, const FactorUse& upstream,
                               const std::string& amount_unit, const std::string& field) {
  return Refuse(v1::CODE_UPSTREAM_UNIT_MISMATCH,
                {{"field", Path(field, "upstream")},
                 {"value", *upstream.name},
                 {"factor_unit", upstream.unit.code()},
                 {"unit", amount_unit},
                 {"expected", Below(upstream.unit) + "/" + line.amount().unit()}});
}

bool IsNumerator(const FactorUse& factor) {
  return Unit::Parse(Above(factor.unit))->dimension() ==
         Unit::Parse(NumeratorOf(factor.row->kind()))->dimension();
}

// The gas that an undivided factor counts.
v1::Gas GasOf(Kind kind) {
  return kind == v1::FACTOR_KIND_COMBUSTION_CO2 ? v1::GAS_CO2 : v1::GAS_CO2E;
}

v1::PactComponent PactOf(v1::Stage stage, v1::Gas gas) {
  if (stage == v1::STAGE_DISTRIBUTION) return v1::PACT_COMPONENT_OUTBOUND_LOGISTICS;
  return gas == v1::GAS_CH4_NON_FOSSIL ? v1::PACT_COMPONENT_BIOGENIC_NON_CO2
                                       : v1::PACT_COMPONENT_FOSSIL;
}

}  // namespace

Outcome Planner::CheckUpstreamIsStated(const v1::FactorLine& line, const FactorUse& factor,
                                       const std::string& field) const {
  const bool stated = line.upstream_known_case() != v1::FactorLine::UPSTREAM_KNOWN_NOT_SET;
  const auto kind = factor.row->kind();
  const auto upstream = Path(field, "upstream");
  if (kind == v1::FACTOR_KIND_LIFECYCLE_CO2E) {
    if (!stated) return Outcome::Ok();
    return Refuse(
        v1::CODE_INVENTORY_FIELD_UNEXPECTED,
        {{"field", upstream}, {"other", *factor.name}, {"value", v1::FactorKind_Name(kind)}});
  }
  if (stated) return Outcome::Ok();
  return Refuse(
      v1::CODE_UPSTREAM_NOT_STATED,
      {{"field", upstream}, {"value", *factor.name}, {"kind", v1::FactorKind_Name(kind)}});
}

// amount x factor, by gas if the factor is split. The parts of a split factor are kilograms of gas
// per what the factor's unit divides by, and its range stretches them all alike.
Outcome Planner::AddFactorCells(v1::CellComponent component, const Multiplicand& amount,
                                const FactorUse& factor, const std::string& field) {
  const auto stage = line_->stage();
  Term whole = amount.quantity;
  whole.constant *= amount.ratio * factor.unit.ratio();
  if (factor.row->parts().empty()) {
    MultiplyWith(whole, factor);
    const auto gas = GasOf(factor.row->kind());
    return AddCell(component, gas, PactOf(stage, gas), {std::move(whole)});
  }
  if (factor.ranged && factor.value.IsZero()) {
    return Refuse(v1::CODE_RANGE_OF_ZERO, {{"field", field}, {"value", *factor.name}});
  }
  whole.constant /= Unit::Parse(Above(factor.unit))->ratio();
  if (factor.ranged) {
    whole.constant /= factor.value;
    whole.ranged.push_back(*factor.ranged);
  }
  for (const auto& part : factor.row->parts()) {
    Term term = whole;
    term.constant *= NumberOf(part.value());
    TANJI_RETURN_IF_REFUSED(
        AddCell(component, part.gas(), PactOf(stage, part.gas()), {std::move(term)}));
  }
  return Outcome::Ok();
}

// amount [x conversion] x upstream factor.
Outcome Planner::AddUpstream(const v1::FactorLine& line, const Multiplicand& amount,
                             const std::string& field) {
  const FactorUse* upstream = nullptr;
  const auto upstream_field = Path(field, "upstream");
  TANJI_RETURN_IF_REFUSED(
      book_.Read(line.upstream(), upstream_field, {v1::FACTOR_KIND_UPSTREAM_CO2E}, upstream));
  Multiplicand converted = amount;
  std::string unit = line.amount().unit();
  if (!line.conversion().empty()) {
    const FactorUse* conversion = nullptr;
    TANJI_RETURN_IF_REFUSED(book_.Read(line.conversion(), Path(field, "conversion"),
                                       {v1::FACTOR_KIND_PHYSICAL}, conversion));
    MultiplyWith(converted.quantity, *conversion);
    converted.dimension = Times(converted.dimension, conversion->unit.dimension());
    converted.ratio *= conversion->unit.ratio();
    unit += " × " + conversion->unit.code();
  }
  if (!IsNumerator(*upstream)) {
    return RefuseFactorUnit(*upstream, upstream_field, "kgCO2e/" + line.amount().unit());
  }
  if (Times(converted.dimension, upstream->unit.dimension()) != Dimension{{"kgCO2e", 1}}) {
    return RefuseUpstreamMismatch(line, *upstream, unit, field);
  }
  return AddFactorCells(v1::CELL_COMPONENT_UPSTREAM, converted, *upstream, upstream_field);
}

Outcome Planner::Add(const v1::FactorLine& line, const std::string& field) {
  const FactorUse* factor = nullptr;
  const auto factor_field = Path(field, "factor");
  TANJI_RETURN_IF_REFUSED(
      book_.Read(line.factor(), factor_field,
                 {v1::FACTOR_KIND_COMBUSTION_CO2, v1::FACTOR_KIND_OPERATION_CO2E,
                  v1::FACTOR_KIND_LIFECYCLE_CO2E},
                 factor));
  const auto kind = factor->row->kind();
  const std::string numerator(NumeratorOf(kind));
  if (factor->row->boundary() == v1::FACTOR_BOUNDARY_CRADLE_TO_GRAVE &&
      input_.header.boundary() != v1::FOOTPRINT_BOUNDARY_CRADLE_TO_GRAVE) {
    return Refuse(v1::CODE_FACTOR_BEYOND_GATE,
                  {{"field", factor_field},
                   {"value", *factor->name},
                   {"boundary", v1::FootprintBoundary_Name(input_.header.boundary())}});
  }
  TANJI_RETURN_IF_REFUSED(CheckUpstreamIsStated(line, *factor, field));
  const auto unit = Unit::Parse(line.amount().unit()).value();
  if (!IsNumerator(*factor)) {
    return RefuseFactorUnit(*factor, factor_field, numerator + "/" + unit.code());
  }
  if (Times(unit.dimension(), factor->unit.dimension()) != Unit::Parse(numerator)->dimension()) {
    return RefuseMismatch(line, *factor, field);
  }
  Multiplicand amount{{}, unit.dimension(), unit.ratio()};
  const auto value = NumberOf(line.amount().decimal());
  if (line.has_amount_range()) {
    amount.quantity.ranged.push_back(plan_.ranged.size());
    plan_.ranged.push_back(
        {value, NumberOf(line.amount_range().low()), NumberOf(line.amount_range().high())});
  } else {
    amount.quantity.constant = value;
  }
  const auto component = kind == v1::FACTOR_KIND_COMBUSTION_CO2 ? v1::CELL_COMPONENT_COMBUSTION
                                                                : v1::CELL_COMPONENT_FACTOR;
  TANJI_RETURN_IF_REFUSED(AddFactorCells(component, amount, *factor, factor_field));
  return line.upstream().empty() ? Outcome::Ok() : AddUpstream(line, amount, field);
}

}  // namespace tanji::ledger
