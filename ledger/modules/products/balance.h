// What is gone from a lot and what is left of it.
#pragma once

#include <string_view>

#include "ledger/base/mass.h"
#include "ledger/base/outcome.h"
#include "ledger/modules/products/find.h"
#include "ledger/state/reader.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

struct Gone {
  Mass taken;
  Mass lost;
};

// Of a lot that exists.
Gone ReadGone(const StateReader& reader, const OwnedId& lot);
void PutBalance(StateWriter& writer, const OwnedId& lot, const Gone& gone);

// CODE_LOT_OVERDRAWN unless `mass` is left of the lot; `field` is that of the mass.
Outcome CheckLeft(const StateReader& reader, const OwnedId& owned, const v1::Lot& lot, Mass mass,
                  std::string_view field);

}  // namespace tanji::ledger
