// What is gone from a lot, what of it bears labels, and what is left of it.
#pragma once

#include <string>
#include <string_view>

#include "ledger/base/mass.h"
#include "ledger/base/outcome.h"
#include "ledger/modules/products/find.h"
#include "ledger/state/reader.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

// Of a lot that exists.
v1::LotBalance ReadBalance(const StateReader& reader, const OwnedId& lot);
void PutBalance(StateWriter& writer, const OwnedId& lot, const v1::LotBalance& balance);
// That of a new lot.
v1::LotBalance NothingGone();

// The sum stays within the lot: CheckLeft has been asked.
void AddTaken(v1::LotBalance& balance, Mass mass);
void AddLost(v1::LotBalance& balance, Mass mass);

// CODE_LOT_OVERDRAWN unless `mass` is left of the lot; `field` is that of the mass.
Outcome CheckLeft(const StateReader& reader, const OwnedId& owned, const v1::Lot& lot, Mass mass,
                  std::string_view field);

// CODE_LABELLED_BEYOND_LOT unless `mass` of the lot bears no label of `scheme` yet and is not gone;
// CODE_TOO_MANY_SCHEMES_ON_LOT.
Outcome CheckLabellable(const StateReader& reader, const OwnedId& owned, const v1::Lot& lot,
                        const std::string& scheme, Mass mass, std::string_view field);
// Sets the mass that bears labels of `scheme`.
void SetLabelled(v1::LotBalance& balance, const std::string& scheme, Mass mass);

}  // namespace tanji::ledger
