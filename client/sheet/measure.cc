#include "client/sheet/measure.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "crypto/wire/utf8.h"

namespace tanji::client::sheet {
namespace {

constexpr double kBoldFactor = 1.12;
constexpr std::string_view kEllipsis = "…";
constexpr std::u32string_view kBeginsNoLine = U"，。、；：？！）》」』】〉”’…·\u3000,.;:?!)]}%％";
constexpr std::u32string_view kEndsNoLine = U"（《「『【〈“‘([{";

bool IsOneOf(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

// Characters of one full em: those of East Asia, and symbols that their fonts draw as wide.
bool IsWide(char32_t c) {
  return c >= 0x2e80;
}

struct Widths {
  std::u32string_view characters;
  double width_em;
};

// Rounded up over the fonts that screens and printers fall back to, among them the widest.
constexpr Widths kAscii[] = {
    {U"ijl'", 0.28},     {U" .,:;|/\\I", 0.35}, {U"ft-", 0.4},      {U"r!()[]J", 0.42},
    {U"s*\"_`", 0.53},   {U"c?Lz", 0.56},       {U"aekovxy", 0.62}, {U"ABCEFKPRSTVXYZ{}$", 0.72},
    {U"DGHNOQU&", 0.79}, {U"#+<=>^~w", 0.84},   {U"mMW@%", 1.0},
};
constexpr double kOtherAsciiEm = 0.64;

double AsciiWidthEm(char32_t c) {
  for (const auto& [characters, width_em] : kAscii) {
    if (IsOneOf(c, characters)) return width_em;
  }
  return kOtherAsciiEm;
}

double RegularWidthEm(char32_t c) {
  if (IsMark(c)) return 0;
  if (c < 0x80) return AsciiWidthEm(c);
  // Letters of Latin, Greek and Cyrillic; signs such as · ° × are of full width in Chinese fonts.
  if (c >= 0xc0 && c < 0x590 && c != 0xd7 && c != 0xf7) return 0.85;
  // Raised and lowered digits, as in CO₂.
  if (c >= 0x2070 && c <= 0x209c) return 0.5;
  return 1.0;
}

struct Glyph {
  char32_t character;
  std::size_t at;  // in the text
  double width_em;
};

std::vector<Glyph> GlyphsOf(std::string_view text, Face face) {
  std::vector<Glyph> glyphs;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const auto c = crypto::DecodeUtf8(text, at);
    assert(c);
    const double factor = face == Face::kBold && !IsWide(*c) ? kBoldFactor : 1.0;
    glyphs.push_back({*c, start, factor * RegularWidthEm(*c)});
  }
  return glyphs;
}

// Whether a line may end between two neighbours.
bool MayBreak(char32_t before, char32_t after) {
  if (IsMark(after) || after == U' ') return false;
  if (before == U' ') return true;
  if (IsOneOf(after, kBeginsNoLine) || IsOneOf(before, kEndsNoLine)) return false;
  return IsWide(before) || IsWide(after) || before == U'-' || before == U'/';
}

// The end of the line that starts at `start`.
std::size_t LineEnd(const std::vector<Glyph>& glyphs, std::size_t start, double width_em) {
  double used_em = 0;
  std::size_t end = start;
  while (end < glyphs.size() && (used_em + glyphs[end].width_em <= width_em ||
                                 glyphs[end].character == U' ' || end == start)) {
    // A space at the end of a line takes no room: it is not drawn.
    used_em += glyphs[end].width_em;
    ++end;
  }
  if (end == glyphs.size()) return end;
  for (std::size_t at = end; at > start; --at) {
    if (MayBreak(glyphs[at - 1].character, glyphs[at].character)) return at;
  }
  while (end > start + 1 && IsMark(glyphs[end].character)) --end;
  return end;
}

std::string WithoutSpaces(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return std::string(line.substr(0, line.find_last_not_of(' ') + 1));
}

// `line` with the ellipsis behind it, shortened until both fit.
std::string WithEllipsis(std::string line, double width_em, Face face) {
  const auto fits = [&] { return WidthEm(line, face) + WidthEm(kEllipsis, face) <= width_em; };
  while (!line.empty() && (!fits() || line.back() == ' ')) {
    line.resize(GlyphsOf(line, face).back().at);
  }
  return line += kEllipsis;
}

}  // namespace

bool IsMark(char32_t c) {
  return (c >= 0x300 && c <= 0x36f) || (c >= 0x483 && c <= 0x489) || (c >= 0x1ab0 && c <= 0x1aff) ||
         (c >= 0x1dc0 && c <= 0x1dff) || (c >= 0x20d0 && c <= 0x20ff) ||
         (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xfe20 && c <= 0xfe2f);
}

double WidthEm(std::string_view text, Face face) {
  double width_em = 0;
  for (const auto& glyph : GlyphsOf(text, face)) width_em += glyph.width_em;
  return width_em;
}

std::vector<std::string> Wrap(std::string_view text, double width_em, Face face) {
  assert(width_em >= 2);
  const auto glyphs = GlyphsOf(text, face);
  std::vector<std::string> lines;
  for (std::size_t start = 0; start < glyphs.size();) {
    const std::size_t end = LineEnd(glyphs, start, width_em);
    const std::size_t end_at = end == glyphs.size() ? text.size() : glyphs[end].at;
    lines.push_back(WithoutSpaces(text.substr(glyphs[start].at, end_at - glyphs[start].at)));
    start = end;
  }
  return lines;
}

Wrapped WrapShort(std::string_view text, double width_em, Face face, std::size_t max_lines) {
  assert(max_lines >= 1);
  Wrapped wrapped{Wrap(text, width_em, face)};
  if (wrapped.lines.size() <= max_lines) return wrapped;
  wrapped.is_shortened = true;
  wrapped.lines.resize(max_lines);
  wrapped.lines.back() = WithEllipsis(std::move(wrapped.lines.back()), width_em, face);
  return wrapped;
}

}  // namespace tanji::client::sheet
