// What the records of a lot, or of a label, say only together.
#pragma once

#include <string>

#include "tanji/v1/labels.pb.h"
#include "tanji/v1/products.pb.h"

namespace tanji::client::cli {

// Kilograms that are left of a lot: its mass less what went into other lots, what was lost and what
// bears labels. "?" where the records hold no masses: a ledger's operator could have written
// anything.
std::string LeftKg(const v1::Lot& lot, const v1::LotBalance& balance);
// Kilograms that still bear the label; likewise.
std::string ActiveKg(const v1::Label& label, const v1::LabelProgress& progress);

}  // namespace tanji::client::cli
