#include "ledger/modules/footprints/reckon/totals.h"

#include <algorithm>
#include <map>

#include "ledger/base/integer.h"
#include "ledger/base/shares.h"
#include "ledger/modules/footprints/reckon/check.h"

namespace tanji::ledger {
namespace {

Outcome Sum(Decimal& sum, Decimal addend) {
  const auto next = Add(sum, addend);
  if (!next) return Refuse(v1::CODE_FOOTPRINT_OVERFLOW, {{"field", "result"}});
  sum = *next;
  return Outcome::Ok();
}

struct MassAndCo2e {
  Decimal mass, co2e;
};

Outcome Sum(MassAndCo2e& sum, const CellValue& cell) {
  TANJI_RETURN_IF_REFUSED(Sum(sum.mass, cell.mass));
  return Sum(sum.co2e, cell.co2e);
}

// How much of `whole` is `part`, in 1/10000 (D4 over the two of them); 0 where there is nothing.
std::uint32_t ShareOf(Decimal part, Decimal whole) {
  const Decimal both[] = {part, Subtract(whole, part).value()};
  const auto shares = Shares(both);
  return shares ? static_cast<std::uint32_t>((*shares)[0]) : 0;
}

class Totals {
 public:
  Totals(const ReckonInput& input, const Plan& plan, const Evaluated& evaluated, Reckoned& out)
      : input_(input),
        plan_(plan),
        evaluated_(evaluated),
        out_(out),
        of_line_(input.lines.size()) {}

  Outcome Run() {
    out_ = {};
    out_.lines.resize(input_.lines.size());
    for (std::size_t i = 0; i < plan_.cells.size(); ++i) {
      TANJI_RETURN_IF_REFUSED(AddCell(plan_.cells[i], evaluated_.cells[i]));
    }
    TANJI_RETURN_IF_REFUSED(FillApart());
    FillLines();
    TANJI_RETURN_IF_REFUSED(FillSharesOfLines());
    FillSums();
    FillReferences();
    return FillResult();
  }

 private:
  Outcome AddCell(const PlannedCell& cell, const CellValue& value) {
    const auto& line = input_.lines[cell.line];
    TANJI_RETURN_IF_REFUSED(Sum(gases_[cell.gas], value));
    TANJI_RETURN_IF_REFUSED(Sum(parts_[{cell.gas, cell.pact}], value));
    TANJI_RETURN_IF_REFUSED(Sum(stages_[line.stage()], value.co2e));
    TANJI_RETURN_IF_REFUSED(Sum(pact_[cell.pact], value.co2e));
    TANJI_RETURN_IF_REFUSED(Sum(of_which_[line.of_which()], value.co2e));
    TANJI_RETURN_IF_REFUSED(Sum(of_line_[cell.line], value.co2e));
    if (!value.ranged) TANJI_RETURN_IF_REFUSED(Sum(unranged_, value.co2e));
    auto& row = *out_.lines[cell.line].add_cells();
    row.set_component(cell.component);
    row.set_gas(cell.gas);
    row.set_pact(cell.pact);
    row.set_mass(value.mass.Text());
    row.set_co2e(value.co2e.Text());
    return Outcome::Ok();
  }

  void FillLines() {
    for (std::size_t i = 0; i < out_.lines.size(); ++i) {
      auto& row = out_.lines[i];
      if (row.co2e().empty()) row.set_co2e(of_line_[i].Text());
      std::optional<Decimal> largest;
      for (const auto index : plan_.ranged_of_line[i]) {
        const auto& shift = evaluated_.shifts[index];
        largest = std::max({largest.value_or(Decimal()), shift.down, shift.up});
      }
      if (largest) row.set_sensitivity(largest->Text());
    }
  }

  Outcome FillApart() {
    std::map<v1::ApartKind, Decimal> kinds;
    for (const auto& apart : plan_.apart) {
      const auto& line = input_.lines[apart.line];
      const auto co2 = RoundToDecimal(apart.co2);
      if (!co2) return Refuse(v1::CODE_FOOTPRINT_OVERFLOW, {{"field", LineField(line)}});
      TANJI_RETURN_IF_REFUSED(Sum(kinds[apart.kind], *co2));
      out_.lines[apart.line].set_co2e(co2->Text());
    }
    for (const auto& [kind, co2] : kinds) {
      auto& row = *out_.result.add_apart();
      row.set_kind(kind);
      row.set_co2(co2.Text());
    }
    return Outcome::Ok();
  }

