// Verification, codes 410-449.
#include "ledger/base/texts/texts.h"

namespace tanji::ledger {
namespace {

// clang-format off
constexpr CodeText kTexts[] = {
    {v1::CODE_SELF_VERIFICATION,
     "{field}：这份足迹是 {value} 自己申报的，不能由它自己核查。请委托另一家核查机构。",
     "{field}: this footprint was declared by {value}, which cannot verify its own. Let another auditor do it."},
    {v1::CODE_OUTSIDE_SCOPE,
     "{field}：认可 {accreditation} 不涵盖 {value}，只涵盖：{covered}。请改用涵盖它的认可，或请认可机构扩大范围。",
     "{field}: the accreditation {accreditation} does not cover {value}; it covers: {covered}. Name one that "
     "does, or ask the accreditor to extend it."},
    {v1::CODE_FOUR_EYES,
     "{field}：核查组长和独立复核人都是 {value}。两者须是不同的人。",
     "{field}: {value} is both lead verifier and independent reviewer. They must be two people."},
    {v1::CODE_HOLDER_NOT_SIGNING,
     "{field} 为 {value}，但这项操作没有用此人的密钥签名，或其密钥没有 {permission} 权限、当前无效。这份交易已经用掉：请重新制作，等两人都签名后再提交。",
     "{field} is {value}, but no key of that holder signs this operation, or the key lacks {permission} "
     "or is not in force. This transaction is spent: make it anew, and submit it once both have signed."},
    {v1::CODE_OPINION_TOO_FAVOURABLE,
     "{field} 不能是 {value}：已知错报合计为足迹数值的 {share} %，上限为 {limit} %；另有 {unknown} 项错报数值未知。"
     "请改为保留意见或否定意见，或等生产者更正后再出具；不影响数值的发现，错报填 0。",
     "{field} cannot be {value}: the known misstatements are {share} % of the value, {limit} % are allowed, and "
     "{unknown} more are not known. Give a qualified or adverse opinion, or wait until the producer has "
     "corrected it. A finding that changes nothing has the misstatement 0."},
    {v1::CODE_CORRECTIONS_OPEN,
     "{field}：贵机构对 {value} 提出的更正要求还有 {count} 项没有关闭。请先逐项关闭（已解决或撤回）。",
     "{field}: {count} of your own requests for correction on {value} are not closed. Close each first, as "
     "resolved or withdrawn."},
    {v1::CODE_ROTATION_DUE,
     "{field}：贵机构自 {first_year} 年至 {last_year} 年将连续为 {value} 核查，方案至多允许连续 {limit} 年。请由另一家核查机构接手。",
     "{field}: you would verify for {value} in every year from {first_year} to {last_year}; the scheme allows "
     "{limit} in a row. Another auditor takes over."},
    {v1::CODE_LINE_UNKNOWN,
     "{field}：足迹 {footprint} 没有编号为 {value} 的行。请查看它的清单，按其中的编号填写。",
     "{field}: the footprint {footprint} has no line {value}. Look at its inventory and use the ids there."},
    {v1::CODE_CORRECTION_CLOSED,
     "更正要求 {value} 已经关闭（{state}），不能再答复或关闭。如有新的问题，请另提一项。",
     "The request for correction {value} is closed ({state}) and can be neither answered nor closed again. If "
     "there is something new, it takes a new request."},
    {v1::CODE_CORRECTION_ANSWERED,
     "更正要求 {value} 已经答复过，只能答复一次。请等核查机构关闭它，或另提新的要求。",
     "The request for correction {value} has been answered, which is done once. The auditor closes it now, or "
     "makes a new one."},
    {v1::CODE_NOT_IMPARTIAL,
     "{field} 必须为 true：核查或认证机构须声明本机构及有关人员公正、独立于生产者，且在规定期限内未向其提供咨询"
     "（ISO/IEC 17029，5.3；ISO/IEC 17065，4.2）。不能如实声明的，不得出具。",
     "{field} must be true: auditor or certifier declares that it and the people named are impartial, independent of "
     "the producer, and advised it on nothing within the time that is asked for (ISO/IEC 17029, 5.3; ISO/IEC 17065, "
     "4.2). Whoever cannot truly say so issues nothing."},
    {v1::CODE_FOOTPRINT_DOES_NOT_STAND,
     "{field}：足迹 {value} 目前不成立：它所依据的有 {count} 项失效，首先是 {cause}。请生产者改正并申报新的足迹。",
     "{field}: the footprint {value} does not stand: {count} of the things it rests on are not in force, first "
     "{cause}. The producer corrects this and declares a new footprint."},
    {v1::CODE_ACCREDITATION_NOT_OWN,
     "{field}：认可 {value} 是授予 {body} 的，不是 {author} 的。请填写本机构的认可。",
     "{field}: the accreditation {value} was granted to {body}, not to {author}. Name one of your own."},
};
// clang-format on

}  // namespace

std::span<const CodeText> VerificationTexts() {
  return kTexts;
}

}  // namespace tanji::ledger
