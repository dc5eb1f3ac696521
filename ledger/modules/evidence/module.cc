#include "ledger/modules/evidence/module.h"

#include "ledger/modules/evidence/invariants.h"
#include "ledger/modules/evidence/register_document.h"

namespace tanji::ledger {
namespace {

constexpr OperationRow kOperations[] = {
    MakeRow<&v1::Operation::register_document, CheckRegisterDocument, AuthoriseRegisterDocument,
            ApplyRegisterDocument>(v1::Operation::kRegisterDocument, "register_document",
                                   v1::PERMISSION_REGISTER_DOCUMENTS, v1::FEATURE_FLAG_FOUNDATION),
};

// A ledger begins without documents.
Outcome LoadGenesis(const v1::Genesis&, const BlockContext&, StateWriter&) {
  return Outcome::Ok();
}

}  // namespace

const Module& EvidenceModule() {
  static const Module module{"evidence", kOperations, EvidenceInvariants(), LoadGenesis};
  return module;
}

}  // namespace tanji::ledger
