// The shape of one row of a dataset: what AddFactors accepts, and whoever prepares a file of rows
// can ask before anything is signed. Pure, thread-safe.
#pragma once

#include <string>

#include "ledger/base/outcome.h"
#include "tanji/v1/factors.pb.h"

namespace tanji::ledger {

// `field` is the path of the row, such as `rows[3]`.
Outcome CheckFactorRow(const v1::FactorRow& row, const std::string& field);

}  // namespace tanji::ledger
