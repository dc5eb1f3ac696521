// Products, codes 310-349.
#include "ledger/base/texts/texts.h"

namespace tanji::ledger {
namespace {

// clang-format off
constexpr CodeText kTexts[] = {
    {v1::CODE_GS1_NUMBER_MALFORMED,
     "{field} 的编码 “{value}” 不合规定，应为 {expected} 位数字。",
     "{field} “{value}” is not a GS1 number; it should be {expected} digits."},
    {v1::CODE_CHECK_DIGIT_FALSE,
     "{field} 的编码 “{value}” 校验位不对，按前面各位应为 {expected}。请核对是否抄错。",
     "{field} “{value}” has a false check digit; from the digits before it, it should be {expected}. Look "
     "for a slip in copying."},
    {v1::CODE_ADMIN_CODE_MALFORMED,
     "行政区划代码 “{value}” 不合规定，应为 GB/T 2260 的 6 位数字，例如 469029。",
     "“{value}” is not an administrative code; give the 6 digits of GB/T 2260, such as 469029."},
    {v1::CODE_CATEGORY_MALFORMED,
     "{field} 的产品类别 “{value}” 不合规定，应为 CPC 或 HS 代码，例如 CPC:01316 或 HS:0804。",
     "{field} “{value}” is not a product category; give a CPC or HS code, such as CPC:01316 or HS:0804."},
    {v1::CODE_CLIMATE_CONTRADICTED,
     "气候类别填为 {value}，而年降水量 {precipitation_mm} 毫米属于 {expected}：热带以 1000 毫米为界。"
     "请核对降水量或类别。",
     "The climate is given as {value}, but {precipitation_mm} mm of precipitation a year makes it {expected}: "
     "in the tropics the border is 1000 mm. Look at both again."},
    {v1::CODE_UNIT_NOT_ACCEPTED,
     "{field} 的单位 “{value}” 此处不适用，应为 {expected}。",
     "The unit “{value}” does not fit {field}; use {expected}."},
    {v1::CODE_HARVEST_IN_FUTURE,
     "采收截止日 {value} 尚未到来：区块时间 {block_time}，即北京时间 {expected}。请在采收之后登记。",
     "The last day of the harvest, {value}, lies ahead: the block time is {block_time}, {expected} at +08:00. "
     "Register a harvest once it is in."},
    {v1::CODE_FACILITY_WITHOUT_CLIMATE,
     "{field}：{value} 登记时没有气候资料，是不种植的场所，不能作为产地。请填写种植的地块。",
     "{field}: {value} was registered without a climate, as a place where nothing is grown. Name the "
     "orchard or field."},
    {v1::CODE_SELF_CONFIRMATION,
     "{value} 不能确认自己的采收。须由另一家核查机构确认。",
     "{value} cannot confirm a harvest of its own. Another body, an auditor, does."},
    {v1::CODE_REVIEW_NOT_OF_HARVEST,
     "{value} 的第 {number} 段状态不是采收登记时产生的待核状态，无须核查机构确认。",
     "Interval {number} of {value} is not a review that the registration of a harvest opened; there is "
     "nothing for an auditor to confirm."},
    {v1::CODE_REVIEW_ENDS_BY_AUDITOR,
     "{value} 的采收待核查，第 {number} 段状态只能由核查机构确认采收来结束。",
     "The harvest {value} is under review; its interval {number} is ended by an auditor who confirms "
     "the harvest, not by its producer."},
    {v1::CODE_LOT_OVERDRAWN,
     "{field}：{lot} 只余 {left} 千克，不能取出 {value} 千克。",
     "{field}: {lot} has {left} kg left; {value} kg cannot be taken."},
    {v1::CODE_YIELD_EXCEEDED,
     "新批次 {value} 千克多于所取原料乘以得率的 {limit} 千克。请核对质量或得率。",
     "The new lot of {value} kg is more than what was taken times the yield, {limit} kg. Look at the masses "
     "and the yield again."},
    {v1::CODE_YIELD_OF_SAME_PRODUCT,
     "得率为 {value}，但产品未变：分批和并批的得率为 1，损耗请另行登记。",
     "The yield is {value}, but the product stays the same: a split or merge has the yield 1, and what "
     "is lost is reported as a loss."},
    {v1::CODE_PRODUCTS_MIXED,
     "{field}：{lot} 的产品是 {value}，不能并入产品 {expected} 的批次。请将混合物登记为另一产品。",
     "{field}: {lot} is of {value} and cannot become part of a lot of {expected}. Register a product of its "
     "own for the mixture."},
    {v1::CODE_CUSTODY_STRICTER,
     "产销监管链填为 {value}，比来源批次 {lot} 的 {expected} 更严格，不能成立。",
     "The chain of custody is given as {value}, stricter than {expected} of {lot} that it comes from. It "
     "can only stay or become weaker."},
    {v1::CODE_IDENTITY_NOT_PRESERVED,
     "新批次来自 {value} 个批次，不能称为保持身份。请选择较宽的监管链，或只取一个批次。",
     "The new lot comes from {value} lots, so no identity is preserved. Choose a weaker chain of custody, "
     "or take from one lot."},
};
// clang-format on

}  // namespace

std::span<const CodeText> ProductsTexts() {
  return kTexts;
}

}  // namespace tanji::ledger
