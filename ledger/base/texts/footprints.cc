// Footprints, codes 350-399.
#include "ledger/base/texts/texts.h"

namespace tanji::ledger {
namespace {

// clang-format off
constexpr CodeText kTexts[] = {
    {v1::CODE_INVENTORY_FIELD_UNEXPECTED,
     "{field} 应留空：它与 {other} 的 {value} 不能并存。",
     "{field} must be left out: it does not go with {value} of {other}."},
    {v1::CODE_ALLOCATION_OUTPUTS,
     "{field} 为 {value}，而产出有 {count} 项；只有一项产出时应为 ALLOCATION_RULE_NONE，多项产出时应选其他规则。",
     "{field} is {value}, but there are {count} outputs. One output takes ALLOCATION_RULE_NONE; several "
     "take one of the other rules."},
    {v1::CODE_KEY_UNIT_MALFORMED,
     "{field} 的分配系数单位 “{value}” 不合规定，应为 {expected}，且各产出一致。",
     "{field} “{value}” is not a usable unit of an allocation key; it should be {expected}, the same "
     "for all outputs."},
    {v1::CODE_AMOUNT_UNIT_UNSUITABLE,
     "{field} 的单位是 {value}，这里要的是 {expected}。请按这一类单位填写。",
     "{field} is in {value}; what is needed here is {expected}. Enter the amount in such a unit."},
    {v1::CODE_STAGE_NOT_ALLOWED,
     "{field} 的阶段为 {value}，与 {other} 的 {rule} 不符。请改用边界之内的阶段，或修改所依据的设定。",
     "{field} is {value}, which does not go with {rule} of {other}. Choose a stage that it has room "
     "for, or change what it rests on."},
    {v1::CODE_CARBON_GAIN,
     "{field} 为 {value}，高于转换前的 {limit}。碳储量增加不是土地利用变化排放：请另立一行 reported_apart 单独报告。",
     "{field} is {value}, above the {limit} before the conversion. A gain of carbon is no emission of "
     "land-use change: report it in a line reported_apart."},
    {v1::CODE_TOO_MANY_LINE_FACTORS,
     "{field} 用到 {value} 个不同的因子，上限为 {limit} 个。请拆成几行。",
     "{field} names {value} different factors; at most {limit} are allowed. Split it into several lines."},
    {v1::CODE_LINE_ID_REPEATED,
     "{field} 的编号 {value} 重复了：每一行有自己的编号，并且只列一次。",
     "{field} has the id {value} a second time. Each line has an id of its own and is listed once."},
    {v1::CODE_LAND_USE_CHANGE_NOT_STATED,
     "缺少 {field}：请说明报告期之前 20 年内土地是否转换过用途。最省事的依据是土地承包或权属证书，或 20 年前的"
     "卫星影像；没有转换填 UNKNOWN_NOT_APPLICABLE，未核算填 UNKNOWN_NOT_ASSESSED，转换过则加一行 land_use_change。",
     "{field} is missing: say whether the land was converted in the 20 years before the period. A land "
     "contract or title, or a satellite image 20 years old, is the cheapest way to know. Not converted: "
     "UNKNOWN_NOT_APPLICABLE; left out of account: UNKNOWN_NOT_ASSESSED; converted: add a line "
     "land_use_change."},
    {v1::CODE_ESTABLISHMENT_NOT_STATED,
     "缺少 {field}：多年生作物要有建园阶段（STAGE_ESTABLISHMENT）的行；最省事的依据是建园时的购苗、肥料和用工台账。"
     "未核算请填 UNKNOWN_NOT_ASSESSED。",
     "{field} is missing: a perennial crop has lines of STAGE_ESTABLISHMENT. The purchase records of the "
     "planting year (seedlings, fertiliser, work) are the cheapest way to know. Left out of account: "
     "UNKNOWN_NOT_ASSESSED."},
    {v1::CODE_OUTPUT_WITHOUT_LINE,
     "{field} 没有任何一行属于它。采用 ALLOCATION_RULE_SUBDIVISION 时，每项产出都要有自己的行。",
     "No line belongs to {field}. With ALLOCATION_RULE_SUBDIVISION every output has lines of its own."},
    {v1::CODE_GRID_FACTOR_REFUSED,
     "{field} 所指的 {value} 是 FACTOR_KIND_GRID_CO2 类因子，只含发电的二氧化碳，不能用于产品碳足迹。"
     "请改用该地电力的全生命周期因子（FACTOR_KIND_LIFECYCLE_CO2E）。",
     "{field} names {value}, a factor of FACTOR_KIND_GRID_CO2: the CO2 of generation alone, which a "
     "product footprint does not take. Use a life-cycle factor of that place's electricity "
     "(FACTOR_KIND_LIFECYCLE_CO2E)."},
    {v1::CODE_UPSTREAM_NOT_STATED,
     "缺少 {field}：{value} 属于 {kind} 类，不含燃料的上游。请指明一个 FACTOR_KIND_UPSTREAM_CO2E 类因子"
     "（最省事的做法是在发布该因子的数据集里查找），或填 UNKNOWN_NOT_ASSESSED。",
     "{field} is missing: {value} is of {kind} and leaves out what lies upstream. Name a factor of "
     "FACTOR_KIND_UPSTREAM_CO2E (look in the dataset it comes from first), or say "
     "UNKNOWN_NOT_ASSESSED."},
    {v1::CODE_FACTOR_VALUE_UNKNOWN,
     "{field} 所指的 {value} 没有数值（{reason}）。最省事的办法是查阅其出处 “{source}”，请发布方补录；或改用有数值的因子。",
     "{field} names {value}, whose value is not known ({reason}). The cheapest way to know it is to read "
     "its source, “{source}”, and have it published; or name a factor that has a value."},
    {v1::CODE_FACTOR_UNIT_UNSUITABLE,
     "{field} 所指的 {value} 以 {unit} 计，这里要的是 {expected}。请换用这种单位的因子。",
     "{field} names {value}, which is in {unit}; what is needed here is {expected}. Name a factor in that "
     "unit."},
    {v1::CODE_UNIT_MISMATCH,
     "{field} 的单位是 {unit}，而 {value} 以 {factor_unit} 计，两者不能相乘。请按 {expected} 填写数量，或换用与 {unit} 相配的因子。",
     "{field} is in {unit}, but {value} is in {factor_unit}, and the two do not multiply. Enter the amount "
     "in {expected}, or name a factor that goes with {unit}."},
    {v1::CODE_UPSTREAM_UNIT_MISMATCH,
     "{field} 所指的 {value} 以 {factor_unit} 计，而数量（连同换算因子）以 {unit} 计，两者不能相乘。"
     "请在 conversion 中指明以 {expected} 计的物性因子，例如密度。",
     "{field} names {value}, which is in {factor_unit}, but the amount with its conversion is in {unit}, "
     "and the two do not multiply. Name as conversion a physical factor in {expected}, such as a density."},
    {v1::CODE_FACTOR_BEYOND_GATE,
     "{field} 所指的 {value} 含废弃处置（FACTOR_BOUNDARY_CRADLE_TO_GRAVE），不能用于 {boundary} 的清单。"
     "请换用摇篮到大门的因子。",
     "{field} names {value}, which includes the end of life (FACTOR_BOUNDARY_CRADLE_TO_GRAVE) and has no "
     "place in an inventory of {boundary}. Name a cradle-to-gate factor."},
    {v1::CODE_RANGE_OF_ZERO,
     "{field} 所指的 {value} 按气体拆分，数值为 0 却有区间，无法推算各气体的区间。请换用其他因子。",
     "{field} names {value}, which is split by gas, is 0 and yet has a range: how far each gas moves "
     "cannot be told. Name another factor."},
    {v1::CODE_GWP_UNKNOWN,
     "{field} 排放的气体 {value} 在 {gwp_set} 中没有全球增温潜势。请选用列有该气体的增温潜势集。",
     "{field} gives off {value}, for which {gwp_set} has no warming potential. Choose a set that lists "
     "this gas."},
    {v1::CODE_POWER_INEXACT,
     "{field} 的 1 + Σ ROA·CFOA 小数超过九位，不能精确求幂。请减少各有机物料用量的小数位数。",
     "1 + Σ ROA·CFOA of {field} has more than nine decimal places, and its power would not be exact. Give "
     "the amendments with fewer decimal places."},
    {v1::CODE_EXPONENT_UNUSABLE,
     "{field} 所指的 {value} 取值 {exponent}，不能作指数：应大于 0、不超过 1，且至多两位小数。",
     "{field} names {value}, whose value {exponent} cannot be an exponent here: above 0, at most 1, and "
     "at most two decimal places."},
    {v1::CODE_CONVERSION_DAY_UNUSABLE,
     "{field} 为 {value}，应晚于 {lowest} 且不晚于 {highest}：转换后只计 20 年。更早的转换不再计入，请删去这一行，"
     "并注明 UNKNOWN_NOT_APPLICABLE。",
     "{field} is {value}; it must lie after {lowest} and not after {highest}, since a conversion counts "
     "for 20 years. An earlier one no longer counts: leave the line out and say UNKNOWN_NOT_APPLICABLE."},
    {v1::CODE_UPSTREAM_BEYOND_GATE,
     "{field} 所指的 {value} 的边界是 {boundary}，不止于大门。请指明该产品 FOOTPRINT_BOUNDARY_CRADLE_TO_GATE 的碳足迹，"
     "运输另立一行。",
     "{field} names {value}, whose boundary is {boundary} and does not end at a gate. Name the product's "
     "footprint of FOOTPRINT_BOUNDARY_CRADLE_TO_GATE, and enter the transport as a line."},
    {v1::CODE_UPSTREAM_TOO_DEEP,
     "{field} 所指的 {value} 已有 {depth} 层，再加一层就超过上限 {limit} 层。请改用上游产品的因子。",
     "{field} names {value}, which is {depth} deep already; with this inventory it would be more than "
     "{limit}. Use a factor for the upstream product."},
    {v1::CODE_FOOTPRINT_OVERFLOW,
     "{field} 的计算结果超出账本可记的范围（10^29）。请检查数量、单位和产出。",
     "The result of {field} is beyond what the ledger can hold (10^29). Check amounts, units and output."},
    {v1::CODE_FOOTPRINT_IS_DRAFT,
     "{field}：足迹 {value} 还是草稿，尚未申报，不能引用、接替，也不能变更状态。请先申报。",
     "{field}: the footprint {value} is a draft, not declared yet, and can be neither named, succeeded nor "
     "changed in status. Declare it first."},
    {v1::CODE_INVENTORY_FULL,
     "足迹 {value} 已有 {count} 行，加上这些会超过 {limit} 行。请合并同类的行。",
     "The footprint {value} has {count} lines, and with these there would be more than {limit}. Join lines "
     "of the same kind."},
    {v1::CODE_LOT_NOT_COVERED,
     "{field}：批次 {value} 不是产品 {product} 在 {first_day} 至 {last_day} 之间的采收。请改正清单的期间，或去掉这一批次。",
     "{field}: the lot {value} is not a harvest of {product} between {first_day} and {last_day}. Correct "
     "the period of the inventory, or leave the lot out."},
    {v1::CODE_PREDECESSOR_UNSUITABLE,
     "{field}：不能以 {reason} 为由接替 {value}（产品 {product}，{boundary}，{first_day} 至 {last_day}）。"
     "接替者须是同一产品；更正和更换方法或因子年份须是同一期间、同一边界，后者的活动数据也须不变；新期间须起止都更晚，"
     "所含批次也不同。",
     "{field}: {value} cannot be succeeded for the reason {reason}: it is of {product}, {boundary}, from "
     "{first_day} to {last_day}. A successor is of the same product. A correction and another method or "
     "factor year are of the same period and boundary, the latter with the same activities; a new period "
     "begins and ends later and covers other lots."},
    {v1::CODE_FOOTPRINT_SUCCEEDED_TOO_OFTEN,
     "{field}：足迹 {value} 已被接替 {limit} 次，不能再增加。请接替其中较新的一份。",
     "{field}: the footprint {value} has been succeeded {limit} times, the most there may be. Succeed one "
     "of the newer ones instead."},
    {v1::CODE_CLOSURE_TOO_LARGE,
     "验证这份足迹或标识要用 {value} 条记录、{bytes} 字节，最多 {limit} 条、{bytes_limit} 字节。请减少所用的不同因子、"
     "数据集和上游足迹，例如合并相近的行，或精简说明文字；标识还可改在合并批次较少时贴标。",
     "Checking this footprint or label would take {value} records of {bytes} bytes, and at most {limit} records "
     "of {bytes_limit} bytes are allowed. Use fewer different factors, datasets and upstream footprints: join "
     "lines that are alike; and shorten texts. A label can be put on before so many lots are merged."},
};
// clang-format on

}  // namespace

std::span<const CodeText> FootprintsTexts() {
  return kTexts;
}

}  // namespace tanji::ledger
