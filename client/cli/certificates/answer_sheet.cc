#include "client/cli/certificates/answer_sheet.h"

#include <algorithm>

#include "client/cli/certificates/cause_text.h"
#include "client/cli/footprints/about_sheet.h"
#include "client/cli/labels.h"
#include "client/cli/number_text.h"
#include "client/cli/time_text.h"

namespace tanji::client::cli {
namespace {

constexpr Text kBecause{"原因", "because"};
constexpr Text kNamed{"{text}（{name}）", "{text} ({name})"};
constexpr Text kProducerWord{"生产者", "producer"};
constexpr Text kCertifierWord{"认证机构", "certifier"};
constexpr Text kAuditorWord{"核查机构", "auditor"};
constexpr Text kSchemeWord{"标准", "scheme"};
constexpr Text kExampleText{"【示例，不是正式采用的标准】{text}",
                            "[EXAMPLE, not an adopted standard] {text}"};
constexpr Text kValueWord{"碳足迹", "footprint"};
constexpr Text kValueText{"{short} {unit}（账本值 {exact}）",
                          "{short} {unit} (recorded as {exact})"};
constexpr Text kComparedWord{"用于判定的数值", "value compared"};
constexpr Text kThresholdWord{"{year} 年收获的限值", "threshold for harvests of {year}"};
constexpr Text kThresholdText{"{short} {unit}（账本值 {exact}；判定规则：{rule}）",
                              "{short} {unit} (recorded as {exact}; rule: {rule})"};
constexpr Text kGuardText{"{rule}，{guard}", "{rule}, {guard}"};
constexpr Text kMarginWord{"低于限值", "below the limit by"};
constexpr Text kGradeWord{"等级", "grade"};
constexpr Text kNotAssessedWord{"未评估", "not assessed"};
constexpr Text kHarvestsWord{"足迹所含收获季数", "harvests in the footprint"};
constexpr Text kValidityWord{"有效期", "valid"};
constexpr Text kValidityText{"{from} 至 {until}", "{from} to {until}, both included"};
constexpr Text kSurveillanceWord{"监督", "surveillance"};
constexpr Text kNoneLeft{"没有待做的监督", "none left to be held"};
constexpr Text kNextText{"下次须在 {day} 前完成", "the next one is due by {day}"};
constexpr Text kOverdueText{
    "已逾期：应在 {day} 前完成；在补做并记录前不能再放行",
    "overdue: it was due by {day}, and nothing is released until it is held "
    "and recorded"};
constexpr Text kSuccessorWord{"已被取代", "succeeded by"};
constexpr Text kSuccessorText{"{name}，自 {time} 起不再据此放行",
                              "{name}; nothing is released under this one from {time} on"};
constexpr Text kReleasedWord{"已放行的批次", "lots released under it"};
constexpr Text kStatusNumber{"{status}（区间 {number}）", "{status} (interval {number})"};
constexpr Text kOwnStatusWord{"证书本身", "the certificate itself"};
constexpr Text kSourcesWord{"依据", "rests on"};
constexpr Text kDecisionWord{"决定", "decision"};
constexpr Text kDecidedByWord{"决定人", "decided by"};
constexpr Text kEvaluatedByWord{"评价或复核", "evaluated or reviewed by"};

std::string ExactText(const std::string& value, const std::string& unit, const Text& text,
                      const std::string& short_value, const Style& style) {
  return style.Say(text, {{"short", short_value}, {"unit", Safe(unit)}, {"exact", Safe(value)}});
}

std::string RuleText(const v1::Certificate& certificate, const Style& style) {
  const std::string rule = EnumWord(certificate.rule(), style);
  if (certificate.guard() == 0) return rule;
  return style.Say(kGuardText, {{"rule", rule}, {"guard", Percent(certificate.guard())}});
}

std::string StatusText(const v1::StatusAnswer& status, const Style& style) {
  if (!status.has_interval()) return EnumWord(status.kind(), style);
  return style.Say(kStatusNumber, {{"status", EnumWord(status.kind(), style)},
                                   {"number", std::to_string(status.number())}});
}

std::string SurveillanceText(const v1::CertificateAnswer& answer, const Style& style) {
  const std::string day = Safe(answer.next_surveillance_day());
  if (day.empty()) return style.Say(kNoneLeft);
  return style.Say(answer.surveillance_overdue() ? kOverdueText : kNextText, {{"day", day}});
}

void AddDecision(const v1::Certificate& certificate, const Style& style, Sheet& sheet) {
  sheet.Add(style.Say(kDecisionWord), PickText(certificate.decision(), style));
  sheet.Add(style.Say(kDecidedByWord), Safe(certificate.decision_maker()));
  std::string evaluators;
  for (const auto& holder : certificate.evaluators()) {
    evaluators += (evaluators.empty() ? "" : ", ") + Safe(holder);
  }
  sheet.Add(style.Say(kEvaluatedByWord), evaluators);
}

void AddLife(const v1::CertificateAnswer& answer, const Style& style, Sheet& sheet) {
  const auto& certificate = answer.certificate();
  sheet.Add(style.Say(kValidityWord),
            style.Say(kValidityText, {{"from", Safe(certificate.valid_from_day())},
                                      {"until", Safe(certificate.valid_until_day())}}));
  sheet.Add(style.Say(kOwnStatusWord), StatusText(answer.status(), style));
  sheet.Add(style.Say(kReleasedWord), StatusText(answer.released_lots(), style));
  sheet.Add(style.Say(kSurveillanceWord), SurveillanceText(answer, style));
  if (answer.progress().has_successor()) {
    const auto& successor = answer.progress().successor();
    sheet.Add(style.Say(kSuccessorWord),
              style.Say(kSuccessorText, {{"name", Safe(successor.certificate())},
                                         {"time", ShowTime(successor.from_time(), style.offset)}}));
  }
}

}  // namespace

std::string PartyText(const v1::CertificateAnswer& answer, const std::string& name,
                      const Style& style) {
  const auto found = std::ranges::find_if(answer.participants(), [&](const auto& participant) {
    return "participants/" + participant.id() == name;
  });
  if (found == answer.participants().end()) return Safe(name);
  return style.Say(kNamed, {{"text", PickText(found->legal_name(), style)}, {"name", Safe(name)}});
}

Sheet PartiesSheet(const v1::CertificateAnswer& answer, const Style& style) {
  const auto& certificate = answer.certificate();
  Sheet sheet;
  const auto named = [&](const v1::BilingualText& text, const std::string& name) {
    return style.Say(kNamed, {{"text", PickText(text, style)}, {"name", Safe(name)}});
  };
  sheet.Add(FieldWord(certificate, "product", style.language),
            named(answer.product().name(), certificate.product()));
  sheet.Add(style.Say(kProducerWord), PartyText(answer, certificate.producer(), style));
  sheet.Add(style.Say(kCertifierWord), PartyText(answer, certificate.certifier(), style));
  sheet.Add(style.Say(kAuditorWord), PartyText(answer, answer.statement().auditor(), style));
  const std::string scheme = named(answer.scheme().name(), certificate.scheme_version());
  sheet.Add(style.Say(kSchemeWord),
            answer.scheme().example() ? style.Say(kExampleText, {{"text", scheme}}) : scheme);
  return sheet;
}

Sheet ThresholdSheet(const v1::CertificateAnswer& answer, const v1::CertificateYear& year,
                     const Style& style) {
  const auto& certificate = answer.certificate();
  const auto& value = answer.footprint().result().value();
  const auto shown = ShortenTogether(certificate.compared(), year.threshold());
  Sheet sheet;
  const bool is_value = certificate.rule() != v1::DECISION_RULE_UPPER_BOUND;
  if (!is_value) {
    sheet.Add(style.Say(kValueWord),
              ExactText(value, "kgCO2e/kg", kValueText, ThreeDigits(value), style));
  }
  sheet.Add(style.Say(is_value ? kValueWord : kComparedWord),
            ExactText(certificate.compared(), certificate.unit(), kValueText, shown.value, style));
  sheet.Add(style.Say(kThresholdWord, {{"year", std::to_string(year.harvest_year())}}),
            style.Say(kThresholdText, {{"short", shown.limit},
                                       {"unit", Safe(certificate.unit())},
                                       {"exact", Safe(year.threshold())},
                                       {"rule", RuleText(certificate, style)}}));
  sheet.Add(style.Say(kMarginWord), Percent(year.margin()));
  if (!year.grade().empty()) sheet.Add(style.Say(kGradeWord), Safe(year.grade()));
  return sheet;
}

Sheet ScopeSheet(const v1::CertificateAnswer& answer, const Style& style) {
  const auto& header = answer.footprint().footprint().header();
  Sheet sheet;
  for (const auto& what : NotAssessedIn(header, style.language)) {
    sheet.Add(style.Say(kNotAssessedWord), what);
  }
  if (header.has_perennial()) {
    sheet.Add(style.Say(kHarvestsWord), std::to_string(header.perennial().harvests()));
  }
  return sheet;
}

Sheet SourcesSheet(const v1::CertificateAnswer& answer, const Style& style) {
  const auto& certificate = answer.certificate();
  Sheet sheet;
  const auto add = [&](const char* field, const std::string& name) {
    sheet.Add(FieldWord(certificate, field, style.language), Safe(name), 1);
  };
  sheet.Head(style.Say(kSourcesWord));
  add("statement", certificate.statement());
  add("footprint", certificate.footprint());
  add("licence", certificate.licence());
  add("accreditation", certificate.accreditation());
  return sheet;
}

std::string CertificateVerdict(const v1::CertificateAnswer& answer, const Style& style) {
  return VerdictText(KindOf(answer), answer.status(), answer.causes(), answer, style);
}

Sheet CertificateSheet(const v1::CertificateAnswer& answer, const Style& style) {
  Sheet sheet;
  for (const auto& reason : ReasonTexts(answer.status(), answer.causes(), answer, style)) {
    sheet.Add(style.Say(kBecause), reason);
  }
  sheet.Append(PartiesSheet(answer, style), 0);
  AddLife(answer, style, sheet);
  for (const auto& year : answer.certificate().years()) {
    sheet.Append(ThresholdSheet(answer, year, style), 0);
  }
  sheet.Append(ScopeSheet(answer, style), 0);
  AddDecision(answer.certificate(), style, sheet);
  sheet.Append(SourcesSheet(answer, style), 0);
  for (const auto& signer : answer.signers()) {
    sheet.Add(FieldWord(answer, "signers", style.language),
              Safe(signer.participant()) + ", " + Safe(signer.holder()));
  }
  return sheet;
}

}  // namespace tanji::client::cli
