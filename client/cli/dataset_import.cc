#include "client/cli/dataset_import.h"

#include "client/cli/draft_import.h"
#include "client/cli/factor_table.h"
#include "client/cli/messages.h"
#include "client/cli/reading.h"
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
constexpr Fault kDescriptionDiffers{
    ErrorKind::kUsage,
    "DESCRIPTION_DIFFERS",
    {"账本上已有 {name}，但其说明（标题、发布机构等）与文件不同。请核对文件，或换一个编号。",
     "The ledger holds {name} already, with another description (title, publisher and so on) than "
     "the file's. Check the file, or choose another id."}};
constexpr Fault kDatasetOfAnotherAuthor{
    ErrorKind::kUsage,
    "DATASET_OF_ANOTHER_AUTHOR",
    {"账本上的 {name} 由 {found} 建立，不是 {author} 的。请换一个编号。",
     "{name} in the ledger was begun by {found}, not by {author}. Choose another id."}};
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

// The record that the description makes, with what the ledger adds taken from the record there is.
v1::Dataset ExpectedDataset(const v1::CreateDataset& wanted, const v1::Dataset& there) {
  v1::Dataset out = there;
  out.set_id(wanted.id());
  *out.mutable_title() = wanted.title();
  *out.mutable_publisher() = wanted.publisher();
  *out.mutable_notice_number() = wanted.notice_number();
  *out.mutable_document_sha256() = wanted.document_sha256();
  *out.mutable_url() = wanted.url();
  *out.mutable_licence() = wanted.licence();
  out.set_transcription_sha256(wanted.transcription_sha256());
  out.set_year(wanted.year());
  out.set_supersedes(wanted.supersedes());
  return out;
}

Done CheckHeldDataset(const FactorTable& table, const v1::Dataset& there,
                      const std::string& author) {
  if (there.transcription_sha256() != table.description.transcription_sha256()) {
    return Error(kDatasetOfAnother, {{"name", table.name}});
  }
  if (ledger::EncodeRecord(ExpectedDataset(table.description, there)) !=
      ledger::EncodeRecord(there)) {
    return Error(kDescriptionDiffers, {{"name", table.name}});
  }
  if (there.created_by() == author) return {};
  return Error(
      kDatasetOfAnotherAuthor,
      {{"name", table.name}, {"found", Safe(there.created_by())}, {"author", Safe(author)}});
}

Result<Held> FindHeld(Client& client, const FactorTable& table, const std::string& author) {
  const std::string& id = table.description.id();
  Held held;
  TANJI_ASSIGN(const ProvedRecords proved,
               ReadRecords(client, {ledger::kDatasets.Key(id), ledger::kDatasetProgress.Key(id)}));
  TANJI_ASSIGN(const auto dataset, ReadProved([&] { return ledger::kDatasets.Get(proved, id); }));
  TANJI_ASSIGN(const auto progress,
               ReadProved([&] { return ledger::kDatasetProgress.Get(proved, id); }));
  if (!dataset && !progress) return held;
  if (!dataset || !progress) {
    return Error(ErrorKind::kUnverified, v1::CODE_RECORD_MALFORMED, {{"value", table.name}});
  }
  TANJI_TRY(CheckHeldDataset(table, *dataset, author));
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
  TANJI_ASSIGN(const auto key_paths, session.KeyPaths());
  TANJI_ASSIGN(const std::string author, session.Author(key_paths));
  TANJI_ASSIGN(const Held held, FindHeld(*client, table, author));
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
