#include "client/cli/dataset_import.h"

#include "client/cli/draft_import.h"
#include "client/cli/factor_table.h"
#include "client/cli/messages.h"
#include "client/cli/writing.h"
#include "client/sdk/ask.h"
#include "client/sdk/file.h"
#include "ledger/modules/factors/tables.h"

namespace tanji::client::cli {
namespace {

constexpr Fault kDatasetOfAnother{
    ErrorKind::kUsage,
    "DATASET_OF_ANOTHER_TABLE",
    {"账本上已有 {name}，但它不是由这份表格转录的。请换一个编号。",
     "The ledger holds {name} already, transcribed from another table. Choose another id."}};
constexpr Fault kDraftDiffers{
    ErrorKind::kUsage,
    "DRAFT_DIFFERS",
    {"{name} 中已有的行与这份表格不符，无法接着导入。",
     "The rows that {name} holds already are not those of the table; the import cannot go on."}};
constexpr Text kAboutToImport{"把 {count} 行导入 {name}，共 {transactions} 笔交易。",
                              "Imports {count} rows into {name}, in {transactions} transactions."};
constexpr Text kDatasetWord{"数据集", "dataset"};
constexpr Text kRowsWord{"行数", "rows"};

struct FactorTable {
  std::string name;  // `datasets/{id}`
  v1::CreateDataset description;
  std::vector<v1::FactorRow> rows;
};

Result<FactorTable> ReadTable(const Session& session, const Arguments& arguments) {
  const std::string csv_file = arguments.Get("file"), json_file = arguments.Get("dataset");
  TANJI_ASSIGN(const std::string csv, ReadFile(csv_file));
  TANJI_ASSIGN(const std::string json, ReadFile(json_file));
  FactorTable table;
  TANJI_ASSIGN(table.description,
               ReadDatasetDescription(json, {json_file, session.style().offset}, csv));
  table.name = "datasets/" + table.description.id();
  TANJI_ASSIGN(table.rows, ReadFactorRows(csv, csv_file, table.description));
  return table;
}

// What of the table the ledger holds.
struct Held {
  bool created = false;
  bool published = false;
  std::size_t rows = 0;
};

Result<Held> FindHeld(Client& client, const FactorTable& table) {
  const std::string& id = table.description.id();
  Held held;
  TANJI_ASSIGN(const ProvedRecords proved,
               ReadRecords(client, {ledger::kDatasets.Key(id), ledger::kDatasetProgress.Key(id)}));
  const auto dataset = ledger::kDatasets.Get(proved, id);
  const auto progress = ledger::kDatasetProgress.Get(proved, id);
  if (!dataset || !progress) return held;
  if (dataset->transcription_sha256() != table.description.transcription_sha256()) {
    return Error(kDatasetOfAnother, {{"name", table.name}});
  }
  held.created = true;
  held.published = progress->has_published_time();
  held.rows = progress->factor_count();
  const bool fits =
      held.rows <= table.rows.size() &&
      progress->rows_digest() ==
          DigestOfRows(table.name, {table.rows.begin(),
                                    table.rows.begin() + static_cast<std::ptrdiff_t>(held.rows)});
  if (!fits || (held.published && held.rows != table.rows.size())) {
    return Error(kDraftDiffers, {{"name", table.name}});
  }
  return held;
}

// One operation per transaction: what is still to do.
std::vector<v1::Operation> Remaining(const FactorTable& table, const Held& held) {
  std::vector<v1::Operation> out;
  if (!held.created) *out.emplace_back().mutable_create_dataset() = table.description;
  const std::vector<v1::FactorRow> rows(table.rows.begin() + static_cast<std::ptrdiff_t>(held.rows),
                                        table.rows.end());
  for (auto& part : SplitRows(table.name, rows)) {
    *out.emplace_back().mutable_add_factors() = std::move(part);
  }
  auto& publish = *out.emplace_back().mutable_publish_dataset();
  publish.set_dataset(table.name);
  publish.set_rows_digest(DigestOfRows(table.name, table.rows));
  return out;
}

void PrintResult(Session& session, const FactorTable& table, std::size_t transactions,
                 const Submitted* last) {
  Sheet facts;
  facts.Add(session.Say(kDatasetWord), table.name);
  facts.Add(session.Say(kRowsWord), std::to_string(table.rows.size()));
  Session::Json json{{"dataset", table.name},
                     {"rows", table.rows.size()},
                     {"transcription_sha256",
                      crypto::Hash::FromBytes(table.description.transcription_sha256())->Hex()}};
  PrintImported(session, std::move(facts), std::move(json), transactions, last);
}

}  // namespace

Result<Exit> ImportDataset(Session& session, const Arguments& arguments) {
  TANJI_TRY(CheckOnline(session));
  TANJI_ASSIGN(const FactorTable table, ReadTable(session, arguments));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const Held held, FindHeld(*client, table));
  if (held.published) {
    PrintResult(session, table, 0, nullptr);
    return Exit::kOk;
  }
  const auto operations = Remaining(table, held);
  TANJI_TRY(ConfirmImport(
      session, RenderMessage(table.description, session.style()),
      session.Say(kAboutToImport, {{"count", std::to_string(table.rows.size())},
                                   {"name", table.name},
                                   {"transactions", std::to_string(operations.size())}})));
  TANJI_ASSIGN(ImportWriter writer, ImportWriter::Open(session));
  TANJI_ASSIGN(const Submitted last,
               writer.SubmitEach(operations, operations.size(), WantedWait(session)));
  PrintResult(session, table, operations.size(), &last);
  return Exit::kOk;
}

}  // namespace tanji::client::cli
