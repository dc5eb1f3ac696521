#include "client/cli/footprints/report.h"

#include <algorithm>

#include "client/cli/json_message.h"
#include "client/cli/labels.h"
#include "client/cli/number_text.h"
#include "ledger/base/shares.h"
#include "ledger/modules/footprints/reckon/references.h"

namespace tanji::client::cli {
namespace {

using google::protobuf::Message;

constexpr Text kPeriodWord{"报告期", "period"};
constexpr Text kPeriodText{"{first} 至 {last}", "{first} to {last}"};
constexpr Text kMoistureText{"含水率 {moisture}", "moisture {moisture}"};
constexpr Text kKeyText{"系数 {key}", "key {key}"};
constexpr Text kCutOffWord{"取舍", "cut-off"};
constexpr Text kNothingCutOff{"没有取舍", "nothing was cut off"};
constexpr Text kPerennialText{"{harvests} 季收获", "{harvests} harvest(s)"};
constexpr Text kPerennialYears{"{harvests} 季收获，结果年限 {years} 年",
                               "{harvests} harvest(s) of {years} bearing years"};
constexpr Text kUntilText{"{coverage}，至 {day}", "{coverage}, until {day}"};
constexpr Text kPredecessorText{"{name}（{reason}）", "{name} ({reason})"};

constexpr Text kValueWord{"碳足迹", "footprint"};
constexpr Text kValueText{"{short} kgCO2e/kg（精确值 {value}）",
                          "{short} kgCO2e per kg (exactly {value})"};
constexpr Text kRangeWord{"范围", "range"};
constexpr Text kRangeText{"{low} – {high}（精确值 {exact_low} – {exact_high}；不是概率区间）",
                          "{low} – {high} (exactly {exact_low} – {exact_high}; not a probability)"};
constexpr Text kNoRangeText{"没有任何因子或数量有范围", "no factor or amount has a range"};
constexpr Text kUnrangedWord{"没有范围的份额", "share without any range"};
constexpr Text kGasText{"{co2e}，占 {share}（{mass} kg）", "{co2e}, {share} ({mass} kg)"};
constexpr Text kStageText{"{co2e}，占 {share}", "{co2e}, {share}"};
constexpr Text kPactWord{"按 PACT 组成", "by PACT component"};
constexpr Text kApartWord{"另行报告（不计入合计）", "reported apart (in no total)"};
constexpr Text kPrimaryWord{"初级数据份额", "primary data"};
constexpr Text kPrimaryText{"活动数据 {activity}，活动数据与因子 {both}",
                            "activity {activity}, activity and factor {both}"};
constexpr Text kQualityWord{"数据质量（1 最好，5 最差）", "data quality (1 best, 5 worst)"};
constexpr Text kQualityText{"技术 {technological}，地域 {geographical}，时间 {temporal}",
                            "technological {technological}, geographical {geographical}, temporal "
                            "{temporal}"};
constexpr Text kNotRated{"未评级", "not rated"};

constexpr Text kNotAssessedWord{"未评估", "not assessed"};
constexpr Text kUpstreamOf{"{id} 的燃料上游", "what lies upstream of the fuel of {id}"};
constexpr Text kRatedLines{"{count} 行的数据质量", "data quality of {count} line(s)"};

constexpr Text kLineWord{"条目", "line"};
constexpr Text kStageWord{"阶段", "stage"};
constexpr Text kAmountWord{"数量", "amount"};
constexpr Text kShareWord{"份额", "share"};
constexpr Text kFactorWord{"因子", "factor"};
constexpr Text kFactorValueWord{"值", "value"};
constexpr Text kDownWord{"降幅", "falls by"};
constexpr Text kUpWord{"升幅", "rises by"};
constexpr Text kLinesHead{"各条目（kgCO2e/kg，每千克产品）",
                          "Lines (kgCO2e per kg of the product)"};
constexpr Text kFactorsHead{"因子，按单独取界限值时碳足迹的变动排列（kgCO2e/kg）",
                            "Factors, by how far each alone at its bounds shifts the footprint "
                            "(kgCO2e/kg)"};
constexpr Text kSourcesHead{"各因子的出处", "Where the factors come from"};
constexpr Text kNamedWord{"名称", "name"};
constexpr Text kNoteWord{"备注", "note"};
constexpr Text kDatasetText{"{name}：{title}，{publisher}，{year} 年",
                            "{name}: {title}, {publisher}, {year}"};

std::string Label(const Message& message, const char* field, const Style& style) {
  return FieldWord(*message.GetDescriptor()->FindFieldByName(field), style.language);
}

constexpr Text kComma{"，", ", "};
constexpr Text kSemicolon{"；", "; "};

std::string Joined(const std::vector<std::string>& parts, const Text& between, const Style& style) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : style.Say(between)) + part;
  return out;
}

bool IsZeroText(const std::string& decimal) {
  return decimal.empty() || decimal == "0";
}

// --- What it is about
// ------------------------------------------------------------------------------

