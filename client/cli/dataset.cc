// tanji dataset: datasets of emission factors, one per notice or publication.
#include "client/cli/commands.h"
#include "client/cli/dataset_import.h"
#include "client/cli/inputs.h"
#include "client/cli/lists/lists.h"
#include "client/cli/messages.h"
#include "client/cli/reading.h"
#include "client/cli/status_verbs.h"
#include "client/cli/writing.h"
#include "client/sdk/file.h"

namespace tanji::client::cli {
namespace {

Result<Exit> Create(Session& session, const Arguments& arguments) {
  const JsonSource source{arguments.Get("file"), session.style().offset};
  v1::CreateDataset message;
  TANJI_ASSIGN(const std::string text, ReadFile(source.file));
  TANJI_TRY(ReadJsonMessage(text, source, message));
  return WriteOperation(
      session, [&](v1::Operation& operation) { *operation.mutable_create_dataset() = message; });
}

// Names the rows that the draft is proved to hold.
Result<Exit> Publish(Session& session, const Arguments& arguments) {
  v1::PublishDataset message;
  TANJI_ASSIGN(*message.mutable_dataset(), DatasetArgument(arguments.Get("name")));
  v1::Question question;
  question.mutable_dataset()->set_name(message.dataset());
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const Answered answered, Ask(*client, question));
  const auto& answer = answered.verified.answer;
  if (!answer.found()) {
    ShowAnswer(session, answered.verified);
    return Exit::kNo;
  }
  message.set_rows_digest(answer.dataset().progress().rows_digest());
  return WriteOperation(
      session, [&](v1::Operation& operation) { *operation.mutable_publish_dataset() = message; });
}

Result<Exit> Show(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_dataset()->mutable_name(), DatasetArgument(arguments.Get("name")));
  return AskAndShow(session, std::move(question));
}

struct DatasetStatus {
  static constexpr Parameter kName{Kind::kArgument, "name", "NAME", {"数据集", "a dataset"}, true};
  static Result<std::string> Name(const std::string& argument) { return DatasetArgument(argument); }
  static v1::StatusChange& Make(v1::Operation& operation, std::string name) {
    auto& message = *operation.mutable_change_dataset_status();
    message.set_dataset(std::move(name));
    return *message.mutable_change();
  }
};

constexpr Parameter kCreateParameters[] = {
    {Kind::kArgument, "file", "FILE", {"数据集说明（JSON）", "its description as JSON"}, true}};
constexpr Parameter kImportParameters[] = {
    {Kind::kArgument, "file", "FILE", {"因子表（CSV）", "the table of factors (CSV)"}, true},
    {Kind::kOption, "dataset", "FILE", {"数据集说明（JSON）", "its description (JSON)"}, true},
};
constexpr Parameter kPublishParameters[] = {DatasetStatus::kName};
constexpr Parameter kCompareParameters[] = {
    {Kind::kArgument, "before", "DATASET", {"较早的数据集", "the older one"}, true},
    {Kind::kArgument, "after", "DATASET", {"较新的数据集", "the newer one"}, true},
    kPageSize,
    kPageToken,
};
constexpr Parameter kShowParameters[] = {DatasetStatus::kName, kOn, kKnown};
constexpr Parameter kListParameters[] = {kPageSize, kPageToken};

constexpr auto kCommands = WithStatusVerbs<DatasetStatus>({
    {"import",
     {"导入一份因子表：建立、添加、公布", "import a table: create, add, publish"},
     kImportParameters,
     ImportDataset},
    {"create", {"建立一份草稿", "begin a draft"}, kCreateParameters, Create},
    {"publish", {"公布草稿", "publish a draft"}, kPublishParameters, Publish},
    {"compare",
     {"比较两个数据集", "what a newer dataset changes"},
     kCompareParameters,
     CompareDatasets},
    {"show", {"显示数据集及其状态", "show a dataset and its status"}, kShowParameters, Show},
    {"list", {"列出", "list them"}, kListParameters, ListDatasets},
});

}  // namespace

constinit const Noun kDatasetNoun{
    "dataset", {"因子数据集", "datasets of emission factors"}, kCommands};

}  // namespace tanji::client::cli
