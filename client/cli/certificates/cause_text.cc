#include "client/cli/certificates/cause_text.h"

#include <algorithm>
#include <optional>

#include "client/cli/certificates/answer_sheet.h"
#include "client/cli/time_text.h"

namespace tanji::client::cli {
namespace {

using Causes = google::protobuf::RepeatedPtrField<v1::Cause>;
using Supports = google::protobuf::RepeatedPtrField<v1::Support>;

// --- What fell ----------------------------------------------------------------------------------

constexpr Text kFactor{"所用的排放因子 {name}", "the emission factor {name}"};
constexpr Text kDataset{"所用的因子数据集 {name}", "the dataset of factors {name}"};
constexpr Text kGwpSet{"所用的增温潜势组 {name}", "the GWP set {name}"};
constexpr Text kFootprint{"产品碳足迹 {name}", "the footprint of the product, {name},"};
constexpr Text kUpstream{"上游碳足迹 {name}", "an upstream footprint, {name},"};
constexpr Text kCorrection{"碳足迹已被更正为 {name}，更正后的值超过限值",
                           "the footprint was corrected to {name}, which misses the threshold"};
constexpr Text kStatement{"核查声明 {name}", "the auditor's statement, {name},"};
constexpr Text kAccreditation{"认证机构的认可 {name}", "the certifier's accreditation, {name},"};
constexpr Text kAuditorsAccreditation{"核查机构的认可 {name}",
                                      "the auditor's accreditation, {name},"};
constexpr Text kLicence{"标准所有者给认证机构的许可 {name}",
                        "the certifier's licence by the owner of the scheme, {name},"};
constexpr Text kVersion{"标准版本 {name}", "the version of the scheme, {name},"};
constexpr Text kSoldOut{"标准版本 {name} 已被取代，其印制存货的最后销售日已过",
                        "{name} was superseded, and the last day has passed on which stock printed "
                        "under it is sold"};
constexpr Text kLot{"所用批次 {name}", "the lot {name}"};
constexpr Text kParticipant{"参与方 {name}", "the participant {name}"};
constexpr Text kReleasedLots{"关于已放行的批次，{decision}",
                             "for lots released already, {decision}"};
constexpr Text kCertificate{"证书 {name}", "the certificate {name}"};
constexpr Text kLabel{"标签 {name}", "the label {name}"};
constexpr Text kOther = Text::Same("{name}");

// --- What happened to it ------------------------------------------------------------------------

constexpr Text kIsNow{"{what}：{status}", "{what} is {status}"};
constexpr Text kNoLongerCounts{"{what}不再有效", "{what} no longer counts"};
constexpr Text kMadeWrongly{"{what}不算数：其作出者当时不在有效状态，或签名已不算数",
                            "{what} does not count: who made it was not in force then, or a "
                            "signature on it no longer counts"};
constexpr Text kSince{"{text}（自 {time} 起）", "{text} (since {time})"};

// --- What that does -----------------------------------------------------------------------------

constexpr Text kDoes{"{text}，因此{kind}", "{text}; this makes it {kind}"};
constexpr Text kOwn{"自身的状态：{kind}", "its own status is {kind}"};
constexpr Text kOwnBy{"{by}决定：{kind}", "{by} has decided: {kind}"};
constexpr Text kWithReason{"{text}，理由：{reason}", "{text}, reason: {reason}"};
constexpr Text kNotBegun{"在所问时间尚未开始，或已到期",
                         "at the time asked about it had not begun, or its time had run out"};

// --- The verdict --------------------------------------------------------------------------------

constexpr Text kVerdictInForce{"有效", "in force"};
constexpr Text kVerdict{"{kind}{since}：{why}", "{kind}{since}, because {why}"};
constexpr Text kVerdictSince{"（自 {time} 起）", " since {time}"};

const v1::Support* FindIn(const Supports& supports, const std::string& name) {
  const auto found = std::ranges::find(supports, name, &v1::Support::name);
  return found == supports.end() ? nullptr : &*found;
}

// Its own status, where the answer has it.
std::optional<v1::StatusKind> StatusOf(const std::string& name,
                                       const v1::CertificateAnswer& certificate) {
  const auto& footprint = certificate.footprint();
  for (const auto* supports : {&footprint.factors(), &footprint.datasets(), &footprint.gwp_sets(),
                               &footprint.upstream()}) {
    if (const auto* support = FindIn(*supports, name)) return support->status().kind();
  }
  const auto& record = certificate.certificate();
  if (name == record.footprint()) return footprint.status().kind();
  if (name == record.accreditation()) return certificate.accreditation_status().kind();
  if (name == record.licence()) return certificate.licence_status().kind();
  return std::nullopt;
}

bool Has(std::string_view name, std::string_view part) {
  return name.find(part) != std::string_view::npos;
}

bool IsCorrection(const std::string& name, const v1::CertificateAnswer& certificate) {
  return name.starts_with("footprints/") && name != certificate.certificate().footprint() &&
         FindIn(certificate.footprint().upstream(), name) == nullptr;
}

const Text& WhatFell(const std::string& name, const v1::CertificateAnswer& certificate) {
  const auto& record = certificate.certificate();
  if (name.starts_with("datasets/")) return Has(name, "/factors/") ? kFactor : kDataset;
  if (name.starts_with("gwpSets/")) return kGwpSet;
  if (name.starts_with("footprints/")) return name == record.footprint() ? kFootprint : kUpstream;
  if (name.starts_with("statements/")) return kStatement;
  if (name.starts_with("accreditations/")) {
    return name == record.accreditation() ? kAccreditation : kAuditorsAccreditation;
  }
  if (name.starts_with("licences/")) return kLicence;
  if (name.starts_with("schemes/")) return kVersion;
  if (name.starts_with("participants/")) return Has(name, "/lots/") ? kLot : kParticipant;
  if (name.starts_with("certificates/")) return kCertificate;
  return name.starts_with("labels/") ? kLabel : kOther;
}

// What was decided, by whom and why, as the deciding interval has it.
std::string DecisionText(const v1::StatusAnswer& status, const v1::CertificateAnswer& certificate,
                         const Style& style) {
  if (!status.has_interval()) return style.Say(kNotBegun);
  const auto& interval = status.interval();
  const std::string text = style.Say(interval.by().empty() ? kOwn : kOwnBy,
                                     {{"kind", EnumWord(status.kind(), style)},
                                      {"by", PartyText(certificate, interval.by(), style)}});
  const std::string reason = PickText(interval.reason(), style);
  return reason.empty() ? text : style.Say(kWithReason, {{"text", text}, {"reason", reason}});
}

std::string WhatHappened(const v1::Cause& cause, const v1::CertificateAnswer& certificate,
                         const Style& style) {
  const Detail named{{"name", Safe(cause.name())}};
  if (IsCorrection(cause.name(), certificate)) return style.Say(kCorrection, named);
  const bool decides = cause.name().starts_with("certificates/") && cause.has_from_time();
  if (decides) {
    return style.Say(kReleasedLots,
                     {{"decision", DecisionText(certificate.released_lots(), certificate, style)}});
  }
  const bool sold_out =
      cause.name().starts_with("schemes/") && cause.kind() == v1::STATUS_KIND_WITHDRAWN;
  if (sold_out) return style.Say(kSoldOut, named);
  const std::string what = style.Say(WhatFell(cause.name(), certificate), named);
  const auto status = StatusOf(cause.name(), certificate);
  if (status && *status > v1::STATUS_KIND_IN_FORCE) {
    return style.Say(kIsNow, {{"what", what}, {"status", EnumWord(*status, style)}});
  }
  const bool made_wrongly = cause.kind() == v1::STATUS_KIND_VOID && !cause.has_from_time();
  return style.Say(made_wrongly ? kMadeWrongly : kNoLongerCounts, {{"what", what}});
}

std::string SinceText(const std::string& text, std::int64_t time_ms, const Style& style) {
  return style.Say(kSince, {{"text", text}, {"time", ShowTime(time_ms, style.offset)}});
}

std::string OwnText(const v1::StatusAnswer& own, const v1::CertificateAnswer& certificate,
                    const Style& style) {
  const auto text = DecisionText(own, certificate, style);
  return own.has_interval() ? SinceText(text, own.interval().from_time(), style) : text;
}

std::string CauseText(const v1::Cause& cause, const v1::CertificateAnswer& certificate,
                      const Style& style) {
  std::string text = WhatHappened(cause, certificate, style);
  if (cause.has_from_time()) text = SinceText(text, cause.from_time(), style);
  return style.Say(kDoes, {{"text", text}, {"kind", EnumWord(cause.kind(), style)}});
}

// Since when it is of this kind; nullopt where one of those that make it so has no moment.
std::optional<std::int64_t> SinceWhen(v1::StatusKind kind, const v1::StatusAnswer& own,
                                      const Causes& causes) {
  std::optional<std::int64_t> since;
  if (own.kind() == kind && own.has_interval()) since = own.interval().from_time();
  for (const auto& cause : causes) {
    if (cause.kind() != kind) continue;
    if (!cause.has_from_time()) return std::nullopt;
    since = std::min(since.value_or(cause.from_time()), cause.from_time());
  }
  return since;
}

std::string WhyText(v1::StatusKind kind, const v1::StatusAnswer& own, const Causes& causes,
                    const v1::CertificateAnswer& certificate, const Style& style) {
  if (own.kind() == kind) return DecisionText(own, certificate, style);
  for (const auto& cause : causes) {
    if (cause.kind() == kind) return WhatHappened(cause, certificate, style);
  }
  return EnumWord(kind, style);
}

}  // namespace

v1::StatusKind KindOf(const v1::CertificateAnswer& answer) {
  auto kind = answer.status().kind();
  if (kind == v1::STATUS_KIND_UNSPECIFIED) return kind;  // what did not begin cannot fall
  for (const auto& cause : answer.causes()) kind = std::max(kind, cause.kind());
  return kind;
}

std::string VerdictText(v1::StatusKind kind, const v1::StatusAnswer& own, const Causes& causes,
                        const v1::CertificateAnswer& certificate, const Style& style) {
  if (kind == v1::STATUS_KIND_IN_FORCE) return style.Say(kVerdictInForce);
  const auto since = SinceWhen(kind, own, causes);
  return style.Say(
      kVerdict,
      {{"kind", EnumWord(kind, style)},
       {"since", since ? style.Say(kVerdictSince, {{"time", ShowTime(*since, style.offset)}}) : ""},
       {"why", WhyText(kind, own, causes, certificate, style)}});
}

std::vector<std::string> ReasonTexts(const v1::StatusAnswer& own, const Causes& causes,
                                     const v1::CertificateAnswer& certificate, const Style& style) {
  std::vector<std::string> out;
  if (own.kind() != v1::STATUS_KIND_IN_FORCE) out.push_back(OwnText(own, certificate, style));
  for (const auto& cause : causes) out.push_back(CauseText(cause, certificate, style));
  return out;
}

}  // namespace tanji::client::cli
