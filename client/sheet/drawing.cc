#include "client/sheet/drawing.h"

#include <fmt/format.h>

#include <iterator>

#include "client/sheet/text.h"

namespace tanji::client::sheet {
namespace {

// Sans-serif fonts with Chinese characters, of the usual systems; any of them will do.
constexpr std::string_view kFonts =
    "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, WenQuanYi Micro Hei, "
    "sans-serif";

std::string_view Anchor(Align align) {
  return align == Align::kLeft ? "start" : align == Align::kCentre ? "middle" : "end";
}

std::string_view Colour(Ink ink) {
  return ink == Ink::kBlack ? "#000" : "#fff";
}

}  // namespace

std::string Number(double value) {
  std::string text = fmt::format("{:.3f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

void AppendLine(const Line& line, std::string& svg) {
  fmt::format_to(std::back_inserter(svg),
                 R"(<text x="{}" y="{}" font-size="{}" font-weight="{}" text-anchor="{}" )"
                 R"(fill="{}" xml:lang="{}">{}</text>)"
                 "\n",
                 Number(line.x_mm), Number(line.baseline_mm), Number(line.size_mm),
                 line.face == Face::kBold ? "700" : "400", Anchor(line.align), Colour(line.ink),
                 line.script == Script::kZh ? "zh-Hans" : "en", EscapeXml(line.text));
}

void AppendBar(const Box& box, Ink ink, std::string& svg) {
  fmt::format_to(std::back_inserter(svg),
                 R"(<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>)"
                 "\n",
                 Number(box.x_mm), Number(box.y_mm), Number(box.width_mm), Number(box.height_mm),
                 Colour(ink));
}

std::string OpenDocument(double width_mm, double height_mm) {
  std::string svg = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      R"(<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="{0}mm" height="{1}mm" )"
      R"(viewBox="0 0 {0} {1}" font-family="{2}">)"
      "\n",
      Number(width_mm), Number(height_mm), kFonts);
  // Without it a picture of the label has a transparent ground, on which no reader finds the code.
  AppendBar({0, 0, width_mm, height_mm}, Ink::kWhite, svg);
  return svg;
}

}  // namespace tanji::client::sheet
