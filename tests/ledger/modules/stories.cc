#include "tests/ledger/modules/stories.h"

#include <google/protobuf/descriptor.h>

#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {

void Story::Tell(std::string_view author, v1::Operation operation, const std::vector<int>& keys) {
  const auto* arm = v1::Operation::descriptor()->FindFieldByNumber(operation.kind_case());
  operations_.emplace(arm->name(), operation);
  EXPECT_TRUE(Accepted(world_.Run(author, {std::move(operation)}, keys))) << arm->name();
}

}  // namespace tanji::ledger::testing