std::string OutputText(const v1::InventoryOutput& output, const Style& style) {
  std::vector<std::string> parts{PickText(output.name(), style)};
  if (!output.grade().empty()) parts.push_back(Safe(output.grade()));
  parts.push_back(Safe(output.mass().decimal() + " " + output.mass().unit()));
  parts.push_back(style.Say(
      kMoistureText,
      {{"moisture", output.has_moisture_unknown() ? EnumWord(output.moisture_unknown(), style)
                                                  : Percent(output.moisture())}}));
  if (!output.key().empty()) {
    parts.push_back(
        style.Say(kKeyText, {{"key", Safe(output.key()) + " " + Safe(output.key_unit())}}));
  }
  return Joined(parts, kComma, style);
}

std::string CutOffText(const v1::InventoryHeader& header, const Style& style) {
  if (header.cut_off_share() == 0 && header.cut_off().empty()) return style.Say(kNothingCutOff);
  std::vector<std::string> parts{Percent(header.cut_off_share())};
  for (const auto& what : header.cut_off()) parts.push_back(PickText(what, style));
  return Joined(parts, kSemicolon, style);
}

std::string CoverageText(const v1::InventoryHeader& header, const Style& style) {
  std::string out = EnumWord(header.coverage(), style);
  if (!header.valid_until_day().empty()) {
    out = style.Say(kUntilText, {{"coverage", out}, {"day", Safe(header.valid_until_day())}});
  }
  std::vector<std::string> parts{std::move(out)};
  for (const auto& lot : header.lots()) parts.push_back(Safe(lot));
  return Joined(parts, kSemicolon, style);
}

std::string PerennialText(const v1::Perennial& perennial, const Style& style) {
  const Detail detail{{"harvests", std::to_string(perennial.harvests())},
                      {"years", std::to_string(perennial.bearing_years())}};
  return style.Say(perennial.bearing_years() == 0 ? kPerennialText : kPerennialYears, detail);
}

// --- Totals
// ----------------------------------------------------------------------------------------

// Shares of rows in their sum, as the ledger apportions them (D4).
template <class Rows>
std::vector<std::string> SharesOf(const Rows& rows) {
  std::vector<ledger::Decimal> values;
  for (const auto& row : rows) {
    values.push_back(ledger::Decimal::Parse(row.co2e()).value_or(ledger::Decimal()));
  }
  const auto shares = ledger::Shares(values);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < values.size(); ++i) out.push_back(Percent(shares ? (*shares)[i] : 0));
  return out;
}

// One row for each total of a kind, below a heading.
template <class Rows, class Word>
void AddTotals(Sheet& sheet, const std::string& heading, const Rows& rows, const Style& style,
               Word word) {
  if (rows.empty()) return;
  sheet.Head(heading);
  const auto shares = SharesOf(rows);
  for (int i = 0; i < rows.size(); ++i) {
    sheet.Add(word(rows[i]),
              style.Say(kStageText, {{"co2e", Safe(rows[i].co2e())},
                                     {"share", shares[static_cast<std::size_t>(i)]}}),
              1);
  }
}

void AddGases(Sheet& sheet, const v1::FootprintResult& result, const Style& style) {
  if (result.gases().empty()) return;
  sheet.Head(Label(result, "gases", style));
  const auto shares = SharesOf(result.gases());
  for (int i = 0; i < result.gases_size(); ++i) {
    const auto& row = result.gases(i);
    sheet.Add(EnumWord(row.gas(), style),
              style.Say(kGasText, {{"co2e", Safe(row.co2e())},
                                   {"share", shares[static_cast<std::size_t>(i)]},
                                   {"mass", Safe(row.mass())}}),
              1);
  }
}

void AddApart(Sheet& sheet, const v1::FootprintResult& result, const Style& style) {
  if (result.apart().empty()) return;
  sheet.Head(style.Say(kApartWord));
  for (const auto& row : result.apart()) {
    sheet.Add(EnumWord(row.kind(), style), Safe(row.co2()) + " kgCO2/kg", 1);
  }
}

std::string QualityText(const v1::FootprintResult& result, const Style& style) {
  if (result.technological_quality().empty()) return style.Say(kNotRated);
  return style.Say(kQualityText, {{"technological", Safe(result.technological_quality())},
                                  {"geographical", Safe(result.geographical_quality())},
                                  {"temporal", Safe(result.temporal_quality())}});
}

// --- Factors
// ---------------------------------------------------------------------------------------

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
  Table table({"#", style.Say(kFactorWord), style.Say(kFactorValueWord), style.Say(kRangeWord),
               style.Say(kDownWord), style.Say(kUpWord)});
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
    sheet.Add(Label(row, "kind", style), EnumWord(row.kind(), style), 1);
    sheet.Add(Label(row, "source", style), Safe(row.source()), 1);
    sheet.Add(Label(record, "dataset", style), DatasetText(reckoning, record.dataset(), style), 1);
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

std::string ValueText(const v1::FootprintResult& result, const Style& style) {
  return style.Say(kValueText,
                   {{"short", ThreeDigits(result.value())}, {"value", Safe(result.value())}});
}

