// Words of factors, and of the values that later modules share with them (value.proto).
#include "client/cli/labels/tables.h"

namespace tanji::client::cli {
namespace {

constexpr Label kFields[] = {
    {"CreateDataset.licence", {"使用许可", "terms of use"}},
    {"Dataset.licence", {"使用许可", "terms of use"}},
    {"add_factors", {"添加因子", "Add factors"}},
    {"boundary", {"系统边界", "boundary"}},
    {"change_dataset_status", {"变更数据集状态", "Change the status of a dataset"}},
    {"change_factor_status", {"变更因子状态", "Change the status of a factor"}},
    {"change_gwp_set_status", {"变更增温潜势组状态", "Change the status of a GWP set"}},
    {"create_dataset", {"建立数据集", "Create a dataset"}},
    {"created_by", {"建立方", "created by"}},
    {"created_time", {"建立时间", "created"}},
    {"dataset", {"数据集", "dataset"}},
    {"dataset_status", {"数据集的状态", "status of the dataset"}},
    {"document_sha256", {"原文 SHA-256", "SHA-256 of the document"}},
    {"factor", {"因子", "factor"}},
    {"factor_count", {"因子数", "factors"}},
    {"gas", {"气体", "gas"}},
    {"gwp_set", {"增温潜势组", "GWP set"}},
    {"high", {"上限", "high"}},
    {"last_code", {"末行代码", "last code"}},
    {"low", {"下限", "low"}},
    {"note", {"备注", "note"}},
    {"notice_number", {"公告文号", "notice number"}},
    {"parts", {"分气体", "by gas"}},
    {"progress", {"进展", "progress"}},
    {"publish_dataset", {"公布数据集", "Publish a dataset"}},
    {"publish_gwp_set", {"公布增温潜势组", "Publish a GWP set"}},
    {"published_by", {"公布方", "published by participant"}},
    {"published_time", {"公布时间", "published"}},
    {"publisher", {"发布机构", "published by"}},
    {"publisher_status", {"公布方的状态", "status of who published it"}},
    {"range", {"范围", "range"}},
    {"row", {"内容", "content"}},
    {"rows", {"因子", "rows"}},
    {"rows_digest", {"各行摘要", "digest of the rows"}},
    {"source", {"出处", "source"}},
    {"successors", {"后续数据集", "superseded by"}},
    {"supersedes", {"接替", "supersedes"}},
    {"text", {"文字", "text"}},
    {"transcription_sha256", {"转录表 SHA-256", "SHA-256 of the transcription"}},
    {"unknown", {"未知原因", "not known because"}},
    {"unusual", {"异常说明", "why it is unusual"}},
    {"values", {"各气体的值", "values"}},
    {"year", {"年份", "year"}},
};

constexpr Label kValues[] = {
    {"FACTOR_BOUNDARY_CRADLE_TO_GATE", {"摇篮到大门", "cradle to gate"}},
    {"FACTOR_BOUNDARY_CRADLE_TO_GRAVE", {"摇篮到坟墓", "cradle to grave"}},
    {"FACTOR_BOUNDARY_GENERATION", {"发电", "generation"}},
    {"FACTOR_BOUNDARY_NOT_APPLICABLE", {"无边界", "no boundary"}},
    {"FACTOR_BOUNDARY_NOT_PUBLISHED", {"边界未公布", "boundary not published"}},
    {"FACTOR_BOUNDARY_TANK_TO_WHEEL", {"油箱到车轮", "tank to wheel"}},
    {"FACTOR_BOUNDARY_WELL_TO_TANK", {"油井到油箱", "well to tank"}},
    {"FACTOR_BOUNDARY_WELL_TO_WHEEL", {"油井到车轮", "well to wheel"}},
    {"FACTOR_KIND_COMBUSTION_CO2", {"燃烧二氧化碳", "CO2 of combustion"}},
    {"FACTOR_KIND_GAS_MODEL", {"模型参数", "parameter of a model"}},
    {"FACTOR_KIND_GRID_CO2", {"电网二氧化碳", "grid CO2"}},
    {"FACTOR_KIND_LIFECYCLE_CO2E", {"全生命周期排放", "CO2e of the life cycle"}},
    {"FACTOR_KIND_OPERATION_CO2E", {"运行排放", "CO2e of operation"}},
    {"FACTOR_KIND_PHYSICAL", {"物理性质", "physical property"}},
    {"FACTOR_KIND_UPSTREAM_CO2E", {"上游排放", "CO2e upstream"}},
    {"GAS_CH4", {"甲烷（来源不明）", "CH4 of unknown origin"}},
    {"GAS_CH4_FOSSIL", {"化石源甲烷", "CH4, fossil"}},
    {"GAS_CH4_NON_FOSSIL", {"非化石源甲烷", "CH4, not fossil"}},
    {"GAS_CO2", {"二氧化碳", "CO2"}},
    {"GAS_CO2E", {"二氧化碳当量", "CO2 equivalents"}},
    {"GAS_HFC_134A", {"四氟乙烷（HFC-134a）", "HFC-134a"}},
    {"GAS_N2O", {"氧化亚氮", "N2O"}},
    {"GAS_SF6", {"六氟化硫", "SF6"}},
};

static_assert(IsAscending(kFields) && IsAscending(kValues));

}  // namespace

LabelTable FactorsLabels() {
  return {kFields, kValues};
}

}  // namespace tanji::client::cli
