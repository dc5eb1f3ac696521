// Membership, codes 170-249.
#include "ledger/base/texts/texts.h"

namespace tanji::ledger {
namespace {

// clang-format off
constexpr CodeText kTexts[] = {
    {v1::CODE_KIND_NEEDS_BALLOT,
     "类别 {value} 不能直接登记，只能由创世文件或治理表决产生。",
     "The kind {value} cannot be registered directly; it comes from the genesis or by ballot."},
    {v1::CODE_KEY_TAKEN,
     "{field}：密钥 {value} 已经登记过。每把密钥永远只属于一个参与方，请生成一把新的。",
     "{field}: key {value} is registered already. A key belongs to one participant for ever; make a "
     "new one."},
    {v1::CODE_POSSESSION_FALSE,
     "{field} 不能证明持有该密钥。请用这把密钥本身，为本账本、该参与方和该持有人重新签署持有证明。",
     "{field} does not prove that the key is held. Sign the proof with that very key, for this "
     "ledger, participant and holder."},
    {v1::CODE_REGION_MALFORMED,
     "地区 “{value}” 不合规定，应为 ISO 3166 代码，例如 CN 或 CN-HI。",
     "“{value}” is not a region; give an ISO 3166 code such as CN or CN-HI."},
    {v1::CODE_THRESHOLD_UNREACHABLE,
     "权限 {permission} 要求 {expected} 位不同持有人，而现有有效密钥只有 {value} 位持有人。"
     "请增加密钥或降低要求。",
     "The permission {permission} would need {expected} different holders, but keys in force have "
     "only {value}. Add keys or lower the number."},
    {v1::CODE_TOO_MANY_KEYS,
     "{value} 登记过的密钥已达上限 {limit} 把，不能再增加。",
     "{value} has had {limit} keys, the most a participant may ever have; none can be added."},
    {v1::CODE_KEY_ALREADY_ENDED,
     "密钥 {value} 自 {from_time} 起已为 {status}，不必再次申报。",
     "Key {value} is {status} from {from_time} on already; there is nothing to declare."},
    {v1::CODE_COMPROMISE_IN_FUTURE,
     "泄露起始时间 {since_time} 晚于区块时间 {block_time}。请填写不晚于区块时间的时间。",
     "The compromise is said to begin at {since_time}, after the block time {block_time}. Give that time or "
     "an earlier one."},
    {v1::CODE_NOT_IN_ELECTORATE,
     "{value} 不能就 {ballot} 投票：提案时它不在有表决权的机构之列。",
     "{value} cannot vote on {ballot}: it was not among the voting bodies when the ballot was "
     "proposed."},
    {v1::CODE_VOTED_ALREADY,
     "{value} 已就 {ballot} 投过票，每个机构只投一次。",
     "{value} has voted on {ballot} already; each body votes once."},
    {v1::CODE_BALLOT_CLOSED,
     "{ballot} 已经结束：已执行，或已过截止时间 {deadline_time}。如有需要请重新提案。",
     "{ballot} is closed: it was executed, or its deadline {deadline_time} has passed. Propose a new one "
     "if it is still wanted."},
    {v1::CODE_BALLOT_NOT_CARRIED,
     "{ballot} 现有 {value} 票赞成，需要 {expected} 票才能执行。",
     "{ballot} has {value} yes votes; it takes {expected} to execute it."},
    {v1::CODE_DEADLINE_OUT_OF_RANGE,
     "截止时间 {deadline_time} 应在 {block_time} 之后，且不晚于 {latest_time}。",
     "The deadline {deadline_time} must lie after {block_time} and not after {latest_time}."},
    {v1::CODE_FLAG_HEIGHT_PASSED,
     "{field}：启用高度 {value} 已经过去或就是本区块，应大于 {limit}。",
     "{field}: the height {value} has passed or is that of this block; it must be above {limit}."},
    {v1::CODE_FLAG_ALREADY_SET,
     "{field}：功能 {value} 已经启用或已排定启用，不能再次设定。",
     "{field}: the feature {value} is switched on or scheduled already and cannot be set again."},
    {v1::CODE_PARAMETER_OUT_OF_RANGE,
     "{field}：参数 {parameter} 的值 {value} 应在 {lowest} 与 {highest} 之间。",
     "{field}: the value {value} of {parameter} must lie between {lowest} and {highest}."},
    {v1::CODE_SCOPE_MALFORMED,
     "认可范围 {field} 的值 “{value}” 不合规定，应为 {expected}。",
     "“{value}” does not fit in {field} of the scope; it should be {expected}."},
    {v1::CODE_ACTIVITY_MISMATCH,
     "{value} 不能获得 {activity} 认可，因为它的类别不含 {expected}。",
     "{value} cannot be accredited for {activity}, because it is not of the kind {expected}."},
    {v1::CODE_SELF_ACCREDITATION,
     "{value} 不能认可自己。认可须由另一家认可机构作出。",
     "{value} cannot accredit itself. An accreditation is given by another accreditor."},
    {v1::CODE_STATUS_NEEDS_BALLOT,
     "{value} 来自创世文件，其状态只能由治理表决变更。请提出表决（ballot propose）。",
     "{value} comes from the genesis; its status is changed by ballot only. Propose one (ballot "
     "propose)."},
    {v1::CODE_ACTION_REPEATED,
     "{field}：本次表决已有一项针对 {value} 的动作。同一表决中每个参与方只能出现一次，请另行提出表决。",
     "{field}: the ballot has an action on {value} already. A ballot names a participant once; "
     "propose another ballot."},
};
// clang-format on

}  // namespace

std::span<const CodeText> MembershipTexts() {
  return kTexts;
}

}  // namespace tanji::ledger
