#include "ledger/modules/all.h"

#include "ledger/modules/evidence/module.h"
#include "ledger/modules/factors/module.h"
#include "ledger/modules/footprints/module.h"
#include "ledger/modules/labels/module.h"
#include "ledger/modules/membership/module.h"
#include "ledger/modules/products/module.h"
#include "ledger/modules/schemes/module.h"
#include "ledger/modules/verification/module.h"

namespace tanji::ledger {

ModuleList AllModules() {
  static const Module* const modules[] = {
      &EvidenceModule(), &MembershipModule(), &FactorsModule(),      &SchemesModule(),
      &ProductsModule(), &FootprintsModule(), &VerificationModule(), &LabelsModule()};
  return modules;
}

}  // namespace tanji::ledger
