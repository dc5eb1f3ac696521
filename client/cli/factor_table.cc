#include "client/cli/factor_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "client/cli/csv.h"
#include "client/cli/draft_import.h"
#include "client/cli/messages.h"
#include "crypto/hash/hash.h"
#include "crypto/wire/utf8.h"
#include "ledger/base/unit.h"
#include "ledger/modules/common/draft_digest.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/factor_row.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/state/record.h"

namespace tanji::client::cli {
namespace {

constexpr std::array<std::string_view, 14> kRequiredColumns{
    "code", "name_zh", "name_en", "region",   "year",    "value", "low",
    "high", "unit",    "kind",    "boundary", "gwp_set", "note",  "source"};
constexpr std::string_view kUnusualColumn = "unusual";

std::string AllColumns() {
  std::string out;
  for (const auto column : kRequiredColumns) out += std::string(column) + ", ";
  return out + "[unusual]";
}

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// One row with its columns by name, for messages and for reading.
class Cells {
 public:
  Cells(const std::string& file, const CsvRow& row,
        const std::map<std::string, std::size_t>& columns)
      : file_(file), row_(row), columns_(columns) {}

  std::string Get(std::string_view column) const {
    const auto found = columns_.find(std::string(column));
    return found == columns_.end() ? std::string()
                                   : std::string(Trimmed(row_.cells[found->second]));
  }
  int line() const { return row_.line; }

  Error Bad(std::string_view column, std::string expected) const {
    return Error(kCsvCell, {{"file", file_},
                            {"line", std::to_string(row_.line)},
                            {"column", std::string(column)},
                            {"value", Get(column)},
                            {"expected", std::move(expected)}});
  }
  Error Empty(std::string_view column, std::string expected) const {
    return Error(kCsvCellEmpty, {{"file", file_},
                                 {"line", std::to_string(row_.line)},
                                 {"column", std::string(column)},
                                 {"expected", std::move(expected)}});
  }

 private:
  const std::string& file_;
  const CsvRow& row_;
  const std::map<std::string, std::size_t>& columns_;
};

Result<std::map<std::string, std::size_t>> ReadHeader(const std::string& file, const CsvRow& row) {
  std::map<std::string, std::size_t> columns;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string name(Trimmed(row.cells[i]));
    const bool known = name == kUnusualColumn ||
                       std::ranges::find(kRequiredColumns, name) != kRequiredColumns.end();
    if (!known || !columns.emplace(name, i).second) {
      return Error(kCsvColumnUnknown,
                   {{"file", file}, {"column", name}, {"choices", AllColumns()}});
    }
  }
  for (const auto column : kRequiredColumns) {
    if (!columns.contains(std::string(column))) {
      return Error(kCsvColumnMissing, {{"file", file}, {"column", std::string(column)}});
    }
  }
  return columns;
}

std::optional<v1::Unknown> UnknownOf(const std::string& cell) {
  const auto* const value = FindEnumValue(*v1::Unknown_descriptor(), cell);
  if (value == nullptr) return std::nullopt;
  return static_cast<v1::Unknown>(value->number());
}

std::string Unknowns() {
  return EnumChoices(*v1::Unknown_descriptor());
}

// A printed number as records have it: "0.010" is 0.01, exactly.
std::optional<std::string> CanonicalNumber(std::string text) {
  if (text.find('.') != std::string::npos) {
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  if (!ledger::Decimal::Parse(text)) return std::nullopt;
  return text;
}

bool HasChinese(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto character = crypto::DecodeUtf8(text, at);
    if (character && *character >= 0x4e00 && *character <= 0x9fff) return true;
  }
  return false;
}

// A text in one language alone; the other's reader is told that there is none.
v1::BilingualText Monolingual(const std::string& text) {
  v1::BilingualText out;
  const bool chinese = HasChinese(text);
  (chinese ? *out.mutable_zh() : *out.mutable_en()) = text;
  out.set_prevailing(chinese ? v1::PREVAILING_ZH : v1::PREVAILING_EN);
  out.set_translation(v1::TRANSLATION_MISSING);
  return out;
}

bool HasNoSystem(v1::FactorKind kind) {
  return kind == v1::FACTOR_KIND_GAS_MODEL || kind == v1::FACTOR_KIND_PHYSICAL;
}

Result<v1::BilingualText> ReadName(const Cells& cells, const v1::BilingualText& title) {
  v1::BilingualText name;
  name.set_zh(cells.Get("name_zh"));
  name.set_en(cells.Get("name_en"));
  if (name.zh().empty() && name.en().empty()) return cells.Empty("name_zh", "name_zh | name_en");
  if (name.zh().empty() || name.en().empty()) {
    name.set_prevailing(name.zh().empty() ? v1::PREVAILING_EN : v1::PREVAILING_ZH);
    name.set_translation(v1::TRANSLATION_MISSING);
    return name;
  }
  // What the description says of its title holds for the names too; it must say something.
  if (title.translation() == v1::TRANSLATION_MISSING) {
    return cells.Bad("name_zh", "title.translation: HUMAN | MACHINE");
  }
  name.set_prevailing(title.prevailing());
  name.set_translation(title.translation());
  name.set_settled_by(title.settled_by());
  return name;
}

Result<v1::KnownText> ReadRegion(const Cells& cells, v1::FactorKind kind) {
  v1::KnownText out;
  const auto cell = cells.Get("region");
  if (cell.empty() && !HasNoSystem(kind))
    return cells.Empty("region", "CN | CN-HI | " + Unknowns());
  if (cell.empty()) {
    out.set_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  } else if (const auto unknown = UnknownOf(cell)) {
    out.set_unknown(*unknown);
  } else {
    out.set_text(cell);
  }
  return out;
}

Result<std::uint32_t> ReadYear(const Cells& cells) {
  const auto cell = cells.Get("year");
  if (cell.empty()) return std::uint32_t{0};
  std::uint32_t year = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), year);
  // A written zero is not "the publication does not say".
  if (error != std::errc() || end != cell.data() + cell.size() || year == 0) {
    return cells.Bad("year", "1900-2200");
  }
  return year;
}

