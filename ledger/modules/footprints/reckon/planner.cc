#include "ledger/modules/footprints/reckon/planner.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "ledger/modules/common/checks.h"
#include "ledger/modules/footprints/reckon/check.h"
#include "ledger/modules/footprints/reckon/references.h"

namespace tanji::ledger {
namespace {

// What an output weighs in the allocation.
Rational Weight(const v1::InventoryHeader& header, const v1::InventoryOutput& output) {
  const auto mass = InBaseUnits(output.mass());
  const bool keyed = header.allocation() == v1::ALLOCATION_RULE_ENERGY ||
                     header.allocation() == v1::ALLOCATION_RULE_ECONOMIC;
  return keyed ? mass * NumberOf(output.key()) : mass;
}

// The share of the product in what all outputs bear together. With subdivision nothing is shared.
Rational Allocated(const v1::InventoryHeader& header) {
  if (header.allocation() == v1::ALLOCATION_RULE_SUBDIVISION) return Rational(1);
  Rational sum;
  for (const auto& output : header.outputs()) sum += Weight(header, output);
  return Weight(header, header.outputs(0)) / sum;
}

void MergeEqualTerms(std::vector<Term>& terms) {
  std::vector<Term> out;
  for (auto& term : terms) {
    std::ranges::sort(term.ranged);
    const auto same = std::ranges::find(out, term.ranged, &Term::ranged);
    if (same == out.end()) {
      out.push_back(std::move(term));
    } else {
      same->constant += term.constant;
    }
  }
  terms = std::move(out);
}

}  // namespace

Rational NumberOf(std::string_view text) {
  return Rational(Decimal::Parse(text).value());
}

Rational InBaseUnits(const v1::Amount& amount) {
  return NumberOf(amount.decimal()) * Unit::Parse(amount.unit()).value().ratio();
}

Planner::Planner(const ReckonInput& input, Plan& plan)
    : input_(input), plan_(plan), book_(input.factors, plan) {
  gwp_[v1::GAS_CO2E] = Rational(1);
  for (const auto& row : input.gwp_set.values()) gwp_[row.gas()] = NumberOf(row.value());
}

Outcome Planner::Run() {
  const auto& header = input_.header;
  plan_.output_kg = InBaseUnits(header.outputs(0).mass());
  allocated_ = Allocated(header);
  for (line_index_ = 0; line_index_ < input_.lines.size(); ++line_index_) {
    line_ = &input_.lines[line_index_];
    first_cell_ = plan_.cells.size();
    counts_ = line_->output() <= 1;
    scale_ = ScaleOf(*line_);
    TANJI_RETURN_IF_REFUSED(AddLine(*line_));
    FinishLine();
  }
  plan_.factors = book_.used();
  plan_.upstream_count = ReferencesOf(header, input_.lines).footprints.size();
  return Outcome::Ok();
}

// Amounts of a perennial's establishment and clearing are for its whole life, of which the flow is
// harvests / bearing years.
Rational Planner::ScaleOf(const v1::InventoryLine& line) const {
  auto scale = allocated_ / plan_.output_kg;
  if (line.stage() == v1::STAGE_ESTABLISHMENT || line.stage() == v1::STAGE_CLEARING) {
    const auto& perennial = input_.header.perennial();
    scale *= Rational(perennial.harvests(), perennial.bearing_years());
  }
  return scale;
}

Outcome Planner::AddLine(const v1::InventoryLine& line) {
  const auto field = LineField(line);
  switch (line.what_case()) {
    case v1::InventoryLine::kFactor:
      return Add(line.factor(), Path(field, "factor"));
    case v1::InventoryLine::kSoilN2O:
      return Add(line.soil_n2o(), Path(field, "soil_n2o"));
    case v1::InventoryLine::kRiceCh4:
      return Add(line.rice_ch4(), Path(field, "rice_ch4"));
    case v1::InventoryLine::kCarbonApplied:
      return Add(line.carbon_applied(), Path(field, "carbon_applied"));
    case v1::InventoryLine::kResidueBurning:
      return Add(line.residue_burning(), Path(field, "residue_burning"));
    case v1::InventoryLine::kLandUseChange:
      return Add(line.land_use_change(), Path(field, "land_use_change"));
    case v1::InventoryLine::kUpstreamFootprint:
      return Add(line.upstream_footprint(), Path(field, "upstream_footprint"));
    case v1::InventoryLine::kReportedApart:
      return Add(line.reported_apart(), Path(field, "reported_apart"));
    case v1::InventoryLine::WHAT_NOT_SET:
      break;
  }
  return CheckSet(false, Path(field, "what"));
}

// Uptake and removals lower nothing: they are shown with a minus sign, beside the totals.
Outcome Planner::Add(const v1::ReportedApart& apart, const std::string&) {
  auto co2 = InBaseUnits(apart.amount()) * scale_;
  if (apart.kind() != v1::APART_KIND_BIOGENIC_RELEASE) co2 = -co2;
  if (counts_) plan_.apart.push_back({line_index_, apart.kind(), std::move(co2)});
  return Outcome::Ok();
}

Outcome Planner::FindGwp(v1::Gas gas, Rational& out) const {
  const auto it = gwp_.find(gas);
  if (it == gwp_.end()) {
    return Refuse(v1::CODE_GWP_UNKNOWN, {{"field", LineField(*line_)},
                                         {"value", v1::Gas_Name(gas)},
                                         {"gwp_set", input_.header.gwp_set()}});
  }
  out = it->second;
  return Outcome::Ok();
}

Outcome Planner::AddCell(v1::CellComponent component, v1::Gas gas, v1::PactComponent pact,
                         std::vector<Term> terms) {
  PlannedCell cell{line_index_, component, gas, pact};
  TANJI_RETURN_IF_REFUSED(FindGwp(gas, cell.gwp));
  for (auto& term : terms) term.constant *= scale_;
  MergeEqualTerms(terms);
  cell.terms = std::move(terms);
  if (counts_) plan_.cells.push_back(std::move(cell));
  return Outcome::Ok();
}

void Planner::FinishLine() {
  const auto begin = plan_.cells.begin() + static_cast<std::ptrdiff_t>(first_cell_);
  std::stable_sort(begin, plan_.cells.end(), [](const PlannedCell& a, const PlannedCell& b) {
    return std::tuple(a.component, a.gas, a.pact) < std::tuple(b.component, b.gas, b.pact);
  });
  std::set<RangedIndex> ranged;
  const auto add = [&](const Term& term) { ranged.insert(term.ranged.begin(), term.ranged.end()); };
  for (auto cell = begin; cell != plan_.cells.end(); ++cell) {
    std::ranges::for_each(cell->terms, add);
    if (!cell->power) continue;
    std::ranges::for_each(plan_.powers[*cell->power].terms, add);
    add(plan_.powers[*cell->power].exponent);
  }
  plan_.ranged_of_line.emplace_back(ranged.begin(), ranged.end());
}

}  // namespace tanji::ledger
