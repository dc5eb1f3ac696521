#include "client/cli/labels.h"

#include <google/protobuf/descriptor.h>

#include <algorithm>
#include <iterator>

namespace tanji::client::cli {
namespace {

struct Label {
  std::string_view name;
  Text text;
};

// By field name, ascending; where a name means different things, by Message.field.
constexpr Label kFields[] = {
    {"AccreditationScope.schemes", {"标准体系", "schemes"}},
    {"Ballot.threshold", {"所需赞成票", "yes votes needed"}},
    {"KeyGrant.permissions", {"可签署事项", "may sign for"}},
    {"Receipt.code", {"结果", "result"}},
    {"StatusAnswer.kind", {"状态", "status"}},
    {"StatusChange.end", {"结束第几段状态", "ends interval number"}},
    {"StatusChange.open", {"状态改为", "status becomes"}},
    {"StatusInterval.kind", {"状态", "status"}},
    {"SwitchFlag.flag", {"功能开关", "feature flag"}},
    {"Threshold.holders", {"所需不同持有人数", "different holders needed"}},
    {"accreditation", {"认可", "accreditation"}},
    {"accreditor", {"认可机构", "accreditor"}},
    {"accreditor_status", {"认可机构的状态", "status of the accreditor"}},
    {"actions", {"表决事项", "actions"}},
    {"activity", {"活动", "activity"}},
    {"add_key", {"增加密钥", "Add a key"}},
    {"arrangement", {"互认安排", "arrangement"}},
    {"assurance_levels", {"保证等级", "assurance levels"}},
    {"author", {"提交人", "author"}},
    {"ballot", {"表决", "ballot"}},
    {"ballot_operation", {"本交易中提出表决的操作序号", "ballot proposed by operation"}},
    {"block", {"区块", "block"}},
    {"bodies", {"治理机构", "governing bodies"}},
    {"body", {"机构", "body"}},
    {"body_status", {"机构的状态", "status of the body"}},
    {"by", {"记录人", "by"}},
    {"cast_vote", {"投票", "Vote"}},
    {"certifier", {"认证机构", "certifier"}},
    {"certifier_status", {"认证机构的状态", "status of the certifier"}},
    {"chain_id", {"账本", "ledger"}},
    {"change", {"变更", "change"}},
    {"change_accreditation_status", {"变更认可状态", "Change the status of an accreditation"}},
    {"change_licence_status", {"变更许可状态", "Change the status of a licence"}},
    {"change_participant_status", {"变更参与方状态", "Change the status of a participant"}},
    {"code", {"代码", "code"}},
    {"counted", {"签名算数", "signature counts"}},
    {"deadline_time", {"最迟执行时间", "last moment to execute"}},
    {"declare_key_compromised", {"声明密钥已泄露", "Declare a key compromised"}},
    {"document", {"文件", "document"}},
    {"effective_time", {"生效时间", "effective from"}},
    {"electorate", {"有权表决者", "may vote"}},
    {"en", {"英文", "English"}},
    {"event_count", {"事件数", "events"}},
    {"execute_ballot", {"执行表决结果", "Execute a ballot"}},
    {"executed_time", {"执行时间", "executed"}},
    {"expire_time", {"过期时间", "expires"}},
    {"first_index", {"首条序号", "first index"}},
    {"flags", {"功能开关", "feature flags"}},
    {"found", {"存在", "found"}},
    {"from_height", {"自此高度起", "from height"}},
    {"from_time", {"自", "from"}},
    {"genesis", {"创世", "genesis"}},
    {"genesis_sha256", {"创世文件 SHA-256", "SHA-256 of the genesis file"}},
    {"genesis_size_bytes", {"创世文件字节数", "bytes of the genesis file"}},
    {"grant_accreditation", {"授予认可", "Grant an accreditation"}},
    {"grant_licence", {"授予许可", "Grant a licence"}},
    {"granted_time", {"授予时间", "granted"}},
    {"height", {"高度", "height"}},
    {"holder", {"持有人", "holder"}},
    {"id", {"编号", "id"}},
    {"in_force", {"有效", "in force"}},
    {"interval", {"所依据的区间", "deciding interval"}},
    {"intervals", {"状态区间", "intervals"}},
    {"key", {"密钥", "key"}},
    {"key_count", {"密钥数", "keys"}},
    {"key_id", {"密钥编号", "key id"}},
    {"keys", {"密钥", "keys"}},
    {"kind", {"类别", "kind"}},
    {"kinds", {"类别", "kinds"}},
    {"known_time", {"按当时所知", "as known on"}},
    {"legal_name", {"法定名称", "legal name"}},
    {"licence", {"许可", "licence"}},
    {"media_type", {"媒体类型", "media type"}},
    {"moved_count", {"已移出的区间数", "intervals moved out"}},
    {"name", {"名称", "name"}},
    {"no_count", {"反对票", "votes against"}},
    {"nonce", {"随机数", "nonce"}},
    {"notices", {"通告", "notices"}},
    {"number", {"序号", "number"}},
    {"operations", {"操作", "operation"}},
    {"origin", {"检查点来源行", "origin"}},
    {"owner", {"所有者", "owner"}},
    {"owner_status", {"所有者的状态", "status of the owner"}},
    {"parameter", {"参数", "parameter"}},
    {"participant", {"参与方", "participant"}},
    {"participant_status", {"参与方的状态", "status of the participant"}},
    {"permission", {"事项", "permission"}},
    {"permissions", {"可签署事项", "may sign for"}},
    {"possession_signature", {"持有证明签名", "proof of possession"}},
    {"prevailing", {"以何文为准", "prevailing"}},
    {"product_categories", {"产品类别", "product categories"}},
    {"propose_ballot", {"提出表决", "Propose a ballot"}},
    {"proposed_by", {"提出人", "proposed by"}},
    {"proposed_time", {"提出时间", "proposed"}},
    {"public_key", {"公钥", "public key"}},
    {"reason", {"理由", "reason"}},
    {"receipt", {"回执", "receipt"}},
    {"record", {"记录", "record"}},
    {"recorded_time", {"入账时间", "recorded"}},
    {"records", {"记录", "records"}},
    {"refused_operation", {"被拒操作的序号", "refused operation"}},
    {"region", {"地区", "region"}},
    {"register_document", {"登记文件", "Register a document"}},
    {"register_participant", {"登记参与方", "Register a participant"}},
    {"registered_by", {"登记人", "registered by"}},
    {"registered_time", {"登记时间", "registered"}},
    {"retire_key", {"停用密钥", "Retire a key"}},
    {"scheme", {"标准体系", "scheme"}},
    {"scope", {"范围", "scope"}},
    {"set_parameter", {"设定参数", "set a parameter"}},
    {"set_thresholds", {"设定会签人数", "Set thresholds"}},
    {"settled_by", {"差异裁定人", "differences settled by"}},
    {"sha256", {"SHA-256 摘要", "SHA-256"}},
    {"signature", {"签名", "signature"}},
    {"signatures", {"签名", "signature"}},
    {"signed_by", {"签署密钥", "signed by"}},
    {"signers", {"签署人", "signer"}},
    {"since_time", {"泄露时间", "since"}},
    {"size_bytes", {"字节数", "bytes"}},
    {"state", {"状态", "state"}},
    {"state_root", {"状态根", "state root"}},
    {"status", {"状态", "status"}},
    {"sub_scopes", {"分项范围", "sub-scopes"}},
    {"subject", {"对象", "subject"}},
    {"suite", {"签名套件", "suite"}},
    {"switch_flag", {"打开功能开关", "switch a feature flag on"}},
    {"thresholds", {"会签人数", "thresholds"}},
    {"time", {"时间", "time"}},
    {"title", {"标题", "title"}},
    {"to_recorded_time", {"结束的入账时间", "end recorded"}},
    {"to_time", {"至", "to"}},
    {"transaction", {"交易", "transaction"}},
    {"transaction_count", {"交易数", "transactions"}},
    {"translation", {"译文", "translation"}},
    {"url", {"网址", "URL of it"}},
    {"valid_from_time", {"有效期自", "valid from"}},
    {"valid_until_time", {"有效期至（不含）", "valid until (exclusive)"}},
    {"value", {"值", "value"}},
    {"visibility", {"可见范围", "visibility"}},
    {"vote", {"投票", "vote"}},
    {"yes_count", {"赞成票", "votes in favour"}},
    {"zh", {"中文", "Chinese"}},
};

// By value name, ascending.
constexpr Label kValues[] = {
    {"ACTIVITY_CERTIFICATION", {"认证", "certification"}},
    {"ACTIVITY_VERIFICATION", {"核查", "verification"}},
    {"ASSURANCE_LEVEL_LIMITED", {"有限保证", "limited assurance"}},
    {"ASSURANCE_LEVEL_REASONABLE", {"合理保证", "reasonable assurance"}},
    {"BALLOT_STATE_EXECUTED", {"已执行", "executed"}},
    {"BALLOT_STATE_OPEN", {"表决中", "open"}},
    {"FATE_APPLIED", {"已生效", "applied"}},
    {"FATE_DROPPED", {"未受理，未入账", "dropped, not recorded"}},
    {"FATE_FAILED", {"已入账，被拒绝", "recorded as refused"}},
    {"FEATURE_FLAG_FOUNDATION", {"基础功能（FOUNDATION）", "FOUNDATION"}},
    {"FEATURE_FLAG_REHEARSAL", {"演练（REHEARSAL）", "REHEARSAL"}},
    {"NODE_ROLE_VALIDATOR", {"验证节点", "validator"}},
    {"NODE_ROLE_WITNESS", {"见证方", "witness"}},
    {"NOTICE_KIND_DOUBLE_SIGNING", {"重复签名", "double signing"}},
    {"NOTICE_KIND_LIGHT_CLIENT_ATTACK", {"轻客户端攻击", "light client attack"}},
    {"PARAMETER_BALLOT_THRESHOLD", {"表决所需赞成机构数", "bodies that must vote yes"}},
    {"PARAMETER_TRANSACTION_LIFETIME_MS",
     {"交易最长有效期（毫秒）", "longest life of a transaction (ms)"}},
    {"PARTICIPANT_KIND_ACCREDITOR", {"认可机构", "accreditor"}},
    {"PARTICIPANT_KIND_AUDITOR", {"核查机构", "auditor"}},
    {"PARTICIPANT_KIND_BODY", {"标准或监管机构", "standards body or regulator"}},
    {"PARTICIPANT_KIND_CERTIFIER", {"认证机构", "certifier"}},
    {"PARTICIPANT_KIND_COMMUNITY", {"社区", "community"}},
    {"PARTICIPANT_KIND_GATEWAY", {"采集网关", "gateway"}},
    {"PARTICIPANT_KIND_HOUSEHOLD", {"家庭", "household"}},
    {"PARTICIPANT_KIND_MERCHANT", {"商户", "merchant"}},
    {"PARTICIPANT_KIND_OPERATOR", {"节点运营者", "operator"}},
    {"PARTICIPANT_KIND_PRODUCER", {"生产者", "producer"}},
    {"PARTICIPANT_KIND_PRODUCER_GROUP", {"生产者团体（合作社）", "producer group"}},
    {"PERMISSION_ACCREDIT", {"授予认可", "accreditations"}},
    {"PERMISSION_GOVERN", {"治理表决", "ballots"}},
    {"PERMISSION_LICENSE", {"授予许可", "licences"}},
    {"PERMISSION_MANAGE_KEYS", {"管理密钥", "keys"}},
    {"PERMISSION_REGISTER_DOCUMENTS", {"登记文件", "documents"}},
    {"PERMISSION_REGISTER_PARTICIPANTS", {"登记参与方", "participants"}},
    {"PREVAILING_BOTH", {"两种文字同等有效", "both equally authentic"}},
    {"PREVAILING_EN", {"以英文为准", "English"}},
    {"PREVAILING_ZH", {"以中文为准", "Chinese"}},
    {"STATUS_KIND_IN_FORCE", {"有效", "in force"}},
    {"STATUS_KIND_REVOKED", {"撤销", "revoked"}},
    {"STATUS_KIND_SUSPENDED", {"暂停", "suspended"}},
    {"STATUS_KIND_UNDER_REVIEW", {"复核中", "under review"}},
    {"STATUS_KIND_UNSPECIFIED", {"不在有效期", "not in force"}},
    {"STATUS_KIND_VOID", {"自始无效", "void"}},
    {"STATUS_KIND_WITHDRAWN", {"注销", "withdrawn"}},
    {"TRANSLATION_HUMAN", {"人工翻译", "by a person"}},
    {"TRANSLATION_MACHINE", {"机器翻译", "by a machine"}},
    {"TRANSLATION_MISSING", {"没有译文", "none"}},
    {"VISIBILITY_PUBLIC", {"公开", "public"}},
    {"VISIBILITY_RESTRICTED", {"依申请公开", "shown on request"}},
    {"VISIBILITY_SEALED", {"封存", "sealed"}},
    {"VOTE_NO", {"反对", "no"}},
    {"VOTE_YES", {"赞成", "yes"}},
};

template <std::size_t N>
constexpr bool IsAscending(const Label (&labels)[N]) {
  for (std::size_t i = 1; i < N; ++i) {
    if (!(labels[i - 1].name < labels[i].name)) return false;
  }
  return true;
}
static_assert(IsAscending(kFields) && IsAscending(kValues));

template <std::size_t N>
const Text* Find(const Label (&labels)[N], std::string_view name) {
  const auto* const found =
      std::lower_bound(std::begin(labels), std::end(labels), name,
                       [](const Label& label, std::string_view n) { return label.name < n; });
  return found != std::end(labels) && found->name == name ? &found->text : nullptr;
}

}  // namespace

const Text* FieldLabel(const google::protobuf::FieldDescriptor& field) {
  const auto* const special = Find(kFields, field.containing_type()->name() + "." + field.name());
  return special != nullptr ? special : Find(kFields, field.name());
}

const Text* ValueLabel(const google::protobuf::EnumValueDescriptor& value) {
  return Find(kValues, value.name());
}

std::string FieldWord(const google::protobuf::FieldDescriptor& field, Language language) {
  const Text* const label = FieldLabel(field);
  return label != nullptr ? std::string(label->In(language)) : field.name();
}

std::string ValueWord(const google::protobuf::EnumValueDescriptor& value, Language language) {
  const Text* const label = ValueLabel(value);
  return label != nullptr ? std::string(label->In(language)) : value.name();
}

}  // namespace tanji::client::cli
