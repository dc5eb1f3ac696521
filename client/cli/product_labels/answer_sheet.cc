#include "client/cli/product_labels/answer_sheet.h"

#include "client/cli/certificates/answer_sheet.h"
#include "client/cli/certificates/cause_text.h"
#include "client/cli/labels.h"
#include "client/cli/time_text.h"
#include "client/sheet/text.h"
#include "ledger/modules/labels/rules.h"

namespace tanji::client::cli {
namespace {

constexpr Text kBecause{"原因", "because"};
constexpr Text kNoSuchUnit{"无效：这个标签没有第 {number} 号单元",
                           "not in force: this label has no unit {number}"};
constexpr Text kUnitGone{"无效：第 {number} 号单元已报告：{fate}",
                         "not in force: unit {number} was reported: {fate}"};
constexpr Text kSerialWord{"序列号", "serial"};
constexpr Text kClaimWord{"宣称（{market}）", "claim ({market})"};
constexpr Text kLotWord{"批次", "lot"};
constexpr Text kHarvestText{"{name}，采收 {first} 至 {last}",
                            "{name}, harvested {first} to {last}"};
constexpr Text kLineageWord{"来自", "comes from"};
constexpr Text kMassWord{"加标的货", "goods labelled"};
constexpr Text kMassText = Text::Same("{mass} kg");
constexpr Text kMassLeftText{"{mass} kg，其中 {retired} kg 已不再加标",
                             "{mass} kg, of which {retired} kg bear it no more"};
constexpr Text kUnitsWord{"单元", "units"};
constexpr Text kUnitsText{"{count} 个，编号 {first} 至 {last}",
                          "{count}, numbered {first} to {last}"};
constexpr Text kMarkText{"整批一个标识（{medium}），单元没有编号",
                         "one mark for all ({medium}); no unit has a number"};
constexpr Text kUnitWord{"第 {number} 号单元", "unit {number}"};
constexpr Text kUnitGood{"有此单元，没有报告", "exists, and nothing was reported of it"};
constexpr Text kUnitMissing{"没有此单元", "there is none"};
constexpr Text kReportWord{"已报告", "reported"};
constexpr Text kReportUnits{"{from} 至 {to} 号", "units {from} to {to}"};
constexpr Text kReportText{"{what}：{fate}（{time}）", "{what}: {fate} ({time})"};
constexpr Text kReleasedWord{"放行", "released"};
constexpr Text kReleasedText{"{time}，签署人：{holders}", "{time}, signed by: {holders}"};
constexpr Text kConfirmedWord{"认证机构确认", "confirmed by the certifier"};
constexpr Text kConfirmedText{"{time}：{finding}", "{time}: {finding}"};

void AddLots(const v1::LabelAnswer& answer, const Style& style, Sheet& sheet) {
  bool is_first = true;
  for (const auto& row : answer.lots()) {
    const auto& lot = row.lot();
    std::string text = Safe(lot.producer() + "/lots/" + lot.id());
    if (lot.has_harvest()) {
      text = style.Say(kHarvestText, {{"name", text},
                                      {"first", Safe(lot.harvest().first_day())},
                                      {"last", Safe(lot.harvest().last_day())}});
    }
    sheet.Add(style.Say(is_first ? kLotWord : kLineageWord), text);
    is_first = false;
  }
}

std::string UnitsText(const v1::Label& label, const Style& style) {
  const auto count = ledger::UnitCount(label);
  if (count == 0) return style.Say(kMarkText, {{"medium", Safe(label.lot_mark().medium())}});
  const auto first = ledger::FirstUnit(label);
  return style.Say(kUnitsText, {{"count", std::to_string(count)},
                                {"first", std::to_string(first)},
                                {"last", std::to_string(first + count - 1)}});
}

std::string UnitText(const v1::UnitAnswer& unit, const Style& style) {
  if (!unit.exists()) return style.Say(kUnitMissing);
  if (unit.fate() == v1::UNIT_FATE_UNSPECIFIED) return style.Say(kUnitGood);
  return EnumWord(unit.fate(), style);
}

void AddGoods(const v1::LabelAnswer& answer, const Style& style, Sheet& sheet) {
  const auto& label = answer.label();
  const auto& retired = answer.progress().retired_kg();
  sheet.Add(style.Say(kMassWord),
            style.Say(retired == "0" ? kMassText : kMassLeftText,
                      {{"mass", Safe(label.mass_kg())}, {"retired", Safe(retired)}}));
  sheet.Add(style.Say(kUnitsWord), UnitsText(label, style));
  if (answer.has_unit()) {
    sheet.Add(style.Say(kUnitWord, {{"number", std::to_string(answer.unit().number())}}),
              UnitText(answer.unit(), style));
  }
}

void AddReports(const v1::LabelAnswer& answer, const Style& style, Sheet& sheet) {
  for (const auto& report : answer.retired()) {
    const std::string what =
        report.has_units()
            ? style.Say(kReportUnits, {{"from", std::to_string(report.units().from())},
                                       {"to", std::to_string(report.units().to())}})
            : Safe(report.mass_kg()) + " kg";
    sheet.Add(style.Say(kReportWord),
              style.Say(kReportText, {{"what", what},
                                      {"fate", EnumWord(report.fate(), style)},
                                      {"time", ShowTime(report.recorded_time(), style.offset)}}));
  }
}

void AddRelease(const v1::LabelAnswer& answer, const Style& style, Sheet& sheet) {
  std::string holders;
  for (const auto& signer : answer.signers()) {
    holders += (holders.empty() ? "" : ", ") + Safe(signer.holder());
  }
  sheet.Add(
      style.Say(kReleasedWord),
      style.Say(kReleasedText, {{"time", ShowTime(answer.label().released_time(), style.offset)},
                                {"holders", holders}}));
  if (!answer.has_confirmation()) return;
  const auto& confirmation = answer.confirmation();
  sheet.Add(
      style.Say(kConfirmedWord),
      style.Say(kConfirmedText, {{"time", ShowTime(confirmation.confirmed_time(), style.offset)},
                                 {"finding", PickText(confirmation.finding(), style)}}));
}

}  // namespace

std::string LabelVerdict(const v1::LabelAnswer& answer, const Style& style) {
  if (answer.kind() == v1::STATUS_KIND_IN_FORCE && !answer.in_force()) {
    const auto& unit = answer.unit();
    return style.Say(
        unit.exists() ? kUnitGone : kNoSuchUnit,
        {{"number", std::to_string(unit.number())}, {"fate", EnumWord(unit.fate(), style)}});
  }
  return VerdictText(answer.kind(), answer.status(), answer.causes(), answer.certificate(), style);
}

Sheet LabelSheet(const v1::LabelAnswer& answer, const Style& style) {
  const auto& certificate = answer.certificate();
  Sheet sheet;
  for (const auto& reason : ReasonTexts(answer.status(), answer.causes(), certificate, style)) {
    sheet.Add(style.Say(kBecause), reason);
  }
  sheet.Add(style.Say(kSerialWord), SerialInGroups(answer.label().serial()));
  sheet.Append(PartiesSheet(certificate, style), 0);
  sheet.Add(style.Say(kClaimWord, {{"market", Safe(answer.label().market())}}),
            PickText(answer.claim(), style));
  sheet.Append(ThresholdSheet(certificate, answer.year(), style), 0);
  sheet.Append(ScopeSheet(certificate, style), 0);
  AddLots(answer, style, sheet);
  AddGoods(answer, style, sheet);
  AddReports(answer, style, sheet);
  AddRelease(answer, style, sheet);
  sheet.Add(FieldWord(answer, "certificate", style.language), Safe(answer.label().certificate()));
  sheet.Append(SourcesSheet(certificate, style), 0);
  return sheet;
}

std::string SerialInGroups(const std::string& serial) {
  return sheet::InGroups(Safe(serial));
}

}  // namespace tanji::client::cli
