#include "client/cli/footprints/result_sheet.h"

#include "client/cli/labels.h"
#include "client/cli/number_text.h"
#include "ledger/base/shares.h"

namespace tanji::client::cli {
namespace {

constexpr Text kValueWord{"碳足迹", "footprint"};
constexpr Text kValueText{"{short} kgCO2e/kg（账本值 {value}）",
                          "{short} kgCO2e per kg (recorded as {value})"};
constexpr Text kRangeWord{"范围", "range"};
constexpr Text kRangeText{"{low} – {high}（账本值 {exact_low} – {exact_high}；不是置信区间）",
                          "{low} – {high} (recorded as {exact_low} – {exact_high}; not a "
                          "confidence interval)"};
constexpr Text kNoRangeText{"没有任何因子或数量有范围", "no factor or amount has a range"};
constexpr Text kRangeUnmoved{"界限不改变结果", "the bounds do not change it"};
constexpr Text kInUnit{"{what}（kgCO2e/kg）", "{what} (kgCO2e/kg)"};
constexpr Text kUnrangedWord{"没有范围的份额", "share without any range"};
constexpr Text kGasText{"{co2e}，占 {share}（{mass} kg/kg）", "{co2e}, {share} ({mass} kg/kg)"};
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

bool IsZeroText(const std::string& decimal) {
  return decimal.empty() || decimal == "0";
}

// Shares of rows in their sum, as the ledger apportions them (D4).
template <class Rows>
std::vector<std::string> SharesOf(const Rows& rows) {
  std::vector<ledger::Decimal> values;
  for (const auto& row : rows) {
    values.push_back(ledger::Decimal::Parse(row.co2e()).value_or(ledger::Decimal()));
  }
  const auto shares = ledger::Shares(values);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < values.size(); ++i)
    out.push_back(shares ? Percent((*shares)[i]) : "-");
  return out;
}

// One row for each total of a kind, below a heading.
template <class Rows, class Word>
void AddTotals(Sheet& sheet, const std::string& heading, const Rows& rows, const Style& style,
               Word word) {
  if (rows.empty()) return;
  sheet.Head(style.Say(kInUnit, {{"what", heading}}));
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
  sheet.Head(style.Say(kInUnit, {{"what", FieldWord(result, "gases", style.language)}}));
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

}  // namespace

std::string ValueText(const v1::FootprintResult& result, const Style& style) {
  return style.Say(kValueText,
                   {{"short", ThreeDigits(result.value())}, {"value", Safe(result.value())}});
}

std::string RangeText(const v1::FootprintResult& result, const Style& style) {
  constexpr std::int64_t kWhole = 10'000;  // all of it, in 1/10000
  if (result.low() == result.high()) {
    return style.Say(result.unranged_share() == kWhole ? kNoRangeText : kRangeUnmoved);
  }
  return style.Say(kRangeText, {{"low", ThreeDigits(result.low())},
                                {"high", ThreeDigits(result.high())},
                                {"exact_low", Safe(result.low())},
                                {"exact_high", Safe(result.high())}});
}

Sheet ResultSheet(const v1::FootprintResult& result, const Style& style) {
  Sheet sheet;
  sheet.Add(style.Say(kValueWord), ValueText(result, style));
  sheet.Add(style.Say(kRangeWord), RangeText(result, style));
  sheet.Add(style.Say(kUnrangedWord), Percent(result.unranged_share()));
  AddTotals(sheet, FieldWord(result, "stages", style.language), result.stages(), style,
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

}  // namespace tanji::client::cli
