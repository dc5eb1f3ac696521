// Lines of an amount of a product that has a footprint of its own.
#include <algorithm>

#include "ledger/modules/common/checks.h"
#include "ledger/modules/footprints/reckon/planner.h"

namespace tanji::ledger {

// What was split by gas is reckoned again in this inventory's GWP set; in the same set the
// published CO2e stands, because the published mass is rounded.
Outcome Planner::AddUpstreamPart(const v1::PartTotal& part, const Rational& amount,
                                 bool same_gwp_set) {
  const auto pact = line_->stage() == v1::STAGE_DISTRIBUTION ? v1::PACT_COMPONENT_OUTBOUND_LOGISTICS
                                                             : part.component();
  TANJI_RETURN_IF_REFUSED(AddCell(v1::CELL_COMPONENT_UPSTREAM, part.gas(), pact,
                                  {{amount * NumberOf(part.mass()), {}}}));
  if (same_gwp_set && counts_) {
    plan_.cells.back().co2e = amount * NumberOf(part.co2e()) * scale_;
  }
  return Outcome::Ok();
}

Outcome Planner::Add(const v1::UpstreamFootprint& upstream, const std::string& field) {
  const auto name_field = Path(field, "footprint");
  const auto found = input_.upstream.find(upstream.footprint());
  if (found == input_.upstream.end()) return RefuseNotFound(name_field, upstream.footprint());
  const auto& value = found->second;
  if (value.boundary != v1::FOOTPRINT_BOUNDARY_CRADLE_TO_GATE) {
    return Refuse(v1::CODE_UPSTREAM_BEYOND_GATE,
                  {{"field", name_field},
                   {"value", upstream.footprint()},
                   {"boundary", v1::FootprintBoundary_Name(value.boundary)}});
  }
  if (value.result.depth() >= kMaxFootprintDepth) {
    return Refuse(v1::CODE_UPSTREAM_TOO_DEEP, {{"field", name_field},
                                               {"value", upstream.footprint()},
                                               {"depth", std::to_string(value.result.depth())},
                                               {"limit", std::to_string(kMaxFootprintDepth)}});
  }
  plan_.depth = std::max(plan_.depth, value.result.depth() + 1);
  const auto amount = InBaseUnits(upstream.amount());
  for (const auto& part : value.result.parts()) {
    TANJI_RETURN_IF_REFUSED(
        AddUpstreamPart(part, amount, value.gwp_set == input_.header.gwp_set()));
  }
  return Outcome::Ok();
}

}  // namespace tanji::ledger
