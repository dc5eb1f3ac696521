#include "client/cli/footprints/report.h"

#include <algorithm>

#include "client/cli/footprints/about_sheet.h"
#include "client/cli/footprints/result_sheet.h"
#include "client/cli/json_message.h"
#include "client/cli/labels.h"
#include "client/cli/number_text.h"
#include "ledger/base/decimal.h"
#include "ledger/modules/footprints/reckon/references.h"

namespace tanji::client::cli {
namespace {

constexpr Text kLineWord{"条目", "line"};
constexpr Text kStageWord{"阶段", "stage"};
constexpr Text kAmountWord{"数量", "amount"};
constexpr Text kShareWord{"份额", "share"};
constexpr Text kFactorWord{"因子", "factor"};
constexpr Text kFactorValueWord{"值", "value"};
constexpr Text kFactorRangeWord{"范围", "range"};
constexpr Text kDownWord{"降幅", "falls by"};
constexpr Text kUpWord{"升幅", "rises by"};
constexpr Text kLinesHead{"各条目（kgCO2e/kg，每千克产品）",
                          "Lines (kgCO2e per kg of the product)"};
constexpr Text kFactorsHead{"因子，按其单独取上下限时碳足迹变动的大小排列（kgCO2e/kg）",
                            "Factors, by how far each alone at its bounds shifts the footprint "
                            "(kgCO2e/kg)"};
constexpr Text kSourcesHead{"各因子的出处", "Where the factors come from"};
constexpr Text kNamedWord{"名称", "name"};
constexpr Text kNoteWord{"备注", "note"};
constexpr Text kDatasetText{"{name}：{title}，{publisher}，{year} 年",
                            "{name}: {title}, {publisher}, {year}"};

ledger::Decimal ShiftOf(const v1::FactorReference& factor) {
  const auto number = [](const std::string& text) {
    return ledger::Decimal::Parse(text).value_or(ledger::Decimal());
  };
  return std::max(number(factor.down()), number(factor.up()));
}

// Those with the largest shift first; of equal ones by name.
std::vector<v1::FactorReference> ByShift(const Reckoning& reckoning) {
  auto factors = reckoning.reckoned.factors;
  std::ranges::stable_sort(factors,
                           [](const auto& a, const auto& b) { return ShiftOf(a) > ShiftOf(b); });
  return factors;
}

std::string ShiftText(const std::string& shift) {
  return shift.empty() ? "-" : Safe(shift);
}

const v1::FactorRow& RowOf(const Reckoning& reckoning, const std::string& name) {
  return reckoning.basis.factors.find(name)->second.row();
}

std::string FactorsTable(const Reckoning& reckoning,
                         const std::vector<v1::FactorReference>& factors, const Style& style) {
  // Units stand with the sources: beside a range they would make the rows too long.
  Table table({"#", style.Say(kFactorWord), style.Say(kFactorValueWord),
               style.Say(kFactorRangeWord), style.Say(kDownWord), style.Say(kUpWord)});
  int number = 0;
  for (const auto& factor : factors) {
    const auto& row = RowOf(reckoning, factor.factor());
    table.Add({std::to_string(++number), ShortFactorName(factor.factor()), FactorNumber(row, style),
               FactorRange(row), ShiftText(factor.down()), ShiftText(factor.up())});
  }
  return style.Say(kFactorsHead) + "\n" + table.Print();
}

std::string DatasetText(const Reckoning& reckoning, const std::string& name, const Style& style) {
  const auto& dataset = reckoning.basis.datasets.find(name)->second;
  return style.Say(kDatasetText, {{"name", Safe(name)},
                                  {"title", PickText(dataset.title(), style)},
                                  {"publisher", PickText(dataset.publisher(), style)},
                                  {"year", std::to_string(dataset.year())}});
}

std::string SourcesText(const Reckoning& reckoning, const std::vector<v1::FactorReference>& factors,
                        const Style& style) {
  Sheet sheet;
  int number = 0;
  for (const auto& factor : factors) {
    const auto& record = reckoning.basis.factors.find(factor.factor())->second;
    const auto& row = record.row();
    sheet.Add("#" + std::to_string(++number), ShortFactorName(factor.factor()));
    sheet.Add(style.Say(kNamedWord), PickText(row.name(), style), 1);
    sheet.Add(style.Say(kFactorValueWord), FactorValue(row, style), 1);
    sheet.Add(FieldWord(row, "kind", style.language), EnumWord(row.kind(), style), 1);
    sheet.Add(FieldWord(row, "source", style.language), Safe(row.source()), 1);
    sheet.Add(FieldWord(record, "dataset", style.language),
              DatasetText(reckoning, record.dataset(), style), 1);
    if (row.has_note()) sheet.Add(style.Say(kNoteWord), PickText(row.note(), style), 1);
  }
  return style.Say(kSourcesHead) + "\n" + sheet.Print(kReportColumns);
}

std::string LinesTable(const Reckoning& reckoning, const Style& style) {
  Table table({style.Say(kLineWord), style.Say(kStageWord), style.Say(kAmountWord), "kgCO2e/kg",
               style.Say(kShareWord)});
  for (std::size_t i = 0; i < reckoning.inventory.lines.size(); ++i) {
    const auto& line = reckoning.inventory.lines[i];
    const auto& result = reckoning.reckoned.lines[i];
    const bool counts = !line.has_reported_apart() && line.output() <= 1;
    table.Add({Safe(line.id()), EnumWord(line.stage(), style), AmountOrModel(line, style),
               counts ? Safe(result.co2e()) : "-", counts ? Percent(result.share()) : "-"});
  }
  return table.Print();
}

Sheet Overview(const Reckoning& reckoning, const Style& style) {
  Sheet sheet = AboutSheet(reckoning.inventory.header, style);
  sheet.Append(ResultSheet(reckoning.reckoned.result, style), 0);
  sheet.Append(NotAssessedSheet(reckoning.inventory, style), 0);
  return sheet;
}

}  // namespace

std::string SummaryText(const Reckoning& reckoning, const Style& style) {
  return Overview(reckoning, style).Print(kReportColumns) + "\n" + LinesTable(reckoning, style);
}

std::string ExplanationText(Sheet head, const Reckoning& reckoning, const Style& style) {
  const auto factors = ByShift(reckoning);
  FactorNumbers numbers;
  for (const auto& factor : factors) {
    numbers.emplace(factor.factor(), static_cast<int>(numbers.size()) + 1);
  }
  head.Append(Overview(reckoning, style), 0);
  std::string out = head.Print(kReportColumns) + "\n" + style.Say(kLinesHead) + "\n";
  Sheet lines;
  for (std::size_t i = 0; i < reckoning.inventory.lines.size(); ++i) {
    lines.Append(LineSheet(reckoning, i, numbers, style), 0);
  }
  out += lines.Print(kReportColumns) + "\n";
  out += FactorsTable(reckoning, factors, style) + "\n";
  return out + SourcesText(reckoning, factors, style);
}

nlohmann::ordered_json ReckoningJson(const Reckoning& reckoning) {
  using Json = nlohmann::ordered_json;
  Json json{{"header", ToJson(reckoning.inventory.header)},
            {"result", ToJson(reckoning.reckoned.result)}};
  json["lines"] = Json::array();
  for (std::size_t i = 0; i < reckoning.inventory.lines.size(); ++i) {
    const auto& line = reckoning.inventory.lines[i];
    json["lines"].push_back({{"number", i},
                             {"line", ToJson(line)},
                             {"result", ToJson(reckoning.reckoned.lines[i])},
                             {"factors", ledger::FactorsOf(line)}});
  }
  json["factors"] = Json::array();
  for (const auto& factor : ByShift(reckoning)) {
    json["factors"].push_back(
        {{"factor", factor.factor()},
         {"down", factor.down()},
         {"up", factor.up()},
         {"record", ToJson(reckoning.basis.factors.find(factor.factor())->second)}});
  }
  json["datasets"] = Json::object();
  for (const auto& [name, dataset] : reckoning.basis.datasets)
    json["datasets"][name] = ToJson(dataset);
  json["gwp_set"] = ToJson(reckoning.basis.gwp_set);
  json["upstream"] = Json::object();
  for (const auto& [name, upstream] : reckoning.basis.upstream) {
    json["upstream"][name] = {{"result", ToJson(upstream.result)}, {"gwp_set", upstream.gwp_set}};
  }
  return json;
}

}  // namespace tanji::client::cli
