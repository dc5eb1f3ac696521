// What the records of a lot say only together.
#pragma once

#include <string>

#include "tanji/v1/products.pb.h"

namespace tanji::client::cli {

// Kilograms that are left of a lot: its mass less what went into other lots and what was lost. "?"
// where the records hold no masses: a ledger's operator could have written anything.
std::string LeftKg(const v1::Lot& lot, const v1::LotBalance& balance);

}  // namespace tanji::client::cli
