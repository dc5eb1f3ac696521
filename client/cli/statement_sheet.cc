#include "client/cli/statement_sheet.h"

#include "client/cli/footprints/answer_sheet.h"
#include "client/cli/labels.h"
#include "client/cli/number_text.h"

namespace tanji::client::cli {
namespace {

constexpr Text kBecause{"原因", "because"};
constexpr Text kOwnStatus{"声明本身：{status}", "the statement itself: {status}"};
constexpr Text kAuditorStatus{"出具时核查机构：{status}",
                              "its auditor when it was issued: {status}"};
constexpr Text kAccreditationThen{"出具时认可：{status}",
                                  "the accreditation when it was issued: {status}"};
constexpr Text kAccreditationNow{"所问时间认可：{status}",
                                 "the accreditation at the time asked about: {status}"};
constexpr Text kLostSignature{"{holder} 的签名已不算数（密钥 {key}）",
                              "the signature of {holder} no longer counts (key {key})"};
constexpr Text kFootprintFell{"所核查的碳足迹不再成立，见下",
                              "the footprint does not stand, see below"};
constexpr Text kMisstatedWord{"错报合计", "misstated in all"};
constexpr Text kMisstatedText{"数值的 {share}，重要性水平为 {limit}",
                              "{share} of the value; material above {limit}"};
constexpr Text kVerifiedFootprint{"所核查的碳足迹", "the footprint"};
constexpr Text kProductWord{"产品", "product"};

std::vector<std::string> ReasonsOf(const v1::StatementAnswer& answer, const Style& style) {
  std::vector<std::string> out;
  const auto unless_in_force = [&](const Text& text, const v1::StatusAnswer& status) {
    if (status.kind() == v1::STATUS_KIND_IN_FORCE) return;
    out.push_back(style.Say(text, {{"status", EnumWord(status.kind(), style)}}));
  };
  unless_in_force(kOwnStatus, answer.status());
  unless_in_force(kAuditorStatus, answer.auditor_status());
  unless_in_force(kAccreditationThen, answer.accreditation_when_issued());
  unless_in_force(kAccreditationNow, answer.accreditation_status());
  for (const auto& signer : answer.signers()) {
    if (signer.counted()) continue;
    out.push_back(style.Say(kLostSignature,
                            {{"holder", Safe(signer.holder())}, {"key", Safe(signer.key())}}));
  }
  if (!answer.footprint().in_force()) out.push_back(style.Say(kFootprintFell));
  return out;
}

void AddFindings(const v1::StatementAnswer& answer, const Style& style, Sheet& sheet) {
  std::string sampled;
  for (const auto& line : answer.sample().lines()) {
    sampled += (sampled.empty() ? "" : ", ") + Safe(line);
  }
  sheet.Add(FieldWord(answer, "sample", style.language), sampled);
  for (const auto& finding : answer.findings()) {
    sheet.Head(FieldWord(answer, "findings", style.language));
    sheet.Append(RenderMessage(finding, style), 1);
  }
}

void AddFootprint(const v1::FootprintAnswer& footprint, const Style& style, Sheet& sheet) {
  sheet.Head(style.Say(kVerifiedFootprint));
  sheet.Add(style.Say(kProductWord), Safe(footprint.footprint().header().product()), 1);
  sheet.Add("kgCO2e/kg", ThreeDigits(footprint.result().value()), 1);
  sheet.Append(StandingSheet(footprint, style), 1);
}

}  // namespace

Sheet StatementSheet(const v1::StatementAnswer& answer, const Style& style) {
  Sheet sheet;
  if (!answer.in_force()) {
    for (const auto& reason : ReasonsOf(answer, style)) sheet.Add(style.Say(kBecause), reason);
  }
  sheet.Append(RenderMessage(answer.statement(), style), 0);
  AddFindings(answer, style, sheet);
  const auto& statement = answer.statement();
  sheet.Add(style.Say(kMisstatedWord),
            style.Say(kMisstatedText, {{"share", Percent(statement.misstatement_share())},
                                       {"limit", Percent(statement.materiality())}}));
  for (const auto& signer : answer.signers()) {
    sheet.Add(FieldWord(answer, "signers", style.language),
              Safe(signer.participant()) + ", " + Safe(signer.holder()));
  }
  AddFootprint(answer.footprint(), style, sheet);
  return sheet;
}

}  // namespace tanji::client::cli
