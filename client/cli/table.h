// Output for people: columns that line up although Chinese characters are twice as wide, and text
// of strangers that cannot take control of the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tanji::client::cli {

// Columns that `text` takes on a terminal: 2 for East Asian wide and full-width characters (Unicode
// TR 11), 0 for combining marks, 1 for others.
std::size_t DisplayWidth(std::string_view text);

// `text` in lines of at most `width` columns, broken at spaces and beside wide characters, and
// where a word is longer than a line, within it. At least one line.
std::vector<std::string> Wrap(std::string_view text, std::size_t width);

// `text` with control characters, bidirectional overrides and broken UTF-8 made visible as `\x1b`
// and the like. Everything that comes from a ledger, a node or a file goes through here.
std::string Safe(std::string_view text);

// Rows of cells. Not safe by itself: cells are Safe() already or our own words.
class Table {
 public:
  explicit Table(std::vector<std::string> headers) : headers_(std::move(headers)) {}
  // As many cells as headers.
  void Add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  bool empty() const { return rows_.empty(); }
  // One line per row, columns two spaces apart, nothing behind the last one.
  std::string Print() const;

 private:
  std::vector<std::string> headers_;
  std::vector<std::vector<std::string>> rows_;
};

// What texts for people are wrapped to where they are long.
inline constexpr std::size_t kReportColumns = 100;

// Labels and values, one pair per line, values lined up; a pair may be indented below another.
class Sheet {
 public:
  void Add(std::string label, std::string value, int depth = 0) {
    lines_.push_back({std::move(label), std::move(value), depth});
  }
  // A line without value, above those that belong to it.
  void Head(std::string label, int depth = 0) { Add(std::move(label), "", depth); }
  void Append(const Sheet& other, int depth);
  // `width`: longer values go on below themselves; 0: never.
  std::string Print(std::size_t width = 0) const;

 private:
  struct Line {
    std::string label, value;
    int depth;
  };
  std::vector<Line> lines_;
};

}  // namespace tanji::client::cli
