// Labels on pages of A4, to be printed at 100 % and cut: two columns of five with crop marks.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "client/sheet/fault.h"
#include "client/sheet/label.h"

namespace tanji::client::sheet {

inline constexpr std::size_t kLabelsPerPage = 10;
// Of one call: 50 pages. More than that is printed in parts.
inline constexpr std::size_t kMaxSheetLabels = 500;

// At the foot of every page; nothing of it is on a label.
struct PageFoot {
  std::string ledger;        // the ledger's name
  std::string label_serial;  // as one word; printed in groups of four
  std::string date;          // as it shall stand there: this library knows no clock
};

struct Pages {
  std::vector<std::string> svgs;     // one document of 210 x 297 mm each
  std::size_t shortened_labels = 0;  // on which some text ends with an ellipsis
};

// The labels in their order, row by row. Faults: kNoLabels, kTooManyLabels, and those of DrawLabel.
SheetOr<Pages> DrawPages(const std::vector<SheetLabel>& labels, const PageFoot& foot);

}  // namespace tanji::client::sheet
