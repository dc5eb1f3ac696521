// For records and parts of records that must be there: what a faulty store, or a proof of something
// that no ledger makes, may lack.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "ledger/state/reader.h"

namespace tanji::ledger {

// The value; throws StorageFailure naming `what` where there is none.
template <class Value>
Value Must(std::optional<Value> value, const std::string& what) {
  if (!value) throw StorageFailure(what + " is missing or malformed");
  return std::move(*value);
}

}  // namespace tanji::ledger
