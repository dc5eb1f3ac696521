// One label as a self-contained SVG: text and a QR code, and on purpose no logo, leaf or seal. It
// says what the ledger proves and must not be taken for anybody's official mark.
#pragma once

#include <cstddef>
#include <string>

#include "client/sheet/fault.h"
#include "client/sheet/label.h"

namespace tanji::client::sheet {

inline constexpr double kLabelWidthMm = 92;
inline constexpr double kLabelHeightMm = 53;

// What a QR code of version 10-M holds. With the quiet zone it has 65 modules on 26 mm, 0.4 mm
// each; the GS1 General Specifications ask for 0.396 mm or more of a QR code with a Digital Link.
inline constexpr std::size_t kMaxLinkBytes = 213;

struct LabelDrawing {
  std::string svg;
  // Some text did not fit and ends with an ellipsis: whoever prints it should know.
  bool is_shortened = false;
};

// A document of kLabelWidthMm x kLabelHeightMm. Faults: kLinkUnusable, kLinkTooLong.
SheetOr<LabelDrawing> DrawLabel(const SheetLabel& label);

// The same without the document around it, with the origin in the label's top left corner.
SheetOr<LabelDrawing> DrawLabelBody(const SheetLabel& label);

}  // namespace tanji::client::sheet
