// The few shapes that labels and pages are made of, as elements of SVG. All lengths are in mm; a
// document's unit is 1 mm. Black on white without greys, so that a thermal printer can do it.
#pragma once

#include <string>
#include <string_view>

#include "client/sheet/measure.h"

namespace tanji::client::sheet {

struct Box {
  double x_mm = 0;
  double y_mm = 0;
  double width_mm = 0;
  double height_mm = 0;
};

enum class Script { kZh, kEn };  // which glyphs a font takes for characters that it has two of
enum class Align { kLeft, kCentre, kRight };
enum class Ink { kBlack, kWhite };

struct Line {
  double x_mm = 0;  // the left end, the middle or the right end, as `align` says
  double baseline_mm = 0;
  double size_mm = 0;
  std::string text;  // clean (text.h)
  Face face = Face::kRegular;
  Script script = Script::kZh;
  Align align = Align::kLeft;
  Ink ink = Ink::kBlack;
};

// "12.5": at most three decimals, without trailing zeros, whatever the locale.
std::string Number(double value);

void AppendLine(const Line& line, std::string& svg);
void AppendBar(const Box& box, Ink ink, std::string& svg);
// Opens a document of its own, with a white ground; "</svg>" closes it.
std::string OpenDocument(double width_mm, double height_mm);

}  // namespace tanji::client::sheet
