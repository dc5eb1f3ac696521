// What the header of an inventory names, looked up in the state: by CreateFootprint, and once more
// when it is declared. Fields are named from the inventory, `header.lots[0]`.
#pragma once

#include <span>

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/footprints.pb.h"

namespace tanji::ledger {

// Product and facilities are the author's and in force: CODE_NOT_ENTITLED, CODE_NOT_FOUND,
// CODE_NOT_IN_FORCE.
Outcome CheckPlace(const v1::InventoryHeader& header, const OperationContext& context,
                   const StateReader& reader);

// Each lot is the author's and a harvest of the product within the period: also
// CODE_LOT_NOT_COVERED, and CODE_NOT_IN_FORCE where it was withdrawn, revoked or void. It may be
// under review or suspended: labels ask for more.
Outcome CheckLots(const v1::InventoryHeader& header, const OperationContext& context,
                  const StateReader& reader);

// Each predecessor is the author's, declared and suitable: also CODE_FOOTPRINT_IS_DRAFT,
// CODE_PREDECESSOR_UNSUITABLE, CODE_FOOTPRINT_SUCCEEDED_TOO_OFTEN.
Outcome CheckPredecessors(const v1::InventoryHeader& header, const OperationContext& context,
                          const StateReader& reader);

// What METHOD_OR_FACTOR_YEAR succeeds says that the same was done: CODE_PREDECESSOR_UNSUITABLE.
// Asked of a declaration, whose lines are known; the predecessors have passed CheckPredecessors.
Outcome CheckSameActivities(const v1::InventoryHeader& header,
                            std::span<const v1::InventoryLine> lines,
                            const OperationContext& context, const StateReader& reader);

// The period is over: CODE_FIELD_OUT_OF_RANGE. Asked of a declaration: a draft may be begun before.
Outcome CheckPeriodIsOver(const v1::InventoryHeader& header, const OperationContext& context);

}  // namespace tanji::ledger
