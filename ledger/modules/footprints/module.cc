#include "ledger/modules/footprints/module.h"

#include "ledger/modules/footprints/add_lines.h"
#include "ledger/modules/footprints/change_footprint_status.h"
#include "ledger/modules/footprints/create_footprint.h"
#include "ledger/modules/footprints/declare_footprint.h"
#include "ledger/modules/footprints/invariants.h"

namespace tanji::ledger {
namespace {

constexpr OperationRow kOperations[] = {
    MakeRow<&v1::Operation::create_footprint, CheckCreateFootprint, AuthoriseCreateFootprint,
            ApplyCreateFootprint>(v1::Operation::kCreateFootprint, "create_footprint",
                                  v1::PERMISSION_DECLARE_FOOTPRINTS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::add_lines, CheckAddLines, AuthoriseAddLines, ApplyAddLines>(
        v1::Operation::kAddLines, "add_lines", v1::PERMISSION_DECLARE_FOOTPRINTS,
        v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::declare_footprint, CheckDeclareFootprint, AuthoriseDeclareFootprint,
            ApplyDeclareFootprint>(v1::Operation::kDeclareFootprint, "declare_footprint",
                                   v1::PERMISSION_DECLARE_FOOTPRINTS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::change_footprint_status, CheckChangeFootprintStatus,
            AuthoriseChangeFootprintStatus, ApplyChangeFootprintStatus>(
        v1::Operation::kChangeFootprintStatus, "change_footprint_status",
        v1::PERMISSION_DECLARE_FOOTPRINTS, v1::FEATURE_FLAG_FOUNDATION),
};

// A ledger begins without footprints.
Outcome LoadGenesis(const v1::Genesis&, const BlockContext&, StateWriter&) {
  return Outcome::Ok();
}

}  // namespace

const Module& FootprintsModule() {
  static const Module module{"footprints", kOperations, FootprintsInvariants(), LoadGenesis};
  return module;
}

}  // namespace tanji::ledger
