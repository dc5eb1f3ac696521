#include "client/cli/footprints/about_sheet.h"

#include "client/cli/labels.h"
#include "client/cli/number_text.h"

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

constexpr Text kNotAssessedWord{"未评估", "not assessed"};
constexpr Text kUpstreamOf{"{id} 的燃料上游", "upstream of the fuel in {id}"};
constexpr Text kRatedLines{"{count} 个条目的数据质量", "data quality of {count} line(s)"};

constexpr Text kComma{"，", ", "};
constexpr Text kSemicolon{"；", "; "};

std::string Joined(const std::vector<std::string>& parts, const Text& between, const Style& style) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : style.Say(between)) + part;
  return out;
}

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

}  // namespace

Sheet AboutSheet(const v1::InventoryHeader& header, const Style& style) {
  Sheet sheet;
  const auto add = [&](const char* field, const std::string& value) {
    if (!value.empty()) sheet.Add(FieldWord(header, field, style.language), value);
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

std::vector<std::string> LeftOutIn(const v1::InventoryHeader& header, Language language) {
  std::vector<std::string> what;
  const auto add = [&](v1::Unknown unknown, const Message& message, const char* field) {
    if (unknown == v1::UNKNOWN_NOT_ASSESSED) what.push_back(FieldWord(message, field, language));
  };
  add(header.land_use_change_unknown(), header, "land_use_change_unknown");
  add(header.perennial().establishment_unknown(), header.perennial(), "establishment_unknown");
  return what;
}

std::vector<std::string> NotAssessedIn(const v1::InventoryHeader& header, Language language) {
  auto what = LeftOutIn(header, language);
  if (header.category_rules().unknown() == v1::UNKNOWN_NOT_ASSESSED) {
    what.push_back(FieldWord(header, "category_rules", language));
  }
  for (const auto& output : header.outputs()) {
    if (output.moisture_unknown() != v1::UNKNOWN_NOT_ASSESSED) continue;
    what.push_back(FieldWord(output, "moisture_unknown", language));
    break;
  }
  return what;
}

Sheet NotAssessedSheet(const Inventory& inventory, const Style& style) {
  auto what = NotAssessedIn(inventory.header, style.language);
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

}  // namespace tanji::client::cli
