// Schemes, codes 280-309.
#include "ledger/base/texts/texts.h"

namespace tanji::ledger {
namespace {

// clang-format off
constexpr CodeText kTexts[] = {
    {v1::CODE_SERIAL_PREFIX_MALFORMED,
     "序列号前缀 “{value}” 不合规定：2 至 7 个字符，只用大写字母（I、L、O、U 除外）和数字，首字符为字母。",
     "“{value}” cannot begin serials: use 2 to 7 capital letters (not I, L, O or U) and digits, the first "
     "one a letter."},
    {v1::CODE_SERIAL_PREFIX_TAKEN,
     "序列号前缀 {value} 已属于 {scheme}。前缀在所有标准体系中唯一，请另选一个。",
     "The serial prefix {value} belongs to {scheme}. A prefix is unique over all schemes; choose another."},
    {v1::CODE_NOT_FOR_SCHEME_KIND,
     "{field} 不适用于 {value} 类的标准体系，请留空。",
     "{field} does not belong to a scheme of the kind {value}; leave it out."},
    {v1::CODE_MONITOR_NOT_INDEPENDENT,
     "{value} 拥有该标准体系，不能监督自己。请填写独立于拥有者和经营者的机构，或写明尚无此项。",
     "{value} owns the scheme and cannot monitor itself. Name a body that is independent of owner and "
     "traders, or say that there is none."},
    {v1::CODE_CHANGES_RULES,
     "{field} 会改变规则，而 {value} 只是编辑性版本，只能改动文件和条款文字。规则的变更请另建技术性版本。",
     "{field} would change rules, and {value} is an editorial version, which differs in documents and "
     "clause texts only. Rules change with a technical version."},
    {v1::CODE_VERSION_NOT_PUBLISHED,
     "{field} 所指的 {value} 还是草稿，尚未公布，不能据以办理。",
     "{field} names {value}, which is a draft: nothing can rest on it before it is published."},
    {v1::CODE_WRONG_PREDECESSOR,
     "{field} 为 “{value}”，而该标准体系最新的技术性版本是 “{expected}”，新版本只能接替它；还没有版本时留空。",
     "{field} is “{value}”, but the newest technical version of the scheme is “{expected}”, and that is what "
     "a new one supersedes; where there is none it stays empty."},
    {v1::CODE_DAY_TOO_EARLY,
     "{field} 的日期 {value} 太早，最早应为 {lowest}。",
     "{field}: {value} is too early; the earliest day is {lowest}."},
    {v1::CODE_VERSION_INCOMPLETE,
     "{field} 现有 {value} 项，应有 {expected} 项，版本还不能公布。",
     "{field} has {value} entries and needs {expected}: the version cannot be published yet."},
    {v1::CODE_DOCUMENT_NEEDED,
     "版本没有任何文件。请至少填写中文或英文文件中一份的 SHA-256。",
     "The version has no document. Give the SHA-256 of the Chinese or the English one at least."},
    {v1::CODE_NO_BASE_INTENSITY,
     "类别 {category} 没有有出处的基准强度，因此没有限值，也不能授予标识。最省事的办法：“{way}”。",
     "The category {category} has no sourced base intensity, hence no threshold and no label. The "
     "cheapest way to one: “{way}”."},
    {v1::CODE_CATEGORY_NOT_COVERED,
     "{value} 不涵盖产品类别 {category}。",
     "{value} does not cover the product category {category}."},
    {v1::CODE_YEAR_OUTSIDE_PATHWAY,
     "收获年份 {value} 不在路径范围之内（{lowest} 至 {highest}），没有限值。",
     "The harvest year {value} lies outside the pathway ({lowest} to {highest}); there is no threshold "
     "for it."},
    {v1::CODE_THRESHOLD_EXCEEDED,
     "用以判定的数值 {value} 高于上限 {limit}，不符合要求。",
     "The value that decides is {value}, above the limit of {limit}: the product does not qualify."},
    {v1::CODE_PATHWAY_MALFORMED,
     "路径 {field} 的值 “{value}” 不合规定，应为 {expected}：首点为基准年、份额 1，年份递增，份额不回升。",
     "“{value}” does not fit in {field} of the pathway; it should be {expected}. The first point is the base "
     "year with the share 1, years ascend, shares never rise."},
    {v1::CODE_PATHWAY_MISSING,
     "{field} 有基准强度，却没有路径：该类别和版本都未声明。请补上其一。",
     "{field} has a base intensity but no pathway: neither the category nor the version declares one. Add "
     "one."},
    {v1::CODE_INTENSITY_UNIT,
     "{field} 的单位 {value} 不能换算为该版本的单位 {expected}。",
     "{field} is in {value}, which does not convert to the unit of the version, {expected}."},
    {v1::CODE_GRADES_MALFORMED,
     "等级 {field} 的值 “{value}” 不合规定，应为 {expected}：等级从优到劣，份额递增，编号不重复，最后一级为 1。",
     "“{value}” does not fit in {field}; it should be {expected}. Grades go from best to worst, their shares "
     "ascend, no id is repeated, and the last share is 1."},
    {v1::CODE_NOT_WANTED,
     "{field} 在此不适用，请留空。",
     "{field} does not apply here; leave it out."},
    {v1::CODE_VOID_IN_FUTURE,
     "无效的起始时间 {from_time} 晚于区块时间 {block_time}。对将来请用注销。",
     "The version would be void from {from_time} on, after the block time {block_time}. For the future, "
     "withdraw it."},
    {v1::CODE_NOT_VOID_FROM_EARLIER,
     "{value} 自 {from_time} 起已属无效，只能改为更早。",
     "{value} is void from {from_time} on already; that can only become earlier."},
    {v1::CODE_ISSUE_ENDED,
     "{field} 所指的 {value} 已被 {successor} 取代，最后签发日 {last_day} 已过。请按新版本办理。",
     "{field} names {value}, which {successor} has superseded; its last day of issue, {last_day}, has "
     "passed. Use the new version."},
    {v1::CODE_LICENCE_NOT_OF_OWNER,
     "{value} 由 {body} 授予，而 {scheme} 属于 {owner}，只有拥有者的许可有效。",
     "{value} was granted by {body}, but {scheme} belongs to {owner}, and only its owner's licence counts."},
    {v1::CODE_TOO_MANY_EDITIONS,
     "{value} 的编辑性版本已达上限 {limit} 个。请改出技术性版本。",
     "{value} already has {limit} editorial versions, the most there may be. Make a technical one."},
    {v1::CODE_THRESHOLD_OVERFLOW,
     "类别 {category} 的限值超出账本所能表示的范围，请核对基准强度及其单位。",
     "The threshold of {category} is out of the ledger's range; look at the base intensity and its units."},
};
// clang-format on

}  // namespace

std::span<const CodeText> SchemesTexts() {
  return kTexts;
}

}  // namespace tanji::ledger
