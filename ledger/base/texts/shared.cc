// Rules that several modules share, codes 80-149.
#include "ledger/base/texts/texts.h"

namespace tanji::ledger {
namespace {

// clang-format off
constexpr CodeText kTexts[] = {
    {v1::CODE_FIELD_MISSING,
     "缺少必填项 {field}，请填写。",
     "{field} is missing; please fill it in."},
    {v1::CODE_FIELD_TOO_LONG,
     "{field} 有 {value} 字节，上限为 {limit} 字节。请缩短。",
     "{field} has {value} bytes; at most {limit} are allowed. Shorten it."},
    {v1::CODE_FIELD_OUT_OF_RANGE,
     "{field} 的值为 {value}，应在 {lowest} 与 {highest} 之间。",
     "{field} is {value}; it must lie between {lowest} and {highest}."},
    {v1::CODE_FIELD_LENGTH,
     "{field} 有 {value} 字节，必须正好是 {expected} 字节。",
     "{field} has {value} bytes; it must have exactly {expected}."},
    {v1::CODE_LIST_NOT_ASCENDING,
     "列表项 {field}（{value}）次序不对：各项须按升序排列，且不得重复。",
     "{field} ({value}) is out of order: the items ascend and none is repeated."},
    {v1::CODE_LIST_TOO_LONG,
     "列表 {field} 有 {value} 项，上限为 {limit} 项。",
     "The list {field} has {value} items; at most {limit} are allowed."},
    {v1::CODE_ID_MALFORMED,
     "{field} 的编号 “{value}” 不合规定：只用小写字母、数字和连字符，1 至 63 个字符，"
     "首尾不得为连字符。",
     "{field} “{value}” is not a valid id: use lower-case letters, digits and hyphens, 1 to 63 "
     "characters, with no hyphen first or last."},
    {v1::CODE_NAME_MALFORMED,
     "{field} 的名称 “{value}” 不合规定，应为 {expected} 的形式。",
     "{field} “{value}” is not a valid name; it should look like {expected}."},
    {v1::CODE_TEXT_MISSING,
     "{field} 没有文字。以哪种语言为准，就必须填写哪种语言的文字。",
     "{field} has no text. The language that prevails must be filled in."},
    {v1::CODE_TEXT_INCONSISTENT,
     "{field} 为 {value}，与所填文字不符，应为 {expected}。",
     "{field} is {value}, which does not agree with the texts given; it should be {expected}."},
    {v1::CODE_OPERATION_REFERENCE,
     "{field} 指向第 {value} 项操作，但它不是同一交易中更早的 {expected} 操作。",
     "{field} points to operation {value}, which is not an earlier {expected} of the same "
     "transaction."},
    {v1::CODE_PERIOD_EMPTY,
     "{field}（{until_time}）必须晚于 {from_time}。",
     "{field} ({until_time}) must be later than {from_time}."},
    {v1::CODE_NOT_FOUND,
     "{field} 所指的 {value} 在账本上不存在。请检查名称，或先完成登记。",
     "{field} names {value}, which the ledger does not hold. Check the name, or register it first."},
    {v1::CODE_ALREADY_EXISTS,
     "{field} 所指的 {value} 已经登记过，不能重复登记。",
     "{field} names {value}, which is registered already and cannot be registered again."},
    {v1::CODE_NOT_IN_FORCE,
     "{field} 所指的 {value} 目前无效：尚未生效、已到期，或正在暂停、复审、已撤回。请查看其状态。",
     "{field} names {value}, which is not in force now: not yet valid, expired, under review, "
     "suspended or ended. Look at its status."},
    {v1::CODE_WRONG_KIND,
     "{field} 所指的 {value} 不具备所需的类别，应为 {expected}。",
     "{field} names {value}, which is not of the kind needed here: {expected}."},
    {v1::CODE_NOT_ENTITLED,
     "{value} 无权进行这项操作，只有 {expected} 可以。",
     "{value} is not entitled to do this; only {expected} is."},
    {v1::CODE_BACKDATED,
     "{field}（{effective_time}）早于区块时间 {block_time}。不得倒签日期，请填写区块时间或更晚的时间。",
     "{field} ({effective_time}) lies before the block time {block_time}. Nothing is backdated: give that time or "
     "a later one."},
    {v1::CODE_STATUS_CHANGE_NOT_ALLOWED,
     "{value} 自 {from_time} 起已为 {status}，这是最终状态，此后不能再变更。",
     "{value} is {status} from {from_time} on; that is final, and nothing after it can be changed."},
    {v1::CODE_INTERVAL_NOT_OPEN,
     "第 {number} 条状态记录无法结束：只有仍在持续的暂停或复审才能结束，且不得早于其开始。",
     "Status interval {number} cannot be ended: only a suspension or review that is still open can, "
     "and not before it began."},
    {v1::CODE_TOO_MANY_WRITES,
     "这笔交易改动的记录超过上限 {limit} 条。请拆成几笔提交。",
     "The transaction would change more than {limit} records. Split it into several."},
    {v1::CODE_TOO_MANY_READS,
     "这笔交易需要查阅的记录超过上限 {limit} 条。请拆成几笔提交。",
     "The transaction would read more than {limit} records. Split it into several."},
    {v1::CODE_RECORD_TOO_LARGE,
     "要写入的一条记录有 {size} 字节，上限为 {limit} 字节。请缩短文字或列表。",
     "A record to be written would have {size} bytes; at most {limit} are allowed. Shorten its texts "
     "or lists."},
    {v1::CODE_INVARIANT_VIOLATED,
     "操作违反账本自身的规则 {invariant}，已撤销。这是程序错误，请把交易编号告知运营方。",
     "The operation would break the ledger's own rule {invariant} and was undone. This is a fault "
     "of the program: tell the operator the transaction's id."},
    {v1::CODE_STATUS_HISTORY_FULL,
     "{value} 的状态记录已达上限 {limit} 条，只能再记录撤回或吊销。",
     "{value} already has {limit} status intervals; only a withdrawal or revocation can still be "
     "recorded."},
    {v1::CODE_DECIMAL_MALFORMED,
     "{field} 的值 “{value}” 不是规定形式的数：只用数字、小数点和负号，至多九位小数，首尾无多余的零。",
     "{field} “{value}” is not a number in the form that records have: digits, a point, a minus sign, "
     "at most nine decimal places, no needless zeros."},
    {v1::CODE_UNIT_UNKNOWN,
     "{field} 的单位 “{value}” 无法识别。请改用账本认得的单位，例如 kWh、kg N、kgCO2e/kg。",
     "{field} “{value}” is not a unit known here. Use one that is, such as kWh, kg N or kgCO2e/kg."},
    {v1::CODE_UNIT_NOT_CANONICAL,
     "{field} 的单位 “{value}” 应写作 “{expected}”：记录中每个单位只有一种写法。",
     "{field} “{value}” is to be written “{expected}”: a unit has one spelling in records."},
    {v1::CODE_DAY_MALFORMED,
     "{field} 的日期 “{value}” 不合规定，应为 2026-03-01 这样的公历日期。",
     "{field} “{value}” is not a calendar day; write it like 2026-03-01."},
    {v1::CODE_DRAFT_CLOSED,
     "{field}：{value} 已经公布或申报，内容不能再改。如需更正，请另建一份，并写明它接替哪一份。",
     "{field}: {value} has been published or declared, and nothing is added to it any more. To correct it, "
     "make a new one that says which it succeeds."},
    {v1::CODE_DIGEST_MISMATCH,
     "{field}：所写摘要 {value} 与账本上草稿的摘要 {expected} 不符，草稿可能已有增改。请核对草稿后重新签署。",
     "{field}: the digest {value} is not that of the draft in the ledger, {expected}; something may have "
     "been added to it. Look at the draft again, then sign."},
};
// clang-format on

}  // namespace

std::span<const CodeText> SharedTexts() {
  return kTexts;
}

}  // namespace tanji::ledger