std::string RangeText(const v1::FootprintResult& result, const Style& style) {
  if (result.low() == result.high()) return style.Say(kNoRangeText);
  return style.Say(kRangeText, {{"low", ThreeDigits(result.low())},
                                {"high", ThreeDigits(result.high())},
                                {"exact_low", Safe(result.low())},
                                {"exact_high", Safe(result.high())}});
}

Sheet AboutSheet(const v1::InventoryHeader& header, const Style& style) {
  Sheet sheet;
  const auto add = [&](const char* field, const std::string& value) {
    if (!value.empty()) sheet.Add(Label(header, field, style), value);
  };
  add("title", PickText(header.title(), style));
  add("product", Safe(header.product()));
  std::vector<std::string> facilities;
  for (const auto& facility : header.facilities()) facilities.push_back(Safe(facility));
  add("facilities", Joined(facilities, kComma, style));
  sheet.Add(style.Say(kPeriodWord), style.Say(kPeriodText, {{"first", Safe(header.first_day())},
                                                            {"last", Safe(header.last_day())}}));
  add("reference_flow", PickText(header.reference_flow(), style));
  add("boundary", EnumWord(header.boundary(), style));
  add("functional_unit", PickText(header.functional_unit(), style));
  for (const auto& output : header.outputs()) add("outputs", OutputText(output, style));
  add("allocation", EnumWord(header.allocation(), style));
  add("allocation_source", Safe(header.allocation_source()));
  add("gwp_set", Safe(header.gwp_set()));
  add("category_rules", header.category_rules().has_text()
                            ? Safe(header.category_rules().text())
                            : EnumWord(header.category_rules().unknown(), style));
  sheet.Add(style.Say(kCutOffWord), CutOffText(header, style));
  if (header.has_perennial()) add("perennial", PerennialText(header.perennial(), style));
  if (header.land_use_change_unknown() != v1::UNKNOWN_UNSPECIFIED) {
    add("land_use_change_unknown", EnumWord(header.land_use_change_unknown(), style));
  }
  add("coverage", CoverageText(header, style));
  for (const auto& predecessor : header.predecessors()) {
    add("predecessors",
        style.Say(kPredecessorText, {{"name", Safe(predecessor.footprint())},
                                     {"reason", EnumWord(predecessor.reason(), style)}}));
  }
  return sheet;
}

Sheet ResultSheet(const v1::FootprintResult& result, const Style& style) {
  Sheet sheet;
  sheet.Add(style.Say(kValueWord), ValueText(result, style));
  sheet.Add(style.Say(kRangeWord), RangeText(result, style));
  sheet.Add(style.Say(kUnrangedWord), Percent(result.unranged_share()));
  AddTotals(sheet, Label(result, "stages", style), result.stages(), style,
            [&](const v1::StageTotal& row) { return EnumWord(row.stage(), style); });
  AddGases(sheet, result, style);
  AddTotals(sheet, style.Say(kPactWord), result.pact(), style,
            [&](const v1::PactTotal& row) { return EnumWord(row.component(), style); });
  for (const auto* field : {"packaging", "aircraft"}) {
    const auto& descriptor = *result.GetDescriptor()->FindFieldByName(field);
    const std::string co2e = result.GetReflection()->GetString(result, &descriptor);
    if (!IsZeroText(co2e)) sheet.Add(FieldWord(descriptor, style.language), Safe(co2e));
  }
  AddApart(sheet, result, style);
  sheet.Add(style.Say(kPrimaryWord),
            style.Say(kPrimaryText, {{"activity", Percent(result.primary_activity_share())},
                                     {"both", Percent(result.primary_share())}}));
  sheet.Add(style.Say(kQualityWord), QualityText(result, style));
  return sheet;
}

Sheet NotAssessedSheet(const Inventory& inventory, const Style& style) {
  const auto& header = inventory.header;
  std::vector<std::string> what;
  const auto add = [&](v1::Unknown unknown, const Message& message, const char* field) {
    if (unknown == v1::UNKNOWN_NOT_ASSESSED) what.push_back(Label(message, field, style));
  };
  add(header.land_use_change_unknown(), header, "land_use_change_unknown");
  add(header.perennial().establishment_unknown(), header.perennial(), "establishment_unknown");
  add(header.category_rules().unknown(), header, "category_rules");
  for (const auto& output : header.outputs()) {
    if (output.moisture_unknown() != v1::UNKNOWN_NOT_ASSESSED) continue;
    what.push_back(Label(output, "moisture_unknown", style));
    break;
  }
  std::size_t unrated = 0;
  for (const auto& line : inventory.lines) {
    if (line.factor().has_upstream_unknown()) {
      what.push_back(style.Say(kUpstreamOf, {{"id", Safe(line.id())}}));
    }
    if (!line.has_quality() && !line.has_reported_apart()) ++unrated;
  }
  if (unrated > 0) what.push_back(style.Say(kRatedLines, {{"count", std::to_string(unrated)}}));
  Sheet sheet;
  if (!what.empty()) sheet.Add(style.Say(kNotAssessedWord), Joined(what, kSemicolon, style));
  return sheet;
}

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
