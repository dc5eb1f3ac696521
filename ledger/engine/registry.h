// All operations by arm, gathered from the one list of modules.
#pragma once

#include <map>

#include "ledger/engine/module.h"

namespace tanji::ledger {

// Immutable after construction; thread-safe. The modules must outlive it.
class Registry {
 public:
  explicit Registry(ModuleList modules);

  // nullptr: no module has this operation.
  const OperationRow* Find(v1::Operation::KindCase kind) const;
  ModuleList modules() const { return modules_; }

 private:
  ModuleList modules_;
  std::map<v1::Operation::KindCase, const OperationRow*> rows_;
};

}  // namespace tanji::ledger
