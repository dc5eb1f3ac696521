#include "client/cli/csv.h"

#include "client/cli/messages.h"
#include "crypto/wire/utf8.h"

namespace tanji::client::cli {
namespace {

Error Syntax(const std::string& file, int line, std::string_view reason) {
  return Error(kCsvSyntax,
               {{"file", file}, {"line", std::to_string(line)}, {"reason", std::string(reason)}});
}

// Reads one row from `at` on, which is then behind its end of line.
class RowReader {
 public:
  RowReader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  bool AtEnd() const { return at_ == text_.size(); }

  Result<CsvRow> Next() {
    CsvRow row;
    row.line = line_;
    while (true) {
      TANJI_ASSIGN(std::string cell, Cell());
      row.cells.push_back(std::move(cell));
      if (at_ < text_.size() && text_[at_] == ',') {
        ++at_;
        continue;
      }
      SkipEndOfLine();
      return row;
    }
  }

 private:
  Result<std::string> Cell() {
    if (at_ < text_.size() && text_[at_] == '"') return QuotedCell();
    const auto start = at_;
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n' && text_[at_] != '\r') {
      if (text_[at_] == '"') return Syntax(file_, line_, "\"");
      ++at_;
    }
    return std::string(text_.substr(start, at_ - start));
  }

  Result<std::string> QuotedCell() {
    std::string cell;
    const int begun = line_;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        cell += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell += '"';
        ++at_;
      } else {
        ++at_;
        const bool ends =
            at_ == text_.size() || text_[at_] == ',' || text_[at_] == '\n' || text_[at_] == '\r';
        if (!ends) return Syntax(file_, line_, "\"");
        return cell;
      }
    }
    return Syntax(file_, begun, "\"");
  }

  void SkipEndOfLine() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  std::string_view text_;
  const std::string& file_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace

Result<std::vector<CsvRow>> ParseCsv(std::string_view text, const std::string& file) {
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (!crypto::IsValidUtf8(text)) return Syntax(file, 1, "UTF-8");
  std::vector<CsvRow> rows;
  RowReader reader(text, file);
  while (!reader.AtEnd()) {
    TANJI_ASSIGN(CsvRow row, reader.Next());
    if (row.cells.size() > 1 || !row.cells.front().empty()) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace tanji::client::cli
