// Tables as spreadsheets write them: RFC 4180, in UTF-8, with or without a byte order mark.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/sdk/result.h"

namespace tanji::client::cli {

struct CsvRow {
  int line = 0;  // where it begins, from 1
  std::vector<std::string> cells;
};

// All rows, the header among them; lines without anything are left out. Faults name `file` and
// line.
Result<std::vector<CsvRow>> ParseCsv(std::string_view text, const std::string& file);

}  // namespace tanji::client::cli
