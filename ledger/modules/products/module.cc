#include "ledger/modules/products/module.h"

#include "ledger/modules/products/change_facility_status.h"
#include "ledger/modules/products/change_lot_status.h"
#include "ledger/modules/products/change_product_status.h"
#include "ledger/modules/products/confirm_harvest.h"
#include "ledger/modules/products/derive_lot.h"
#include "ledger/modules/products/invariants.h"
#include "ledger/modules/products/register_facility.h"
#include "ledger/modules/products/register_harvest.h"
#include "ledger/modules/products/register_product.h"
#include "ledger/modules/products/report_loss.h"
#include "ledger/modules/products/set_yield_bound.h"

namespace tanji::ledger {
namespace {

constexpr OperationRow kOperations[] = {
    MakeRow<&v1::Operation::register_facility, CheckRegisterFacility, AuthoriseRegisterFacility,
            ApplyRegisterFacility>(v1::Operation::kRegisterFacility, "register_facility",
                                   v1::PERMISSION_REGISTER_PRODUCTS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::register_product, CheckRegisterProduct, AuthoriseRegisterProduct,
            ApplyRegisterProduct>(v1::Operation::kRegisterProduct, "register_product",
                                  v1::PERMISSION_REGISTER_PRODUCTS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::change_facility_status, CheckChangeFacilityStatus,
            AuthoriseChangeFacilityStatus, ApplyChangeFacilityStatus>(
        v1::Operation::kChangeFacilityStatus, "change_facility_status",
        v1::PERMISSION_REGISTER_PRODUCTS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::change_product_status, CheckChangeProductStatus,
            AuthoriseChangeProductStatus, ApplyChangeProductStatus>(
        v1::Operation::kChangeProductStatus, "change_product_status",
        v1::PERMISSION_REGISTER_PRODUCTS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::set_yield_bound, CheckSetYieldBound, AuthoriseSetYieldBound,
            ApplySetYieldBound>(v1::Operation::kSetYieldBound, "set_yield_bound",
                                v1::PERMISSION_GOVERN, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::register_harvest, CheckRegisterHarvest, AuthoriseRegisterHarvest,
            ApplyRegisterHarvest>(v1::Operation::kRegisterHarvest, "register_harvest",
                                  v1::PERMISSION_REGISTER_PRODUCTS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::confirm_harvest, CheckConfirmHarvest, AuthoriseConfirmHarvest,
            ApplyConfirmHarvest>(v1::Operation::kConfirmHarvest, "confirm_harvest",
                                 v1::PERMISSION_VERIFY, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::derive_lot, CheckDeriveLot, AuthoriseDeriveLot, ApplyDeriveLot>(
        v1::Operation::kDeriveLot, "derive_lot", v1::PERMISSION_REGISTER_PRODUCTS,
        v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::report_loss, CheckReportLoss, AuthoriseReportLoss, ApplyReportLoss>(
        v1::Operation::kReportLoss, "report_loss", v1::PERMISSION_REGISTER_PRODUCTS,
        v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::change_lot_status, CheckChangeLotStatus, AuthoriseChangeLotStatus,
            ApplyChangeLotStatus>(v1::Operation::kChangeLotStatus, "change_lot_status",
                                  v1::PERMISSION_REGISTER_PRODUCTS, v1::FEATURE_FLAG_FOUNDATION),
};

// A ledger begins without products.
Outcome LoadGenesis(const v1::Genesis&, const BlockContext&, StateWriter&) {
  return Outcome::Ok();
}

}  // namespace

const Module& ProductsModule() {
  static const Module module{"products", kOperations, ProductsInvariants(), LoadGenesis};
  return module;
}

}  // namespace tanji::ledger
