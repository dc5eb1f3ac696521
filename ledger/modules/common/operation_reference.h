// An operation may name what an earlier one of the same transaction creates, by its index.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/engine/context.h"

namespace tanji::ledger {

// CODE_OPERATION_REFERENCE unless operation `index` comes before this one and is of `kind`, whose
// name is `expected`, such as "propose_ballot".
inline Outcome RequireEarlierOperation(const OperationContext& context, std::uint32_t index,
                                       v1::Operation::KindCase kind, std::string_view field,
                                       std::string_view expected) {
  if (index < context.index &&
      context.body.operations(static_cast<int>(index)).kind_case() == kind) {
    return Outcome::Ok();
  }
  return Refuse(v1::CODE_OPERATION_REFERENCE, {{"field", std::string(field)},
                                               {"value", std::to_string(index)},
                                               {"expected", std::string(expected)}});
}

}  // namespace tanji::ledger