Result<v1::KnownDecimal> ReadValue(const Cells& cells) {
  v1::KnownDecimal out;
  const auto cell = cells.Get("value");
  if (cell.empty()) return cells.Empty("value", "0.5777 | " + Unknowns());
  if (const auto unknown = UnknownOf(cell)) {
    out.set_unknown(*unknown);
    return out;
  }
  const auto number = CanonicalNumber(cell);
  if (!number) return cells.Bad("value", "0.5777 | " + Unknowns());
  out.set_decimal(*number);
  return out;
}

Result<v1::KnownRange> ReadRange(const Cells& cells) {
  v1::KnownRange out;
  const auto low = cells.Get("low"), high = cells.Get("high");
  if (low.empty() && high.empty()) {
    out.set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
    return out;
  }
  if (low.empty() || high.empty()) {
    return cells.Empty(low.empty() ? "low" : "high", "low, high");
  }
  const auto unknown = UnknownOf(low);
  if (unknown && low == high) {
    out.set_unknown(*unknown);
    return out;
  }
  const auto low_number = CanonicalNumber(low), high_number = CanonicalNumber(high);
  if (!low_number) return cells.Bad("low", "0.013 | " + Unknowns());
  if (!high_number) return cells.Bad("high", "0.019 | " + Unknowns());
  out.mutable_range()->set_low(*low_number);
  out.mutable_range()->set_high(*high_number);
  return out;
}

Result<v1::FactorKind> ReadKind(const Cells& cells) {
  const auto& type = *v1::FactorKind_descriptor();
  const auto* const value = FindEnumValue(type, cells.Get("kind"));
  if (value == nullptr) return cells.Bad("kind", EnumChoices(type));
  return static_cast<v1::FactorKind>(value->number());
}

Result<v1::FactorBoundary> ReadBoundary(const Cells& cells, v1::FactorKind kind) {
  const auto& type = *v1::FactorBoundary_descriptor();
  const auto cell = cells.Get("boundary");
  if (cell.empty() && HasNoSystem(kind)) return v1::FACTOR_BOUNDARY_NOT_APPLICABLE;
  if (cell.empty()) return cells.Empty("boundary", EnumChoices(type));
  const auto* const value = FindEnumValue(type, cell);
  if (value == nullptr) return cells.Bad("boundary", EnumChoices(type));
  return static_cast<v1::FactorBoundary>(value->number());
}

Result<v1::KnownText> ReadGwpSet(const Cells& cells, const ledger::Unit& unit) {
  v1::KnownText out;
  const auto cell = cells.Get("gwp_set");
  if (cell.empty() && ledger::CountsCo2e(unit)) {
    return cells.Empty("gwp_set", "ar5 | ar6 | " + Unknowns());
  }
  if (cell.empty()) {
    out.set_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  } else if (const auto unknown = UnknownOf(cell)) {
    out.set_unknown(*unknown);
  } else if (ledger::IsChosenId(cell)) {
    out.set_text(ledger::MakeName(ledger::kGwpSetsCollection, cell));
  } else {
    out.set_text(cell);
  }
  return out;
}