  // D4 over the lines; a line reported apart has no share. All 0 where the footprint is 0.
  Outcome FillSharesOfLines() {
    Decimal activity, activity_and_factor;
    for (std::size_t i = 0; i < of_line_.size(); ++i) {
      const auto& line = input_.lines[i];
      if (!line.activity_primary()) continue;
      TANJI_RETURN_IF_REFUSED(Sum(activity, of_line_[i]));
      if (line.factor_primary()) TANJI_RETURN_IF_REFUSED(Sum(activity_and_factor, of_line_[i]));
    }
    out_.result.set_primary_activity_share(ShareOf(activity, evaluated_.total));
    out_.result.set_primary_share(ShareOf(activity_and_factor, evaluated_.total));
    out_.result.set_unranged_share(ShareOf(unranged_, evaluated_.total));
    const auto shares = Shares(of_line_);
    for (std::size_t i = 0; shares && i < of_line_.size(); ++i) {
      out_.lines[i].set_share(static_cast<std::uint32_t>((*shares)[i]));
    }
    return Outcome::Ok();
  }

  void FillSums() {
    auto& result = out_.result;
    for (const auto& [gas, sum] : gases_) {
      auto& row = *result.add_gases();
      row.set_gas(gas);
      row.set_mass(sum.mass.Text());
      row.set_co2e(sum.co2e.Text());
    }
    for (const auto& [stage, co2e] : stages_) {
      auto& row = *result.add_stages();
      row.set_stage(stage);
      row.set_co2e(co2e.Text());
    }
    for (const auto& [component, co2e] : pact_) {
      auto& row = *result.add_pact();
      row.set_component(component);
      row.set_co2e(co2e.Text());
    }
    for (const auto& [key, sum] : parts_) {
      auto& row = *result.add_parts();
      row.set_gas(key.first);
      row.set_component(key.second);
      row.set_mass(sum.mass.Text());
      row.set_co2e(sum.co2e.Text());
    }
  }

  void FillReferences() {
    for (const auto& factor : plan_.factors) {
      auto& row = out_.factors.emplace_back();
      row.set_factor(factor.name);
      if (!factor.ranged) continue;
      row.set_down(evaluated_.shifts[*factor.ranged].down.Text());
      row.set_up(evaluated_.shifts[*factor.ranged].up.Text());
    }
    out_.result.set_factor_count(
        static_cast<std::uint32_t>(plan_.factors.size() + plan_.upstream_count));
    out_.result.set_depth(plan_.depth);
  }

  // Sum of co2e x rating / sum of co2e, over the rated lines; empty where there is nothing to
  // weigh.
  template <class Rating>
  std::string Quality(Rating rating) const {
    Rational weighted, weight;
    for (std::size_t i = 0; i < of_line_.size(); ++i) {
      const auto& line = input_.lines[i];
      if (!line.has_quality()) continue;
      const Rational co2e(of_line_[i]);
      weighted += co2e * Rational(static_cast<std::int64_t>((line.quality().*rating)()));
      weight += co2e;
    }
    constexpr int kPlaces = 2;
    return weight.IsZero() ? "" : RoundToDecimal(weighted / weight, kPlaces).value().Text();
  }

  Outcome FillResult() {
    auto& result = out_.result;
    const auto output_kg = RoundToDecimal(plan_.output_kg);
    if (!output_kg) return Refuse(v1::CODE_FOOTPRINT_OVERFLOW, {{"field", "header.outputs[0]"}});
    result.set_output_kg(output_kg->Text());
    result.set_value(evaluated_.total.Text());
    result.set_low(evaluated_.low.Text());
    result.set_high(evaluated_.high.Text());
    result.set_packaging(of_which_[v1::OF_WHICH_PACKAGING].Text());
    result.set_aircraft(of_which_[v1::OF_WHICH_AIRCRAFT].Text());
    result.set_technological_quality(Quality(&v1::DataQuality::technological));
    result.set_geographical_quality(Quality(&v1::DataQuality::geographical));
    result.set_temporal_quality(Quality(&v1::DataQuality::temporal));
    return Outcome::Ok();
  }

  const ReckonInput& input_;
  const Plan& plan_;
  const Evaluated& evaluated_;
  Reckoned& out_;
  std::vector<Decimal> of_line_;
  std::map<v1::Gas, MassAndCo2e> gases_;
  std::map<std::pair<v1::Gas, v1::PactComponent>, MassAndCo2e> parts_;
  std::map<v1::Stage, Decimal> stages_;
  std::map<v1::PactComponent, Decimal> pact_;
  std::map<v1::OfWhich, Decimal> of_which_;
  Decimal unranged_;
};

}  // namespace

Outcome FillTotals(const ReckonInput& input, const Plan& plan, const Evaluated& evaluated,
                   Reckoned& out) {
  return Totals(input, plan, evaluated, out).Run();
}

}  // namespace tanji::ledger
