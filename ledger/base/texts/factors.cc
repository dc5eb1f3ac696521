// Factors, codes 250-279.
#include "ledger/base/texts/texts.h"

namespace tanji::ledger {
namespace {

// clang-format off
constexpr CodeText kTexts[] = {
    {v1::CODE_FACTOR_CODE_MALFORMED,
     "{field} 的因子代码 “{value}” 不合规定：只用拉丁字母、数字和连字符，1 至 63 个字符，首尾不得为连字符。",
     "{field} “{value}” is not a valid code of a factor: use Latin letters, digits and hyphens, 1 to 63 "
     "characters, with no hyphen first or last."},
    {v1::CODE_DATASET_IS_DRAFT,
     "{field} 所指的数据集 {value} 还是草稿，尚未公布，不能使用。请先公布。",
     "{field}: the dataset {value} is a draft and cannot be used yet. Publish it first."},
    {v1::CODE_DATASET_EMPTY,
     "数据集 {value} 里没有任何因子，不能公布。请先添加。",
     "The dataset {value} has no factor in it and cannot be published. Add them first."},
    {v1::CODE_VALUE_IMPLAUSIBLE,
     "{field} 的值 {value} 不在可信范围 {lowest} 至 {highest} 之内。请核对单位、数量级以及是否漏乘 44/12；"
     "如确实无误，请在“异常说明”中写明理由。",
     "{field} is {value}, outside the plausible bounds {lowest} to {highest}. Check the unit, the "
     "magnitude, and whether 44/12 was lost; if it is right, say why in “unusual”."},
    {v1::CODE_UNUSUAL_NOT_NEEDED,
     "{field} 写了异常说明，但 {value} 并未超出可信范围，或该单位没有可信范围。请去掉说明。",
     "{field} explains an unusual value, but {value} lies within the plausible bounds, or there are none "
     "for its unit. Leave it out."},
    {v1::CODE_GWP_CO2_NOT_ONE,
     "{field} 为 {value}，而首项必须是二氧化碳，其全球增温潜势为 1：其他气体都以它为基准。",
     "{field} is {value}, but the first must be CO2 with a value of 1: all others are measured against it."},
    {v1::CODE_GWP_OF_CO2E,
     "{field} 为二氧化碳当量。当量不是气体，不能有增温潜势，请去掉这一项。",
     "{field} is CO2 equivalents, which are not a gas and have no warming potential. Leave it out."},
    {v1::CODE_TOO_MANY_SUCCESSORS,
     "数据集 {value} 已有 {limit} 个后续数据集，不能再增加。请接替其中较新的一个。",
     "The dataset {value} has been superseded {limit} times, the most there may be. Supersede one of the "
     "newer ones instead."},
    {v1::CODE_GWP_SET_UNIT_MISMATCH,
     "{field} 为 {value}，与单位 {unit} 不符：以二氧化碳当量计的值须写明所用的增温潜势组（或为何不知），"
     "其他的值须写 UNKNOWN_NOT_APPLICABLE。",
     "{field} is {value}, which does not fit the unit {unit}: a value in CO2 equivalents says which GWP set it "
     "was published in, or why that is not known; any other says UNKNOWN_NOT_APPLICABLE."},
    {v1::CODE_GAS_PARTS_WITHOUT_CO2E,
     "{field} 按气体分列，但单位 {unit} 不是二氧化碳当量。只有以当量计的值才能按气体分列。",
     "{field} splits the value by gas, but the unit {unit} is not one of CO2 equivalents. Only such values "
     "can be split."},
    {v1::CODE_KIND_UNIT_MISMATCH,
     "{field} 的类别 {value} 与单位 {unit} 不符：这一类别的值以 {expected} 计，电网排放因子还须按电量计。",
     "{field} is {value}, which does not fit the unit {unit}: such a value counts {expected}, and that of a "
     "grid is per unit of energy."},
};
// clang-format on

}  // namespace

std::span<const CodeText> FactorsTexts() {
  return kTexts;
}

}  // namespace tanji::ledger
