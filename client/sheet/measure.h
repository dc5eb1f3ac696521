// How wide a text may come out, and where its lines end. No font is at hand when a label is laid
// out, and the printer's is unknown; so the widths are upper bounds for the usual sans-serif fonts.
// All widths are in em, the font's size. Texts are clean (text.h).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tanji::client::sheet {

enum class Face { kRegular, kBold };

// A mark that stands on the character before it and has no width of its own.
bool IsMark(char32_t c);

double WidthEm(std::string_view text, Face face);

// Lines of at most `width_em` (at least 2), as long as they can be. A line ends at a space, behind
// a hyphen or slash, or beside a character of full width, but not before closing nor behind opening
// punctuation; a word longer than a line is cut. The empty text has no lines.
std::vector<std::string> Wrap(std::string_view text, double width_em, Face face);

// Likewise, but at most `max_lines` (at least 1): what does not fit ends with an ellipsis.
struct Wrapped {
  std::vector<std::string> lines;
  bool is_shortened = false;
};
Wrapped WrapShort(std::string_view text, double width_em, Face face, std::size_t max_lines);

}  // namespace tanji::client::sheet