Result<v1::FactorRow> ReadRow(const Cells& cells, const v1::CreateDataset& dataset) {
  v1::FactorRow row;
  row.set_code(cells.Get("code"));
  TANJI_ASSIGN(*row.mutable_name(), ReadName(cells, dataset.title()));
  TANJI_ASSIGN(const v1::FactorKind kind, ReadKind(cells));
  row.set_kind(kind);
  TANJI_ASSIGN(*row.mutable_region(), ReadRegion(cells, kind));
  TANJI_ASSIGN(const std::uint32_t year, ReadYear(cells));
  row.set_year(year);
  TANJI_ASSIGN(*row.mutable_value(), ReadValue(cells));
  TANJI_ASSIGN(*row.mutable_range(), ReadRange(cells));
  const auto unit = ledger::Unit::Parse(cells.Get("unit"));
  if (!unit) return cells.Bad("unit", "kWh, kg N, kgCO2e/kg, kgCO2e/t.km");
  row.set_unit(unit->code());
  TANJI_ASSIGN(const v1::FactorBoundary boundary, ReadBoundary(cells, kind));
  row.set_boundary(boundary);
  TANJI_ASSIGN(*row.mutable_gwp_set(), ReadGwpSet(cells, *unit));
  row.set_source(cells.Get("source"));
  if (const auto note = cells.Get("note"); !note.empty()) *row.mutable_note() = Monolingual(note);
  if (const auto unusual = cells.Get(kUnusualColumn); !unusual.empty()) {
    *row.mutable_unusual() = Monolingual(unusual);
  }
  return row;
}

}  // namespace

Result<v1::CreateDataset> ReadDatasetDescription(std::string_view text, const JsonSource& source,
                                                 std::string_view csv) {
  v1::CreateDataset dataset;
  TANJI_TRY(ReadJsonMessage(text, source, dataset));
  const std::string hash = crypto::Sha256(csv).str();
  if (!dataset.transcription_sha256().empty() && dataset.transcription_sha256() != hash) {
    return Error(kTranscriptionDiffers,
                 {{"file", source.file}, {"expected", crypto::Sha256(csv).Hex()}});
  }
  dataset.set_transcription_sha256(hash);
  return dataset;
}

Result<std::vector<v1::FactorRow>> ReadFactorRows(std::string_view csv, const std::string& file,
                                                  const v1::CreateDataset& dataset) {
  TANJI_ASSIGN(const auto table, ParseCsv(csv, file));
  if (table.empty()) return Error(kCsvColumnMissing, {{"file", file}, {"column", "code"}});
  TANJI_ASSIGN(const auto columns, ReadHeader(file, table.front()));
  std::map<std::string, std::pair<int, v1::FactorRow>> rows;
  for (std::size_t i = 1; i < table.size(); ++i) {
    const Cells cells(file, table[i], columns);
    if (table[i].cells.size() != columns.size()) {
      return Error(kCsvCellCount, {{"file", file},
                                   {"line", std::to_string(table[i].line)},
                                   {"value", std::to_string(table[i].cells.size())},
                                   {"expected", std::to_string(columns.size())}});
    }
    TANJI_ASSIGN(v1::FactorRow row, ReadRow(cells, dataset));
    const auto outcome = ledger::CheckFactorRow(row, file + ":" + std::to_string(table[i].line));
    if (!outcome.ok()) return Error(ErrorKind::kUsage, outcome.code(), outcome.detail());
    const auto [there, added] = rows.try_emplace(row.code(), table[i].line, row);
    if (!added) {
      return Error(kCsvCodeTwice, {{"file", file},
                                   {"line", std::to_string(table[i].line)},
                                   {"value", row.code()},
                                   {"first", std::to_string(there->second.first)}});
    }
  }
  std::vector<v1::FactorRow> out;
  for (auto& [code, row] : rows) out.push_back(std::move(row.second));
  return out;
}

std::vector<v1::AddFactors> SplitRows(const std::string& dataset,
                                      const std::vector<v1::FactorRow>& rows) {
  std::vector<v1::AddFactors> out;
  for (auto& portion : Portions(rows, 0, ledger::kMaxFactorRows)) {
    auto& message = out.emplace_back();
    message.set_dataset(dataset);
    message.mutable_rows()->Assign(portion.begin(), portion.end());
  }
  return out;
}

std::string DigestOfRows(const std::string& dataset, const std::vector<v1::FactorRow>& rows) {
  ledger::DraftDigest digest;
  for (const auto& row : rows) {
    v1::Factor factor;
    factor.set_dataset(dataset);
    *factor.mutable_row() = row;
    digest.Add(ledger::EncodeRecord(factor));
  }
  return digest.str();
}

}  // namespace tanji::client::cli
