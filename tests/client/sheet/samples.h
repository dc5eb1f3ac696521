// Labels to draw, and what stands in a drawing, read back from its text.
#pragma once

#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "client/sheet/label.h"
#include "client/sheet/measure.h"
#include "client/sheet/svg.h"

namespace tanji::client::sheet {

inline SheetLabel Mangoes() {
  SheetLabel label;
  label.scheme = {"热带水果低碳标签示例计划",
                  "Low-carbon label for tropical fruit, example scheme"};
  label.product = {"台农一号芒果", "Mango, Tainong No. 1"};
  label.claim = {"每千克鲜果的碳足迹低于本类限值，自摇篮至农场大门。",
                 "Its footprint per kg of fresh fruit, cradle to farm gate, is below the limit."};
  label.example = true;
  label.grade = "A";
  label.value = "0.412 kg CO₂e/kg";
  label.limit = "≤ 0.600 kg CO₂e/kg";
  label.harvest_year = "2025";
  label.lot = "HN-2025-07-A";
  label.producer = {"三亚崖州芒果专业合作社", "Yazhou Mango Cooperative, Sanya"};
  label.certifier = {"示例认证有限公司", "Example Certification Ltd"};
  label.serial = "BT153C9KX07WQMZBT";
  label.unit = 17;
  label.link = "https://id.example.org/01/09506000134352/10/HN-2025-07-A/21/BT153C9KX07WQMZBT";
  label.notes = {{"建园：未评估", "Establishment: not assessed"},
                 {"土壤碳变化：未评估", "Soil carbon change: not assessed"}};
  return label;
}

inline std::string Repeated(std::string_view part, std::size_t characters, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; i += characters) text += part;
  return text;
}

// Every text about 200 characters long, and more notes than fit.
inline SheetLabel Endless() {
  const Text text{Repeated("每千克鲜果的碳足迹低于本类限值，", 16, 200),
                  Repeated("Its footprint per kg of fruit is low. ", 38, 200)};
  SheetLabel label = Mangoes();
  label.scheme = label.product = label.claim = label.producer = label.certifier = text;
  label.grade = label.value = label.limit = label.lot = label.harvest_year = text.en;
  label.serial = std::string(200, 'W');
  label.unit.reset();
  label.notes.assign(8, text);
  return label;
}

// A <text> element of a drawing.
struct Printed {
  double x_mm, baseline_mm, size_mm;
  bool is_bold;
  std::string anchor;
  std::string text;  // still escaped

  double width_mm() const {
    return size_mm * WidthEm(text, is_bold ? Face::kBold : Face::kRegular);
  }
  double left_mm() const {
    return x_mm - width_mm() * (anchor == "start" ? 0 : anchor == "middle" ? 0.5 : 1);
  }
};

inline std::vector<Printed> TextsOf(const std::string& svg) {
  static const std::regex kText(
      "<text x=\"([0-9.]+)\" y=\"([0-9.]+)\" font-size=\"([0-9.]+)\" font-weight=\"([47])00\" "
      "text-anchor=\"([a-z]+)\"[^>]*>([^<]*)</text>");
  std::vector<Printed> texts;
  for (std::sregex_iterator it(svg.begin(), svg.end(), kText), end; it != end; ++it) {
    texts.push_back({std::stod((*it)[1]), std::stod((*it)[2]), std::stod((*it)[3]), (*it)[4] == "7",
                     (*it)[5], (*it)[6]});
  }
  return texts;
}

// All texts, a line each.
inline std::string Words(const std::string& svg) {
  std::string words;
  for (const auto& text : TextsOf(svg)) words += text.text + "\n";
  return words;
}

}  // namespace tanji::client::sheet
