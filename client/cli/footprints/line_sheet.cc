#include "client/cli/footprints/line_sheet.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/reflection.h>

#include "client/cli/labels.h"
#include "client/cli/number_text.h"
#include "ledger/base/unit.h"
#include "ledger/modules/factors/rules.h"

namespace tanji::client::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr Text kFactorText{"#{number} {value}；{kind}；{name}",
                           "#{number} {value}; {kind}; {name}"};
constexpr Text kUpstreamText{"{name}（{value} kgCO2e/kg）", "{name} ({value} kgCO2e/kg)"};
constexpr Text kYes{"是", "yes"};
constexpr Text kComesTo{"排放", "comes to"};
constexpr Text kCo2eShare{"{co2e} kgCO2e/kg，占 {share}", "{co2e} kgCO2e/kg, {share}"};
constexpr Text kApartText{"{co2} kgCO2/kg，不计入合计", "{co2} kgCO2/kg, in no total"};
constexpr Text kOtherOutput{"属于另一产出，不计入", "belongs to another output; not counted"};
constexpr Text kSensitivityText{
    "其中一个值取界限时，碳足迹最多变动 {value} kgCO2e/kg",
    "shifts the footprint by up to {value} kgCO2e/kg with one of its values at a bound"};
constexpr Text kNoRange{"没有范围", "nothing in it has a range"};
constexpr Text kDataWord{"数据", "data"};
constexpr Text kDataText{"活动：{activity}；因子：{factor}；质量：{quality}",
                         "activity {activity}, factor {factor}, quality {quality}"};
constexpr Text kPrimary{"初级", "primary"};
constexpr Text kSecondary{"次级", "secondary"};
constexpr Text kNotRated{"未评级", "not rated"};

const FieldDescriptor& ArmOf(const v1::InventoryLine& line) {
  return *line.GetReflection()->GetOneofFieldDescriptor(
      line, v1::InventoryLine::descriptor()->FindOneofByName("what"));
}
// Whatever a model has, so that nothing of what was declared is left out.
class Entered {
 public:
  Entered(const Basis& basis, const FactorNumbers& numbers, const Style& style, Sheet& sheet)
      : basis_(basis), numbers_(numbers), style_(style), sheet_(sheet) {}

  void Fields(const Message& message, int depth) {
    std::vector<const FieldDescriptor*> fields;
    const auto& reflection = *message.GetReflection();
    reflection.ListFields(message, &fields);
    for (const auto* field : fields) {
      // The text of a part stands in its heading.
      if (IsHeading(*field)) continue;
      const int count = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
      for (int i = 0; i < count; ++i) Field(message, *field, i, depth);
    }
  }

 private:
  static bool IsHeading(const FieldDescriptor& field) {
    return field.message_type() == v1::BilingualText::descriptor();
  }

  void Field(const Message& message, const FieldDescriptor& field, int index, int depth) {
    std::string label = FieldWord(field, style_.language);
    if (field.is_repeated()) label += " " + std::to_string(index + 1);
    if (field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) {
      sheet_.Add(std::move(label), Value(message, field, index), depth);
      return;
    }
    const auto& reflection = *message.GetReflection();
    const auto& inner = field.is_repeated() ? reflection.GetRepeatedMessage(message, &field, index)
                                            : reflection.GetMessage(message, &field);
    if (field.message_type() == v1::Amount::descriptor()) {
      const auto& amount = static_cast<const v1::Amount&>(inner);
      sheet_.Add(std::move(label), Safe(amount.decimal() + " " + amount.unit()), depth);
    } else if (field.message_type() == v1::Range::descriptor()) {
      const auto& range = static_cast<const v1::Range&>(inner);
      sheet_.Add(std::move(label), Safe(range.low() + " – " + range.high()), depth);
    } else {
      sheet_.Add(std::move(label), Heading(inner), depth);
      Fields(inner, depth + 1);
    }
  }

  std::string Heading(const Message& message) const {
    const auto* const text = message.GetDescriptor()->FindFieldByName("text");
    if (text == nullptr || !IsHeading(*text)) return "";
    return PickText(
        static_cast<const v1::BilingualText&>(message.GetReflection()->GetMessage(message, text)),
        style_);
  }

  std::string Value(const Message& message, const FieldDescriptor& field, int index) const {
    const auto& reflection = *message.GetReflection();
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_STRING:
        return NameOrText(field.is_repeated() ? reflection.GetRepeatedString(message, &field, index)
                                              : reflection.GetString(message, &field));
      case FieldDescriptor::CPPTYPE_ENUM:
        return style_.Word(*reflection.GetEnum(message, &field));
      case FieldDescriptor::CPPTYPE_UINT32:
        return std::to_string(reflection.GetUInt32(message, &field));
      case FieldDescriptor::CPPTYPE_BOOL:
        return style_.Say(kYes);
      default:
        return "?";
    }
  }

  std::string NameOrText(const std::string& text) const {
    const auto factor = basis_.factors.find(text);
    if (factor != basis_.factors.end()) {
      const auto& row = factor->second.row();
      const auto number = numbers_.find(text);
      return style_.Say(
          kFactorText, {{"number", number == numbers_.end() ? "?" : std::to_string(number->second)},
                        {"value", FactorValue(row, style_)},
                        {"kind", EnumWord(row.kind(), style_)},
                        {"name", ShortFactorName(text)}});
    }
    const auto upstream = basis_.upstream.find(text);
    if (upstream == basis_.upstream.end()) return Safe(text);
    return style_.Say(kUpstreamText,
                      {{"name", text}, {"value", Safe(upstream->second.result.value())}});
  }

  const Basis& basis_;
  const FactorNumbers& numbers_;
  const Style& style_;
  Sheet& sheet_;
};

