// A person's table of factors: what is read, what is refused and where, and that every example can
// be imported as it stands.
#include "client/cli/factor_table.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "client/cli/csv.h"
#include "client/sdk/precheck.h"
#include "crypto/hash/hash.h"
#include "ledger/modules/common/names.h"
#include "tanji/v1/transaction.pb.h"

namespace tanji::client::cli {
namespace {

namespace fs = std::filesystem;

const std::string kHeader =
    "code,name_zh,name_en,region,year,value,low,high,unit,kind,boundary,gwp_set,note,source\n";
const std::string kRow =
    "coal,燃煤,coal,CN,2024,0.9240,,,kgCO2e/"
    "kWh,LIFECYCLE_CO2E,cradle-to-gate,NOT_PUBLISHED,,annex\n";

v1::CreateDataset Description() {
  v1::CreateDataset dataset;
  dataset.set_id("power");
  dataset.mutable_title()->set_zh("电力");
  dataset.mutable_title()->set_en("power");
  dataset.mutable_title()->set_prevailing(v1::PREVAILING_ZH);
  dataset.mutable_title()->set_translation(v1::TRANSLATION_MACHINE);
  return dataset;
}

Result<std::vector<v1::FactorRow>> Read(const std::string& csv) {
  return ReadFactorRows(csv, "t.csv", Description());
}

// The row with the cell of `column` replaced.
std::string With(const std::string& column, const std::string& cell) {
  const auto table = *ParseCsv(kHeader + kRow, "t.csv");
  std::string out = kHeader;
  for (std::size_t i = 0; i < table[0].cells.size(); ++i) {
    out += (i == 0 ? "" : ",") + (table[0].cells[i] == column ? cell : table[1].cells[i]);
  }
  return out + "\n";
}

TEST(FactorTable, ReadsARow) {
  const auto rows = Read(kHeader + kRow);
  ASSERT_TRUE(rows.ok()) << rows.error().Message(Language::kEn);
  ASSERT_EQ(rows->size(), 1u);
  const auto& row = rows->front();
  EXPECT_EQ(row.code(), "coal");
  EXPECT_EQ(row.name().zh(), "燃煤");
  EXPECT_EQ(row.name().prevailing(), v1::PREVAILING_ZH);
  EXPECT_EQ(row.name().translation(), v1::TRANSLATION_MACHINE);
  EXPECT_EQ(row.region().text(), "CN");
  EXPECT_EQ(row.year(), 2024u);
  EXPECT_EQ(row.value().decimal(), "0.924");
  EXPECT_EQ(row.range().unknown(), v1::UNKNOWN_NOT_PUBLISHED);
  EXPECT_EQ(row.unit(), "kgCO2e/kWh");
  EXPECT_EQ(row.kind(), v1::FACTOR_KIND_LIFECYCLE_CO2E);
  EXPECT_EQ(row.boundary(), v1::FACTOR_BOUNDARY_CRADLE_TO_GATE);
  EXPECT_EQ(row.gwp_set().unknown(), v1::UNKNOWN_NOT_PUBLISHED);
  EXPECT_FALSE(row.has_note());
  EXPECT_FALSE(row.has_unusual());
  EXPECT_EQ(row.source(), "annex");
}

TEST(FactorTable, SortsByCodeAndKeepsWhatWasPrinted) {
  const auto rows = Read(kHeader + kRow +
                         "\"EF1\",,\"a \"\"b\"\"\",,,0.010,0,0.020,kgN2O-N/kgN,GAS_MODEL,,,,x\r\n");
  ASSERT_TRUE(rows.ok()) << rows.error().Message(Language::kEn);
  ASSERT_EQ(rows->size(), 2u);
  const auto& row = rows->front();
  EXPECT_EQ(row.code(), "EF1");
  EXPECT_EQ(row.name().en(), "a \"b\"");
  EXPECT_EQ(row.name().translation(), v1::TRANSLATION_MISSING);
  EXPECT_EQ(row.value().decimal(), "0.01");
  EXPECT_EQ(row.range().range().high(), "0.02");
  EXPECT_EQ(row.unit(), "kgN2O-N/kg N");
  EXPECT_EQ(row.year(), 0u);
  EXPECT_EQ(row.region().unknown(), v1::UNKNOWN_NOT_APPLICABLE);
  EXPECT_EQ(row.boundary(), v1::FACTOR_BOUNDARY_NOT_APPLICABLE);
  EXPECT_EQ(row.gwp_set().unknown(), v1::UNKNOWN_NOT_APPLICABLE);
}

TEST(FactorTable, AnUnknownIsNeverZero) {
  const auto rows = Read(With("value", "NOT_PUBLISHED"));
  ASSERT_TRUE(rows.ok()) << rows.error().Message(Language::kEn);
  EXPECT_FALSE(rows->front().value().has_decimal());
  EXPECT_EQ(rows->front().value().unknown(), v1::UNKNOWN_NOT_PUBLISHED);
}

struct Refusal {
  const char* column;
  const char* cell;
  const char* name;
  const char* reported;  // column of the message; null: not said by name
};

TEST(FactorTable, RefusesWithLineAndColumn) {
  const Refusal cases[] = {
      {"value", "", "CSV_CELL_EMPTY", "value"},
      {"value", "0,5", "CSV_CELL_COUNT", nullptr},
      {"value", "abc", "CSV_CELL", "value"},
      {"region", "", "CSV_CELL_EMPTY", "region"},
      {"year", "x", "CSV_CELL", "year"},
      {"year", "0", "CSV_CELL", "year"},
      {"low", "0.5", "CSV_CELL_EMPTY", "high"},
      {"unit", "kWH", "CSV_CELL", "unit"},
      {"kind", "", "CSV_CELL", "kind"},
      {"boundary", "", "CSV_CELL_EMPTY", "boundary"},
      {"boundary", "factory", "CSV_CELL", "boundary"},
      {"gwp_set", "", "CSV_CELL_EMPTY", "gwp_set"},
      {"code", "", "FIELD_MISSING", nullptr},
      {"source", "", "FIELD_MISSING", nullptr},
      {"value", "924", "VALUE_IMPLAUSIBLE", nullptr},
      {"kind", "GRID_CO2", "KIND_UNIT_MISMATCH", nullptr},
  };
  for (const auto& c : cases) {
    const auto rows = Read(With(c.column, c.cell));
    ASSERT_FALSE(rows.ok()) << c.column << " " << c.cell;
    EXPECT_EQ(rows.error().name(), c.name) << c.column << " " << c.cell;
    const auto message = rows.error().Message(Language::kEn);
    if (c.reported != nullptr) {
      EXPECT_NE(message.find("t.csv, line 2, column “" + std::string(c.reported)),
                std::string::npos)
          << message;
    } else {
      EXPECT_NE(message.find('2'), std::string::npos) << message;
    }
  }
}

TEST(FactorTable, RefusesATableThatIsNone) {
  const auto name = [](const Result<std::vector<v1::FactorRow>>& rows) {
    return rows.ok() ? "" : rows.error().name();
  };
  EXPECT_EQ(name(Read("")), "CSV_COLUMN_MISSING");
  EXPECT_EQ(name(Read("code,name_zh\n")), "CSV_COLUMN_MISSING");
  EXPECT_EQ(name(Read("code,colour\n")), "CSV_COLUMN_UNKNOWN");
  EXPECT_EQ(name(Read("code,code\n")), "CSV_COLUMN_UNKNOWN");
  EXPECT_EQ(name(Read(kHeader + "\"open\n")), "CSV_SYNTAX");
  EXPECT_EQ(name(Read(kHeader + "a\"b,\n")), "CSV_SYNTAX");
  EXPECT_EQ(name(Read("\xff")), "CSV_SYNTAX");
  EXPECT_EQ(name(Read(kHeader + kRow + kRow)), "CSV_CODE_TWICE");
}

TEST(FactorTable, SplitsWhatATransactionHolds) {
  std::vector<v1::FactorRow> rows;
  const auto row = Read(kHeader + kRow)->front();
  for (int i = 0; i < 250; ++i) rows.push_back(row);
  const auto parts = SplitRows("datasets/power", rows);
  ASSERT_EQ(parts.size(), 3u);
  EXPECT_EQ(parts[0].rows_size(), 100);
  EXPECT_EQ(parts[2].rows_size(), 50);
  for (auto& large : rows) large.set_source(std::string(512, 'x'));
  for (const auto& part : SplitRows("datasets/power", rows)) {
    EXPECT_EQ(part.dataset(), "datasets/power");
    EXPECT_LE(part.ByteSizeLong(), 50u << 10);
  }
}

TEST(FactorTable, TheDescriptionNamesThisTable) {
  const JsonSource source{"d.json", {}};
  const auto description = ReadDatasetDescription(R"({"id": "power"})", source, kRow);
  ASSERT_TRUE(description.ok());
  EXPECT_EQ(description->transcription_sha256(), crypto::Sha256(kRow).str());
  const auto other = ReadDatasetDescription(
      R"({"id": "power", "transcription_sha256": "hex:)" + std::string(64, '0') + "\"}", source,
      kRow);
  ASSERT_FALSE(other.ok());
  EXPECT_EQ(other.error().name(), "TRANSCRIPTION_DIFFERS");
}

// --- The examples --------------------------------------------------------------------------------

std::string ReadAll(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path).rdbuf();
  return out.str();
}

