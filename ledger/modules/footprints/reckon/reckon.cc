#include "ledger/modules/footprints/reckon/reckon.h"

#include "ledger/modules/footprints/reckon/evaluate.h"
#include "ledger/modules/footprints/reckon/planner.h"
#include "ledger/modules/footprints/reckon/totals.h"

namespace tanji::ledger {

Outcome Reckon(const ReckonInput& input, Reckoned& out) {
  Plan plan;
  TANJI_RETURN_IF_REFUSED(Planner(input, plan).Run());
  Evaluated evaluated;
  TANJI_RETURN_IF_REFUSED(Evaluate(plan, input.lines, evaluated));
  return FillTotals(input, plan, evaluated, out);
}

}  // namespace tanji::ledger
