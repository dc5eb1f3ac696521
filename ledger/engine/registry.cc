#include "ledger/engine/registry.h"

#include <cassert>

namespace tanji::ledger {

Registry::Registry(ModuleList modules) : modules_(modules) {
  for (const Module* module : modules_) {
    for (const OperationRow& row : module->operations) {
      const bool is_new = rows_.emplace(row.kind, &row).second;
      assert(is_new && "two modules claim one operation");
      static_cast<void>(is_new);
    }
  }
}

const OperationRow* Registry::Find(v1::Operation::KindCase kind) const {
  const auto it = rows_.find(kind);
  return it == rows_.end() ? nullptr : it->second;
}

}  // namespace tanji::ledger