fs::path Examples() {
  return fs::path(TANJI_SOURCE_DIR) / "deploy/examples/factors";
}

// The message is one that CheckForm accepts.
void ExpectForm(const v1::Operation& operation, const fs::path& path) {
  v1::TransactionBody body;
  *body.add_operations() = operation;
  const auto done = CheckForm(body);
  EXPECT_TRUE(done.ok()) << path << ": " << done.error().Message(Language::kEn);
}

TEST(FactorExamples, CanAllBeImported) {
  std::size_t count = 0;
  std::set<std::string> ids, superseded;
  for (const auto& file : fs::directory_iterator(Examples())) {
    if (file.path().extension() != ".csv") continue;
    const auto csv = ReadAll(file.path());
    auto json_path = file.path();
    json_path.replace_extension(".json");
    const auto dataset =
        ReadDatasetDescription(ReadAll(json_path), {json_path.filename().string(), {}}, csv);
    ASSERT_TRUE(dataset.ok()) << dataset.error().Message(Language::kEn);
    EXPECT_EQ(dataset->id(), file.path().stem().string());
    ids.insert("datasets/" + dataset->id());
    if (!dataset->supersedes().empty()) superseded.insert(dataset->supersedes());
    v1::Operation create;
    *create.mutable_create_dataset() = *dataset;
    ExpectForm(create, json_path);
    const auto rows = ReadFactorRows(csv, file.path().filename().string(), *dataset);
    ASSERT_TRUE(rows.ok()) << rows.error().Message(Language::kEn);
    for (const auto& part : SplitRows("datasets/" + dataset->id(), *rows)) {
      v1::Operation add;
      *add.mutable_add_factors() = part;
      ExpectForm(add, file.path());
      count += static_cast<std::size_t>(part.rows_size());
    }
  }
  EXPECT_EQ(ids.size(), 12u);
  EXPECT_EQ(count, 285u);
  for (const auto& name : superseded) EXPECT_TRUE(ids.contains(name)) << name;
}

TEST(FactorExamples, GwpSetsCanAllBePublished) {
  std::set<std::string> ids;
  for (const auto& file : fs::directory_iterator(Examples() / "gwp")) {
    v1::Operation operation;
    const auto done = ReadJsonMessage(ReadAll(file.path()), {file.path().filename().string(), {}},
                                      *operation.mutable_publish_gwp_set());
    ASSERT_TRUE(done.ok()) << done.error().Message(Language::kEn);
    ExpectForm(operation, file.path());
    ids.insert(operation.publish_gwp_set().id());
  }
  EXPECT_EQ(ids, (std::set<std::string>{"ar4", "ar5", "ar5-ccf", "ar6", "sar", "tar"}));
}

}  // namespace
}  // namespace tanji::client::cli
