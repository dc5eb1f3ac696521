#include "ledger/modules/all.h"

#include "ledger/modules/evidence/module.h"
#include "ledger/modules/membership/module.h"

namespace tanji::ledger {

ModuleList AllModules() {
  static const Module* const modules[] = {&EvidenceModule(), &MembershipModule()};
  return modules;
}

}  // namespace tanji::ledger
