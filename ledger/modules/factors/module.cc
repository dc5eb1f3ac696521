#include "ledger/modules/factors/module.h"

#include "ledger/modules/factors/add_factors.h"
#include "ledger/modules/factors/change_dataset_status.h"
#include "ledger/modules/factors/change_factor_status.h"
#include "ledger/modules/factors/change_gwp_set_status.h"
#include "ledger/modules/factors/create_dataset.h"
#include "ledger/modules/factors/invariants.h"
#include "ledger/modules/factors/publish_dataset.h"
#include "ledger/modules/factors/publish_gwp_set.h"

namespace tanji::ledger {
namespace {

constexpr OperationRow kOperations[] = {
    MakeRow<&v1::Operation::publish_gwp_set, CheckPublishGwpSet, AuthorisePublishGwpSet,
            ApplyPublishGwpSet>(v1::Operation::kPublishGwpSet, "publish_gwp_set",
                                v1::PERMISSION_PUBLISH_FACTORS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::change_gwp_set_status, CheckChangeGwpSetStatus,
            AuthoriseChangeGwpSetStatus, ApplyChangeGwpSetStatus>(
        v1::Operation::kChangeGwpSetStatus, "change_gwp_set_status", v1::PERMISSION_PUBLISH_FACTORS,
        v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::create_dataset, CheckCreateDataset, AuthoriseCreateDataset,
            ApplyCreateDataset>(v1::Operation::kCreateDataset, "create_dataset",
                                v1::PERMISSION_PUBLISH_FACTORS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::add_factors, CheckAddFactors, AuthoriseAddFactors, ApplyAddFactors>(
        v1::Operation::kAddFactors, "add_factors", v1::PERMISSION_PUBLISH_FACTORS,
        v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::publish_dataset, CheckPublishDataset, AuthorisePublishDataset,
            ApplyPublishDataset>(v1::Operation::kPublishDataset, "publish_dataset",
                                 v1::PERMISSION_PUBLISH_FACTORS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::change_dataset_status, CheckChangeDatasetStatus,
            AuthoriseChangeDatasetStatus, ApplyChangeDatasetStatus>(
        v1::Operation::kChangeDatasetStatus, "change_dataset_status",
        v1::PERMISSION_PUBLISH_FACTORS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::change_factor_status, CheckChangeFactorStatus,
            AuthoriseChangeFactorStatus, ApplyChangeFactorStatus>(
        v1::Operation::kChangeFactorStatus, "change_factor_status", v1::PERMISSION_PUBLISH_FACTORS,
        v1::FEATURE_FLAG_FOUNDATION),
};

// A ledger begins without factors.
Outcome LoadGenesis(const v1::Genesis&, const BlockContext&, StateWriter&) {
  return Outcome::Ok();
}

}  // namespace

const Module& FactorsModule() {
  static const Module module{"factors", kOperations, FactorsInvariants(), LoadGenesis};
  return module;
}

}  // namespace tanji::ledger
