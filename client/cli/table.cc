#include "client/cli/table.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

namespace tanji::client::cli {
namespace {

struct Range {
  std::uint32_t first, last;
};

// Unicode TR 11, East_Asian_Width W and F, to the precision that names and texts here need.
constexpr Range kWide[] = {
    {0x1100, 0x115f},   {0x231a, 0x231b},   {0x2e80, 0x303e}, {0x3041, 0x33ff}, {0x3400, 0x4dbf},
    {0x4e00, 0x9fff},   {0xa000, 0xa4cf},   {0xa960, 0xa97c}, {0xac00, 0xd7a3}, {0xf900, 0xfaff},
    {0xfe10, 0xfe19},   {0xfe30, 0xfe6f},   {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1f64f},
    {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd},
};
// Combining marks and characters without width.
constexpr Range kNarrowest[] = {
    {0x0300, 0x036f}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x200b, 0x200d},
    {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f},
};
// What changes the order or the visibility of what stands beside it, or the terminal.
constexpr Range kUnsafe[] = {
    {0x00, 0x1f},     {0x7f, 0x9f},     {0x061c, 0x061c}, {0x200b, 0x200f},   {0x2028, 0x202e},
    {0x2060, 0x206f}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {0xe0000, 0xe007f},
};

template <std::size_t N>
bool IsIn(const Range (&ranges)[N], std::uint32_t c) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [c](const Range& range) { return range.first <= c && c <= range.last; });
}

// The character at the start of `text` and its length; nullopt for what is not UTF-8 (RFC 3629).
struct Decoded {
  std::uint32_t character;
  std::size_t size;
};
std::optional<Decoded> DecodeFirst(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80) return Decoded{lead, 1};
  const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < size) return std::nullopt;
  std::uint32_t c = lead & (0xffu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return std::nullopt;
    c = c << 6 | (byte(i) & 0x3fu);
  }
  constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  if (c < kLeast[size] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) return std::nullopt;
  return Decoded{c, size};
}

// Punctuation that does not begin a line.
bool StaysBehind(std::string_view character) {
  constexpr std::string_view kClosing[] = {"，", "。", "、", "；", "：",
                                           "？", "！", "）", "》", "」"};
  return std::ranges::find(kClosing, character) != std::end(kClosing);
}

void AppendPadding(std::string& line, std::size_t target_width) {
  const std::size_t width = DisplayWidth(line);
  if (width < target_width) line.append(target_width - width, ' ');
}

}  // namespace

std::size_t DisplayWidth(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const auto decoded = DecodeFirst(text);
    text.remove_prefix(decoded ? decoded->size : 1);
    if (decoded && IsIn(kNarrowest, decoded->character)) continue;
    width += decoded && IsIn(kWide, decoded->character) ? 2 : 1;
  }
  return width;
}

std::vector<std::string> Wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  const auto finish = [&](std::size_t end) {
    std::string rest = line.substr(end);
    line.resize(end);
    line.erase(line.find_last_not_of(' ') + 1);
    lines.push_back(std::exchange(line, std::move(rest)));
  };
  // Where `line` may be broken: behind so many bytes. 0: nowhere yet.
  std::size_t break_at = 0;
  bool breaks_behind = false;
  while (!text.empty()) {
    const auto decoded = DecodeFirst(text);
    const std::string_view next = text.substr(0, decoded ? decoded->size : 1);
    text.remove_prefix(next.size());
    const bool is_wide = DisplayWidth(next) == 2;
    if ((breaks_behind || is_wide) && !StaysBehind(next)) break_at = line.size();
    breaks_behind = is_wide || next == " ";
    const bool fits = DisplayWidth(line) + DisplayWidth(next) <= width;
    if (!fits && next == " ") {
      finish(line.size());
      break_at = 0;
      continue;
    }
    if (!fits && !line.empty()) {
      finish(break_at == 0 ? line.size() : break_at);
      break_at = 0;
    }
    line += next;
  }
  if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
  return lines;
}

std::string Safe(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto decoded = DecodeFirst(text);
    if (!decoded) {
      out += fmt::format("\\x{:02x}", static_cast<std::uint8_t>(text[0]));
      text.remove_prefix(1);
      continue;
    }
    if (!IsIn(kUnsafe, decoded->character)) {
      out.append(text.substr(0, decoded->size));
    } else if (decoded->character < 0x100) {
      out += fmt::format("\\x{:02x}", decoded->character);
    } else {
      out += fmt::format("\\u{{{:x}}}", decoded->character);
    }
    text.remove_prefix(decoded->size);
  }
  return out;
}

std::string Table::Print() const {
  std::vector<std::size_t> starts(headers_.size() + 1, 0);
  for (std::size_t column = 0; column < headers_.size(); ++column) {
    std::size_t widest = DisplayWidth(headers_[column]);
    for (const auto& row : rows_) widest = std::max(widest, DisplayWidth(row[column]));
    starts[column + 1] = starts[column] + widest + 2;
  }
  std::string out;
  const auto print_row = [&](const std::vector<std::string>& row) {
    std::string line;
    for (std::size_t column = 0; column < row.size(); ++column) {
      AppendPadding(line, starts[column]);
      line += row[column];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  };
  print_row(headers_);
  for (const auto& row : rows_) print_row(row);
  return out;
}

void Sheet::Append(const Sheet& other, int depth) {
  for (const auto& line : other.lines_) Add(line.label, line.value, line.depth + depth);
}

std::string Sheet::Print(std::size_t width) const {
  constexpr std::size_t kIndent = 2;
  constexpr std::size_t kNarrowestValue = 20;
  // Labels longer than this push their value aside instead of all values.
  constexpr std::size_t kWidestLabel = 36;
  const auto indent = [](const Line& line) {
    return kIndent * static_cast<std::size_t>(line.depth);
  };
  std::size_t values_at = 0;
  for (const auto& line : lines_) {
    const std::size_t label_end = indent(line) + DisplayWidth(line.label);
    if (!line.value.empty() && label_end <= kWidestLabel) {
      values_at = std::max(values_at, label_end + 2);
    }
  }
  std::string out;
  for (const auto& line : lines_) {
    std::string text = std::string(indent(line), ' ') + line.label;
    if (!line.value.empty()) {
      AppendPadding(text, values_at);
      if (!text.ends_with("  ")) text += "  ";
      const std::size_t at = DisplayWidth(text);
      const auto parts = width == 0 ? std::vector<std::string>{line.value}
                                    : Wrap(line.value, std::max(width, at + kNarrowestValue) - at);
      for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += "\n" + std::string(at, ' ');
        text += parts[i];
      }
    }
    out += text + "\n";
  }
  return out;
}

}  // namespace tanji::client::cli
