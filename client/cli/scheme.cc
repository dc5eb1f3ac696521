// tanji scheme: standards, their versions, and what a version demands.
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/lists/lists.h"
#include "client/cli/messages.h"
#include "client/cli/reading.h"
#include "client/cli/scheme_import.h"
#include "client/cli/scheme_show.h"
#include "client/cli/status_verbs.h"
#include "client/cli/threshold.h"
#include "client/cli/time_text.h"
#include "client/cli/writing.h"
#include "client/sdk/file.h"

namespace tanji::client::cli {
namespace {

// Names the content that the draft is proved to hold.
Result<Exit> Publish(Session& session, const Arguments& arguments) {
  v1::PublishSchemeVersion message;
  TANJI_ASSIGN(*message.mutable_version(), SchemeVersionArgument(arguments.Get("name")));
  v1::Question question;
  question.mutable_scheme_version()->set_name(message.version());
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const Answered answered, Ask(*client, question));
  const auto& answer = answered.verified.answer;
  if (!answer.found()) {
    ShowAnswer(session, answered.verified);
    return Exit::kNo;
  }
  message.set_content_digest(answer.scheme_version().progress().content_digest());
  return WriteOperation(session, [&](v1::Operation& operation) {
    *operation.mutable_publish_scheme_version() = message;
  });
}

Result<Exit> Revise(Session& session, const Arguments& arguments) {
  const JsonSource source{arguments.Get("file"), session.style().offset};
  v1::ReviseSchemeTerms message;
  TANJI_ASSIGN(const std::string text, ReadFile(source.file));
  TANJI_TRY(ReadJsonMessage(text, source, message));
  return WriteOperation(session, [&](v1::Operation& operation) {
    *operation.mutable_revise_scheme_terms() = message;
  });
}

Result<Exit> Void(Session& session, const Arguments& arguments) {
  v1::VoidSchemeVersion message;
  TANJI_ASSIGN(*message.mutable_version(), SchemeVersionArgument(arguments.Get("name")));
  TANJI_ASSIGN(
      const std::int64_t from_ms,
      ParseTimeText(arguments.Get("from"), session.style().offset, DayEdge::kStart, "--from"));
  message.set_from_time(from_ms);
  TANJI_ASSIGN(const v1::VoidGround ground,
               EnumArgument<v1::VoidGround>(arguments.Get("ground"), "--ground"));
  message.set_ground(ground);
  TANJI_ASSIGN(*message.mutable_reason(), TextArgument(arguments, "reason"));
  return WriteOperation(session, [&](v1::Operation& operation) {
    *operation.mutable_void_scheme_version() = message;
  });
}

Result<Exit> Show(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const std::string name, SchemeVersionArgument(arguments.Get("name")));
  TANJI_ASSIGN(v1::Question question, SchemeVersionQuestion(arguments, name));
  return AskAndShow(session, std::move(question));
}

struct SchemeVersionStatus {
  static constexpr Parameter kName{
      Kind::kArgument,
      "name",
      "SCHEME/VERSION",
      {"标准版本，如 baoting-1-5-pilot/2027", "a version, such as baoting-1-5-pilot/2027"},
      true};
  static Result<std::string> Name(const std::string& argument) {
    return SchemeVersionArgument(argument);
  }
  static v1::StatusChange& Make(v1::Operation& operation, std::string name) {
    auto& message = *operation.mutable_change_scheme_version_status();
    message.set_version(std::move(name));
    return *message.mutable_change();
  }
};

constexpr Parameter Required(Parameter parameter) {
  parameter.required = true;
  return parameter;
}

constexpr Parameter kSchemeName{
    Kind::kArgument, "scheme", "SCHEME", {"标准体系", "a scheme"}, true};

constexpr Parameter kImportParameters[] = {
    {Kind::kArgument, "file", "FILE", {"标准版本文件（JSON）", "the version, as JSON"}, true}};
constexpr Parameter kPublishParameters[] = {SchemeVersionStatus::kName};
constexpr Parameter kReviseParameters[] = {
    {Kind::kArgument,
     "file",
     "FILE",
     {"标准体系与新条件（JSON）", "the scheme and its new terms, as JSON"},
     true}};
constexpr Parameter kVoidParameters[] = {
    SchemeVersionStatus::kName,
    {Kind::kOption,
     "from",
     "TIME",
     {"自何时起无效，可在过去", "void from when on; may lie in the past"},
     true},
    {Kind::kOption, "ground", "fraud|safety", {"理由类别", "the ground"}, true},
    kReasonZh,
    kReasonEn,
    kPrevailing,
    kMachineTranslated,
    kSettledBy,
};
constexpr Parameter kShowParameters[] = {SchemeVersionStatus::kName, kCategory, kHarvestYear, kOn,
                                         kKnown};
constexpr Parameter kThresholdParameters[] = {SchemeVersionStatus::kName, Required(kCategory),
                                              Required(kHarvestYear), kOn, kKnown};
constexpr Parameter kTermsParameters[] = {kSchemeName};
constexpr Parameter kListParameters[] = {kPageSize, kPageToken};
constexpr Parameter kVersionsParameters[] = {kSchemeName, kPageSize, kPageToken};
constexpr Parameter kRowsParameters[] = {SchemeVersionStatus::kName, kPageSize, kPageToken};

constexpr auto kCommands = WithStatusVerbs<SchemeVersionStatus>({
    {"import",
     {"导入一个标准版本：登记、起草、公布", "import a version: register, draft, publish"},
     kImportParameters,
     ImportScheme},
    {"publish", {"公布草稿", "publish a draft"}, kPublishParameters, Publish},
    {"revise", {"修订标准体系的条件", "revise the terms of a scheme"}, kReviseParameters, Revise},
    {"void",
     {"宣布版本自某时起无效（欺诈或安全）", "declare a version void: fraud or safety"},
     kVoidParameters,
     Void},
    {"show",
     {"显示版本、要求及其状态", "show a version, its demands and status"},
     kShowParameters,
     Show},
    {"threshold",
     {"某类产品某年收获的限值", "how much a product may carry, by year of harvest"},
     kThresholdParameters,
     ShowThreshold},
    {"terms", {"显示标准体系的条件", "show the terms of a scheme"}, kTermsParameters, ShowTerms},
    {"clauses", {"列出条款", "list the clauses"}, kRowsParameters, ListClauses},
    {"claims",
     {"列出各市场允许的宣称用语", "list what may be said in which market"},
     kRowsParameters,
     ListClaimTexts},
    {"criteria",
     {"列出各产品类别的要求", "list the product categories"},
     kRowsParameters,
     ListCriteria},
    {"list", {"列出标准体系", "list the schemes"}, kListParameters, ListSchemes},
    {"versions", {"列出各版本", "list the versions"}, kVersionsParameters, ListSchemeVersions},
});

}  // namespace

constinit const Noun kSchemeNoun{
    "scheme", {"标准体系与版本", "standards and their versions"}, kCommands};

}  // namespace tanji::client::cli
