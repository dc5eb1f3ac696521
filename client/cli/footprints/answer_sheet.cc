#include "client/cli/footprints/answer_sheet.h"

#include "client/cli/footprints/about_sheet.h"
#include "client/cli/footprints/result_sheet.h"
#include "client/cli/labels.h"
#include "client/cli/time_text.h"

namespace tanji::client::cli {
namespace {

constexpr Text kStandingWord{"效力", "standing"};
constexpr Text kInForce{"有效", "in force"};
constexpr Text kNotInForce{"不在有效状态", "not in force"};
constexpr Text kBecause{"原因", "because"};
constexpr Text kDraft{"还是草稿，尚未申报", "it is a draft and was not declared"};
constexpr Text kOwnStatus{"碳足迹本身：{status}", "the footprint itself: {status}"};
constexpr Text kProducerStatus{"申报时生产者：{status}",
                               "its producer when it was declared: {status}"};
constexpr Text kLostSignature{"密钥 {key} 的签名已不算数",
                              "the signature by {key} no longer counts"};
constexpr Text kSupportStatus{"{name}：{status}", "{name}: {status}"};
constexpr Text kSupportLost{"{name}：公布者当时不在有效状态，或其签名已不算数",
                            "{name}: who published it was not in force then, or a signature no "
                            "longer counts"};
constexpr Text kStandsOn{"所依据的", "stands on"};
constexpr Text kSucceededText{"{name}（{reason}，{time}）", "{name} ({reason}, {time})"};
constexpr Text kLineCountWord{"条目数", "lines"};

using Supports = google::protobuf::RepeatedPtrField<v1::Support>;

void AddReasons(const Supports& supports, const Style& style, std::vector<std::string>& out) {
  for (const auto& support : supports) {
    if (support.in_force()) continue;
    const bool own = support.status().kind() != v1::STATUS_KIND_IN_FORCE;
    out.push_back(
        own ? style.Say(kSupportStatus, {{"name", Safe(support.name())},
                                         {"status", EnumWord(support.status().kind(), style)}})
            : style.Say(kSupportLost, {{"name", Safe(support.name())}}));
  }
}

std::vector<std::string> ReasonsOf(const v1::FootprintAnswer& answer, const Style& style) {
  std::vector<std::string> out;
  const auto status_text = [&](const Text& text, const v1::StatusAnswer& status) {
    out.push_back(style.Say(text, {{"status", EnumWord(status.kind(), style)}}));
  };
  const bool draft = !answer.progress().has_declared_time();
  if (draft) out.push_back(style.Say(kDraft));
  if (!draft && answer.status().kind() != v1::STATUS_KIND_IN_FORCE) {
    status_text(kOwnStatus, answer.status());
  }
  if (answer.producer_status().kind() != v1::STATUS_KIND_IN_FORCE) {
    status_text(kProducerStatus, answer.producer_status());
  }
  for (const auto& signer : answer.signers()) {
    if (!signer.counted()) out.push_back(style.Say(kLostSignature, {{"key", Safe(signer.key())}}));
  }
  AddReasons(answer.gwp_sets(), style, out);
  AddReasons(answer.datasets(), style, out);
  AddReasons(answer.factors(), style, out);
  AddReasons(answer.upstream(), style, out);
  return out;
}

void AddReasons(const v1::FootprintAnswer& answer, const Style& style, Sheet& sheet) {
  if (answer.in_force()) return;
  for (const auto& reason : ReasonsOf(answer, style)) sheet.Add(style.Say(kBecause), reason);
}

void AddSupports(const Supports& supports, const std::string& label, const Style& style,
                 Sheet& sheet) {
  if (supports.empty()) return;
  sheet.Head(label, 1);
  for (const auto& support : supports) {
    const bool lost = !support.in_force() && support.status().kind() == v1::STATUS_KIND_IN_FORCE;
    sheet.Add(lost ? style.Say(kNotInForce) : EnumWord(support.status().kind(), style),
              Safe(support.name()), 2);
  }
}

void AddSigners(const v1::FootprintAnswer& answer, const Style& style, Sheet& sheet) {
  for (const auto& signer : answer.signers()) {
    sheet.Add(FieldWord(answer, "signers", style.language),
              Safe(signer.participant()) + ", " + Safe(signer.holder()));
  }
}

}  // namespace

Sheet StandingSheet(const v1::FootprintAnswer& answer, const Style& style) {
  Sheet sheet;
  sheet.Add(style.Say(kStandingWord), style.Say(answer.in_force() ? kInForce : kNotInForce));
  AddReasons(answer, style, sheet);
  return sheet;
}

Sheet FootprintSheet(const v1::FootprintAnswer& answer, const Style& style) {
  Sheet sheet;
  AddReasons(answer, style, sheet);
  const auto& progress = answer.progress();
  sheet.Add(FieldWord(answer.footprint(), "producer", style.language),
            Safe(answer.footprint().producer()));
  sheet.Append(AboutSheet(answer.footprint().header(), style), 0);
  sheet.Add(style.Say(kLineCountWord), std::to_string(progress.line_count()));
  if (answer.has_result()) sheet.Append(ResultSheet(answer.result(), style), 0);
  if (progress.has_declared_time()) {
    sheet.Add(FieldWord(progress, "declared_time", style.language),
              ShowTime(progress.declared_time(), style.offset));
  }
  AddSigners(answer, style, sheet);
  for (const auto& successor : progress.successors()) {
    sheet.Add(
        FieldWord(progress, "successors", style.language),
        style.Say(kSucceededText, {{"name", Safe(successor.footprint())},
                                   {"reason", EnumWord(successor.reason(), style)},
                                   {"time", ShowTime(successor.recorded_time(), style.offset)}}));
  }
  if (answer.gwp_sets().empty()) return sheet;
  sheet.Head(style.Say(kStandsOn));
  AddSupports(answer.gwp_sets(), FieldWord(answer, "gwp_sets", style.language), style, sheet);
  AddSupports(answer.datasets(), FieldWord(answer, "datasets", style.language), style, sheet);
  AddSupports(answer.factors(), FieldWord(answer, "factors", style.language), style, sheet);
  AddSupports(answer.upstream(), FieldWord(answer, "upstream", style.language), style, sheet);
  return sheet;
}

}  // namespace tanji::client::cli