void AddResult(const v1::InventoryLine& line, const v1::FootprintLineResult& result,
               const Style& style, Sheet& sheet) {
  const bool apart = line.has_reported_apart();
  if (line.output() > 1) {
    sheet.Add(style.Say(kComesTo), style.Say(kOtherOutput), 1);
    return;
  }
  sheet.Add(style.Say(kComesTo),
            apart ? style.Say(kApartText, {{"co2", Safe(result.co2e())}})
                  : style.Say(kCo2eShare,
                              {{"co2e", Safe(result.co2e())}, {"share", Percent(result.share())}}),
            1);
  if (apart) return;
  for (const auto& cell : result.cells()) {
    if (result.cells_size() < 2) break;
    sheet.Add(EnumWord(cell.component(), style) + " " + EnumWord(cell.gas(), style),
              Safe(cell.co2e()), 2);
  }
  sheet.Add(FieldWord(result, "sensitivity", style.language),
            result.sensitivity().empty()
                ? style.Say(kNoRange)
                : style.Say(kSensitivityText, {{"value", Safe(result.sensitivity())}}),
            1);
}

std::string QualityText(const v1::InventoryLine& line, const Style& style) {
  if (!line.has_quality()) return style.Say(kNotRated);
  const auto& quality = line.quality();
  return std::to_string(quality.technological()) + "/" + std::to_string(quality.geographical()) +
         "/" + std::to_string(quality.temporal());
}

}  // namespace

std::string ShortFactorName(std::string_view name) {
  const auto parts = ledger::ParseFactorName(name);
  return parts ? parts->dataset_id + "/" + parts->code : Safe(name);
}

std::string FactorNumber(const v1::FactorRow& row, const Style& style) {
  return row.value().has_decimal() ? Safe(row.value().decimal())
                                   : EnumWord(row.value().unknown(), style);
}

std::string FactorRange(const v1::FactorRow& row) {
  if (!row.range().has_range()) return "";
  return Safe(row.range().range().low()) + " – " + Safe(row.range().range().high());
}

std::string FactorValue(const v1::FactorRow& row, const Style& style) {
  std::string out = FactorNumber(row, style);
  // Of a pure number.
  if (row.unit() != ledger::Unit::One().code()) out += " " + Safe(row.unit());
  if (row.range().has_range()) out += ", " + FactorRange(row);
  return out;
}

std::string AmountOrModel(const v1::InventoryLine& line, const Style& style) {
  const auto amount_text = [](const v1::Amount& amount) {
    return Safe(amount.decimal() + " " + amount.unit());
  };
  switch (line.what_case()) {
    case v1::InventoryLine::kFactor:
      return amount_text(line.factor().amount());
    case v1::InventoryLine::kCarbonApplied:
      return amount_text(line.carbon_applied().mass());
    case v1::InventoryLine::kUpstreamFootprint:
      return amount_text(line.upstream_footprint().amount());
    case v1::InventoryLine::kReportedApart:
      return amount_text(line.reported_apart().amount());
    default:
      return FieldWord(ArmOf(line), style.language);
  }
}

Sheet LineSheet(const Reckoning& reckoning, std::size_t index, const FactorNumbers& numbers,
                const Style& style) {
  const auto& line = reckoning.inventory.lines[index];
  Sheet sheet;
  sheet.Add(std::to_string(index + 1) + ". " + Safe(line.id()), PickText(line.text(), style));
  sheet.Add(FieldWord(line, "stage", style.language), EnumWord(line.stage(), style), 1);
  const auto& arm = ArmOf(line);
  const bool is_model = !line.has_factor();
  if (is_model) sheet.Head(FieldWord(arm, style.language), 1);
  Entered(reckoning.basis, numbers, style, sheet)
      .Fields(line.GetReflection()->GetMessage(line, &arm), is_model ? 2 : 1);
  if (line.of_which() != v1::OF_WHICH_UNSPECIFIED) {
    sheet.Add(FieldWord(line, "of_which", style.language), EnumWord(line.of_which(), style), 1);
  }
  if (line.output() != 0) {
    sheet.Add(FieldWord(line, "output", style.language), std::to_string(line.output()), 1);
  }
  sheet.Add(FieldWord(line, "source", style.language), Safe(line.source()), 1);
  AddResult(line, reckoning.reckoned.lines[index], style, sheet);
  sheet.Add(style.Say(kDataWord),
            style.Say(kDataText,
                      {{"activity", style.Say(line.activity_primary() ? kPrimary : kSecondary)},
                       {"factor", style.Say(line.factor_primary() ? kPrimary : kSecondary)},
                       {"quality", QualityText(line, style)}}),
            1);
  return sheet;
}

}  // namespace tanji::client::cli
