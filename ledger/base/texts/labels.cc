// Labels, codes 450-489.
#include "ledger/base/texts/texts.h"

namespace tanji::ledger {
namespace {

// clang-format off
constexpr CodeText kTexts[] = {
    {v1::CODE_REQUIREMENT_NOT_MET,
     "{object} 不符合标准版本的要求 {field}：现为 {value}，要求 {expected}。请按要求补充或改正后重新申报，或改用另一标准版本。",
     "{object} does not meet the requirement {field} of the version: it has {value}, and {expected} is demanded. "
     "Complete or correct it and declare it again, or use another version."},
    {v1::CODE_STATEMENT_DOES_NOT_STAND,
     "{field}：核查声明 {value} 目前不成立：它所依据的有 {count} 项失效，首先是 {cause}。请先由相关方恢复，或重新核查。",
     "{field}: the statement {value} does not stand: {count} of the things it rests on are not in force, first "
     "{cause}. Have that put right, or have the footprint verified again."},
    {v1::CODE_STATEMENT_OF_OTHER_VERSION,
     "{field}：这份核查声明按 {value} 的规则出具，证书须按 {expected} 的规则。请使用按后者出具的声明。",
     "{field}: the statement was given under the rules of {value}; the certificate is under those of {expected}. "
     "Name a statement given under the latter."},
    {v1::CODE_OPINION_NOT_UNMODIFIED,
     "{field}：核查声明 {value} 的意见是 {opinion}；只有无保留意见才能发证。请生产者改正后重新核查。",
     "{field}: the opinion of the statement {value} is {opinion}; only an unmodified one leads to a certificate. The "
     "producer corrects what was found and has it verified again."},
    {v1::CODE_DECIDER_EVALUATED,
     "{field}：{value} 参加过评价、复核或核查，不能作出认证决定（ISO/IEC 17065，7.6）。请由没有参加的人决定并签名。",
     "{field}: {value} took part in evaluation, review or verification and cannot decide (ISO/IEC 17065, 7.6). "
     "Somebody who took no part decides and signs."},
    {v1::CODE_SELF_CERTIFICATION,
     "{field}：这是 {value} 自己的产品，不能由它自己认证。请委托另一家认证机构。",
     "{field}: the product is {value}'s own, which cannot certify it. Let another certifier do it."},
    {v1::CODE_LICENCE_NOT_OWN,
     "{field}：许可 {value} 是授予 {body} 的，不是 {author} 的。请填写本机构的许可。",
     "{field}: the licence {value} was granted to {body}, not to {author}. Name one of your own."},
    {v1::CODE_LICENCE_OF_OTHER_SCHEME,
     "{field}：许可 {value} 针对 {scheme}，证书属于 {expected}。请填写后者的许可，或向其所有者申请。",
     "{field}: the licence {value} is for {scheme}, the certificate is of {expected}. Name a licence for the latter, or "
     "ask its owner for one."},
    {v1::CODE_SURVEILLANCE_PLAN,
     "{field} 为 {value}，距上一次已超过 {months} 个月：最晚为 {latest}。请在其间安排一次监督。",
     "{field} is {value}, more than {months} months after the one before: {latest} is the latest. Plan a surveillance "
     "in between."},
    {v1::CODE_NO_SURVEILLANCE_DUE,
     "证书 {value} 计划的 {count} 次监督都已记录，没有待进行的。如要继续，请发放延续的新证书。",
     "All {count} planned surveillances of {value} are recorded; none is left. To go on, issue a certificate that "
     "succeeds it."},
    {v1::CODE_CERTIFICATE_SUCCEEDED,
     "{field}：证书 {value} 已由 {successor} 接替。请使用后者。",
     "{field}: the certificate {value} has been succeeded by {successor}. Use that one."},
    {v1::CODE_CERTIFICATE_DOES_NOT_STAND,
     "{field}：证书 {value} 目前不成立：它所依据的有 {count} 项失效，首先是 {cause}。恢复之前不能放行标识。",
     "{field}: the certificate {value} does not stand: {count} of the things it rests on are not in force, first "
     "{cause}. Nothing is labelled under it until that is put right."},
    {v1::CODE_SURVEILLANCE_OVERDUE,
     "{field}：证书 {value} 应在 {day} 前接受监督，至今没有记录。请认证机构先完成并记录监督。",
     "{field}: the certificate {value} was to be looked after by {day}, and nothing is recorded. The certifier holds and "
     "records the surveillance first."},
    {v1::CODE_LOT_OF_OTHER_PRODUCT,
     "{field}：批次 {value} 的产品是 {product}，证书针对 {expected}。请选用该产品的批次，或持该产品的证书。",
     "{field}: the lot {value} is of {product}, the certificate is for {expected}. Name a lot of that product, or a "
     "certificate for this one."},
    {v1::CODE_HARVEST_OUTSIDE_COVERAGE,
     "{field}：批次 {value} 来自采收 {harvest}，不在足迹 {footprint} 涵盖之内（{first_day} 至 {last_day}）。请为该次采收申报足迹并取得证书。",
     "{field}: the lot {value} comes from the harvest {harvest}, which the footprint {footprint} does not cover "
     "({first_day} to {last_day}). Declare a footprint for that harvest and have it certified."},
    {v1::CODE_HARVEST_YEAR_NOT_MET,
     "{field}：批次 {value} 采收于 {year} 年，证书 {certificate} 不涵盖该年：足迹或其更正高于当年的限值，或当年没有限值。"
     "请更正足迹，或为它另取证书。",
     "{field}: the lot {value} was harvested in {year}, for which the certificate {certificate} does not hold: the "
     "footprint, or a correction of it, is above the threshold of that year, or there is none. Have a lower footprint "
     "certified."},
    {v1::CODE_LABELLED_BEYOND_LOT,
     "{field} 为 {value} kg，批次 {lot} 在 {scheme} 下只剩 {left} kg 可以贴标（已贴 {labelled} kg）。同一批货不能重复贴标。",
     "{field} is {value} kg, but of the lot {lot} only {left} kg may still be labelled under {scheme} ({labelled} kg are). "
     "No kilogram is labelled twice."},
    {v1::CODE_CLAIM_NOT_ALLOWED,
     "{field} 为 {value}：{version} 在市场 {market} 允许 {count} 条用语，编号从 0 起。未列出的市场或用语不得使用。",
     "{field} is {value}: {version} allows {count} claims in the market {market}, numbered from 0. Nothing may be said in a "
     "market, or in words, that it does not list."},
    {v1::CODE_RELEASE_NOT_WAITING,
     "标识 {value} 没有等待确认：放行不需要认证机构确认，或已经确认过。",
     "The label {value} waits for no confirmation: its release needed none, or it was given already."},
    {v1::CODE_REVIEW_ENDS_BY_CONFIRMATION,
     "标识 {value} 的放行复核只能由认证机构确认放行来结束。请使用确认放行的操作。",
     "The review that the release of {value} opened ends by the confirmation of the release, and not otherwise. Confirm the "
     "release."},
    {v1::CODE_UNITS_REPORTED,
     "{field} 为 {value}，其中的编号此前已报告过（{reported}）。请只报告其余的编号。",
     "{field} is {value}, of which {reported} were reported before. Report the others only."},
    {v1::CODE_REPORT_FORM_MISMATCH,
     "{field} 不适用于标识 {value}：请改填 {expected}。有单件序号的按编号报告，没有的按质量报告。",
     "{field} does not fit the label {value}: use {expected}. Numbered units are reported by their numbers, a mark on the "
     "whole by mass."},
    {v1::CODE_REPORTS_FULL,
     "标识 {value} 已有 {limit} 次报告，不能再增加。请把相邻的编号合在一次报告里；用完之后只能由认证机构暂停或撤销。",
     "The label {value} has {limit} reports, and no more are recorded. Report numbers that follow each other at once; now "
     "only the certifier can suspend or withdraw it."},
    {v1::CODE_LINEAGE_TOO_LARGE,
     "{field}：批次 {value} 连同其来源超过 {limit} 个批次，证明会过大。请减少合并的层数后再贴标。",
     "{field}: the lot {value} comes from more than {limit} lots, and its proof would be too large. Label before so many are "
     "merged."},
    {v1::CODE_CERTIFICATE_PREDECESSOR_UNSUITABLE,
     "{field}：证书 {value} 针对 {product}（{scheme}），新证书不是同一产品和同一标准。请填写同一产品、同一标准的证书，或留空。",
     "{field}: the certificate {value} is for {product} under {scheme}; the new one is for another product or scheme. Name "
     "one for the same, or none."},
    {v1::CODE_TOO_MANY_SCHEMES_ON_LOT,
     "批次 {lot} 已带有 {limit} 个标准的标识，不能再加。",
     "The lot {lot} bears labels of {limit} schemes, and no more are added."},
    {v1::CODE_SCHEME_WITHOUT_LABELS,
     "{field}：{value} 所属的标准是 {kind} 类，不授予产品标识。请填写产品标识类标准的版本。",
     "{field}: the scheme of {value} is of the kind {kind}, which gives no labels. Name a version of a scheme of product "
     "labels."},
    {v1::CODE_SURVEILLANCE_TOO_EARLY,
     "证书 {value} 的下一次监督不能早于 {earliest} 记录：它所对应的期间还没有开始。",
     "The next surveillance of {value} is not recorded before {earliest}: what it looks after has not begun."},
    {v1::CODE_HOLDER_UNKNOWN,
     "{field}：{value} 不是 {participant} 任何密钥的持有人。请填写本机构密钥持有人的代号。",
     "{field}: no key of {participant} is held by {value}. Name holders of keys of your own."},
    {v1::CODE_RUN_NOT_AFTER,
     "{field} 为 {value}，但编号到 {last} 为止的印刷批已在此标准下放行过。请从 {last} 之后的编号开始，一个编号只用一次。",
     "{field} is {value}, but runs up to {last} were released under this scheme before. Begin after {last}: a number is on "
     "one label only."},
};
// clang-format on

}  // namespace

std::span<const CodeText> LabelsTexts() {
  return kTexts;
}

}  // namespace tanji::ledger
