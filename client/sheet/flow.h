// Setting paragraphs into a box that they never leave.
#pragma once

#include <vector>

#include "client/sheet/drawing.h"

namespace tanji::client::sheet {

struct Paragraph {
  std::string text;  // clean and not empty
  Script script = Script::kZh;
  Face face = Face::kRegular;
  double size_mm = 0;   // of the font where there is room for all
  double floor_mm = 0;  // what is smaller would not be read
  double gap_mm = 0;    // above, unless it is the first
  // Where even at the floor not all fits, every paragraph has one line, and those with the lowest
  // rank get the further ones first.
  int rank = 0;
};

struct Flowed {
  std::vector<Line> lines;
  bool is_shortened = false;  // some paragraph ends with an ellipsis
};

// Sets the paragraphs below each other. Where there is room to spare, they are set a little larger
// and wider apart; where there is not, smaller, at last at their floors, and then shortened. One
// line of each at its floor must fit (asserted).
Flowed Flow(const std::vector<Paragraph>& paragraphs, const Box& box, Align align);

}  // namespace tanji::client::sheet
