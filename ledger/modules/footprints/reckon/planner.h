// From an inventory to its Plan: the farm models and the rules of factor lines, a file for each.
#pragma once

#include <map>
#include <string>

#include "ledger/base/outcome.h"
#include "ledger/modules/footprints/reckon/factor_book.h"
#include "ledger/modules/footprints/reckon/plan.h"
#include "ledger/modules/footprints/reckon/reckon.h"

namespace tanji::ledger {

// Plans line after line; `plan` is whole only if the outcome is OK.
class Planner {
 public:
  Planner(const ReckonInput& input, Plan& plan);

  Outcome Run();

 private:
  // A part of a factor line: `quantity` in `unit`, times `factor`.
  struct Multiplicand {
    Term quantity;
    Dimension dimension;
    Rational ratio;
  };

  // plan_factor.cc
  Outcome Add(const v1::FactorLine& line, const std::string& field);
  Outcome CheckUpstreamIsStated(const v1::FactorLine& line, const FactorUse& factor,
                                const std::string& field) const;
  Outcome AddUpstream(const v1::FactorLine& line, const Multiplicand& amount,
                      const std::string& field);
  Outcome AddFactorCells(v1::CellComponent component, const Multiplicand& amount,
                         const FactorUse& factor, const std::string& field);
  // plan_models.cc
  Outcome Add(const v1::SoilN2o& model, const std::string& field);
  Outcome Nitrogen(const v1::NitrogenInput& input, const std::string& field, Term& out);
  Outcome Add(const v1::RiceCh4& model, const std::string& field);
  Outcome AddPower(const v1::RiceCh4& model, const std::string& field);
  Outcome Add(const v1::CarbonApplied& model, const std::string& field);
  Outcome Add(const v1::ResidueBurning& model, const std::string& field);
  Outcome Add(const v1::LandUseChange& model, const std::string& field);
  // plan_upstream.cc
  Outcome Add(const v1::UpstreamFootprint& upstream, const std::string& field);
  Outcome AddUpstreamPart(const v1::PartTotal& part, const Rational& amount, bool same_gwp_set);
  // planner.cc
  Outcome Add(const v1::ReportedApart& apart, const std::string& field);
  Outcome AddLine(const v1::InventoryLine& line);
  // A cell of the line at hand; `terms` are for the whole flow. Left out where the line belongs to
  // another output. CODE_GWP_UNKNOWN.
  Outcome AddCell(v1::CellComponent component, v1::Gas gas, v1::PactComponent pact,
                  std::vector<Term> terms);
  Outcome FindGwp(v1::Gas gas, Rational& out) const;
  // By what an amount of the line at hand is multiplied to be one per unit of the product.
  Rational ScaleOf(const v1::InventoryLine& line) const;
  void FinishLine();

  const ReckonInput& input_;
  Plan& plan_;
  FactorBook book_;
  // Share of the product's output in what all outputs bear.
  Rational allocated_{1};
  std::map<v1::Gas, Rational> gwp_;
  // Of the line at hand.
  const v1::InventoryLine* line_ = nullptr;
  std::size_t line_index_ = 0;
  std::size_t first_cell_ = 0;
  bool counts_ = true;
  Rational scale_{1};
};

// Decimal text that was checked.
Rational NumberOf(std::string_view text);
// In base units: kg, m2, kg N.
Rational InBaseUnits(const v1::Amount& amount);

}  // namespace tanji::ledger
