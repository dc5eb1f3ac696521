// Words of products.
#include "client/cli/labels/tables.h"

namespace tanji::client::cli {
namespace {

constexpr Label kFields[] = {
    {"ConfirmHarvest.interval", {"结束第几段状态", "ends interval number"}},
    {"HarvestConfirmation.interval", {"结束的状态区间", "interval ended"}},
    {"admin_code", {"行政区划代码", "administrative code"}},
    {"area", {"面积", "area"}},
    {"area_m2", {"面积（平方米）", "area (m2)"}},
    {"auditor", {"核查机构", "auditor"}},
    {"auditor_status", {"核查机构的状态", "status of the auditor"}},
    {"balance", {"去向", "what is gone"}},
    {"bound_kg", {"合理产量上限（千克）", "plausible at most (kg)"}},
    {"bound_unknown", {"合理产量上限", "plausible at most"}},
    {"change_facility_status", {"变更设施状态", "Change the status of a facility"}},
    {"change_lot_status", {"变更批次状态", "Change the status of a lot"}},
    {"change_product_status", {"变更产品状态", "Change the status of a product"}},
    {"class", {"干湿类别", "wet or dry"}},
    {"climate", {"气候", "climate"}},
    {"confirm_harvest", {"确认采收", "Confirm a harvest"}},
    {"confirmation", {"采收确认", "confirmation"}},
    {"confirmed_by", {"确认的签署人", "confirming signer"}},
    {"confirmed_time", {"确认时间", "confirmed"}},
    {"derivation", {"来自其他批次", "from other lots"}},
    {"derive_lot", {"由批次生成新批次", "Derive a lot"}},
    {"facilities", {"地块或设施", "facilities"}},
    {"facility", {"地块或设施", "facility"}},
    {"finding", {"核查所见", "finding"}},
    {"first_day", {"采收首日", "first day of harvest"}},
    {"from_year", {"统计起始年", "first year"}},
    {"gln", {"GLN 位置码", "GLN"}},
    {"gtin", {"GTIN 商品条码", "GTIN"}},
    {"harvest", {"采收", "harvest"}},
    {"irrigation", {"灌溉", "irrigation"}},
    {"kg_per_ha", {"每公顷千克数", "kg per hectare"}},
    {"last_day", {"采收截止日", "last day of harvest"}},
    {"lost_kg", {"已损耗（千克）", "lost (kg)"}},
    {"lot", {"批次", "lot"}},
    {"mass", {"质量", "mass"}},
    {"mass_kg", {"质量（千克）", "mass (kg)"}},
    {"moisture", {"含水率（万分之一）", "moisture (1/10000)"}},
    {"moisture_unknown", {"含水率", "moisture"}},
    {"parents", {"来源批次", "from lot"}},
    {"precipitation_mm", {"年均降水量（毫米）", "precipitation a year (mm)"}},
    {"producer", {"生产者", "producer"}},
    {"producer_status", {"生产者的状态", "status of the producer"}},
    {"product", {"产品", "product"}},
    {"register_facility", {"登记地块或设施", "Register a facility"}},
    {"register_harvest", {"登记采收", "Register a harvest"}},
    {"register_product", {"登记产品", "Register a product"}},
    {"report_loss", {"登记损耗", "Report a loss"}},
    {"set_by", {"设定人", "set by"}},
    {"set_time", {"设定时间", "set"}},
    {"set_yield_bound", {"设定最高合理单产", "Set the highest plausible yield"}},
    {"station", {"气象站", "station"}},
    {"taken_kg", {"已转入其他批次（千克）", "gone into other lots (kg)"}},
    {"until_year", {"统计截止年", "last year"}},
    {"yield_ratio", {"得率", "yield"}},
};

constexpr Label kValues[] = {
    {"CLIMATE_CLASS_DRY", {"干", "dry"}},        {"CLIMATE_CLASS_WET", {"湿", "wet"}},
    {"IRRIGATION_DRIP", {"滴灌", "drip"}},       {"IRRIGATION_NONE", {"不灌溉", "none"}},
    {"IRRIGATION_OTHER", {"其他灌溉", "other"}},
};

static_assert(IsAscending(kFields) && IsAscending(kValues));

}  // namespace

LabelTable ProductsLabels() {
  return {kFields, kValues};
}

}  // namespace tanji::client::cli
